"""law/lawbase/details.yaml in: what becomes of the details of a document that ends; read once, kept in memory."""

from functools import lru_cache
from pathlib import Path

import yaml

from motcua.legal.lawbase.choices import EventKind
from motcua.legal.lawbase.rules.falling import Falling


def falling(law_dir: Path | None = None) -> tuple[Falling, ...]:
    """The rules of this folder (default: the settings'), oldest first. Refuses: ValueError, KeyError."""
    if law_dir is None:
        from django.conf import settings  # noqa: PLC0415 - an explicit folder needs no settings

        law_dir = Path(settings.LAW_DIR)
    return _cached(law_dir / "lawbase" / "details.yaml")


@lru_cache(maxsize=4)
def _cached(path: Path) -> tuple[Falling, ...]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["details"]
    made = [Falling(row["from"], frozenset(map(EventKind, row["asks_on"])), row["by"], row["sure"]) for row in rows]
    return tuple(sorted(made, key=lambda one: one.since))
