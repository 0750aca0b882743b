"""Taking an application in at the counter, under pressure: find the procedure, fill in, tick papers, print."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from motcua.base.worktime.rules import CalendarMissing
from motcua.counter.dossiers import access, acts, forms, queries, rules
from motcua.counter.dossiers.choices import Channel, PaperKind, PaperState, ReturnWay
from motcua.counter.dossiers.views.frame import framed
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed, Request, requires
from motcua.house.office.rules import Actor, UnitRow
from motcua.legal.eforms import queries as eforms
from motcua.legal.eforms import rules as eform_rules
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law

COMMON = ("2.000815", "2.000884", "1.001193", "2.000635", "1.004873", "1.000656")
"""What most people come for, ready under the digits 1–6."""


@requires("dossier.receive")
def choose_page(request: Request) -> HttpResponse:
    """Find the procedure by a few letters without marks."""
    day = request.now.astimezone(queries.VN).date()
    wanted = request.GET.get("q", "").strip()[:100]
    found = procedures.search(wanted, day) if wanted else ()
    listing = {version.code: version for version in procedures.listing(day)}
    context = framed(
        request,
        page_title="Tiếp nhận hồ sơ",
        wanted=wanted,
        found=found,
        common=[listing[code] for code in COMMON if code in listing],
        others=[version for code, version in listing.items() if code not in COMMON],
    )
    part = request.headers.get("HX-Request") == "true"
    return render(request, "dossiers/_choices.html" if part else "dossiers/choose.html", context)


@dataclass(frozen=True)
class Place:
    """Where a dossier is taken in, who resolves it, whose code it gets."""

    received: UnitRow
    resolving: UnitRow
    agency: UnitRow


def place_of(actor: Actor, version: law.ProcedureVersion, answers: Any, on: Any) -> Place:
    """The actor's counter, and the unit of the competent level behind it. Refuses: Http404 without a counter."""
    directory = office.directory()
    paths = actor.paths("dossier.receive")
    reached = [unit for unit in directory.on(on) if unit.path.startswith(paths)] if paths else []
    counters = [unit for unit in reached if unit.level == "counter"] or [unit for unit in reached if unit.is_agency]
    if not counters:
        raise Http404
    agency = directory.agency(counters[0])
    level = law.competent_level(version, answers, on)
    divisions = [unit for unit in directory.children(agency, on) if unit.level == "division"]
    resolving = divisions[0] if level in {"division", "city"} and divisions else agency
    return Place(counters[0], resolving, agency)


@requires("dossier.receive")
def intake_page(request: Request, code: str) -> HttpResponse:
    """One page: the form, the papers, the fee, and the button. What was typed is never lost."""
    day = request.now.astimezone(queries.VN).date()
    version = _version(code, day)
    form = eforms.form(version.eform, day)
    raw = _raw(request, form, day)
    cleaned = eform_rules.clean(form, raw, on=day)
    facts = {**cleaned.values, **_looks(request, version)}
    counter = forms.IntakeForm(
        _filled(request) or None,
        ways=version.return_ways,
        exemptions=version.exemptions,
        initial={"channel": "direct", "submission_key": uuid4()},
    )
    place = place_of(request.actor, version, facts, day)
    problems = _problems(request, version, facts, place)
    is_final = "receive" in _filled(request)
    papers = _papers(request, version, facts, day)
    fees = _fees(version, facts, request, day)
    lacking = _lacking(version, papers, facts, _filled(request).get("channel", "direct"), day) if is_final else []
    if (
        is_final
        and not cleaned.errors
        and not lacking
        and "problem" not in fees
        and counter.is_valid()
        and not any(one.blocks for one in problems)
    ):
        intake = _intake(request, version, facts, counter.cleaned_data, place)
        try:
            return redirect("dossiers:received", acts.receive(intake, by=request.actor, at=request.now).code)
        except (CalendarMissing, NotAllowed) as problem:
            counter.add_error(None, str(problem))
    context = framed(
        request,
        page_title=version.short_name or version.name,
        version=version,
        form=form,
        values=raw,
        errors=cleaned.errors if is_final else {},
        counter=counter,
        problems=problems,
        place=place,
        papers=papers,
        lacking=lacking if not cleaned.errors else [],
        looks=[(one, facts.get(one.key, "")) for one in version.looks],
        fees=fees,
        to_confirm=law.to_confirm(version),
    )
    return render(request, "dossiers/intake.html", context, status=422 if is_final else 200)


def _filled(request: Request) -> QueryDict:
    """The form as it was sent; empty on first sight, and when a person is only recalled by number.

    The number is posted too: it is personal, and addresses stand in logs and histories.
    """
    return QueryDict() if "recall" in request.POST else request.POST


def _problems(request: Request, version: law.ProcedureVersion, facts: Any, place: Place) -> tuple[law.Problem, ...]:
    """What stands in the way; nothing is said before anything was filled in."""
    if not _filled(request):
        return ()
    here = request.now.astimezone(queries.VN)
    return law.problems(
        version,
        facts,
        on=here.date(),
        level=_level(place, version, facts, here.date()),
        unit_code=place.resolving.code,
        within=[unit.code for unit in office.directory().children(place.agency, here.date()) if unit.level == "ward"],
        channel=_filled(request).get("channel", "direct"),
        at_time=here.time(),
    )


def _version(code: str, day: Any) -> law.ProcedureVersion:
    try:
        return procedures.get(code, day)
    except LookupError:
        raise Http404 from None


def _looks(request: Request, version: law.ProcedureVersion) -> dict[str, Any]:
    """What the clerk saw or looked up beside the form; "found" and "no flaw" until said otherwise."""
    seen: dict[str, Any] = {}
    for look in version.looks:
        value = _filled(request).get(f"look.{look.key}", "")
        if look.choices and value in {choice.code for choice in look.choices}:
            seen[look.key] = value
        elif look.choices:
            seen[look.key] = look.choices[0].code
        else:
            seen[look.key] = value == "yes"
    return seen


def _level(place: Place, version: law.ProcedureVersion, answers: Any, day: Any) -> str:
    if place.resolving.level == "division":
        return str(law.competent_level(version, answers, day) or "division")
    return str(place.resolving.level)


def _raw(request: Request, form: eform_rules.Form, day: Any) -> dict[str, Any]:
    """What was typed; on first sight, what is known of the person recalled by personal number."""
    if filled := _filled(request):
        return filled.dict()
    known = queries.recalled(request.POST.get("so", "").strip(), request.actor)
    answers = dict(known.answers) if known else {}
    if known:
        access.record_look(request.actor, known.pk, at=request.now, page="recall")
        answers |= {"requester.full_name": known.applicant_name, "requester.phone": known.phone}
        answers |= {"requester.personal_number": known.personal_number, "requester.residence": known.address}
    return eform_rules.prefill(
        form, {key: value for key, value in answers.items() if key.startswith("requester.")}, on=day
    )


def _papers(request: Request, version: law.ProcedureVersion, answers: Any, day: Any) -> list[dict[str, Any]]:
    needed = law.needed_papers(version, answers, on=day)
    possible = law.possible_papers(version, answers, on=day)
    rows = [(paper, True) for paper in needed] + [(paper, False) for paper in possible]
    return [
        {
            "paper": paper,
            "needed": is_needed,
            "state": _ticked(request, paper.key) or _first_guess(version, paper),
        }
        for paper, is_needed in rows
    ]


def _ticked(request: Request, key: str) -> str:
    """What the clerk ticked for this paper; "" on first sight."""
    filled = _filled(request)
    state = filled.get(f"paper.{key}", PaperState.MISSING if filled else "")
    return state if state in set(PaperState) else ""


def _first_guess(version: law.ProcedureVersion, paper: law.Paper) -> str:
    """The form is here once it is filled in; at the certification desk the original lies on the table."""
    if paper.role == "form":
        return "taken"
    return "seen" if paper.role == "present" and version.field == "certification" else "missing"


def _lacking(
    version: law.ProcedureVersion, papers: list[dict[str, Any]], answers: Any, channel: str, day: Any
) -> list[str]:
    """Names of the papers still to be brought: told all at once, before anything is taken in."""
    have = [row["paper"].key for row in papers if row["state"] in {"taken", "seen"}]
    found = [row["paper"].key for row in papers if row["state"] == "from_data"]
    missing = law.missing_papers(version, have, answers, channel=channel, on=day, found=found)
    return [paper.name for paper in missing]


def _fees(version: law.ProcedureVersion, answers: Any, request: Request, day: Any) -> dict[str, Any]:
    try:
        lines = law.fee_lines(
            version,
            answers=answers,
            channel=_filled(request).get("channel", "direct"),
            exemptions=_filled(request).getlist("exemptions"),
            on=day,
        )
    except law.WrongCount as problem:
        return {"problem": str(problem)}
    except law.FeeUnknown as problem:
        return {"problem": str(problem)}
    return {"lines": lines, "total": law.total_vnd(lines)}


def _intake(
    request: Request, version: law.ProcedureVersion, answers: dict[str, Any], chosen: dict[str, Any], place: Place
) -> acts.Intake:
    day = request.now.astimezone(queries.VN).date()
    fees = _fees(version, answers, request, day)
    person = rules.applicant(answers)
    return acts.Intake(
        law=version,
        received_unit=place.received,
        unit=place.resolving,
        agency=place.agency,
        channel=Channel(chosen["channel"]),
        return_way=ReturnWay(chosen["return_way"]),
        answers=answers,
        papers=[
            acts.PaperGiven(
                code=row["paper"].key,
                name=row["paper"].name,
                role=row["paper"].role,
                state=PaperState(row["state"]),
                kind=PaperKind(row["paper"].kind) if row["state"] in {"taken", "seen"} else "",
                copies=row["paper"].count,
            )
            for row in _papers(request, version, answers, day)
            if row["needed"] or row["state"] != "missing"
        ],
        fees=fees.get("lines", ()),
        form_key=version.eform,
        submission_key=chosen["submission_key"],
        is_paid=chosen["is_paid"],
        applicant_name=person["applicant_name"],
        personal_number=person["personal_number"],
        phone=person["phone"],
        email=person["email"],
        address=person["address"],
    )


@requires("dossier.receive")
def received_page(request: Request, code: str) -> HttpResponse:
    """After receipt: the code, the due moment, print, and the next one in line."""
    dossier = access.open_dossier(request.actor, code, at=request.now, page=request.path)
    if dossier.received_at is None:
        raise Http404
    context = framed(request, page_title="Đã tiếp nhận", dossier=dossier, explanation=queries.explanation(dossier))
    return render(request, "dossiers/received.html", context)
