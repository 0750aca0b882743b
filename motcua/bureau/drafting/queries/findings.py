"""What the machine found in a draft: its own checks, the bases against the register, the format against its rules."""

from datetime import date

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.choices import CommentState
from motcua.bureau.drafting.models import Answer, Comment, Draft, DraftVersion
from motcua.bureau.drafting.queries.bases import basis_findings, own_references
from motcua.bureau.drafting.queries.law import competence, effect_faults, limit, missing_papers, step_row
from motcua.instruments.vault import queries as vault
from motcua.legal.formats import queries as formats
from motcua.legal.formats.choices import Profile, Severity

MOST = 40
"""Findings of format shown; the page of the format checker shows them all."""


def machine_findings(draft: Draft, *, on: date) -> rules.Machine:
    """Everything seen in the latest version and in the procedure so far, and what was not looked at, and why."""
    version = draft.versions.select_related("file").order_by("-number").first()
    own = rules.own_findings(facts_of(draft, version, on=on))
    if version is None:
        missed = tuple(rules.NotRun(key, "Mọi kiểm tra trên văn bản", "chưa có phiên bản nào") for key in "ABDG")
        return rules.Machine(findings=own, not_run=missed)
    signed = draft.signed_on or draft.planned_on
    format_found, format_missed = _format(version, on=signed)
    if not version.text.strip():
        why = f"không đọc được chữ trong tệp “{version.file.name}”"
        missed = tuple(rules.NotRun(key, "Các kiểm tra theo câu chữ", why) for key in "ABDG")
        return rules.Machine(findings=(*own, *format_found), not_run=(*missed, *format_missed))
    words = (*basis_findings(draft, version.text, on=signed), *own_references(version.text))
    not_run = (rules.NotRun("E", "So với nội dung được giao quy định", "máy chưa làm được, người thẩm định đối chiếu"),)
    return rules.Machine(findings=(*own, *words, *format_found), not_run=(*not_run, *format_missed))


def _format(version: DraftVersion, *, on: date) -> tuple[tuple[rules.Finding, ...], tuple[rules.NotRun, ...]]:
    """Format and technique of the file on the day, and why it was not checked where it could not be."""
    try:
        report = formats.check(vault.read(version.file), profile=Profile.QPPL, on=on)
    except formats.Unusable as refusal:
        return (), (rules.NotRun("G", "Kiểm tra thể thức, kỹ thuật trình bày", str(refusal).rstrip(".")),)
    found = [
        rules.Finding(
            "G",
            f"{one.place}: {one.rule.title}: {one.fault.found}",
            is_wrong=one.rule.severity is Severity.ERROR,
            by=one.rule.by,
        )
        for one in report.findings
        if one.rule.severity is not Severity.NOTE
    ]
    left = len(found) - MOST
    more = (
        (rules.NotRun("G", f"Còn {left} phát hiện về thể thức", "xem ở trang kiểm tra thể thức"),) if left > 0 else ()
    )
    return tuple(found[:MOST]), more


def facts_of(draft: Draft, version: DraftVersion | None, *, on: date) -> rules.DraftFacts:
    """The facts of the procedure as the rules take them."""
    appraisal = draft.appraisals.order_by("-number").first()
    unhandled = Answer.objects.filter(recipient__round__draft=draft, verdict="").count()
    comments = Comment.objects.filter(posting__draft=draft, verdict="").exclude(state=CommentState.HIDDEN).count()
    return rules.DraftFacts(
        title=draft.title,
        text=version.text if version else "",
        competence=competence(draft, on=draft.signed_on or draft.planned_on),
        rounds=[
            rules.Period(from_on=one.sent_on, to_on=one.due_on, least=limit(draft, "consult", on=one.sent_on))
            for one in draft.rounds.order_by("number")
        ],
        postings=[
            rules.Period(from_on=one.from_on, to_on=one.to_on, least=limit(draft, "posting", on=one.from_on))
            for one in draft.postings.order_by("from_on")
        ],
        posting_row=step_row(draft, "posting", on=on),
        missing_papers=[row.name for row in missing_papers(appraisal)] if appraisal else (),
        unhandled=unhandled + comments,
        effect=effect_faults(draft, draft.signed_on, draft.effective_on, reason=draft.early_reason)
        if draft.signed_on and draft.effective_on
        else (),
    )
