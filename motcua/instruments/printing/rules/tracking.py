"""The papers that follow a dossier inside the office: control slip and tracking book.

Legal basis: forms 05 and 06 of [01/2018/TT-VPCP, 9], renumbered 06 and 07 by [03/2025/TT-VPCP, Phụ lục I].
Vietnamese words: phiếu kiểm soát quá trình giải quyết hồ sơ, sổ theo dõi hồ sơ, giao nhận = hand-over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper
from motcua.instruments.printing.rules.counter import FORMS_OF_2025


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """One line of the slip; `result` «Trước hạn», «Đúng hạn», «Quá hạn», filled in by the receiving side."""

    giver_unit: str
    giver: str
    receiver_unit: str
    receiver: str
    at: datetime | None = None
    result: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ControlSlip(Paper):
    """Form 05 (2018) or 06 (2025) «Phiếu kiểm soát quá trình giải quyết hồ sơ»."""

    layout: ClassVar[str] = "control_slip"
    title: ClassVar[str] = "Phiếu kiểm soát quá trình giải quyết hồ sơ"
    letterhead: Letterhead
    number: str
    applicant: str
    request: str
    received_at: datetime
    due_at: datetime
    resolving_unit: str
    cooperating_units: str = ""
    hand_overs: Sequence[HandOver]

    @property
    def form_number(self) -> str:
        """The number of the form on the day of the paper."""
        return "06" if self.on >= FORMS_OF_2025 else "05"


@dataclass(frozen=True, kw_only=True)
class TrackingLine:
    """One dossier in the book."""

    number: int
    code: str
    procedure: str
    sets: int
    applicant: str
    contact: str
    resolving_unit: str
    received_at: datetime
    due_at: datetime
    returned_at: datetime | None = None
    delivery: str = ""
    acknowledgement: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TrackingBook(Paper):
    """Form 06 (2018) or 07 (2025) «Sổ theo dõi hồ sơ», A4 landscape."""

    layout: ClassVar[str] = "tracking_book"
    title: ClassVar[str] = "Sổ theo dõi hồ sơ"
    letterhead: Letterhead
    book: str
    from_on: date
    to_on: date
    lines: Sequence[TrackingLine]

    @property
    def form_number(self) -> str:
        """The number of the form on the day of the paper."""
        return "07" if self.on >= FORMS_OF_2025 else "06"
