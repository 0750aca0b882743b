"""Several attestations in one file, a page each: one visitor's papers, certified together and signed once.

Legal basis: each paper has its own number [01/2020/TT-BTP, 4]; the page for each is that of `rules.certification`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Signatory
from motcua.instruments.printing.rules.certification import CopyCertification, SignatureCertification, Signer


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page: its number, its book, its document; pages and copies where copies are certified."""

    number: str
    book: str
    document: str
    pages: int = 0
    copies: int = 0


@dataclass(frozen=True, kw_only=True)
class CopyCertifications(Paper):
    """«Chứng thực bản sao đúng với bản chính», one page for each original."""

    layout: ClassVar[str] = "copy_certifications"
    title: ClassVar[str] = CopyCertification.title
    letterhead: Letterhead
    signatory: Signatory
    sheets: Sequence[Sheet]


@dataclass(frozen=True, kw_only=True)
class SignatureCertifications(Paper):
    """«Lời chứng chứng thực chữ ký», one page for each document."""

    layout: ClassVar[str] = "signature_certifications"
    title: ClassVar[str] = SignatureCertification.title
    letterhead: Letterhead
    signatory: Signatory
    at: datetime
    day_in_words: str
    done_at_place: str
    signers: Sequence[Signer]
    sheets: Sequence[Sheet]
