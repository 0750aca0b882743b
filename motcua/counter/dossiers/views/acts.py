"""Pages that do one act to one dossier, or the same act to several."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from motcua.base.vn.rules import moment
from motcua.counter.dossiers import access, acts, forms, queries, rules
from motcua.counter.dossiers.choices import ACT_NAME, Act
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.views.dossier import NAME_ON_RECORD
from motcua.counter.dossiers.views.frame import framed
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed, Request, requires
from motcua.instruments.signing.rules import WrongPassword
from motcua.instruments.vault.rules import NoRoom


@requires("dossier.read")
def act_page(request: Request, code: str, act: str) -> HttpResponse:
    """Ask what the act needs, warn of what cannot be undone, do it."""
    if act not in forms.FORMS:
        raise Http404
    wanted = Act(act)
    dossier = access.open_dossier(
        request.actor, code, at=request.now, page=request.path if request.method == "GET" else ""
    )
    access.require(request.actor, wanted, dossier)
    form = forms.FORMS[wanted](
        request.POST if request.method == "POST" else None,
        dossier=dossier,
        officers=_officers(dossier, wanted, request.now),
        now=request.now,
    )
    if form.is_valid() and not moved_meanwhile(form, dossier):
        try:
            do(wanted, dossier, form.cleaned_data, request)
        except (ValueError, LookupError, NoRoom) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"{ACT_NAME[wanted]}: đã xong, hồ sơ {dossier.code or 'mới nộp'}.")
            return redirect("dossiers:detail", str(dossier.pk))
    context = framed(
        request,
        page_title=ACT_NAME[wanted],
        dossier=dossier,
        form=form,
        act=wanted,
        act_name=ACT_NAME[wanted],
        warning=forms.WARNINGS.get(wanted, ""),
        already=dossier.supplement_count if wanted == Act.ASK_SUPPLEMENT else 0,
        has_draft=wanted in {Act.SEND_DRAFT, Act.PROPOSE, Act.APPROVE, Act.SEND_BACK, Act.SIGN},
        is_closed_to_act=(dossier.state, wanted) not in rules.NEXT,
    )
    return render(request, "dossiers/act.html", context, status=200 if request.method == "GET" else 422)


def moved_meanwhile(form: Any, dossier: Dossier) -> bool:
    """Whether somebody acted on the dossier since this page was opened; the form then says who and what."""
    seen = form.cleaned_data.get("seen")
    if seen is None or seen == dossier.journal_seq:
        return False
    last = list(journal.history(dossier))[-1]
    name = NAME_ON_RECORD.get(last.act, last.act)
    form.add_error(
        None, f"{last.name} vừa làm việc “{name}” lúc {moment(last.at)}. Xem lại hồ sơ rồi bấm lại nếu vẫn cần."
    )
    form.data = form.data.copy()
    form.data["seen"] = str(dossier.journal_seq)
    return True


def _officers(dossier: Dossier, act: Act, now: datetime) -> list[Any]:
    if act != Act.ASSIGN:
        return []
    unit = office.directory().unit(dossier.unit_id)
    there = office.officers_with("specialist", unit, now.astimezone(queries.VN).date()).select_related("account")
    return [officer for officer in there if access.may_settle(officer, dossier)]


def do(act: Act, dossier: Dossier, data: dict[str, Any], request: Request) -> None:  # noqa: C901, PLR0912
    """Call the one function behind an act with what the form gave."""
    who: dict[str, Any] = {"by": request.actor, "at": request.now}
    reason = data.get("reason", "")
    match act:
        case Act.RECEIVE:
            acts.receive_submitted(dossier, **who)
        case Act.ASK_BEFORE:
            acts.ask_before(dossier, items=data["items"], reason=reason, **who)
        case Act.ASK_FEE:
            acts.ask_fee(dossier, **who)
        case Act.PAY:
            acts.pay(dossier, vnd=data["vnd"], how=data["how"], **who)
        case Act.DECLINE:
            acts.decline(dossier, reason=reason, **who)
        case Act.ASSIGN:
            acts.assign(dossier, to=data["officer"], **who)
        case Act.TAKE_UP:
            acts.take_up(dossier, officer=office.officer(request.actor.officer_id), **who)
        case Act.ASK_SUPPLEMENT:
            acts.ask_supplement(dossier, items=data["items"], reason=reason, **who)
        case Act.SUPPLEMENT:
            acts.supplement(dossier, words=reason, **who)
        case Act.CONSULT:
            acts.consult(dossier, asked=data["asked"], question=data["question"], answer_by=data["answer_by"], **who)
        case Act.ANSWER:
            acts.answer(dossier, words=data["words"], **who)
        case Act.SEND_DRAFT:
            acts.send_draft(dossier, **who)
        case Act.PROPOSE:
            acts.propose(dossier, grant=data["proposal"] == "grant", reason=reason, **who)
        case Act.APPROVE:
            acts.approve(dossier, **who)
        case Act.SEND_BACK:
            acts.send_back(dossier, reason=reason, **who)
        case Act.REFUSE:
            acts.refuse(dossier, reason=reason, **who)
        case Act.SIGN:
            acts.sign(dossier, pin=data.get("pin", ""), **who)
        case Act.RELEASE:
            acts.release(dossier, **who)
        case Act.RETURN_RESULT:
            acts.return_result(dossier, way=data["way"], to=data["to"], **who)
        case Act.APOLOGISE:
            acts.apologise(dossier, reason=reason, fault_step=data["fault_step"], new_due_at=data["new_due_at"], **who)
        case Act.WITHDRAW:
            acts.withdraw(dossier, reason=reason, **who)
        case Act.STOP:
            acts.stop(dossier, reason=reason, **who)


BULK_ACTS = {Act.TAKE_UP: "mine", Act.RELEASE: "mine", Act.SIGN: "to_sign"}


@requires("dossier.read")
def bulk_page(request: Request, act: str) -> HttpResponse:
    """The same act to several dossiers of a list; each stands or fails for itself and says why."""
    if act not in BULK_ACTS:
        raise Http404
    wanted = Act(act)
    page = queries.worklist(BULK_ACTS[wanted], request.actor, at=request.now)
    rows = [row for row in page.rows if (row.state, wanted) in rules.NEXT]
    outcomes = _each(request, wanted) if request.method == "POST" else []
    if outcomes:
        page = queries.worklist(BULK_ACTS[wanted], request.actor, at=request.now)
        rows = [row for row in page.rows if (row.state, wanted) in rules.NEXT]
    context = framed(
        request,
        current=BULK_ACTS[wanted],
        page_title=f"{ACT_NAME[wanted]} nhiều hồ sơ",
        rows=rows,
        act=wanted,
        act_name=ACT_NAME[wanted],
        outcomes=outcomes,
        pin_form=forms.PinForm() if wanted == Act.SIGN else None,
    )
    return render(request, "dossiers/bulk.html", context)


def _each(request: Request, act: Act) -> list[tuple[str, str]]:
    """(code, what went wrong or "") for each ticked dossier. A wrong PIN is tried once: tokens lock after a few."""
    outcomes, wrong_pin = [], ""
    keys, data = request.POST.getlist("dossier")[: queries.PAGE], {"pin": request.POST.get("pin", "")[:64]}
    for dossier in [access.open_dossier(request.actor, key, at=request.now) for key in keys]:
        if wrong_pin:
            outcomes.append((dossier.code or "", wrong_pin))
            continue
        try:
            do(act, dossier, data, request)
        except WrongPassword as problem:
            wrong_pin = f"Chưa thử ký: {problem}"
            outcomes.append((dossier.code or "", str(problem)))
        except (ValueError, LookupError, NotAllowed, NoRoom) as problem:
            outcomes.append((dossier.code or "", str(problem)))
        else:
            outcomes.append((dossier.code or "", ""))
    return outcomes
