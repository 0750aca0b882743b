"""The last figures, written into the README (short) and docs/performance.md (all), between two marks."""

import re
from pathlib import Path
from typing import Any

from bench.tables import printed

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- bench: written by make bench -->", "<!-- /bench -->"
SHOWN = {
    "intake": "take one in",
    "step (take up, propose)": "move it one step",
    "look-up by code": "look-up by code",
    "dossier page": "open one",
    "work list, counter": "work list",
    "search, whole name": "search by name",
}
"""Work → its name in the README's table."""


def write(figures: dict[str, Any]) -> None:
    """Both pages."""
    between(ROOT / "README.md", short(figures))
    between(ROOT / "docs" / "performance.md", everything(figures))


def between(page: Path, text: str, *, begin: str = BEGIN, end: str = END) -> None:
    """Put the text between the two marks of the page."""
    content = page.read_text(encoding="utf-8")
    block = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    page.write_text(block.sub(lambda _: f"{begin}\n{text}\n{end}", content), encoding="utf-8")


def everything(figures: dict[str, Any]) -> str:
    """Every table as printed."""
    machine = figures["machine"]
    head = f"{machine['processors']} processors, {machine['workers']} workers, {machine['seconds_a_work']} s a work."
    return "\n".join([head, "", "```text", *(printed(run).lstrip("\n") + "\n" for run in figures["runs"]), "```"])


def short(figures: dict[str, Any]) -> str:
    """Requests a second and 95th percentile at the most clients, one row a work, one column a database and size."""
    runs = figures["runs"]
    heads = [f"{run['database']}, {run['dossiers']:,}" for run in runs]
    lines = ["| | " + " | ".join(heads) + " |", "| --- |" + " ---: |" * len(runs)]
    named = {**SHOWN, **{f"floor: {name}": f"floor: {name}" for name in FLOORS}}
    for work, name in named.items():
        lines.append(f"| {name} | " + " | ".join(_cell(run, work) for run in runs) + " |")
    return "\n".join(lines)


FLOORS = ("two inserts", "one read")


def _cell(run: dict[str, Any], work: str) -> str:
    by_clients = run["works"][work]
    figure = by_clients[max(by_clients, key=int)]
    return f"{figure['per_second']:.0f}/s, {figure['p95_ms']:.0f} ms"
