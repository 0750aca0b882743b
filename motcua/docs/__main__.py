"""`python -m motcua.docs [--check]`: write the generated pages, or say which are stale."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """0 when the pages are written or fresh; 1 when `--check` finds a stale one; 2 outside the repository."""
    if not (ROOT / "docs").is_dir():
        sys.stderr.write("docs/ is not here: run this in the repository.\n")
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.settings")
    django.setup()
    from motcua.docs import map as house_map  # noqa: PLC0415  models are ready only now
    from motcua.docs import states  # noqa: PLC0415

    pages: dict[str, Callable[[], str]] = {"map.md": house_map.text, "states.md": states.text}
    stale = [name for name, text in pages.items() if _is_stale(ROOT / "docs" / name, text())]
    for name in stale:
        if "--check" in arguments:
            sys.stderr.write(f"docs/{name} is stale: run `make docs`.\n")
        else:
            (ROOT / "docs" / name).write_text(pages[name](), encoding="utf-8")
            sys.stdout.write(f"docs/{name} written.\n")
    return int(bool(stale) and "--check" in arguments)


def _is_stale(path: Path, text: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
