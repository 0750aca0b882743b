"""docs/map.md: what stands where, who plugs in where, which page demands what, which commands there are."""

from collections.abc import Iterable

from motcua.docs import code, pages

HEAD = """# The map of the house

Made by `make docs` from the code; do not edit. A module imports from its own floor downwards only. Going up happens in
two ways: a *registered handler* or a *journal event*, both listed below.

## The reading path (one hour)

1. [README](../README.md), then this page.
2. One procedure as data: [1.001193-birth.yaml](../law/procedures/civil_status/1.001193-birth.yaml).
3. The heart: [dossiers](../motcua/counter/dossiers/__init__.py), its [rules](../motcua/counter/dossiers/rules.py)
   (the transition table; drawn in [states.md](states.md)), its [acts](../motcua/counter/dossiers/acts/__init__.py).
4. How a trade plugs in: [civil_status](../motcua/trades/civil_status/handler/__init__.py).
5. Why it is so: [decisions](decisions/README.md). Words: [glossary.yaml](glossary.yaml).
"""
ROUNDS = """## Nightly and hourly rounds

Queued by `motcua worker`, once each, however many workers there are.
"""


def text() -> str:
    """The whole page."""
    parts = [HEAD, _floors(), _plugged_in(), _pages(), _commands()]
    return "\n".join(part.strip("\n") + "\n" for part in parts)


def _floors() -> str:
    lines = ["## Floors, from the top down\n"]
    for wing in reversed(code.WINGS):
        rows = [
            (f"[`{one.name}`]({_link(one)})", one.says, " ".join(one.shelves), ", ".join(one.tables))
            for one in code.modules()
            if one.wing == wing
        ]
        lines.append(f"### {wing}\n\n{code.wing_says(wing)}\n")
        lines.append(_table(("Module", "What it is", "Files", "Tables"), rows) if rows else "Nothing here yet.\n")
    beside = [(f"[`{name}`](../motcua/{name}/__init__.py)", code.wing_says(name)) for name in code.BESIDE]
    return "\n".join([*lines, "### Beside the floors\n", _table(("Package", "What it is"), beside)])


def _link(one: code.Module) -> str:
    path = f"../motcua/{one.wing}/{one.name}"
    return f"{path}.py" if one.name == "keys" else f"{path}/__init__.py"


def _plugged_in() -> str:
    found = code.plugs()
    rows = {
        kind: [
            (f"`{plug.key}`", f"`{plug.what}`", f"[{plug.where}](../{plug.where})")
            for plug in found
            if plug.kind == kind
        ]
        for kind in ("trade", "event", "channel", "round")
    }
    empty = "None yet.\n"
    return "\n".join(
        [
            "## Trades\n\nRegistered with `dossiers.acts.register_trade`; the key is `trade:` in a procedure's file.\n",
            _table(("Key", "Trade", "Where"), rows["trade"]) if rows["trade"] else empty,
            "## Journal events\n\nHeard after the commit, by `@events.on`.\n",
            _table(("Act", "Handler", "Where"), rows["event"]) if rows["event"] else empty,
            "## Notice channels\n\nRegistered with `notices.channels.register`.\n",
            _table(("Channel", "Class", "Where"), rows["channel"]) if rows["channel"] else empty,
            ROUNDS,
            _table(("At", "Job", "Where"), rows["round"]) if rows["round"] else empty,
        ]
    )


def _pages() -> str:
    rows = [
        (f"`{page.address}`", f"`{page.view.removeprefix('motcua.')}`", f"`{page.permission or '–'}`")
        for page in pages.pages()
    ]
    head = (
        "## Pages\n\nRight: `public` anybody, `account` whoever is logged in, `officer` any officer, else the act the"
        " officer must hold.\nRows behind a page have doors of their own (`access.py`).\n"
    )
    return f"{head}\n{_table(('Address', 'View', 'Right'), rows)}"


def _commands() -> str:
    rows = [(f"[`{one.usage}`](../{one.where})", one.says) for one in code.commands()]
    head = "## Commands\n\n`motcua` alone lists the usual ones in Vietnamese.\n"
    return f"{head}\n{_table(('Command', 'What it does'), rows)}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
