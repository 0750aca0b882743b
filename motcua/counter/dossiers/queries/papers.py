"""What is printed of a dossier: the statutory slips, the control slip, and why it is due when it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.base.vn.rules import money
from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import loader
from motcua.counter.dossiers.choices import KIND_NAMES, RETURN_NAMES, PaperKind, PaperState, ReturnWay, Slip
from motcua.counter.dossiers.models import Dossier, DossierPaper, DossierStep, IssuedSlip
from motcua.house.office import queries as office
from motcua.house.office.rules import UnitRow
from motcua.instruments.printing import rules as paper
from motcua.instruments.printing.rules import Paper


def letterhead(unit: UnitRow) -> paper.Letterhead:
    """Top of a paper of this unit's agency: the body above it, its name, its place."""
    directory = office.directory()
    agency = directory.agency(unit)
    parent = directory.unit(agency.parent).name if agency.parent else ""
    return paper.Letterhead(office=agency.name, parent=parent, place=place_of(agency))


def place_of(agency: UnitRow) -> str:
    """«Địa danh»: the name of the place without the kind of unit [30/2020/NĐ-CP, Phụ lục I]."""
    first, _, rest = agency.short_name.partition(" ")
    if first in {"Phường", "Xã", "Tỉnh"}:
        return rest
    return agency.short_name.removeprefix("Thành phố ")


def _head(dossier: Dossier, *, code: str, number: str, at: datetime) -> dict[str, Any]:
    return {
        "on": at.astimezone(VN).date(),
        "demo": settings.DEMO,
        "code": code,
        "qr": f"{settings.SITE_URL}/tra-cuu/?ma={code}" if code else "",
        "letterhead": letterhead(office.directory().unit(dossier.received_unit_id)),
        "number": number,
        "applicant": paper.Applicant(
            name=dossier.applicant_name,
            address=dossier.address,
            phone=dossier.phone,
            email=dossier.email,
            personal_number=dossier.personal_number,
        ),
        "request": dossier.procedure_name,
    }


def number_of(slip: IssuedSlip) -> str:
    """«12/TNHS»."""
    return f"{slip.number:02}/{loader.slip_mark(slip.kind)}"


def receipt_paper(dossier: Dossier, slip: IssuedSlip, papers: Sequence[DossierPaper]) -> paper.Receipt:
    """Form 01 of an accepted dossier; the secret for the look-up stands beside the code."""
    if dossier.received_at is None or dossier.due_at is None:
        raise ValueError("Hồ sơ chưa được tiếp nhận nên chưa có giấy hẹn.")
    due_at = datetime.fromisoformat(slip.content["due_at"])
    head = _head(dossier, code=dossier.code or "", number=number_of(slip), at=slip.at)
    return paper.Receipt(
        **{**head, "code": f"{dossier.code} – mã riêng {dossier.secret}"},
        papers=[
            paper.PaperLine(
                name=row.name,
                kind=KIND_NAMES[PaperKind(row.kind)].lower() if row.kind else "",
                copies=row.copies,
            )
            for row in papers
            if row.state in {PaperState.TAKEN, PaperState.SEEN}
        ],
        time_limit=limit_words(dossier.limit),
        received_at=dossier.received_at,
        due_at=due_at,
        delivery=RETURN_NAMES[ReturnWay(dossier.return_way)],
        fees=fee_words(dossier),
        officer=slip.content.get("officer", slip.by_name),
    )


def fee_words(dossier: Dossier) -> str:
    """«21.000 đ, đã nộp»."""
    if not dossier.fee_vnd:
        return "Không"
    return f"{money(dossier.fee_vnd)}, {'đã nộp' if dossier.paid_vnd >= dossier.fee_vnd else 'chưa nộp'}"


def limit_words(limit: str) -> str:
    """The time limit as the receipt says it: «03 ngày làm việc», «trong ngày»."""
    names = {"wd": "ngày làm việc", "d": "ngày", "h": "giờ làm việc", "m": "tháng"}
    if limit == "same_day":
        return "trong ngày"
    parts = []
    for part in limit.split("+"):
        count = "".join(char for char in part if char.isdigit())
        parts.append(f"{int(count):02} {names[part[len(count) :]]}")
    return " và ".join(parts)


def slip_paper(dossier: Dossier, slip: IssuedSlip, papers: Sequence[DossierPaper]) -> Paper:
    """Any issued slip as its paper, worded by what it kept."""
    content = slip.content
    head = _head(dossier, code=dossier.code or "", number=number_of(slip), at=slip.at)
    reason = str(content.get("reason", ""))
    if slip.kind == Slip.RECEIPT:
        return receipt_paper(dossier, slip, papers)
    if slip.kind == Slip.SUPPLEMENT_REQUEST:
        return paper.SupplementRequest(**head, items=content["items"], reason=reason, officer=slip.by_name)
    if slip.kind == Slip.REFUSAL:
        return paper.Refusal(**head, reason=reason, officer=slip.by_name)
    signatory = paper.Signatory(name=slip.by_name, title=str(content.get("title", "")))
    if slip.kind == Slip.APOLOGY:
        return paper.Apology(
            **head,
            received_at=dossier.received_at or slip.at,
            due_at=datetime.fromisoformat(content["old_due_at"]),
            new_due_at=datetime.fromisoformat(content["new_due_at"]),
            reason=reason,
            counter_name=office.directory().unit(dossier.received_unit_id).name,
            signatory=signatory,
        )
    return paper.StopNotice(
        **head,
        received_at=dossier.received_at or dossier.submitted_at,
        asked_at=slip.at,
        reason=reason,
        stage=dossier.step_name,
        decision="Dừng giải quyết hồ sơ",
        fees=fee_words(dossier),
        signatory=signatory,
    )


def control_slip(dossier: Dossier, *, at: datetime) -> paper.ControlSlip:
    """«Phiếu kiểm soát quá trình giải quyết hồ sơ»: one line a hand-over, with how each stood to its time."""
    steps = list(DossierStep.objects.filter(dossier=dossier).select_related("officer").order_by("started_at", "no"))
    units = office.directory()
    lines = []
    for before, step in zip([None, *steps], steps, strict=False):
        lines.append(
            paper.HandOver(
                giver_unit=units.unit(before.unit_id).name if before else "Người nộp hồ sơ",
                giver=step.handed_by,
                receiver_unit=units.unit(step.unit_id).name,
                receiver=step.officer.name if step.officer else "",
                at=step.started_at,
                result=_kept_time(step),
                note=step.name,
            )
        )
    return paper.ControlSlip(
        on=at.astimezone(VN).date(),
        demo=settings.DEMO,
        code=dossier.code or "",
        letterhead=letterhead(units.unit(dossier.received_unit_id)),
        number=dossier.code or "",
        applicant=dossier.applicant_name,
        request=dossier.procedure_name,
        received_at=dossier.received_at or dossier.submitted_at,
        due_at=dossier.original_due_at or dossier.submitted_at,
        resolving_unit=units.unit(dossier.unit_id).name,
        hand_overs=lines,
    )


def _kept_time(step: DossierStep) -> str:
    if step.finished_at is None or step.due_at is None:
        return ""
    if step.finished_at > step.due_at:
        return "Quá hạn"
    same_day = step.finished_at.astimezone(VN).date() == step.due_at.astimezone(VN).date()
    return "Đúng hạn" if same_day else "Trước hạn"


def explanation(dossier: Dossier) -> Sequence[worktime.Step]:
    """Why the dossier is due when it is, day by day, from the moment the present limit counts from."""
    change = dossier.due_changes.exclude(reason="apology").order_by("-at", "-id").first()
    if change is None:
        return ()
    due = worktime.due_moment(
        change.counted_from,
        worktime.Limit.parse(change.limit),
        calendar=worktime_files.calendar(),
        hours=worktime_files.hours(office.directory().unit(dossier.unit_id).code),
    )
    return due.steps
