"""Programs of the machine that read what Python does not: LibreOffice («soffice») and Tesseract.

Each runs alone: a folder of its own, an environment without our secrets, a limit of time, and its whole group of
processes is ended when the limit is over.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_PASSED = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "TMPDIR")


class Failed(RuntimeError):
    """The program gave no answer, or took too long."""


def found(name: str) -> str:
    """Where the program is; empty when it is not installed."""
    return shutil.which(name) or ""


def run(command: Sequence[str], *, folder: Path, seconds: float, given: bytes = b"") -> bytes:
    """What the program writes to its output. Refuses: Failed."""
    environment = {name: os.environ[name] for name in _PASSED if name in os.environ}
    environment |= {"HOME": str(folder), "OMP_THREAD_LIMIT": "1"}
    with subprocess.Popen(  # noqa: S603  our own words and paths, no shell
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            answer, _ = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired as late:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise Failed(f"{Path(command[0]).name}: quá {seconds:.0f} giây") from late
        if process.returncode != 0:
            raise Failed(f"{Path(command[0]).name}: mã {process.returncode}")
    return answer
