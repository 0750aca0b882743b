"""`python -m bench [--quick] [--sizes 10k,100k,1m] [--databases sqlite,postgresql] [--clients 1,8] [--seconds 5]`.

Fills (once) and copies databases under /tmp, measures over HTTP, prints tables, writes bench/results/latest.json and
the tables of README.md and docs/performance.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import databases
from bench.pages import write
from bench.tables import printed

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "bench" / "results" / "latest.json"


def _size(text: str) -> int:
    return int(text.lower().replace("k", "000").replace("m", "000000"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", default="10k,100k", help="how many dossiers, e.g. 10k,100k,1m")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--clients", default="1,8")
    parser.add_argument("--seconds", type=float, default=5.0, help="measured time of each work")
    parser.add_argument("--quick", action="store_true", help="10 thousand only, two seconds a work")
    parser.add_argument("--clean", action="store_true", help="remove the filled databases afterwards")
    return parser.parse_args()


def main() -> None:
    """Every size on every database that answers."""
    options = _options()
    if options.quick:
        options.sizes, options.seconds = "10k", 2.0
    found: list[databases.Database] = []
    if "sqlite" in options.databases:
        found.append(databases.SQLite())
    if "postgres" in options.databases:
        server = databases.PostgreSQL()
        if problem := server.problem():
            print(problem)
        else:
            found.append(server)
    results: list[dict[str, Any]] = []
    for size in map(_size, options.sizes.split(",")):
        for database in found:
            results.append({"database": database.name, "dossiers": size, **_one(database, size, options)})
            print(printed(results[-1]), flush=True)
    RESULT.parent.mkdir(exist_ok=True)
    machine = {"processors": os.cpu_count(), "workers": 2, "seconds_a_work": options.seconds}
    figures = {"machine": machine, "runs": results}
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    write(figures)
    print(f"Written: {RESULT.relative_to(ROOT)}")


def _one(database: databases.Database, size: int, options: argparse.Namespace) -> dict[str, Any]:
    run = "bench_run"
    url = databases.fresh(database, size, run)
    try:
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            command = [sys.executable, "-m", "bench.one", file.name, str(options.seconds), *options.clients.split(",")]
            subprocess.run(command, cwd=ROOT, env=databases.environment(url), check=True)
            return dict(json.loads(Path(file.name).read_text(encoding="utf-8")))
    finally:
        database.drop(run)
        if options.clean:
            for template in database.stale("", size):
                database.drop(template)


if __name__ == "__main__":
    main()
