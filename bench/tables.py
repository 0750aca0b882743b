"""The figures as a table to read."""

from typing import Any

HEAD = (
    "work",
    "clients",
    "per s",
    "of floor",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "max ms",
    "CPU ms",
    "db CPU",
    "stmts",
    "errors",
)


def printed(run: dict[str, Any]) -> str:
    """One database and size."""
    rows = [HEAD]
    for name, by_clients in run["works"].items():
        for clients, one in by_clients.items():
            rows.append((name, clients, *_cells(one), str(run["statements"].get(name, "")), str(one["errors"])))
    widths = [max(len(str(row[place])) for row in rows) for place in range(len(HEAD))]
    lines = [
        "  ".join(
            str(cell).rjust(width) if place else str(cell).ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    papers = [f"{name}: {one['p50_ms']} ms, {one['cpu_ms']} ms CPU" for name, one in run["papers"].items()]
    memory = f"memory of both workers: {run['memory_mb_at_start']} MB at start, {run['memory_mb']} MB after"
    return "\n".join(["", f"{run['database']}, {run['dossiers']:,} dossiers", *lines, *papers, memory])


def _cells(one: dict[str, Any]) -> tuple[str, ...]:
    names = ("per_second", "of_floor", "p50_ms", "p95_ms", "p99_ms", "max_ms", "cpu_ms", "database_cpu_ms")
    return tuple(f"{one[name]:.0%}" if name == "of_floor" and name in one else str(one.get(name, "")) for name in names)
