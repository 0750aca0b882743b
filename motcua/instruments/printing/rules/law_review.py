"""Review slip («phiếu rà soát») and lists of legal documents («danh mục văn bản»).

Legal basis: layout of [30/2020/NĐ-CP, Phụ lục I]; content of the slip and columns of the lists after [34/2016/NĐ-CP] or
[79/2025/NĐ-CP]; the caller gives the columns, which are data.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Row, Signatory


@dataclass(frozen=True, kw_only=True)
class ReviewSlip(Paper):
    """«Phiếu rà soát văn bản»: `lines` hold number, provision, new basis, opinion and proposal."""

    layout: ClassVar[str] = "review_slip"
    title: ClassVar[str] = "Phiếu rà soát văn bản"
    letterhead: Letterhead
    document: Sequence[Row]
    path: Sequence[str] = ()
    changed: str = ""
    lines: Sequence[Sequence[str]] = ()
    opinion: str = ""
    result: Sequence[Row] = ()
    reviewer: str = ""
    decided_by: str = ""


@dataclass(frozen=True, kw_only=True)
class LegalList:
    """«Danh mục»: its form, title, head and lines; every cell as text."""

    form: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class LegalLists(Paper):
    """«Danh mục văn bản» that accompany the decision of an agency; each begins a page."""

    layout: ClassVar[str] = "legal_lists"
    title: ClassVar[str] = "Danh mục văn bản quy phạm pháp luật"
    letterhead: Letterhead
    number: str
    subject: str
    owner: str
    regime: str
    lists: Sequence[LegalList]
    signatory: Signatory
