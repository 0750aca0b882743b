"""What the machine found in a draft: one narrow place where the checks of other modules come in."""

from datetime import date

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.choices import CommentState
from motcua.bureau.drafting.models import Answer, Comment, Draft, DraftVersion
from motcua.bureau.drafting.queries.law import competence, effect_faults, limit, missing_papers, step_row


def machine_findings(draft: Draft, *, on: date) -> rules.Machine:
    """Everything seen in the latest version and in the procedure so far, and what was not looked at, and why."""
    version = draft.versions.select_related("file").order_by("-number").first()
    own = rules.own_findings(facts_of(draft, version, on=on))
    return rules.Machine(findings=own, not_run=_not_run(version))


def _not_run(version: DraftVersion | None) -> tuple[rules.NotRun, ...]:
    if version is None:
        return tuple(rules.NotRun(key, "Mọi kiểm tra trên văn bản", "chưa có phiên bản nào") for key in "ABDG")
    found = [
        rules.NotRun("B", "Đối chiếu căn cứ với cơ sở dữ liệu văn bản", "chức năng chưa được cài đặt"),
        rules.NotRun("D", "Kiểm tra các viện dẫn trong văn bản", "chức năng chưa được cài đặt"),
        rules.NotRun("G", "Kiểm tra thể thức, kỹ thuật trình bày", "chức năng chưa được cài đặt"),
    ]
    if not version.text.strip():
        why = f"không đọc được chữ trong tệp “{version.file.name}”"
        found += [rules.NotRun(key, "Các kiểm tra theo câu chữ", why) for key in "ADG"]
    return tuple(found)


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
