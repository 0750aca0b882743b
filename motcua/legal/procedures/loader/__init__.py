"""law/procedures and office/fees.yaml in, the catalogue out: read once, kept in memory.

`law/procedures/*/<code>-<word>.yaml` is one procedure; `shared.yaml` holds pieces taken with `use:`;
`law/instruments.yaml` the cited documents; `office/fees.yaml` the fees of the local council, which fill in the fees
marked `local`. `checks` finds what is wrong in these files and says where.
"""

from functools import lru_cache
from pathlib import Path

from motcua.legal.procedures.loader.build import Catalogue, build

__all__ = ["Catalogue", "catalogue"]


def catalogue(law_dir: Path | None = None, office_dir: Path | None = None) -> Catalogue:
    """The catalogue of these folders (default: the settings'). Refuses: NotReadable, BadCondition, KeyError."""
    return _cached(*_folders(law_dir, office_dir))


def _folders(law_dir: Path | None, office_dir: Path | None) -> tuple[Path, Path]:
    if law_dir and office_dir:
        return law_dir, office_dir
    from django.conf import settings  # noqa: PLC0415 - explicit folders need no settings

    return law_dir or Path(settings.LAW_DIR), office_dir or Path(settings.OFFICE_DIR)


@lru_cache(maxsize=8)
def _cached(law_dir: Path, office_dir: Path) -> Catalogue:
    return build(law_dir, office_dir)
