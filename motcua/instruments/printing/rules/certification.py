"""Attestations («lời chứng») that are attached to a copy or to a signed paper.

Legal basis: [23/2015/NĐ-CP]; the wording is that of its form annex.
Vietnamese words: chứng thực bản sao đúng với bản chính, chứng thực chữ ký, quyển số = book.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class Attestation(Paper):
    """What both share: number of the certification and label of the book, «01/2024-SCT/BS»."""

    letterhead: Letterhead
    number: str
    book: str
    signatory: Signatory


@dataclass(frozen=True, kw_only=True)
class CopyCertification(Attestation):
    """«Chứng thực bản sao đúng với bản chính»: the page that is joined to the copy."""

    layout: ClassVar[str] = "copy_certification"
    title: ClassVar[str] = "Chứng thực bản sao đúng với bản chính"
    document: str
    pages: int
    copies: int


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signed before the officer; `form` «ký» or «điểm chỉ»."""

    name: str
    paper: str
    form: str = "ký"


@dataclass(frozen=True, kw_only=True)
class SignatureCertification(Attestation):
    """«Lời chứng chứng thực chữ ký»; `day_in_words` as «ngày mười sáu tháng mười một năm …»."""

    layout: ClassVar[str] = "signature_certification"
    title: ClassVar[str] = "Lời chứng chứng thực chữ ký"
    at: datetime
    day_in_words: str
    done_at_place: str
    document: str
    signers: Sequence[Signer]
