"""Forms 01–05 of the counter: receipt, supplement request, refusal, apology, stop notice.

Legal basis: [01/2018/TT-VPCP, 9] until 14/09/2025, then [03/2025/TT-VPCP, Phụ lục I]; A5 sheets.
Vietnamese words: thành phần hồ sơ = papers · hẹn trả = due moment · phí, lệ phí = fees.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Signatory

FORMS_OF_2025 = date(2025, 9, 15)
"""From this day the forms of [03/2025/TT-VPCP] are printed."""


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Who hands in: empty lines are printed as dots, as on the paper form."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    personal_number: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperLine:
    """One paper handed in; `kind` «bản chính», «bản sao», «bản điện tử»."""

    name: str
    kind: str = ""
    copies: int = 1


@dataclass(frozen=True, kw_only=True)
class CounterPaper(Paper):
    """What the five forms share; `number` is the whole «số, ký hiệu»; `code` the dossier's code."""

    letterhead: Letterhead
    number: str
    applicant: Applicant
    request: str


@dataclass(frozen=True, kw_only=True)
class Receipt(CounterPaper):
    """Form 01 «Giấy tiếp nhận hồ sơ và hẹn trả kết quả»."""

    layout: ClassVar[str] = "receipt"
    title: ClassVar[str] = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    papers: Sequence[PaperLine]
    sets: int = 1
    time_limit: str
    received_at: datetime
    due_at: datetime
    delivery: str
    fees: str = ""
    book: str = ""
    book_line: str = ""
    officer: str


@dataclass(frozen=True, kw_only=True)
class SupplementRequest(CounterPaper):
    """Form 02 «Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ»; asked once, with everything that is missing."""

    layout: ClassVar[str] = "supplement_request"
    title: ClassVar[str] = "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
    items: Sequence[str]
    reason: str
    contact: str = ""
    officer: str


@dataclass(frozen=True, kw_only=True)
class Refusal(CounterPaper):
    """Form 03 «Phiếu từ chối tiếp nhận giải quyết hồ sơ»."""

    layout: ClassVar[str] = "refusal"
    title: ClassVar[str] = "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
    reason: str
    officer: str


@dataclass(frozen=True, kw_only=True)
class Apology(CounterPaper):
    """Form 04: «Phiếu xin lỗi và hẹn lại ngày trả kết quả», renamed by the forms of 2025."""

    layout: ClassVar[str] = "apology"
    title: ClassVar[str] = "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
    received_at: datetime
    due_at: datetime
    new_due_at: datetime
    reason: str
    counter_name: str
    signatory: Signatory

    @property
    def heading(self) -> str:
        """The title that holds on the day of the paper."""
        new = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
        return new if self.on >= FORMS_OF_2025 else self.title


@dataclass(frozen=True, kw_only=True)
class StopNotice(CounterPaper):
    """Form 05 of 2025 «Thông báo dừng giải quyết hồ sơ», when the applicant withdraws."""

    layout: ClassVar[str] = "stop_notice"
    title: ClassVar[str] = "Thông báo dừng giải quyết hồ sơ"
    received_at: datetime
    asked_at: datetime
    reason: str
    stage: str
    decision: str
    fees: str
    signatory: Signatory
