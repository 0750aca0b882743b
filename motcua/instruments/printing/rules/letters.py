"""Letters and small things: a general result letter, and the visible part of a digital signature.

Legal basis: [30/2020/NĐ-CP, Phụ lục I]. Vietnamese words: trích yếu = subject · kính gửi · nơi nhận = copies to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Row, Signatory


@dataclass(frozen=True, kw_only=True)
class ResultLetter(Paper):
    """A letter or decision with a name («Thông báo») or, when `kind` is empty, an official letter («công văn»).

    `issuer` is who decides («Trưởng phòng Tư pháp»), the line over the bases of a decision.
    """

    layout: ClassVar[str] = "result_letter"
    title: ClassVar[str] = "Công văn"
    letterhead: Letterhead
    number: str
    kind: str = ""
    subject: str
    issuer: str = ""
    to: Sequence[str] = ()
    bases: Sequence[str] = ()
    paragraphs: Sequence[str]
    rows: Sequence[Row] = ()
    copies_to: Sequence[str] = ()
    signatory: Signatory

    @property
    def heading(self) -> str:
        """The kind, or «Công văn»."""
        return self.kind or self.title


@dataclass(frozen=True, kw_only=True)
class SignatureBlock(Paper):
    """The lines a digital signature shows: who, which office, when; sized in points to fit its place."""

    layout: ClassVar[str] = "signature_block"
    title: ClassVar[str] = "Chữ ký số"
    lines: Sequence[Row]
    at: datetime
    width: float
    height: float
    image: bytes = b""
