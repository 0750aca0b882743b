"""Report on the enforcement of law («báo cáo tình hình thi hành pháp luật»), with its annexes.

Legal basis: layout of [30/2020/NĐ-CP, Phụ lục I]; content after [59/2012/NĐ-CP] or [80/2025/NĐ-CP, 10].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, Signatory


@dataclass(frozen=True, kw_only=True)
class ReportSection:
    """«Mục»: a numbered heading and its paragraphs."""

    heading: str
    paragraphs: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ReportAnnex:
    """«Phụ lục»: its number, title, head and lines; every cell as text."""

    number: str
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class LawWatchReport(Paper):
    """«Báo cáo tình hình thi hành pháp luật» of a period; each annex begins a page."""

    layout: ClassVar[str] = "law_watch_report"
    title: ClassVar[str] = "Báo cáo"
    letterhead: Letterhead
    number: str
    subject: str
    to: Sequence[str] = ()
    sections: Sequence[ReportSection]
    annexes: Sequence[ReportAnnex] = ()
    copies_to: Sequence[str] = ()
    signatory: Signatory
