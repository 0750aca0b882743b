"""The shipped fonts and layouts: where they lie, and which letters Tinos can draw.

Tinos (OFL 1.1) has the widths of Times New Roman and every Vietnamese letter; fonts of the machine are never used.
"""

from functools import cache
from pathlib import Path
from struct import iter_unpack, unpack_from

FONTS = Path(__file__).parent / "fonts"
LAYOUTS = Path(__file__).parent / "layouts"


@cache
def drawable() -> frozenset[int]:
    """Code points that all four faces of Tinos can draw."""
    return frozenset.intersection(*(_code_points(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def _code_points(font: bytes) -> frozenset[int]:
    """The character map of a TrueType font, format 4 (Basic Multilingual Plane)."""
    directory = font[12 : 12 + 16 * unpack_from(">H", font, 4)[0]]
    cmap = next(start for tag, _, start, _ in iter_unpack(">4sLLL", directory) if tag == b"cmap")
    records = font[cmap + 4 : cmap + 4 + 8 * unpack_from(">H", font, cmap + 2)[0]]
    at = cmap + next(start for platform, code, start in iter_unpack(">HHL", records) if (platform, code) == (3, 1))
    segments = unpack_from(">H", font, at + 6)[0] // 2
    lasts = unpack_from(f">{segments}H", font, at + 14)
    firsts = unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
    ranges = zip(firsts, lasts, strict=True)
    return frozenset(point for first, last in ranges for point in range(first, last + 1)) - {0xFFFF}
