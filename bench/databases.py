"""Template databases under /tmp, filled once and copied for every run: SQLite by file, PostgreSQL by TEMPLATE."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path("/tmp/motcua-bench")  # noqa: S108  throw-away databases, large
SERVER = os.environ.get("MOTCUA_BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
ENVIRONMENT = {
    "MOTCUA_DEMO": "on",
    "MOTCUA_CLOCK": "2026-03-10T09:00",
    "MOTCUA_SECRET_KEY": "only-for-benchmarks",
    "MOTCUA_DATA_DIR": str(FOLDER / "data"),
}
"""The day stands still from run to run, so that the same dossiers are late."""


def fingerprint() -> str:
    """Changes with everything that shapes a filled database: tables, law, office, the filling itself."""
    digest = hashlib.sha256()
    files = [*ROOT.glob("motcua/**/migrations/*.py"), *ROOT.glob("law/**/*.yaml"), *ROOT.glob("office/*.yaml")]
    files += [ROOT / "bench" / "fill.py", ROOT / "bench" / "bulk.py", ROOT / "motcua/counter/dossiers/name_index.py"]
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


class Database(Protocol):
    """One kind of database."""

    name: str

    def url(self, name: str) -> str:
        """As settings read it."""

    def there(self, name: str) -> bool:
        """Whether it is filled."""

    def copy(self, source: str, target: str) -> None:
        """A fresh copy."""

    def drop(self, name: str) -> None:
        """Away with it."""

    def stale(self, keep: str, size: int) -> list[str]:
        """Templates of this size made by older code."""


@dataclass
class SQLite:
    """Files in one folder."""

    name: str = "SQLite"

    def _file(self, name: str) -> Path:
        return FOLDER / f"{name}.sqlite3"

    def url(self, name: str) -> str:
        return f"sqlite:{self._file(name)}"

    def there(self, name: str) -> bool:
        return self._file(name).exists()

    def copy(self, source: str, target: str) -> None:
        self.drop(target)
        if source:
            shutil.copyfile(self._file(source), self._file(target))
            sqlite3.connect(self._file(target)).close()

    def drop(self, name: str) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{self._file(name)}{end}").unlink(missing_ok=True)

    def stale(self, keep: str, size: int) -> list[str]:
        return [path.stem for path in FOLDER.glob(f"bench_{size}_*.sqlite3") if path.stem != keep]


@dataclass
class PostgreSQL:
    """Databases of one server."""

    name: str = "PostgreSQL"

    def _do(self, statement: str) -> list[tuple[str, ...]]:
        import psycopg  # noqa: PLC0415  only where there is a server

        with psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=3) as connection:
            cursor = connection.execute(statement)  # type: ignore[call-overload]
            return cursor.fetchall() if cursor.description else []

    def problem(self) -> str:
        """Why it cannot be measured, or nothing."""
        try:
            self._do("SELECT 1")
        except Exception as problem:  # noqa: BLE001  no driver, no server: both are a sentence
            return f"PostgreSQL is skipped: {problem}".strip()
        return ""

    def url(self, name: str) -> str:
        return f"{SERVER}/{name}"

    def there(self, name: str) -> bool:
        return bool(self._do(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))

    def copy(self, source: str, target: str) -> None:
        self.drop(target)
        self._do(f"CREATE DATABASE {target}" + (f" TEMPLATE {source} STRATEGY file_copy" if source else ""))

    def drop(self, name: str) -> None:
        self._do(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def stale(self, keep: str, size: int) -> list[str]:
        rows = self._do(f"SELECT datname FROM pg_database WHERE datname LIKE 'bench\\_{size}\\_%'")
        return [name for (name,) in rows if name != keep]


def fresh(database: Database, size: int, run: str) -> str:
    """URL of a fresh copy of `size` dossiers; the template is filled first where there is none."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    template = f"bench_{size}_{fingerprint()}"
    for old in database.stale(template, size):
        database.drop(old)
    if not database.there(template):
        print(f"  filling {size:,} dossiers on {database.name} …", file=sys.stderr, flush=True)
        half = f"{template}_half"
        database.copy("", half)
        code = f"import django; django.setup(); from bench.fill import fill; fill({size})"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment(database.url(half)), check=True)
        database.copy(half, template)
        database.drop(half)
    database.copy(template, run)
    return database.url(run)


def environment(url: str) -> dict[str, str]:
    """What the product reads at start."""
    extra = {"MOTCUA_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "bench.product"}
    return {**os.environ, **ENVIRONMENT, **extra}
