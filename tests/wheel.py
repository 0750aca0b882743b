"""The wheel alone: built, installed into an empty environment, it loads the demo and serves it."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PORT = 8971


def run(*words: object, **options: object) -> None:
    """One command that must succeed."""
    subprocess.run([str(word) for word in words], check=True, **options)  # type: ignore[call-overload]


def main() -> int:
    """0 when the front page and the log-in page of the installed wheel answer."""
    with tempfile.TemporaryDirectory(prefix="motcua-wheel-") as folder:
        here = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", here, ROOT, stdout=subprocess.DEVNULL)
        run(sys.executable, "-m", "venv", here / "venv")
        python, motcua = here / "venv/bin/python", here / "venv/bin/motcua"
        run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", ROOT / "requirements/run.txt")
        run(python, "-m", "pip", "install", "-q", "--no-deps", *here.glob("*.whl"))
        keep = {
            name: value for name, value in os.environ.items() if not name.startswith(("MOTCUA_", "PYTHON", "DJANGO"))
        }
        environment = {**keep, "MOTCUA_DEMO": "on", "MOTCUA_DATA_DIR": str(here / "data")}
        run(motcua, "migrate", "-v0", cwd=here, env=environment)
        run(motcua, "demo", "--count", "20", cwd=here, env=environment)
        run(motcua, "check-law", cwd=here, env=environment)
        server = subprocess.Popen(
            [motcua, "run", "--port", str(PORT), "--workers", "1", "--no-jobs"], cwd=here, env=environment
        )
        try:
            return 0 if all(answers(path) for path in ("/", "/tai-khoan/dang-nhap/", "/thu-tuc/1.001193/")) else 1
        finally:
            server.terminate()
            server.wait(timeout=30)


def answers(path: str) -> bool:
    """Whether the page comes with 200 within a minute."""
    for _ in range(60):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=10) as page:
                return bool(page.status == 200)
        except OSError:
            time.sleep(1)
    return False


if __name__ == "__main__":
    sys.exit(main())
