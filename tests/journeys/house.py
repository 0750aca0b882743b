"""The house a journey walks through: a demo office on a day of its own, served by `motcua run`."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY, OLD_DAYS = "2026-11-25T08:30", "2024-11-14T08:30"
"""A Wednesday under two levels of government, and a Thursday under three."""


@dataclass
class House:
    """A running office: where it answers, on which day, and who is logged in already."""

    url: str
    folder: Path
    clock: str
    process: subprocess.Popen
    sessions: dict[str, object] = field(default_factory=dict)

    def run(self, *words: str, clock: str = "") -> str:
        """What a `motcua` command of this house prints."""
        done = subprocess.run(
            [sys.executable, "-m", "motcua", *words],
            cwd=ROOT, env=environment(self.folder, clock or self.clock), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


def environment(folder: Path, clock: str, **more: str) -> dict[str, str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith(("MOTCUA_", "DJANGO_"))}
    return {
        **own,
        "MOTCUA_DATA_DIR": str(folder),
        "MOTCUA_DEMO": "on",
        "MOTCUA_CLOCK": clock,
        "PYTHONPATH": str(ROOT),
        **more,
    }


def furnish(folder: Path, clock: str, *, count: int) -> None:
    """An empty folder becomes an office with its people and, in today's wards, with dossiers."""
    for words in (("migrate", "-v", "0"), ("demo", "--count", str(count))):
        subprocess.run(
            [sys.executable, "-m", "motcua", *words],
            cwd=ROOT, env=environment(folder, clock), check=True, capture_output=True,
        )  # fmt: skip


def open_house(folder: Path, clock: str, *, count: int) -> House:
    """A furnished office, served on a free port on the day of `clock`."""
    furnish(folder, clock, count=count)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "motcua", "run", "--port", str(port), "--workers", "1"],
            cwd=ROOT, env=environment(folder, clock, MOTCUA_SITE_URL=url), stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    house = House(url, folder, clock, process)
    _wait_for(house)
    return house


def _wait_for(house: House) -> None:
    for _ in range(300):
        if house.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{house.url}/tre-hen/", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"The office did not open: {(house.folder / 'server.log').read_text()[-2000:]}")
