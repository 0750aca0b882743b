"""From submission to publication: submitted, returned, adopted, numbered and issued, published."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.files.base import File
from django.db import transaction

from motcua.bureau.drafting import access, loader, queries, rules
from motcua.bureau.drafting.acts import entry
from motcua.bureau.drafting.acts.base import in_order, moved, not_to_come, note, today, words
from motcua.bureau.drafting.acts.consultation import latest
from motcua.bureau.drafting.choices import Act, Conclusion, State
from motcua.bureau.drafting.models import Draft
from motcua.house.numbering import acts as numbering
from motcua.house.numbering.rules import AlreadyGiven
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor
from motcua.instruments.vault import acts as vault


@dataclass(frozen=True, kw_only=True)
class IssueGiven:
    """How the text was signed. `order` None takes the next number of the year's series; `whole` is typed for a kind
    whose symbol is not confirmed.
    """

    signed_on: date
    effective_on: date
    signer: str
    order: int | None = None
    whole: str = ""
    early_reason: str = ""


@transaction.atomic
def submit(draft: Draft, *, number: str, by: Actor, at: datetime) -> Draft:
    """Submit the draft to the body that issues it («trình»). Refuses: NotAllowed, ActNotOpen, NotThatWay.

    Not without a version, without the appraisal its level asks for, or against its conclusion.
    """
    before = State(access.lock(draft).state)
    draft = moved(draft, Act.SUBMIT, by=by)
    version = latest(draft)
    report = draft.appraisals.filter(signed_at__isnull=False).order_by("-number").first()
    rules.refuse_to_submit(
        before,
        needs_appraisal=queries.needs_appraisal(draft, on=today(at)),
        conclusion=Conclusion(report.conclusion) if report else None,
        is_newer=bool(report and report.signed_at and version.added_at > report.signed_at),
    )
    if draft.postings.filter(closed_on__isnull=True).exists():
        raise rules.NotThatWay("Dự thảo đang đăng tải: kết thúc đăng tải trước khi trình.")
    draft.submission_number, draft.submitted_on = words(number, "Ghi số tờ trình."), today(at)
    fields = ("state", "submission_number", "submitted_on")
    note(draft, Act.SUBMIT, by=by, at=at, fields=fields, number=draft.submission_number, version=version.number)
    return draft


@transaction.atomic
def return_draft(draft: Draft, *, reason: str, by: Actor, at: datetime) -> Draft:
    """The body sends the draft back to be mended. Refuses: NotAllowed, ActNotOpen, NotThatWay without a reason."""
    draft = moved(draft, Act.RETURN, by=by, right=access.DECIDE)
    draft.returned_reason = words(reason, "Nêu lý do trả lại.")
    note(draft, Act.RETURN, by=by, at=at, fields=("state", "returned_reason"), reason=draft.returned_reason)
    return draft


@transaction.atomic
def adopt(draft: Draft, *, adopted_on: date, votes_for: int, members: int, by: Actor, at: datetime) -> Draft:
    """Record the collective adoption: more than half of the members agree.

    Refuses: NotAllowed, ActNotOpen, NotThatWay: too few votes, a day before submission or to come.
    """
    draft = moved(draft, Act.ADOPT, by=by, right=access.DECIDE)
    not_to_come(adopted_on, at)
    in_order(draft.submitted_on or adopted_on, adopted_on, "Ngày thông qua so với ngày trình")
    if members < 1 or votes_for > members:
        raise rules.NotThatWay("Số thành viên tán thành không thể nhiều hơn tổng số thành viên.")
    if votes_for * 2 <= members:
        raise rules.NotThatWay("Chưa quá nửa tổng số thành viên tán thành: dự thảo chưa được thông qua.")
    report = draft.examinations.order_by("-number").first()
    rules.refuse_to_adopt(needs_examination=queries.needs_examination(draft), agrees=report.agrees if report else None)
    draft.adopted_on, draft.votes_for, draft.members = adopted_on, votes_for, members
    fields = ("state", "adopted_on", "votes_for", "members")
    facts = {"adopted_on": adopted_on.isoformat(), "votes_for": votes_for, "members": members}
    note(draft, Act.ADOPT, by=by, at=at, fields=fields, **facts)
    return draft


@transaction.atomic
def issue(draft: Draft, given: IssueGiven, *, by: Actor, at: datetime, file: File[bytes] | None = None) -> Draft:
    """Number the signed text in the series of its kind and calendar year, with day of signing and of effect.

    It stands in the register of legal documents from then on, both tied. Refuses: NotAllowed, ActNotOpen, NotAccepted,
    NotThatWay: no competence on the day of signing, effect too early or without its reason, a number that was given,
    a document of this number in the register that differs.
    """
    draft = moved(draft, Act.ISSUE, by=by, right=access.ISSUE)
    not_to_come(given.signed_on, at)
    in_order(draft.adopted_on or given.signed_on, given.signed_on, "Ngày ký so với ngày thông qua")
    answer = queries.competence(draft, on=given.signed_on)
    if not answer.may:
        raise rules.NotThatWay(answer.why)
    faults = queries.effect_faults(draft, given.signed_on, given.effective_on, reason=given.early_reason)
    if wrong := [fault.words for fault in faults if fault.is_wrong]:
        raise rules.NotThatWay(" ".join(wrong))
    draft.signed_on, draft.effective_on = given.signed_on, given.effective_on
    draft.signer = words(given.signer, "Ghi người ký, chức vụ.")
    draft.early_reason = given.early_reason.strip()
    draft.number = _number(draft, given)
    if Draft.objects.filter(agency_id=draft.agency_id, kind=draft.kind, number=draft.number).exists():
        raise rules.NotThatWay(f"Số {draft.number} đã có.")
    if file is not None:
        draft.issued_file = vault.store(file, name=file.name or "van-ban", by=by, at=at, purpose="issued_text")
    entry.enter(draft, by=by, at=at)
    fields = ("state", "signed_on", "effective_on", "signer", "early_reason", "number", "issued_file", "document")
    facts = {
        "number": draft.number,
        "signed_on": given.signed_on.isoformat(),
        "effective_on": given.effective_on.isoformat(),
        "early_reason": draft.early_reason,
        "document": draft.document.slug if draft.document else "",
    }
    note(draft, Act.ISSUE, by=by, at=at, fields=fields, **facts)
    return draft


def _number(draft: Draft, given: IssueGiven) -> str:
    """Order, year and symbol: a series for each kind and calendar year, from 01 [30/2020/NĐ-CP, 15]."""
    symbol = loader.law().kind(draft.kind).symbol
    if not symbol:
        return words(given.whole, "Ký hiệu của loại văn bản này chưa được xác nhận: ghi cả số và ký hiệu.")
    year = given.signed_on.year
    scope = f"legal/{office.directory().unit(draft.agency_id).code}/{draft.kind}/{year}"
    if given.order is not None:
        try:
            numbering.start_at(scope, given.order)
        except AlreadyGiven as refusal:
            raise rules.NotThatWay(str(refusal)) from refusal
    return f"{numbering.next_number(scope):02}/{year}/{symbol}"


@transaction.atomic
def publish(draft: Draft, *, published_on: date, where: str, by: Actor, at: datetime) -> Draft:
    """Record the publication («đăng công báo, niêm yết»); a late one is recorded as it was.

    Refuses: NotAllowed, ActNotOpen, NotThatWay: before signing, to come, nowhere.
    """
    draft = moved(draft, Act.PUBLISH, by=by, right=access.ISSUE)
    not_to_come(published_on, at)
    in_order(draft.signed_on or published_on, published_on, "Ngày đăng so với ngày ký")
    draft.published_on, draft.published_where = published_on, words(where, "Ghi nơi đăng, niêm yết.")
    fields = ("state", "published_on", "published_where")
    facts = {"published_on": published_on.isoformat(), "where": draft.published_where}
    note(draft, Act.PUBLISH, by=by, at=at, fields=fields, **facts)
    return draft
