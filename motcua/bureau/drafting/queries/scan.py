"""A text held against everything a machine can hold it against, in one go: bases, competence, references, effect,
repeal, delegated points, format. Nothing is kept; the same for a file dropped in and for a version of a draft.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from motcua.bureau.drafting import loader, rules
from motcua.bureau.drafting.queries.bases import basis_findings, cited_in
from motcua.bureau.drafting.queries.dead import dead_references
from motcua.bureau.drafting.queries.delegated import delegations
from motcua.bureau.drafting.queries.references import own_references
from motcua.bureau.drafting.queries.text import words_of
from motcua.instruments.vault.rules import Kind
from motcua.legal.formats import queries as formats
from motcua.legal.formats.choices import Profile, Severity, Sight
from motcua.legal.formats.rules.findings import Fault, Finding, FormatRule
from motcua.legal.formats.rules.paper import Para
from motcua.legal.lawbase.rules.header import header_of
from motcua.legal.lawbase.rules.structure import parse

MOST = 200
"""Findings of format shown; the page of the format checker shows them all."""


@dataclass(frozen=True)
class Scan:
    """What was seen in one file: the machine's list, the text it was seen in, what the text shall be."""

    machine: rules.Machine
    source: rules.Source
    about: rules.About
    report: formats.Report | None = None


def read(content: bytes, mime: str) -> rules.Source:
    """The paragraphs of a file with their places; empty for pictures and scans without text."""
    if mime == Kind.DOCX.mime:
        try:
            paras = formats.paragraphs(content)
        except formats.Unusable:
            return rules.plain("")
        return rules.placed([(one.text, one.uid + 1, one.spot.page) for one in paras])
    return rules.plain(words_of(content, mime))


def scan(content: bytes, mime: str, about: rules.About) -> Scan:
    """Everything seen in the file, in the order of the contents, each with place, rule and remedy."""
    source = read(content, mime)
    report, missed = _format(content, about)
    of_format = rules.merged(_as_finding(one) for one in _told(report))
    left = len(of_format) - MOST
    if left > 0:
        missed = (*missed, rules.NotRun("G", f"Còn {left} phát hiện về thể thức", "xem ở trang kiểm tra thể thức"))
    if not source.text.strip():
        unread = tuple(
            rules.NotRun(key, "Các kiểm tra theo câu chữ", "không đọc được chữ trong tệp") for key in "ABCDEG"
        )
        return Scan(rules.Machine(of_format[:MOST], (*unread, *missed)), source, about, report)
    about = _completed(about, source)
    found, more = _words(source, about)
    if report is not None and report.file_kind == "docx":
        found = [one for one in found if one.key != "effect_clause" or not one.words.startswith("Ghi")]
    dressed = tuple(dress(one, source, about) for one in found)
    by_content = sorted((*dressed, *of_format[:MOST]), key=lambda one: one.content)
    return Scan(rules.Machine(tuple(by_content), (*more, *missed)), source, about, report)


def _completed(about: rules.About, source: rules.Source) -> rules.About:
    """With what the text itself says, where nobody has said it."""
    told = rules.effect_in(source)
    title = about.title or header_of(parse(source.text)).abstract
    return replace(
        about,
        title=title,
        effective_on=about.effective_on or (told[0] if told else None),
        is_urgent=about.is_urgent or rules.is_shortened(source),
    )


def _words(source: rules.Source, about: rules.About) -> tuple[list[rules.Finding], tuple[rules.NotRun, ...]]:
    cited = cited_in(source.text)
    found = [
        *(rules.scope_findings(source, about.title) if about.title else ()),
        *basis_findings(source, cited, about),
        *_competence(source, about),
        *own_references(source, cited),
        *dead_references(source, cited, about),
        *rules.procedure_words(source),
        *_effect(source, about),
        *rules.effect_findings(source),
        *rules.repeal_findings(source),
        *rules.delegated_findings(delegations(source, cited, about)),
    ]
    kind = rules.kind_in(source)[0] or about.kind
    answer = loader.law().may_issue(kind, about.level, about.signed_on)
    asks = (rules.NotRun("C", "Thẩm quyền về nội dung", answer.condition.rstrip(".")),) if answer.condition else ()
    return found, asks


def _competence(source: rules.Source, about: rules.About) -> Iterator[rules.Finding]:
    """May this body issue this kind at this level on this day: what the text calls itself counts."""
    told, at = rules.kind_in(source)
    kind = told or about.kind
    answer = loader.law().may_issue(kind, about.level, about.signed_on)
    if not answer.may:
        row = answer.row
        by, is_sure = (row.by, row.is_sure) if row else ("", True)
        yield rules.Finding(content="C", key="competence", words=answer.why, by=by, is_sure=is_sure, at=at)
    elif told and told != about.kind:
        law = loader.law()
        words = f"Dự thảo ghi là {law.kind(told).name}, hồ sơ ghi là {law.kind(about.kind).name}."
        yield rules.Finding(content="C", key="competence", words=words, is_wrong=False, at=at)


def _effect(source: rules.Source, about: rules.About) -> Iterator[rules.Finding]:
    if about.effective_on is None:
        return
    least = loader.law().limit("effect", kind=about.kind, level=about.level, on=about.signed_on, urgent=about.is_urgent)
    told = rules.effect_in(source)
    reason = about.early_reason or ("nêu trong văn bản" if rules.is_shortened(source) else "")
    days = {"signed_on": about.signed_on, "effective_on": about.effective_on}
    for fault in rules.effect_faults(**days, least=least, is_urgent=about.is_urgent, reason=reason):
        key = "retroactive" if about.effective_on < about.signed_on else "effect_day"
        at = told[1] if told else None
        yield rules.Finding(content="D", key=key, words=fault.words, is_wrong=fault.is_wrong, at=at)


def dress(one: rules.Finding, source: rules.Source, about: rules.About) -> rules.Finding:
    """The finding with its place in the text and the name, rule and remedy of its check on the day."""
    check = loader.law().check(one.key, about.signed_on)
    here = source.passage(one.at) if one.at is not None else None
    return replace(
        one,
        place=source.place(one.at),
        quote=source.quote(one.at),
        name=check.name if check else "",
        remedy=check.remedy if check else "",
        by=one.by or (check.by if check else ""),
        is_sure=one.is_sure and (check.is_sure if check else True),
        paragraph=here.number - 1 if here and source.unit == "đoạn" else None,
    )


def delegations_of(seen: Scan) -> tuple[rules.Delegation, ...]:
    """What the bases give this body to settle, side by side with the articles of what was read."""
    return delegations(seen.source, cited_in(seen.source.text), seen.about)


# --- format -----------------------------------------------------------------------------------
def _format(content: bytes, about: rules.About) -> tuple[formats.Report | None, tuple[rules.NotRun, ...]]:
    """Format and technique of the file on the day, and why it was not checked where it could not be."""
    try:
        return formats.check(content, profile=Profile.QPPL, on=about.signed_on), ()
    except formats.Unusable as refusal:
        return None, (rules.NotRun("G", "Kiểm tra thể thức, kỹ thuật trình bày", str(refusal).rstrip(".")),)


def _told(report: formats.Report | None) -> Iterator[Finding]:
    if report is not None:
        yield from (one for one in report.findings if one.rule.severity is not Severity.NOTE)


def _as_finding(one: Finding) -> rules.Finding:
    return rules.Finding(
        content="G",
        key=one.rule.id,
        words=f"{one.rule.title}: {one.fault.found}",
        is_wrong=one.rule.severity is Severity.ERROR,
        by=f"{one.rule.by} ({one.rule.id})",
        place=one.place,
        quote=one.fault.excerpt,
        name=one.rule.title,
        remedy=one.fault.wanted or one.rule.demands,
        is_sure=one.rule.sure == "high",
        paragraph=one.fault.para.uid if one.fault.para else None,
    )


def marked(content: bytes, seen: Scan) -> bytes:
    """The Word file with a comment at each place found. Refuses: Unusable, LettersChanged."""
    paras = {one.uid: one for one in formats.paragraphs(content)}
    made = [mark for one in seen.machine.findings for mark in _as_marks(one, paras, seen.about)]
    report = seen.report or formats.check(content, profile=Profile.QPPL, on=seen.about.signed_on)
    return formats.marked(content, replace(report, findings=tuple(made)))


def _as_marks(one: rules.Finding, paras: Mapping[int, Para], about: rules.About) -> Iterator[Finding]:
    """A comment at the place, and at each other with the very same fault."""
    rule = FormatRule(
        id=one.content if one.key and not one.key.startswith(("Q-", "K-")) else one.key,
        profile=Profile.QPPL,
        title=one.name or one.content,
        demands=one.remedy,
        severity=Severity.ERROR if one.is_wrong else Severity.WARNING,
        seen_by=Sight.MACHINE,
        mends=False,
        by=one.by,
        from_on=about.signed_on,
    )
    for number in (one.paragraph, *one.also):
        para = paras.get(number) if number is not None else None
        yield Finding(rule, Fault(one.words.rstrip("."), para, one.quote))
