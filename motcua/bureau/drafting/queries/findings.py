"""What the machine found in a draft: its latest version as `scan` sees it, the submission, and the procedure so far."""

from collections.abc import Iterator
from datetime import date

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.choices import CommentState
from motcua.bureau.drafting.models import Answer, Comment, Draft, DraftVersion
from motcua.bureau.drafting.queries.law import level_of, limit, missing_papers, step_row
from motcua.bureau.drafting.queries.scan import Scan, dress, scan
from motcua.bureau.drafting.queries.statements import statement_findings
from motcua.house.office import queries as office
from motcua.instruments.vault import queries as vault


def machine_findings(draft: Draft, *, on: date) -> rules.Machine:
    """Everything seen in the latest version and in the procedure so far, and what was not looked at, and why."""
    about, nowhere = about_of(draft), rules.plain("")
    done = [dress(one, nowhere, about) for one in rules.procedure_findings(procedure_of(draft, on=on))]
    said, unsaid = statement_findings(draft)
    said = [dress(one, nowhere, about) for one in said]
    seen = scan_of(draft)
    if seen is None:
        missed = tuple(rules.NotRun(key, "Mọi kiểm tra trên văn bản", "chưa có phiên bản nào") for key in "ABCDEG")
        return rules.Machine(findings=(*said, *done), not_run=(*missed, *unsaid))
    found = sorted((*seen.machine.findings, *said, *done), key=lambda one: one.content)
    return rules.Machine(findings=tuple(found), not_run=(*seen.machine.not_run, *unsaid))


def scan_of(draft: Draft) -> Scan | None:
    """What is seen in the latest version; None without one."""
    version = latest_version(draft)
    return scan(vault.read(version.file), version.file.mime, about_of(draft)) if version else None


def latest_version(draft: Draft) -> DraftVersion | None:
    """The version that is looked at."""
    return draft.versions.select_related("file").order_by("-number").first()


def about_of(draft: Draft) -> rules.About:
    """What the text shall be."""
    return rules.About(
        kind=draft.kind,
        level=level_of(draft),
        signed_on=draft.signed_on or draft.planned_on,
        issuer=office.directory().unit(draft.agency_id).name,
        title=draft.title,
        effective_on=draft.effective_on,
        is_urgent=draft.is_urgent,
        early_reason=draft.early_reason or draft.urgent_reason,
    )


def procedure_of(draft: Draft, *, on: date) -> rules.Procedure:
    """The facts of the procedure as the rules take them."""
    appraisal = draft.appraisals.order_by("-number").first()
    unhandled = Answer.objects.filter(recipient__round__draft=draft, verdict="").count()
    comments = Comment.objects.filter(posting__draft=draft, verdict="").exclude(state=CommentState.HIDDEN).count()
    return rules.Procedure(
        rounds=tuple(_rounds(draft)),
        postings=[
            rules.Period(from_on=one.from_on, to_on=one.to_on, least=limit(draft, "posting", on=one.from_on))
            for one in draft.postings.order_by("from_on")
        ],
        posting_row=step_row(draft, "posting", on=on),
        missing_papers=[row.name for row in missing_papers(appraisal)] if appraisal else (),
        unhandled=unhandled + comments,
    )


def _rounds(draft: Draft) -> Iterator[rules.Period]:
    for one in draft.rounds.order_by("number"):
        yield rules.Period(from_on=one.sent_on, to_on=one.due_on, least=limit(draft, "consult", on=one.sent_on))
