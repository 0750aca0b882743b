"""The end of a dossier and what is owed when it is late [61/2018/NĐ-CP, 19.9, 20]."""

from datetime import datetime

from django.db import transaction

from motcua.counter.dossiers import access, rules
from motcua.counter.dossiers.acts.move import due_change, move, place_step
from motcua.counter.dossiers.acts.papers import issue_slip
from motcua.counter.dossiers.choices import Act, ReturnWay, Slip
from motcua.counter.dossiers.models import Dossier, Result
from motcua.house.journal import acts as journal
from motcua.house.journal.acts import CHAIN
from motcua.house.office.rules import Actor


@transaction.atomic
def return_result(dossier: Dossier, *, way: ReturnWay, to: str, by: Actor, at: datetime) -> Dossier:
    """Hand the result (or the refusal) over and note to whom [61/2018/NĐ-CP, 20]. Refuses: ActNotOpen, NotAllowed.

    Fees still owed must be paid first (ValueError).
    """
    if not to.strip():
        raise ValueError("Ghi họ tên người nhận kết quả.")
    dossier = access.lock(dossier)
    if dossier.proposal != "refuse" and dossier.paid_vnd < dossier.fee_vnd:
        raise ValueError("Hồ sơ chưa nộp đủ phí, lệ phí. Thu phí trước khi trả kết quả.")
    dossier.returned_at, dossier.return_way = at, way
    return move(dossier, Act.RETURN_RESULT, by=by, at=at, fields=("returned_at", "return_way"), to=to, way=way.value)


@transaction.atomic
def apologise(
    dossier: Dossier, *, reason: str, fault_step: str, new_due_at: datetime, by: Actor, at: datetime
) -> Dossier:
    """Apologise and give a new day, once [61/2018/NĐ-CP, 19.9]; prints the slip and shows on the public list.

    `fault_step` names the step where the time was lost. Refuses: AlreadyApologised, ValueError, ActNotOpen, NotAllowed.
    """
    if not reason.strip():
        raise ValueError("Nêu lý do trễ hẹn; lý do này được công khai.")
    dossier = access.lock(dossier)
    if dossier.due_at is None or dossier.received_at is None:
        raise rules.ActNotOpen("Hồ sơ chưa được tiếp nhận nên chưa có ngày hẹn trả.")
    rules.may_apologise(
        apologised_before=dossier.apologised_at is not None, at=at, due_at=dossier.due_at, new_due_at=new_due_at
    )
    old = dossier.due_at
    dossier.due_at, dossier.apologised_at = new_due_at, at
    words = f"{fault_step}: {reason}" if fault_step else reason
    due_change(
        dossier,
        due_at=new_due_at,
        counted_from=dossier.received_at,
        limit="",
        reason="apology",
        by=by,
        at=at,
        words=words,
    ).save(force_insert=True)
    place_step(dossier)
    move(
        dossier,
        Act.APOLOGISE,
        by=by,
        at=at,
        fields=("due_at", "apologised_at"),
        reason=reason,
        step=fault_step,
        due_at=new_due_at,
    )
    issue_slip(
        dossier, Slip.APOLOGY, by=by, at=at, reason=reason, step=fault_step, old_due_at=old, new_due_at=new_due_at
    )
    return dossier


@transaction.atomic
def withdraw(dossier: Dossier, *, reason: str, by: Actor, at: datetime) -> Dossier:
    """The applicant takes the application back before it is signed. Refuses: ActNotOpen, NotAllowed."""
    dossier = access.lock(dossier)
    return move(dossier, Act.WITHDRAW, by=by, at=at, reason=reason)


@transaction.atomic
def stop(dossier: Dossier, *, reason: str, by: Actor, at: datetime) -> Dossier:
    """Stop a dossier on a legal ground and print the notice [118/2025/NĐ-CP, 21]. Refuses: ActNotOpen, NotAllowed."""
    if not reason.strip():
        raise ValueError("Nêu căn cứ, lý do dừng giải quyết.")
    dossier = access.lock(dossier)
    move(dossier, Act.STOP, by=by, at=at, reason=reason)
    issue_slip(dossier, Slip.STOP_NOTICE, by=by, at=at, reason=reason)
    return dossier


@transaction.atomic
def revoke_results(dossier: Dossier, *, reason: str, by: Actor, at: datetime) -> int:
    """Take back the results that rest on a cancelled entry or number («thu hồi»); gives how many.

    Whoever checks one is told so from now on; the dossier's state stays. The right is checked by the act that cancels.
    """
    dossier = access.lock(dossier)
    revoked = Result.objects.filter(dossier=dossier, revoked_at__isnull=True).update(
        revoked_at=at, revoked_reason=reason[:500]
    )
    if revoked:
        journal.write(dossier, act="revoke_results", by=by, at=at, reason=reason)
        dossier.save(update_fields=list(CHAIN))
    return revoked
