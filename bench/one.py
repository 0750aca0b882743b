"""One database, all its works: `python -m bench.one FILE SECONDS CLIENTS…`, the database by MOTCUA_DATABASE_URL."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import django

PORT = 8010


def main(file: str, seconds: float, clients: list[int]) -> None:
    """Measure and write the figures as JSON."""
    django.setup()
    from bench import papers, statements, works  # noqa: PLC0415  after setup

    every = works.Works()
    figures: dict[str, Any] = {"works": {}, "papers": papers.measure(), "statements": statements.count(every.all())}
    with _server("bench.site") as server:
        for work in every.floors():
            figures["works"][work.name] = {many: _measure(server, work, seconds, many) for many in clients}
    with _server("bench.product") as server:
        figures["memory_mb_at_start"] = server.memory_mb()
        for work in every.all():
            figures["works"][work.name] = {many: _measure(server, work, seconds, many) for many in clients}
        figures["memory_mb"] = server.memory_mb()
    _ratios(figures, every.all())
    Path(file).write_text(json.dumps(figures, ensure_ascii=False), encoding="utf-8")


def _server(settings: str) -> Any:
    from bench.server import Server  # noqa: PLC0415  beside its siblings

    return Server(settings, PORT, {})


def _measure(server: Any, work: Any, seconds: float, clients: int) -> dict[str, float]:
    from bench import load, works  # noqa: PLC0415  after setup
    from bench.server import cpu_seconds  # noqa: PLC0415

    streams = [work.stream(number) for number in range(clients)]
    load.run(server.port, streams, seconds=min(1.5, seconds / 2), expected=work.expected)
    backends = works.backends()
    before, before_db = server.cpu_seconds(), sum(map(cpu_seconds, backends))
    own = time.process_time()
    outcome = load.run(server.port, streams, seconds=seconds, expected=work.expected)
    figures = outcome.figures()
    if outcome.errors:
        print(f"  {work.name}: {dict(outcome.errors)}\n{outcome.sample[:600]}", file=sys.stderr)
    if figures["requests"]:
        per = 1000 / figures["requests"]
        figures["cpu_ms"] = round((server.cpu_seconds() - before) * per, 2)
        figures["database_cpu_ms"] = round((sum(map(cpu_seconds, backends)) - before_db) * per, 2)
        figures["client_cpu_ms"] = round((time.process_time() - own) * per, 3)
    return figures


def _ratios(figures: dict[str, Any], done: list[Any]) -> None:
    for work in done:
        for many, figure in figures["works"][work.name].items():
            floor = figures["works"][work.floor][many]
            if figure.get("per_second"):
                figure["of_floor"] = round(figure["per_second"] / floor["per_second"], 3)
                figure["of_floor_cpu"] = round(_cpu(floor) / _cpu(figure), 3)


def _cpu(figure: dict[str, float]) -> float:
    return max(0.01, figure["cpu_ms"] + figure["database_cpu_ms"])


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), [int(one) for one in sys.argv[3:]])
