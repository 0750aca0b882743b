"""The real server as a child process: granian, WSGI, two workers of one thread; what it costs, from /proc."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

WORKERS = 2
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
ROOT = Path(__file__).resolve().parents[1]


class Server:
    """Starts on entering, stops on leaving; only this process and its children are ever touched."""

    def __init__(self, settings: str, port: int, environment: dict[str, str]) -> None:
        self.port = port
        self.environment = {**os.environ, **environment, "DJANGO_SETTINGS_MODULE": settings}
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1"]
        command += ["--host", "127.0.0.1", "--port", str(self.port), "--workers", str(WORKERS)]
        command += ["--blocking-threads", "1", "--log-level", "warning", "motcua.wsgi:application"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, start_new_session=True)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                time.sleep(2)
                return self
        raise TimeoutError("The server did not start.")

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=30)

    def pids(self) -> list[int]:
        """The worker processes."""
        return [pid for pid in _processes() if self.process and _parent(pid) == self.process.pid]

    def cpu_seconds(self) -> float:
        """Processor time the workers have used so far."""
        return sum(cpu_seconds(pid) for pid in self.pids())

    def memory_mb(self) -> float:
        """Resident memory of all workers together."""
        return round(sum(int(_stat(pid)[23 - 2]) * PAGE for pid in self.pids()) / 1024 / 1024, 1)


def cpu_seconds(pid: int) -> float:
    """Processor time of one process, 0 for one that is gone."""
    fields = _stat(pid)
    return (int(fields[13 - 2]) + int(fields[14 - 2])) / TICK if fields else 0.0


def _processes() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _stat(pid: int) -> list[str]:
    """Fields of /proc/PID/stat from the third on: the name before them may hold spaces."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _parent(pid: int) -> int:
    fields = _stat(pid)
    return int(fields[1]) if fields else 0
