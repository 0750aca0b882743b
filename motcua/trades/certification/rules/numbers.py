"""Certification numbers: one for each paper, not for each visitor [01/2020/TT-BTP, 4].

Several copies from one original at one time share a number [23/2015/NĐ-CP, 20.3]. Numbers run from 01 to the end of the
year over all volumes and begin again at 01 with the new year [23/2015/NĐ-CP, 13.2].
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.trades.certification.choices import SIGN, BookKind

MANY = 4
"""From more numbers than this in a row only the first and the last are written."""


@dataclass(frozen=True)
class Original:
    """One paper that gets one number: what it is, who issued it, its pages, how many copies (or signed originals)."""

    document: str
    issuer: str = ""
    pages: int = 1
    copies: int = 1


def numbered(documents: Sequence[Mapping[str, object]]) -> tuple[Original, ...]:
    """The papers of one visitor, each of which takes a number. Refuses: ValueError for a paper without a name."""
    return tuple(_original(one) for one in documents)


def _original(one: Mapping[str, object]) -> Original:
    name = str(one.get("kind") or "").strip()
    if not name:
        raise ValueError("Ghi tên từng giấy tờ, văn bản cần chứng thực.")
    copies = int(str(one.get("copies") or one.get("count") or 1))
    return Original(name, str(one.get("issuer") or "").strip(), int(str(one.get("pages") or 1)), copies)


def scope(agency_code: str, kind: BookKind, year: int) -> str:
    """Scope of the running number: one agency, one kind, one year, over all volumes."""
    return f"certification:{agency_code}:{kind.value}:{year}"


def book_label(ordinal: int, year: int, kind: BookKind) -> str:
    """«Quyển số» 01/2026-SCT/BS."""
    return f"{ordinal:02}/{year}-{SIGN[kind]}"


def number_words(numbers: Sequence[int], label: str) -> str:
    """«1234, 1235 – quyển số 01/2026-SCT/BS»; many in a row as «1234–1240»."""
    in_a_row = list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))
    if len(numbers) > MANY and in_a_row:
        listed = f"{numbers[0]:02}–{numbers[-1]:02}"
    else:
        listed = ", ".join(f"{number:02}" for number in numbers)
    return f"{listed} – quyển số {label}"
