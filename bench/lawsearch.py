"""`python -m bench.lawsearch [--documents 50000] [--provisions 1000000] [--databases …] [--texts FOLDER …]`.

The register's search: quality on the labelled questions, first page at size, what a long law costs to put in and take
out. Fills (once) databases of the demo's register and many documents more under /tmp/motcua-bench; writes
bench/results/lawsearch.json and docs/performance.md. `--quality` asks the demo's register alone, in
half a minute, and records the answers that motcua/demo/tests hold both databases to.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench import databases
from bench.pages import between

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "bench" / "results" / "lawsearch.json"
PAGE, BEGIN, END = (
    ROOT / "docs" / "performance.md",
    "<!-- bench: written by bench.lawsearch -->",
    "<!-- /bench.lawsearch -->",
)
CLOCK = {"MOTCUA_CLOCK": "2026-07-14T09:00"}
SHAPED_BY = ("bench/lawfill.py", "bench/lawtexts.py", "bench/bulk.py", "motcua/demo/law/topics.yaml",
    "motcua/demo/law/central.yaml", "motcua/demo/law/story.py", "motcua/legal/lawbase/rules/indexing.py",
    "motcua/legal/lawbase/search_index.py")  # fmt: skip


def main() -> None:
    """Every database that answers."""
    parser = argparse.ArgumentParser(prog="python -m bench.lawsearch", description=__doc__)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--provisions", type=int, default=1_000_000)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--texts", nargs="*", default=[], help="folders of real laws, JSON or Markdown")
    parser.add_argument("--rounds", type=int, default=3, help="how often each question is asked")
    parser.add_argument("--quality", action="store_true", help="labelled questions over the demo's register only")
    parser.add_argument("--clean", action="store_true", help="remove the filled databases afterwards")
    options = parser.parse_args()
    if options.quality:
        with tempfile.TemporaryDirectory(prefix="motcua-search-") as folder:
            _run(f"sqlite:{folder}/register.sqlite3", "bench.lawasked", "quality")
        return
    found: list[databases.Database] = [databases.SQLite()] if "sqlite" in options.databases else []
    if "postgres" in options.databases:
        server = databases.PostgreSQL()
        if problem := server.problem():
            print(problem)
        else:
            found.append(server)
    runs = [_one(database, options) for database in found]
    figures = {
        "machine": {"processors": os.cpu_count()}, "documents": options.documents, "provisions": options.provisions,
        "runs": runs, "same_answers": len({run["answers"] for run in runs}) == 1 if len(runs) > 1 else None,
    }  # fmt: skip
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    between(PAGE, printed(figures), begin=BEGIN, end=END)
    print(printed(figures))


def _one(database: databases.Database, options: argparse.Namespace) -> dict[str, Any]:
    size = options.documents
    name = f"law_{size}_{options.provisions}_{_fingerprint(options.texts)}"
    databases.FOLDER.mkdir(parents=True, exist_ok=True)
    if not database.there(name):
        print(f"  filling {size:,} documents on {database.name} …", file=sys.stderr, flush=True)
        half = f"{name}_half"
        database.copy("", half)
        _run(database.url(half), "bench.lawasked", "fill", str(size), str(options.provisions), *options.texts)
        database.copy(half, name)
        database.drop(half)
    database.copy(name, "law_run")
    try:
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            _run(database.url("law_run"), "bench.lawasked", "ask", file.name, str(options.rounds), *options.texts)
            return {"database": database.name, **json.loads(Path(file.name).read_text(encoding="utf-8"))}
    finally:
        database.drop("law_run")
        if options.clean:
            database.drop(name)


def _run(url: str, *arguments: str) -> None:
    environment = databases.environment(url) | CLOCK
    subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, env=environment, check=True)


def _fingerprint(texts: list[str]) -> str:
    digest = sha256(" ".join(texts).encode())
    for path in [*sorted(ROOT.glob("motcua/**/migrations/*.py")), *(ROOT / name for name in SHAPED_BY)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def printed(figures: dict[str, Any]) -> str:
    """The tables, as they stand on the page."""
    size = f"{figures['documents']:,} documents, {figures['provisions']:,} provisions"
    lines = [f"{size}; {figures['machine']['processors']} processors, one client. Milliseconds.", "", "```text"]
    for run in figures["runs"]:
        lines += _table(run)
    if figures["same_answers"] is not None:
        lines.append(f"the same answers in the same order on both: {'yes' if figures['same_answers'] else 'NO'}")
    return "\n".join([*lines, "```"])


def _table(run: dict[str, Any]) -> list[str]:
    counted = f"{run['rows']:,} searchable rows, {run['words']:,} words"
    sizes = f"database {run['size_mb']:,} MB, index {run['index_mb']:,} MB, rows of search {run['rows_mb']:,} MB"
    lines = [
        f"{run['database']}: {counted}; {sizes}; process {run['memory_mb']} MB",
        f"{'what':<46}{'asked':>6}{'p50':>8}{'p95':>8}{'max':>8}{'CPU':>8}{'CPU p95':>9}",
    ]
    for name, one in run["times"].items():
        figures = (one["p50"], one["p95"], one["max"], one["cpu"])
        lines.append(f"{name:<46}{one['asked']:>6}" + "".join(f"{one:>8}" for one in figures) + f"{one['cpu95']:>9}")
    for name, value in run["upkeep"].items():
        lines.append(f"{name:<46}{value:>6} ms")
    quality = run["quality"]
    lines.append(
        f"labelled questions among all these documents: {quality['questions']}, R@1 {quality['first']:.3f},"
        f" R@5 {quality['five']:.3f}, MRR {quality['mrr']:.3f}"
    )
    return [*lines, ""]


if __name__ == "__main__":
    main()
