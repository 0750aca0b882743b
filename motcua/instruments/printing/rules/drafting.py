"""Papers of law making: the appraisal report, and the table of opinions with what became of each.

Legal basis: layout of [30/2020/NĐ-CP, Phụ lục I]; contents after [80/2015/QH13] or [64/2025/QH15].
Vietnamese words: báo cáo thẩm định = appraisal report · bản tổng hợp, tiếp thu, giải trình ý kiến = opinion summary.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class AppraisedContent:
    """One content: its numbered name, the judgement in words, what the appraiser wrote."""

    heading: str
    verdict: str
    text: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class AppraisalReport(Paper):
    """«Báo cáo thẩm định»; the conclusion is the last section."""

    layout: ClassVar[str] = "appraisal_report"
    title: ClassVar[str] = "Báo cáo thẩm định"
    letterhead: Letterhead
    number: str
    subject: str
    to: Sequence[str] = ()
    opening: Sequence[str] = ()
    contents: Sequence[AppraisedContent]
    conclusion: str
    conclusion_words: Sequence[str] = ()
    copies_to: Sequence[str] = ()
    signatory: Signatory


@dataclass(frozen=True, kw_only=True)
class OpinionLine:
    """One opinion: whose, what it says, what the drafter did with it."""

    who: str
    opinion: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class OpinionSummary(Paper):
    """«Bản tổng hợp, tiếp thu, giải trình ý kiến» on landscape pages."""

    layout: ClassVar[str] = "opinion_summary"
    title: ClassVar[str] = "Bản tổng hợp, tiếp thu, giải trình ý kiến"
    letterhead: Letterhead
    subject: str
    counts: Sequence[str] = ()
    lines: Sequence[OpinionLine]
