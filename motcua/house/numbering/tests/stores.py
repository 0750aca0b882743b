"""A database of its own that several real processes share: an SQLite file, or a PostgreSQL one made and dropped."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings

from motcua.base.keys import new_id

_HERE = Path(__file__).resolve().parents[4]
_SETUP = "import django; django.setup()\n"
_MIGRATE = """
import sys
from django.core.management import call_command
for label in sys.argv[1:]:
    call_command("migrate", label, verbosity=0, skip_checks=True)
"""


@dataclass(frozen=True)
class Store:
    """Where child processes keep their rows."""

    url: str
    folder: Path

    def start(self, code: str, *arguments: str, **options) -> subprocess.Popen:
        """A Python process with Django set up on this database."""
        return self.process("-c", _SETUP + code, *arguments, **options)

    def process(self, *words: str, **options) -> subprocess.Popen:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
            "MOTCUA_DATABASE_URL": self.url,
            "MOTCUA_DATA_DIR": str(self.folder),
            "PYTHONPATH": os.pathsep.join([str(_HERE), os.environ.get("PYTHONPATH", "")]),
        }
        return subprocess.Popen(
            [sys.executable, *words],
            env=environment,
            cwd=self.folder,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            **options,
        )

    def run(self, code: str, *arguments: str) -> str:
        """What such a process prints; fails with its error output."""
        return finished(self.start(code, *arguments))

    def migrate(self, *labels: str) -> None:
        self.run(_MIGRATE, *labels)


def finished(process: subprocess.Popen) -> str:
    """The output of a process that must end well within a minute."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        yield Store(f"sqlite:{tmp_path / 'shared.sqlite3'}", tmp_path)
        return
    server = _server()
    name = f"motcua_processes_{new_id().hex}"
    with _administrator(server) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield Store(urlunsplit(urlsplit(server)._replace(path=f"/{name}")), tmp_path)
    with _administrator(server) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _server() -> str:
    given = os.environ.get("MOTCUA_DATABASE_URL", "")
    return given if given.startswith("postgres") else "postgres://postgres@127.0.0.1:5432/postgres"


def _administrator(server: str) -> psycopg.Connection:
    try:
        address = urlunsplit(urlsplit(server)._replace(path="/postgres"))
        return psycopg.connect(address, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as reason:
        if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
            raise
        pytest.skip(f"no PostgreSQL here: {reason}")
