"""What the source says of itself: modules, their first line, their files, their tables, who plugs in where, commands.

Read with `ast`, nothing is run: the same tree gives the same answer on every machine.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
WINGS = ("base", "house", "instruments", "legal", "counter", "trades", "bureau", "faces")
"""From the ground floor up."""
BESIDE = ("demo", "operations", "docs")
"""Packages that stand beside the wings."""
SHELVES = (
    *("choices", "rules", "loader", "models", "queries", "access", "acts", "forms"),
    *("views", "urls", "handler", "jobs", "templatetags"),
)
PLUGS = {"register_trade": "trade", "on": "event", "register": "channel", "nightly": "round", "hourly": "round"}
"""Function by which something plugs in → what it is."""


@dataclass(frozen=True)
class Module:
    """One module of a wing: its docstring's first sentence, its shelves and its tables."""

    wing: str
    name: str
    says: str
    shelves: tuple[str, ...]
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Plug:
    """One thing registered with another module: what it is, its key, who does it, where it is written."""

    kind: str
    key: str
    what: str
    where: str


@dataclass(frozen=True)
class Command:
    """One word of the `motcua` command; `usage` and `says` are the two halves of its file's first line."""

    name: str
    usage: str
    says: str
    where: str


def wing_says(wing: str) -> str:
    """First sentence of a wing's or package's docstring."""
    return _first_sentence(PACKAGE / wing / "__init__.py")


def modules() -> tuple[Module, ...]:
    """Every module, floor by floor, in alphabetical order within its wing."""
    folders = [
        path
        for wing in WINGS
        for path in sorted((PACKAGE / wing).iterdir())
        if (path / "__init__.py").exists() or path.name == "keys.py"
    ]
    return tuple(
        Module(path.parent.name, path.stem, _first_sentence(path), _shelves(path), _tables(path)) for path in folders
    )


def plugs() -> tuple[Plug, ...]:
    """Every registration found in the source, by kind and key."""
    found = {plug for path in _sources() for plug in _plugs_in(path)}
    return tuple(sorted(found, key=lambda plug: (plug.kind, plug.key, plug.what)))


def commands() -> tuple[Command, ...]:
    """Every word `motcua` understands beside Django's own, with the first line of its file."""
    paths = sorted(PACKAGE.rglob("management/commands/*.py"), key=lambda path: path.stem)
    return tuple(_command(path) for path in paths if path.stem != "__init__")


def _command(path: Path) -> Command:
    name = path.stem.replace("_", "-")
    usage, said, says = _first_sentence(path).partition("`: ")
    return Command(name, usage.strip("`") if said else f"motcua {name}", says or usage, _where(path))


def _shelves(path: Path) -> tuple[str, ...]:
    return tuple(name for name in SHELVES if (path / name).is_dir() or (path / f"{name}.py").exists())


def _tables(path: Path) -> tuple[str, ...]:
    models = path / "models.py"
    if not models.exists():
        return ()
    return tuple(node.name for node in _tree(models).body if isinstance(node, ast.ClassDef) and not _is_abstract(node))


def _is_abstract(node: ast.ClassDef) -> bool:
    """A mixin, or no table at all (a manager)."""
    bases = {base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases}
    lines = [ast.unparse(inner) for inner in ast.walk(node) if isinstance(inner, ast.Assign)]
    return "abstract = True" in lines or not bases & {"Model", "Chained", "AbstractBaseUser"}


def _first_sentence(path: Path) -> str:
    """The docstring's first paragraph up to the first full stop that ends a sentence."""
    docstring = ast.get_docstring(_tree(path / "__init__.py" if path.is_dir() else path)) or ""
    paragraph = " ".join(docstring.partition("\n\n")[0].split())
    head, stop, _ = paragraph.partition(". ")
    return (head + stop).strip()


def _plugs_in(path: Path) -> Iterator[Plug]:
    for node in _tree(path).body:
        for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in PLUGS and call.args and not _is_another(PLUGS[name], call, path):
                yield _plug(PLUGS[name], call, node, path)


def _is_another(kind: str, call: ast.Call, path: Path) -> bool:
    """`register` and `on` are common words: only those of `notices.channels` and `journal.events` count."""
    owner = call.func.value.id if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) else ""
    if kind == "event":
        return owner != "events"
    return kind == "channel" and owner != "channels" and path.name != "channels.py"


def _plug(kind: str, call: ast.Call, node: ast.stmt, path: Path) -> Plug:
    first = call.args[0]
    key = str(first.value) if isinstance(first, ast.Constant) else ast.unparse(first).removesuffix("()")
    what = node.name if isinstance(node, ast.FunctionDef) and call in node.decorator_list else ""
    if not what and len(call.args) > 1:
        what = ast.unparse(call.args[1]).removesuffix("()")
    return Plug(kind, key, what or key, _where(path))


def _sources() -> list[Path]:
    return sorted(
        path for path in PACKAGE.rglob("*.py") if not {"migrations", "tests"} & set(path.relative_to(PACKAGE).parts)
    )


def _where(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))
