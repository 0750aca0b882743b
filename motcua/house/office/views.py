"""Pages for who manages the office: units, officers, appointments, delegations, within what the manager holds."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.base.vn.rules import mask_id
from motcua.house.accounts.acts import LoginTaken, one_time_password
from motcua.house.office import acts, queries
from motcua.house.office.access import open_appointment, open_delegation, open_officer, requires
from motcua.house.office.choices import ACT_NAMES, LEVEL_NAMES, NAME_ON_RECORD, ROLE_ACTS, ROLE_NAMES, Level, Role
from motcua.house.office.forms import AppointForm, DelegateForm, EndForm, OfficerForm
from motcua.house.office.rules import Actor, NotThatWay


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined,no-any-return]


def _refused(form: Form, refusal: Exception) -> None:
    form.add_error(None, str(refusal))


def _form(
    request: HttpRequest, form: Form, question: str, label: str, *, back: str, here: str = "officers"
) -> HttpResponse:
    page = {"form": form, "question": question, "label": label, "back_url": back, "here": here}
    return render(request, "office/form.html", page)


@requires("office.manage")
def units(request: HttpRequest) -> HttpResponse:
    """Units of the day and those that ended, with their posts."""
    actor = _actor(request)
    rows = [
        {"unit": unit, "level": LEVEL_NAMES[Level(unit.level)], "living": unit.exists_on(actor.on)}
        for unit in queries.directory().units
        if actor.may("office.manage", unit.path)
    ]
    posts = queries.posts_by_unit(actor.paths("office.manage"))
    return render(request, "office/units.html", {"rows": rows, "posts": posts, "role_names": ROLE_NAMES})


@requires("office.manage")
def rights(request: HttpRequest) -> HttpResponse:
    """What each role may do, as the code has it."""
    rows = [(ROLE_NAMES[role], [ACT_NAMES[act] for act in ACT_NAMES if act in ROLE_ACTS[role]]) for role in Role]
    return render(request, "office/rights.html", {"rows": rows})


@requires("account.manage")
def officers(request: HttpRequest) -> HttpResponse:
    """Who holds which post today."""
    actor = _actor(request)
    rows = queries.officers_at(actor.paths("account.manage"), actor.on)
    return render(request, "office/officers.html", {"rows": rows})


@requires("account.manage")
def new_officer(request: HttpRequest) -> HttpResponse:
    """Take on an officer; the one-time password is shown once."""
    actor = _actor(request)
    form = OfficerForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        password = one_time_password()
        try:
            officer = acts.create_officer(**form.cleaned_data, password=password, by=actor, at=request.now)  # type: ignore[attr-defined]
        except (NotThatWay, LoginTaken) as refusal:
            _refused(form, refusal)
        else:
            return render(request, "office/password.html", {"officer": officer, "password": password})
    return _form(request, form, "Thêm công chức", "Thêm", back=reverse("office:officers"))


@requires("account.manage")
def officer(request: HttpRequest, code: str) -> HttpResponse:
    """One officer: account, appointments, delegations, and what was done about them."""
    row = open_officer(_actor(request), code)
    page = {
        "officer": row,
        "number": mask_id(row.account.personal_number) if row.account.personal_number else "",
        "appointments": queries.appointments_of(row),
        "delegations": queries.delegations_of(row),
        "history": queries.history_of(row),
        "act_names": ACT_NAMES,
        "history_names": NAME_ON_RECORD,
        "today": _actor(request).on,
    }
    return render(request, "office/officer.html", page)


@requires("office.manage")
def appoint(request: HttpRequest, code: str) -> HttpResponse:
    """Appoint to another post."""
    actor = _actor(request)
    row = open_officer(actor, code)
    form = AppointForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            acts.appoint(row, **form.cleaned_data, by=actor, at=request.now)  # type: ignore[attr-defined]
        except NotThatWay as refusal:
            _refused(form, refusal)
        else:
            return redirect("office:officer", code)
    return _form(request, form, f"Bổ nhiệm {row.name}", "Bổ nhiệm", back=reverse("office:officer", args=[code]))


@requires("office.manage")
def end_appointment(request: HttpRequest, appointment: UUID) -> HttpResponse:
    """Let an appointment end."""
    actor = _actor(request)
    row = open_appointment(actor, appointment)
    form = EndForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            acts.end_appointment(row, **form.cleaned_data, by=actor, at=request.now)  # type: ignore[attr-defined]
        except NotThatWay as refusal:
            _refused(form, refusal)
        else:
            return redirect("office:officer", row.officer.code)
    question = f"Kết thúc: {row.officer.name}, {row.post.title}, {row.post.unit.short_name}"
    return _form(request, form, question, "Kết thúc", back=reverse("office:officer", args=[row.officer.code]))


@require_POST
@requires("account.manage")
def reset_login(request: HttpRequest, code: str) -> HttpResponse:
    """A new one-time password; the second factor is set up afresh."""
    row = open_officer(_actor(request), code)
    password = acts.reset_login(row, by=_actor(request), at=request.now)  # type: ignore[attr-defined]
    return render(request, "office/password.html", {"officer": row, "password": password})


@require_POST
@requires("account.manage")
def set_personal_number(request: HttpRequest, code: str) -> HttpResponse:
    """Say who the officer is, so that nobody settles an own application."""
    row = open_officer(_actor(request), code)
    number = request.POST.get("personal_number", "").strip()
    try:
        acts.set_personal_number(row, number, by=_actor(request), at=request.now)  # type: ignore[attr-defined]
    except NotThatWay as refusal:
        messages.error(request, str(refusal))
    return redirect("office:officer", code)


@require_POST
@requires("account.manage")
def switch_account(request: HttpRequest, code: str) -> HttpResponse:
    """Lock or unlock."""
    row = open_officer(_actor(request), code)
    try:
        acts.switch_account(
            row,
            active=not row.account.is_active,
            by=_actor(request),
            at=request.now,  # type: ignore[attr-defined]
        )
    except NotThatWay as refusal:
        messages.error(request, str(refusal))
    return redirect("office:officer", code)


@requires("office.manage")
def delegations(request: HttpRequest) -> HttpResponse:
    """Delegations in force, coming and past."""
    actor = _actor(request)
    rows = queries.delegations_at(actor.paths("office.manage"))
    return render(request, "office/delegations.html", {"rows": rows, "today": actor.on, "act_names": ACT_NAMES})


@requires("office.manage")
def delegate(request: HttpRequest) -> HttpResponse:
    """Delegate acts of a post to another officer."""
    actor = _actor(request)
    holding = queries.officers_at(actor.paths("office.manage"), actor.on)
    form = DelegateForm(
        request.POST or None,
        givers=holding.filter(post__role=Role.HEAD),
        receivers=queries.officers_of(holding),
        on=actor.on,
    )
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = dict(form.cleaned_data)
        try:
            acts.delegate(given.pop("appointment"), **given, by=actor, at=request.now)  # type: ignore[attr-defined]
        except NotThatWay as refusal:
            _refused(form, refusal)
        else:
            return redirect("office:delegations")
    return _form(request, form, "Ủy quyền", "Ủy quyền", back=reverse("office:delegations"), here="delegations")


@require_POST
@requires("office.manage")
def revoke_delegation(request: HttpRequest, delegation: UUID) -> HttpResponse:
    """End a delegation today."""
    actor = _actor(request)
    try:
        acts.revoke_delegation(open_delegation(actor, delegation), by=actor, at=request.now)  # type: ignore[attr-defined]
    except NotThatWay as refusal:
        messages.error(request, str(refusal))
    return redirect("office:delegations")
