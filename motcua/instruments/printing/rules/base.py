"""What every paper shares: who issues it («cơ quan ban hành»), who signs it, its number and day.

Legal basis: the parts of an administrative document [30/2020/NĐ-CP, Phụ lục I].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

PartialDay = date | str
"""A day, or the words of an incomplete one («1956», «05/1956»), as old papers have them."""


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Top left and the place before the day: «cơ quan chủ quản», «cơ quan ban hành», «địa danh»."""

    office: str
    place: str
    parent: str = ""
    address: str = ""
    hotline: str = ""


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """Who signs: authority lines such as «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», then title and name."""

    name: str
    title: str
    authority: Sequence[str] = ()


class Row(NamedTuple):
    """One labelled line of a generic paper."""

    label: str
    value: str


class Spot(NamedTuple):
    """Where the visible signature belongs, in PDF points from the lower left corner; pages count from 1."""

    page: int
    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper: `layout` names the file in `layouts/`; `qr` is the text of the QR code, none when empty.

    `demo` and `is_draft` are written across every page, with the words that it has no legal value.
    """

    layout: ClassVar[str]
    title: ClassVar[str]
    on: date
    demo: bool = False
    is_draft: bool = False
    qr: str = ""
    code: str = ""

    @property
    def heading(self) -> str:
        """The name of the paper as printed and as the PDF's title."""
        return self.title
