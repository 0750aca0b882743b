"""What a machine can see in a draft, content by content (A to G); what it could not look at is said as well.

Plain functions over facts. Findings never decide: the appraiser does. `wording` sees what stands in the text, `bases`
the legal bases; here is the procedure.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from motcua.bureau.drafting.rules.law import LimitRow


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing seen under one content: which check saw it, where, what, on which rule, and what to do about it.

    `is_wrong` false asks for a look. `at` is a letter of the text, None for the whole of it; `place`, `quote`, `name`,
    `remedy` and, where it is empty, `by` are filled from the text and the table of checks. `also`: further paragraphs
    with the very same fault.
    """

    content: str
    words: str
    key: str = ""
    is_wrong: bool = True
    by: str = ""
    at: int | None = None
    place: str = ""
    quote: str = ""
    name: str = ""
    remedy: str = ""
    is_sure: bool = True
    paragraph: int | None = None
    also: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        """The words for who has read the name already."""
        words = self.words.removeprefix(f"{self.name}: ") if self.name else self.words
        return words[:1].upper() + words[1:]


@dataclass(frozen=True, kw_only=True)
class About:
    """What the text shall be: its kind, at which level, by whom, signed when, by which procedure.

    `effective_on` where it is decided; else the day the text gives counts.
    """

    kind: str
    level: str
    signed_on: date
    issuer: str = ""
    title: str = ""
    effective_on: date | None = None
    is_urgent: bool = False
    early_reason: str = ""


@dataclass(frozen=True)
class NotRun:
    """A check that was not made, and why."""

    content: str
    what: str
    why: str


@dataclass(frozen=True)
class Machine:
    """What was found and what was not run."""

    findings: tuple[Finding, ...] = ()
    not_run: tuple[NotRun, ...] = ()

    def under(self, content: str) -> tuple[Finding, ...]:
        """Findings of one content."""
        return tuple(one for one in self.findings if one.content == content)

    def missed(self, content: str) -> tuple[NotRun, ...]:
        """Checks of one content that were not run."""
        return tuple(one for one in self.not_run if one.content == content)


@dataclass(frozen=True, kw_only=True)
class Period:
    """An opinion round or a posting: its days and the least the law asks."""

    from_on: date
    to_on: date
    least: LimitRow | None


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """What was done for a draft so far."""

    rounds: Sequence[Period] = ()
    postings: Sequence[Period] = ()
    posting_row: LimitRow | None = None
    missing_papers: Sequence[str] = ()
    unhandled: int = 0


def merged(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One line for the very same fault in many paragraphs: the first place, and how many others."""
    first: dict[tuple[str, str], Finding] = {}
    for one in found:
        kept = first.setdefault((one.key, one.words), one)
        if kept is not one and one.paragraph is not None:
            first[one.key, one.words] = replace(kept, also=(*kept.also, one.paragraph))
    return tuple(
        replace(one, place=f"{one.place} và {len(one.also)} chỗ khác") if one.also else one for one in first.values()
    )


def procedure_findings(done: Procedure) -> Iterator[Finding]:
    """Content G: opinions and posting long enough, dossier complete, every opinion answered."""
    if not done.rounds:
        yield Finding(content="G", key="consult", words="Chưa lấy ý kiến đợt nào.")
    for no, one in enumerate(done.rounds, start=1):
        yield from _too_short(f"Lấy ý kiến đợt {no}", "consult", one)
    row = done.posting_row
    if row is not None and row.exists and not done.postings:
        words = f"Chưa đăng tải dự thảo (ít nhất {row.days} ngày)."
        yield Finding(content="G", key="posting", words=words, by=row.by, is_sure=row.is_sure)
    for one in done.postings:
        yield from _too_short("Đăng tải dự thảo", "posting", one)
    if done.missing_papers:
        words = f"Hồ sơ thẩm định thiếu: {'; '.join(done.missing_papers)}."
        yield Finding(content="G", key="dossier", words=words)
    if done.unhandled:
        words = f"Còn {done.unhandled} ý kiến chưa được tiếp thu, giải trình."
        yield Finding(content="G", key="unhandled", words=words)


def _too_short(what: str, key: str, one: Period) -> Iterator[Finding]:
    days = (one.to_on - one.from_on).days
    if one.least is not None and days < one.least.days:
        words = f"{what}: {days} ngày, ít hơn {one.least.days} ngày."
        yield Finding(content="G", key=key, words=words, by=one.least.by, is_sure=one.least.is_sure)
