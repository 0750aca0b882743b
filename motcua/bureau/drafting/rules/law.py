"""The law of making legal documents as dated rows: regimes, competence, limits, papers, contents. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from motcua.base.states import NotThatWay


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the law: the days it holds, the text it rests on, how sure that is."""

    from_on: date
    to_on: date | None
    by: str
    source: str
    sure: str

    def holds_on(self, on: date) -> bool:
        """Both days count."""
        return self.from_on <= on and (self.to_on is None or on <= self.to_on)

    @property
    def is_sure(self) -> bool:
        """Whether it needs no «cần xác nhận»."""
        return self.sure == "high"


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, kw_only=True)
class Regime(Row):
    """A law with the decrees under it."""

    key: str
    name: str
    decrees: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of legal document; `symbol` is empty where it is not confirmed."""

    key: str
    name: str
    short: str
    symbol: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Competence(Row):
    """Whether a kind may be issued at a level; `why` not, or under which condition."""

    kind: str
    level: str
    may: bool
    why: str = ""
    condition: str = ""


@dataclass(frozen=True, kw_only=True)
class LimitRow(Row):
    """A step and its days; `exists` is false where the step is not laid down; no kinds means every kind."""

    key: str
    levels: tuple[str, ...]
    kinds: tuple[str, ...]
    days: int
    anchor: str
    urgent: bool
    exists: bool

    def fits(self, key: str, kind: str, level: str) -> bool:
        """Whether the row speaks of this step, kind and level."""
        return self.key == key and level in self.levels and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, kw_only=True)
class PaperRow(Row):
    """A paper of the appraisal dossier; `must` is false where it is needed only when it applies."""

    key: str
    name: str
    must: bool


@dataclass(frozen=True, kw_only=True)
class Content:
    """One of the eight contents of an appraisal."""

    key: str
    name: str
    items: tuple[str, ...]
    by: str
    source: str
    sure: str


@dataclass(frozen=True, kw_only=True)
class Rank:
    """A place in the order of texts, 1 the highest: by type and part of the number, or by kind and level."""

    rank: int
    types: tuple[str, ...]
    symbol: str
    kind: str
    level: str
    by: str
    source: str
    sure: str


@dataclass(frozen=True, kw_only=True)
class Check(Row):
    """One thing the machine looks for: under which content, what it is called, what is to be done about a finding."""

    key: str
    content: str
    name: str
    remedy: str


@dataclass(frozen=True)
class Answer:
    """Whether a body may issue a kind on a day: `why` not, or the `condition`; the row it rests on, if there is one."""

    may: bool
    why: str
    condition: str = ""
    row: Competence | None = None


@dataclass(frozen=True, kw_only=True)
class Law:
    """Everything `law/drafting` says."""

    regimes: tuple[Regime, ...]
    kinds: tuple[Kind, ...]
    competence: tuple[Competence, ...]
    limits: tuple[LimitRow, ...]
    papers: tuple[PaperRow, ...]
    contents: tuple[Content, ...]
    ranks: tuple[Rank, ...]
    checks: tuple[Check, ...] = ()

    def regime_on(self, on: date) -> Regime:
        """The law that governs the day. Refuses: NotThatWay before 01/07/2016."""
        found = _holding(self.regimes, on)
        if not found:
            raise NotThatWay(f"Chưa có dữ liệu về luật ban hành văn bản áp dụng ngày {on:%d/%m/%Y}.")
        return found[0]

    def kind(self, key: str) -> Kind:
        """The kind with that key. Refuses: NotThatWay."""
        for one in self.kinds:
            if one.key == key:
                return one
        raise NotThatWay("Chọn loại văn bản.")

    def may_issue(self, kind: str, level: str, on: date) -> Answer:
        """May this body issue this kind on this day, and why not [64/2025/QH15, 4]."""
        rows = [row for row in _holding(self.competence, on) if (row.kind, row.level) == (kind, level)]
        if not rows:
            return Answer(may=False, why=f"Không có quy định về thẩm quyền này cho ngày {on:%d/%m/%Y}.")
        return Answer(may=rows[0].may, why=rows[0].why, condition=rows[0].condition, row=rows[0])

    def limit(self, key: str, *, kind: str, level: str, on: date, urgent: bool = False) -> LimitRow | None:
        """The limit of a step on the day; the shortened one where there is one. None: nothing is laid down.

        A step that does not exist for this level answers None as well: ask `step_row` for the row that says so.
        """
        row = self.step_row(key, kind=kind, level=level, on=on, urgent=urgent)
        return row if row and row.exists else None

    def step_row(self, key: str, *, kind: str, level: str, on: date, urgent: bool = False) -> LimitRow | None:
        """The row of a step, also one that says there is none."""
        rows = [row for row in _holding(self.limits, on) if row.fits(key, kind, level)]
        shortened = [row for row in rows if row.urgent]
        ordinary = [row for row in rows if not row.urgent]
        return next(iter(shortened if urgent and shortened else ordinary), None)

    def needs_appraisal(self, *, kind: str, level: str, on: date) -> bool:
        """Whether the text is appraised before it is submitted."""
        return self.limit("appraisal_report", kind=kind, level=level, on=on) is not None

    def rank_of_text(self, type_name: str, number: str) -> int | None:
        """The rank of a central text by its type and number; None for a local one, or one that fits no row."""
        fits = (row for row in self.ranks if type_name in row.types and row.symbol in number)
        return next((row.rank for row in sorted(fits, key=lambda row: (not row.symbol, row.rank))), None)

    def rank_of_kind(self, kind: str, level: str) -> int | None:
        """The rank of a local text."""
        return next((row.rank for row in self.ranks if (row.kind, row.level) == (kind, level)), None)

    def check(self, key: str, on: date) -> Check | None:
        """The check as the law of the day has it; before the first regime the oldest row speaks."""
        rows = [row for row in self.checks if row.key == key]
        return next((row for row in rows if row.holds_on(on)), rows[0] if rows else None)

    def papers_on(self, on: date) -> tuple[PaperRow, ...]:
        """Papers of the appraisal dossier of the day."""
        return tuple(_holding(self.papers, on))

    def examined(self) -> tuple[Content, ...]:
        """Contents A to G; H is the conclusion."""
        return tuple(one for one in self.contents if one.key != "H")


def _holding(rows: Sequence[R], on: date) -> list[R]:
    return [row for row in rows if row.holds_on(on)]


def missing_papers(rows: Sequence[PaperRow], given: Sequence[str]) -> tuple[PaperRow, ...]:
    """Papers that must be in the dossier and are not; all of them, so that they are asked for once."""
    return tuple(row for row in rows if row.must and row.key not in given)
