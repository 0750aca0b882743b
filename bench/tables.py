"""The figures as a table to read."""

from typing import Any

COLUMNS = {
    "per s": "per_second",
    "of floor": "of_floor",
    "by CPU": "of_floor_cpu",
    "p50 ms": "p50_ms",
    "p95 ms": "p95_ms",
    "p99 ms": "p99_ms",
    "max ms": "max_ms",
    "CPU ms": "cpu_ms",
    "db CPU": "database_cpu_ms",
}
"""Heading → figure. “of floor” compares the rates, “by CPU” the processor time, which other work does not touch."""
HEAD = ("work", "clients", *COLUMNS, "statements", "errors")


def printed(run: dict[str, Any]) -> str:
    """One database and size."""
    rows: list[tuple[str, ...]] = [HEAD]
    for name, by_clients in run["works"].items():
        counted = str(run["statements"].get(name, ""))
        rows += [(name, clients, *_cells(one), counted, str(one["errors"])) for clients, one in by_clients.items()]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    papers = [f"{name}: {one['p50_ms']} ms, {one['cpu_ms']} ms CPU" for name, one in run["papers"].items()]
    memory = f"memory of both workers: {run['memory_mb_at_start']} MB at start, {run['memory_mb']} MB after"
    title = f"{run['database']}, {run['dossiers']:,} dossiers"
    return "\n".join(["", title, *(_line(row, widths) for row in rows), *papers, memory])


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join([first.strip().ljust(widths[0]), *others])


def _cells(one: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        f"{one[name]:.0%}" if name.startswith("of_floor") and name in one else str(one.get(name, ""))
        for name in COLUMNS.values()
    )
