"""The decision: approve, send back, refuse, sign, release to the counter [61/2018/NĐ-CP, 19.3, 19.8]."""

import secrets
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db import transaction

from motcua.counter.dossiers import access, queries, rules
from motcua.counter.dossiers.acts.closing import return_result
from motcua.counter.dossiers.acts.move import move
from motcua.counter.dossiers.acts.papers import issue_slip
from motcua.counter.dossiers.acts.trade import trade_of
from motcua.counter.dossiers.choices import Act, ReturnWay, Slip, State
from motcua.counter.dossiers.models import Dossier, Result
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM, Actor
from motcua.instruments.printing import queries as printing
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing import queries as keys
from motcua.instruments.signing.rules import Block, Signer
from motcua.instruments.vault import acts as vault

VERIFY_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@transaction.atomic
def approve(dossier: Dossier, *, by: Actor, at: datetime) -> Dossier:
    """Agree with the draft; pass it on where another approving step follows. Refuses: ActNotOpen, NotAllowed."""
    dossier = access.lock(dossier)
    if dossier.proposal == "refuse":
        raise rules.ActNotOpen("Hồ sơ được trình từ chối: chọn “Từ chối giải quyết” hoặc trả lại để xem xét.")
    following = rules.next_approval(queries.process_of(dossier), dossier.step_no)
    return move(dossier, Act.APPROVE, by=by, at=at, step_no=following)


@transaction.atomic
def send_back(dossier: Dossier, *, reason: str, by: Actor, at: datetime) -> Dossier:
    """Return the draft to the officer with what must be mended. Refuses: ValueError without a reason; ActNotOpen."""
    if not reason.strip():
        raise ValueError("Ghi rõ nội dung cần xem xét lại.")
    dossier = access.lock(dossier)
    dossier.proposal = ""
    return move(dossier, Act.SEND_BACK, by=by, at=at, fields=("proposal",), reason=reason)


@transaction.atomic
def refuse(dossier: Dossier, *, reason: str, by: Actor, at: datetime) -> Dossier:
    """Refuse after examination, within the time limit, as a result with its slip [61/2018/NĐ-CP, 19.8]."""
    if not reason.strip():
        raise ValueError("Nêu lý do từ chối, kèm căn cứ pháp luật.")
    dossier = access.lock(dossier)
    if dossier.proposal != "refuse":
        raise rules.ActNotOpen("Hồ sơ được trình cấp kết quả, chưa được trình từ chối.")
    move(dossier, Act.REFUSE, by=by, at=at, reason=reason)
    issue_slip(dossier, Slip.REFUSAL, by=by, at=at, reason=reason)
    return dossier


@transaction.atomic
def sign(dossier: Dossier, *, by: Actor, at: datetime, pin: str = "") -> Result:
    """Sign the result: the trade writes its register, the paper is printed, signed (PAdES) and kept, all or nothing.

    Refuses: NotAllowed to who holds no signing post or delegation for this unit on that day; ActNotOpen, also while
    another approving step of the process is to come.
    """
    dossier = access.lock(dossier)
    unit = office.directory().unit(dossier.unit_id)
    capacity = office.signing_capacity(by.officer_id, unit, at.astimezone(queries.VN).date()) if by.officer_id else None
    if capacity is None or by.officer_id is None:
        raise NotAllowed(f"Ngày {at:%d/%m/%Y} bạn không giữ vị trí ký và không được ủy quyền của {unit.name}.")
    if dossier.proposal != "grant":
        raise rules.ActNotOpen("Hồ sơ được trình từ chối nên không có kết quả để ký.")
    access.require(by, Act.SIGN, dossier)
    process = queries.process_of(dossier)
    if (following := rules.next_approval(process, dossier.step_no)) is not None:
        raise rules.ActNotOpen(f"Trước khi ký còn bước “{process[following].name}”: chọn “Phê duyệt” để trình tiếp.")
    rules.next_state(State(dossier.state), Act.SIGN)
    title = f"{capacity.prefix} {capacity.on_behalf_of}, {capacity.title}" if capacity.prefix else capacity.title
    settled = trade_of(dossier).settle(dossier, signer=by.name, title=title, by=by, at=at)
    key = keys.key_of(by.officer_id, at=at)
    if key is None:
        raise NotAllowed("Bạn chưa có chứng thư chữ ký số còn hiệu lực. Liên hệ người quản trị để đăng ký.")
    verify_code = new_verify_code()
    paper = replace(settled.paper, qr=f"{settings.SITE_URL}/kiem-tra/{verify_code}/")
    spot = printing.signature_spot(paper)
    pdf = signing.sign(
        printing.render(paper),
        key=key,
        signer=Signer(holder_id=by.officer_id, name=by.name, title=title, unit_name=unit.name),
        at=at,
        reason=f"{settled.name} – hồ sơ {dossier.code}",
        block=Block(*spot) if spot else None,
        pin=pin,
    )
    result = Result.objects.create(
        dossier=dossier,
        kind=settled.kind,
        national_code=settled.national_code,
        name=settled.name,
        number=settled.number,
        register_ref=settled.register_ref,
        verify_code=verify_code,
        file=vault.store(pdf, name=f"{dossier.code}-{settled.kind}.pdf", by=by, at=at, purpose="result", is_own=True),
        signed_by=by.name,
        signed_title=title,
        signed_at=at,
    )
    move(dossier, Act.SIGN, by=by, at=at, number=settled.number, register=settled.register_ref, file=result.file.sha256)
    return result


def new_verify_code() -> str:
    """Twelve letters and digits without look-alikes, for the QR and the public check."""
    return "".join(secrets.choice(VERIFY_ALPHABET) for _ in range(12))


@transaction.atomic
def release(dossier: Dossier, *, by: Actor, at: datetime) -> Dossier:
    """Send the signed result to the counter (or, for electronic return, to the applicant) and stop the clock."""
    dossier = access.lock(dossier)
    move(dossier, Act.RELEASE, by=by, at=at)
    if dossier.return_way == ReturnWay.ONLINE and dossier.account_id and dossier.paid_vnd >= dossier.fee_vnd:
        return return_result(dossier, way=ReturnWay.ONLINE, to=dossier.applicant_name, by=SYSTEM, at=at)
    return dossier
