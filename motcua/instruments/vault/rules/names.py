"""File names as they may be kept and shown: no path, no invisible or direction-changing characters, not too long."""

import unicodedata
from pathlib import PurePosixPath

from motcua.instruments.vault.rules.kinds import Kind

LONGEST = 150
_BARE = "tep"
_SPECIAL = set('<>:"|?*%;')


def clean_name(raw: str) -> str:
    """The last part of the name, in NFC, without what a system or an eye could misread."""
    last = unicodedata.normalize("NFC", raw).replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(mark for mark in last if unicodedata.category(mark)[0] != "C" and mark not in _SPECIAL)
    path = PurePosixPath(" ".join(seen.split()).lstrip(". ") or _BARE)
    return path.stem[: LONGEST - len(path.suffix)].rstrip(". ") + path.suffix[:LONGEST]


def matches(name: str, kind: Kind) -> bool:
    """Whether the ending, if the name has one that means something, fits the content."""
    ending = PurePosixPath(name).suffix.lower()
    return ending in kind.endings or not ending


def with_ending(name: str, kind: Kind) -> str:
    """The name with an ending."""
    return name if PurePosixPath(name).suffix else name + kind.endings[0]
