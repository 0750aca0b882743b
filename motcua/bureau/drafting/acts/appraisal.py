"""The appraisal («thẩm định»): asked for, its dossier checked once, each content judged, the report signed."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import Max

from motcua.base.worktime import loader as worktime_files
from motcua.bureau.drafting import access, loader, queries, rules
from motcua.bureau.drafting.acts.base import moved, note, today, words
from motcua.bureau.drafting.acts.consultation import latest
from motcua.bureau.drafting.choices import Act, Conclusion, Judgement
from motcua.bureau.drafting.models import Appraisal, AppraisalPaper, Draft, Opinion
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import Actor, Capacity, UnitRow
from motcua.instruments.printing import queries as printing
from motcua.instruments.printing.rules import Paper
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing import queries as keys
from motcua.instruments.signing.rules import Block, Signer
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault import queries as files

if TYPE_CHECKING:
    from motcua.instruments.signing.models import SigningKey

KEPT = ("words", "is_wrong", "by", "place", "quote", "remedy")
"""What is kept of a finding beside the opinion."""
Papers = Mapping[str, File[bytes] | None]
"""Papers handed in by key: a file, or None for one handed in on paper."""


@transaction.atomic
def request_appraisal(draft: Draft, *, letter: str, papers: Papers, by: Actor, at: datetime) -> Appraisal:
    """Send the latest version with its dossier to the appraiser, or complete a dossier that was sent back.

    What is missing does not hold the request up: the appraiser says so, once, with everything that is missing.
    Refuses: NotAllowed, ActNotOpen, NotAccepted, NotThatWay: a posting still open, no appraisal at this level,
    no meeting day where the limit counts from it.
    """
    draft = moved(draft, Act.REQUEST_APPRAISAL, by=by)
    on = today(at)
    if not queries.needs_appraisal(draft, on=on):
        raise rules.NotThatWay("Ở cấp này, văn bản không qua thẩm định: trình thẳng.")
    if draft.postings.filter(closed_on__isnull=True).exists():
        raise rules.NotThatWay("Dự thảo đang đăng tải: kết thúc đăng tải trước khi gửi thẩm định.")
    queries.report_due(draft, at=at)
    appraisal = draft.appraisals.select_for_update(of=("self",)).filter(signed_at__isnull=True).first()
    if appraisal is None:
        number = (draft.appraisals.aggregate(last=Max("number"))["last"] or 0) + 1
        appraisal = Appraisal(draft=draft, number=number)
    appraisal.version, appraisal.letter = latest(draft), words(letter, "Ghi số văn bản đề nghị thẩm định.")
    appraisal.requested_at, appraisal.requested_by = at, by.name
    appraisal.save()
    _keep(appraisal, papers, by=by, at=at)
    given = sorted(appraisal.papers.values_list("key", flat=True))
    facts = {"number": appraisal.number, "letter": appraisal.letter, "papers": given}
    note(draft, Act.REQUEST_APPRAISAL, by=by, at=at, fields=("state",), version=appraisal.version.number, **facts)
    return appraisal


def _keep(appraisal: Appraisal, papers: Papers, *, by: Actor, at: datetime) -> None:
    known = {row.key for row in loader.law().papers_on(today(at))}
    for key, file in papers.items():
        if key not in known:
            raise rules.NotThatWay("Giấy tờ này không thuộc hồ sơ thẩm định.")
        stored = None
        if file is not None:
            stored = vault.store(file, name=file.name or key, by=by, at=at, purpose="appraisal_paper")
        AppraisalPaper.objects.update_or_create(appraisal=appraisal, key=key, defaults={"file": stored})


@transaction.atomic
def ask_missing(appraisal: Appraisal, *, by: Actor, at: datetime) -> Appraisal:
    """Send the dossier back with everything that is missing, listed once.

    Refuses: NotAllowed, ActNotOpen, NotThatWay when nothing is missing or it was asked once already.
    """
    draft = moved(appraisal.draft, Act.ASK_MISSING, by=by, right=access.APPRAISE)
    access.require_other(by, draft)
    appraisal = Appraisal.objects.select_for_update(of=("self",)).get(pk=appraisal.pk)
    missing = queries.missing_papers(appraisal)
    if not missing:
        raise rules.NotThatWay("Hồ sơ đã đủ giấy tờ.")
    known = set(appraisal.asked)
    if appraisal.asked_at is not None and not {row.key for row in missing} <= known:
        raise rules.NotThatWay("Hồ sơ chỉ được yêu cầu bổ sung một lần, nêu hết giấy tờ còn thiếu.")
    appraisal.asked, appraisal.asked_at = [row.key for row in missing], at
    appraisal.save(update_fields=["asked", "asked_at"])
    note(draft, Act.ASK_MISSING, by=by, at=at, fields=("state",), missing=appraisal.asked)
    return appraisal


@transaction.atomic
def receive_dossier(appraisal: Appraisal, *, by: Actor, at: datetime) -> Appraisal:
    """Take in the full dossier; the due day of the report counts from now or back from the meeting.

    Refuses: NotAllowed (also to who drafted the text), ActNotOpen, NotThatWay when papers are missing.
    """
    draft = moved(appraisal.draft, Act.RECEIVE_DOSSIER, by=by, right=access.APPRAISE)
    access.require_other(by, draft)
    appraisal = Appraisal.objects.select_for_update(of=("self",)).get(pk=appraisal.pk)
    if missing := queries.missing_papers(appraisal):
        raise rules.NotThatWay(f"Hồ sơ còn thiếu: {'; '.join(row.name for row in missing)}.")
    appraisal.received_at, appraisal.received_by = at, by.name
    appraisal.due_on = queries.report_due(draft, at=at)
    appraisal.save(update_fields=["received_at", "received_by", "due_on"])
    facts = {"number": appraisal.number, "due_on": appraisal.due_on.isoformat()}
    facts["calendar"] = worktime_files.calendar().version
    note(draft, Act.RECEIVE_DOSSIER, by=by, at=at, fields=("state",), **facts)
    return appraisal


@transaction.atomic
def write_opinion(
    appraisal: Appraisal, content: str, *, judgement: Judgement, text: str, by: Actor, at: datetime
) -> Opinion:
    """Judge one content and write why; what the machine found by then is kept beside it.

    Refuses: NotAllowed, ActNotOpen, NotThatWay: no such content, or a change asked for without words.
    """
    draft = moved(appraisal.draft, Act.WRITE_OPINION, by=by, right=access.APPRAISE)
    access.require_other(by, draft)
    if content not in {one.key for one in loader.law().examined()}:
        raise rules.NotThatWay("Không có nội dung thẩm định này.")
    cleaned = text.strip()
    if judgement in {Judgement.MEND, Judgement.UNFIT} and not cleaned:
        raise rules.NotThatWay("Ghi rõ nội dung cần chỉnh lý hoặc không phù hợp.")
    found = queries.machine_findings(draft, on=today(at)).under(content)
    opinion, _ = Opinion.objects.update_or_create(
        appraisal=appraisal,
        content=content,
        defaults={
            "judgement": judgement.value,
            "text": cleaned,
            "machine": [{name: getattr(one, name) for name in KEPT} for one in found],
            "written_at": at,
            "written_by": by.name,
        },
    )
    note(draft, Act.WRITE_OPINION, by=by, at=at, content=content, judgement=judgement.value, text=cleaned)
    return opinion


@transaction.atomic
def sign_report(
    appraisal: Appraisal,
    *,
    number: str,
    conclusion: Conclusion,
    conclusion_words: str,
    by: Actor,
    at: datetime,
    pin: str = "",
) -> Appraisal:
    """Sign the report: printed, signed (PAdES) and kept, all or nothing; the draft is then appraised.

    Refuses: NotAllowed to who holds no signing post for this unit on that day, has no key, or drafted the text;
    ActNotOpen; NotThatWay while a content has no opinion, or «đủ điều kiện» beside one that asks for change.
    """
    draft = moved(appraisal.draft, Act.SIGN_REPORT, by=by, right=access.DECIDE)
    access.require_other(by, draft)
    appraisal = Appraisal.objects.select_for_update(of=("self",)).select_related("version").get(pk=appraisal.pk)
    _refuse_unfinished(appraisal, conclusion)
    capacity = _capacity(draft, by, at)
    appraisal.report_number = words(number, "Ghi số, ký hiệu báo cáo thẩm định.")
    appraisal.conclusion, appraisal.conclusion_words = conclusion.value, conclusion_words.strip()
    paper = queries.report_paper(appraisal, signatory=queries.signatory(draft, by.name, capacity), on=today(at))
    appraisal.signed_by, appraisal.signed_at = by.name, at
    appraisal.signed_title = queries.title_of(capacity)
    pdf = _signed(paper, draft, appraisal, by=by, at=at, pin=pin)
    name = f"bao-cao-tham-dinh-{appraisal.report_number}.pdf".replace("/", "-")
    appraisal.report = vault.store(pdf, name=name, by=by, at=at, purpose="appraisal_report", is_own=True)
    appraisal.save()
    facts = {"number": appraisal.report_number, "conclusion": conclusion.value, "sha256": appraisal.report.sha256}
    note(draft, Act.SIGN_REPORT, by=by, at=at, fields=("state",), **facts)
    return appraisal


@transaction.atomic
def seal_report(appraisal: Appraisal, *, by: Actor, at: datetime, pin: str = "") -> Appraisal:
    """Put the office's own signature after the head's («đóng dấu»); only on a report that is signed, once.

    Refuses: NotAllowed to who does not keep the seal, or while the agency has no certificate; NotThatWay.
    [30/2020/NĐ-CP, 32]
    """
    draft = moved(appraisal.draft, Act.SEAL_REPORT, by=by, right=access.ISSUE)
    appraisal = Appraisal.objects.select_for_update(of=("self",)).select_related("report").get(pk=appraisal.pk)
    if appraisal.signed_at is None or appraisal.report is None:
        raise rules.NotThatWay("Chỉ đóng dấu báo cáo đã có chữ ký của người có thẩm quyền.")
    if appraisal.sealed_at is not None:
        raise rules.NotThatWay("Báo cáo này đã được đóng dấu.")
    unit, key = _seal(draft, at)
    signer = Signer(holder_id=unit.id, name=unit.name, unit_name=unit.name)
    signed = files.read(appraisal.report)
    pdf = signing.seal(signed, key=key, unit=signer, at=at, number=appraisal.report_number, pin=pin)
    name = appraisal.report.name
    appraisal.report = vault.store(pdf, name=name, by=by, at=at, purpose="appraisal_report", is_own=True)
    appraisal.sealed_by, appraisal.sealed_at = by.name, at
    appraisal.save(update_fields=["report", "sealed_by", "sealed_at"])
    facts: dict[str, Any] = {"number": appraisal.report_number, "unit": unit.code, "sha256": appraisal.report.sha256}
    note(draft, Act.SEAL_REPORT, by=by, at=at, **facts)
    return appraisal


def _seal(draft: Draft, at: datetime) -> "tuple[UnitRow, SigningKey]":
    """The seal of the unit that appraises, else of its agency. Refuses: NotAllowed."""
    directory = office.directory()
    unit = office.continuing(directory.unit(draft.unit_id), today(at))
    for holder in (unit, directory.agency(unit)):
        if (key := keys.key_of(holder.id, at=at)) is not None:
            return holder, key
    raise NotAllowed("Cơ quan chưa có chứng thư chữ ký số còn hiệu lực để đóng dấu. Liên hệ người quản trị.")


def _refuse_unfinished(appraisal: Appraisal, conclusion: Conclusion) -> None:
    written = {one.content: one for one in appraisal.opinions.all()}
    open_contents = [one.key for one in loader.law().examined() if one.key not in written]
    if open_contents:
        raise rules.NotThatWay(f"Chưa ghi ý kiến về nội dung {', '.join(open_contents)}.")
    asks = any(Judgement(one.judgement) in {Judgement.MEND, Judgement.UNFIT} for one in written.values())
    if asks and conclusion == Conclusion.READY:
        raise rules.NotThatWay("Có nội dung cần chỉnh lý hoặc không phù hợp: không kết luận đủ điều kiện trình ngay.")


def _capacity(draft: Draft, by: Actor, at: datetime) -> Capacity:
    unit = office.continuing(office.directory().unit(draft.unit_id), today(at))
    capacity = office.signing_capacity(by.officer_id, unit, today(at)) if by.officer_id else None
    if capacity is None:
        raise NotAllowed(f"Ngày {at:%d/%m/%Y} bạn không giữ vị trí ký của {unit.name}.")
    return capacity


def _signed(paper: Paper, draft: Draft, appraisal: Appraisal, *, by: Actor, at: datetime, pin: str) -> bytes:
    key = keys.key_of(by.officer_id, at=at) if by.officer_id else None
    if key is None or by.officer_id is None:
        raise NotAllowed("Bạn chưa có chứng thư chữ ký số còn hiệu lực. Liên hệ người quản trị để đăng ký.")
    spot = printing.signature_spot(paper)
    unit = office.continuing(office.directory().unit(draft.unit_id), today(at))
    return signing.sign(
        printing.render(paper),
        key=key,
        signer=Signer(holder_id=by.officer_id, name=by.name, title=appraisal.signed_title, unit_name=unit.name),
        at=at,
        reason=f"Báo cáo thẩm định {appraisal.report_number}",
        block=Block(*spot) if spot else None,
        pin=pin,
    )
