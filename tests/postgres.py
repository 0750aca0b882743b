"""The PostgreSQL leg: the same suite on a server, when one answers; a sentence when none does."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg


def main(url: str) -> int:
    """Run the suite against `url`; 0 when it passes or no server answers."""
    parts = urlsplit(url)
    server = f"{parts.scheme.replace('postgres', 'postgresql', 1) if parts.scheme == 'postgres' else parts.scheme}"
    try:
        with psycopg.connect(f"{server}://{parts.netloc}/postgres", connect_timeout=3):
            pass
    except psycopg.OperationalError as problem:
        print(f"PostgreSQL leg skipped: no server answers at {parts.hostname}:{parts.port} ({problem}).")  # noqa: T201
        return 0
    environment = {**os.environ, "MOTCUA_DATABASE_URL": url}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "motcua"], env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
