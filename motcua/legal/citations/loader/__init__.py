"""law/citations/*.yaml in: names and short names of laws, as the grammar needs them; read once, kept in memory."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from motcua.legal.citations.rules import Lexicon

__all__ = ["lexicon"]


def lexicon(law_dir: Path | None = None) -> Lexicon:
    """Names («laws.yaml») and short names («aliases.yaml») of this folder (default: the settings')."""
    if law_dir is None:
        from django.conf import settings  # noqa: PLC0415 - an explicit folder needs no settings

        law_dir = Path(settings.LAW_DIR)
    return _cached(law_dir / "citations")


@lru_cache(maxsize=4)
def _cached(folder: Path) -> Lexicon:
    laws, aliases = _read(folder / "laws.yaml"), _read(folder / "aliases.yaml")
    return Lexicon(
        numbers={(row["type"], row["name"]): tuple(row.get("numbers", ())) for row in laws["names"]},
        aliases={row["alias"]: (row["type"], row["name"]) for row in aliases["aliases"]},
    )


def _read(path: Path) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=loader))  # noqa: S506 - a safe loader
