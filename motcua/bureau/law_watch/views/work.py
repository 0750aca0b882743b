"""Pages of observations and inspections."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from motcua.base.ui.choices import Tone
from motcua.base.ui.templatetags.ui import link
from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import access, acts, loader, queries, rules
from motcua.bureau.law_watch.choices import GRADE_NAME, SOURCE_NAME, Grade, InspectionState, Source
from motcua.bureau.law_watch.forms import AssessForm, ConcludeForm, FindingForm, InspectionForm, ObservationForm
from motcua.bureau.law_watch.models import Inspection, Observation
from motcua.bureau.law_watch.views.frame import asked, framed, opened, rights
from motcua.counter.dossiers.queries import LateRow
from motcua.house.office import queries as office
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name

MOST_LATE = 5
GRADE_TONE = {Grade.GOOD: Tone.GOOD, Grade.LIMITED: Tone.SOON, Grade.WRONG: Tone.LATE, Grade.TEXT: Tone.INFO}


@requires(access.READ)
def observations_page(request: Request) -> HttpResponse:
    """Information received, newest first, of one source when chosen."""
    source = request.GET.get("nguon", "")
    source = source if source in set(Source) else ""
    page = queries.observations(access.readable_units(request.actor), source=source, after=request.GET.get("sau", ""))
    query = {"sau": page.after} | ({"nguon": source} if source else {})
    context = framed(
        request,
        "observations",
        rows=[(one, SOURCE_NAME[Source(one.source)], *_graded(one.grade)) for one in page.rows],
        sources=[(one.value, name, one == source) for one, name in SOURCE_NAME.items()],
        source=source,
        after_url=f"?{urlencode(query)}" if page.after else "",
        late=_late(request)[:MOST_LATE] if source in {"", Source.DOSSIER} and not request.GET.get("sau") else [],
        page_title="Thông tin thu thập",
    )
    return render(request, "law_watch/observations.html", context)


def _late(request: Request) -> list[LateRow]:
    """Late dossiers of the agency that nobody recorded yet, for who may record them."""
    if not request.actor.may_somewhere(access.WRITE):
        return []
    agency = office.directory().agency(access.own_unit(request.actor))
    return queries.late_dossiers(agency.id, at=request.now)


def _from_dossier(request: Request) -> dict[str, object]:
    """What is known of a late dossier, to begin the form with; the officer writes on."""
    row = next((one for one in _late(request) if one.code == request.GET.get("ho-so", "")), None)
    if row is None:
        return {}
    until = f" Đã hẹn lại đến {row.new_due_at.astimezone(VN):%d/%m/%Y}." if row.new_due_at else ""
    why = f" Lý do đã ghi: {row.reason}" if row.reason else ""
    return {
        "source": Source.DOSSIER.value,
        "source_name": f"Hồ sơ một cửa, {row.unit}",
        "dossier_code": row.code,
        "document": f"Quy định về thời hạn giải quyết thủ tục {row.procedure}"[:500],
        "content": f"Hồ sơ {row.code} trễ hạn: hẹn trả {row.due_at.astimezone(VN):%H:%M %d/%m/%Y}.{until}{why}",
        "grade": Grade.LIMITED.value,
    }


def _graded(grade: str) -> tuple[str, Tone]:
    return (GRADE_NAME[Grade(grade)], GRADE_TONE[Grade(grade)]) if grade else ("Chưa đánh giá", Tone.QUIET)


@requires(access.READ)
def observation_page(request: Request, key: UUID) -> HttpResponse:
    """One observation, with the proposals made from it."""
    row = access.open_observation(request.actor, key, at=request.now, page="observation")
    words, tone = _graded(row.grade)
    context = framed(
        request,
        "observations",
        row=row,
        source=SOURCE_NAME[Source(row.source)],
        group=rules.group_name(loader.regimes(), row.group),
        grade=words,
        tone=tone,
        unit=unit_name(row),
        dossier_url=link("dossiers:detail", row.dossier_code) if row.dossier_code else "",
        proposals=row.proposals.order_by("sent_on"),
        page_title="Thông tin",
    )
    return render(request, "law_watch/observation.html", context | rights(request, row))


def _observation_url(row: Observation) -> str:
    return reverse("law_watch:observation", args=[row.pk])


@requires(access.WRITE)
def record_page(request: Request) -> HttpResponse:
    """Record information received."""

    def do(found: dict[str, str]) -> Observation:
        grade, assessment = found.pop("grade"), found.pop("assessment")
        given = acts.ObservationGiven(source=Source(found.pop("source")), **found)  # type: ignore[arg-type]
        return acts.record_observation(
            given, grade=Grade(grade) if grade else None, assessment=assessment, by=request.actor, at=request.now
        )

    return asked(
        request,
        ObservationForm(typed(request), initial={"received_on": request.actor.on} | _from_dossier(request)),
        lambda found: do(dict(found)),
        title="Ghi thông tin về tình hình thi hành",
        label="Ghi thông tin",
        done="Đã ghi thông tin.",
        back=reverse("law_watch:observations"),
        to=_observation_url,
        current="observations",
    )


@requires(access.WRITE)
def assess_page(request: Request, key: UUID) -> HttpResponse:
    """Judge how the text is enforced."""
    row = opened(request, Observation, key, access.WRITE)
    return asked(
        request,
        AssessForm(typed(request), initial={"grade": row.grade, "assessment": row.assessment}),
        lambda found: acts.assess_observation(
            row,
            grade=Grade(found["grade"]),
            assessment=found["assessment"],
            by=request.actor,
            at=request.now,
        ),
        title="Đánh giá thông tin",
        label="Lưu đánh giá",
        done="Đã lưu đánh giá.",
        back=_observation_url(row),
        current="observations",
    )


@requires(access.READ)
def inspections_page(request: Request) -> HttpResponse:
    """Inspections, newest first."""
    rows = [
        (one, rules.state_name(InspectionState(one.state)), _inspection_tone(one))
        for one in queries.inspections(access.readable_units(request.actor))
    ]
    context = framed(request, "inspections", rows=rows, page_title="Kiểm tra")
    return render(request, "law_watch/inspections.html", context)


def _inspection_tone(one: Inspection) -> Tone:
    return Tone.GOOD if one.state == InspectionState.CONCLUDED else Tone.SOON


@requires(access.READ)
def inspection_page(request: Request, key: UUID) -> HttpResponse:
    """One inspection: decision, findings, conclusion, proposals."""
    row = access.open_row(request.actor, Inspection, key)
    findings = [
        (one, rules.group_name(loader.regimes(), one.group), *_graded(one.grade)) for one in queries.findings(row)
    ]
    context = framed(
        request,
        "inspections",
        row=row,
        state=rules.state_name(InspectionState(row.state)),
        tone=_inspection_tone(row),
        findings=findings,
        proposals=queries.proposals_of(row),
        is_open=row.state == InspectionState.DECIDED,
        page_title="Kiểm tra",
    )
    return render(request, "law_watch/inspection.html", context | rights(request, row))


def _inspection_url(row: Inspection) -> str:
    return reverse("law_watch:inspection", args=[row.pk])


@requires(access.WRITE)
def decide_page(request: Request) -> HttpResponse:
    """Record a decision to inspect."""

    def do(found: dict[str, object]) -> Inspection:
        activity = found.pop("activity")
        given = acts.InspectionGiven(**found)  # type: ignore[arg-type]
        return acts.decide_inspection(given, activity=activity, by=request.actor, at=request.now)  # type: ignore[arg-type]

    return asked(
        request,
        InspectionForm(typed(request), activities=queries.open_activities(access.readable_units(request.actor))),
        lambda found: do(dict(found)),
        title="Ghi quyết định kiểm tra",
        label="Ghi quyết định",
        done="Đã ghi quyết định kiểm tra.",
        back=reverse("law_watch:inspections"),
        to=_inspection_url,
        current="inspections",
    )


@requires(access.WRITE)
def finding_page(request: Request, key: UUID) -> HttpResponse:
    """Record what was found."""
    row = opened(request, Inspection, key, access.WRITE)
    return asked(
        request,
        FindingForm(typed(request)),
        lambda found: acts.add_finding(
            row,
            text=found["text"],
            group=found["group"],
            grade=Grade(found["grade"]),
            by=request.actor,
            at=request.now,
        ),
        title="Ghi phát hiện",
        label="Ghi phát hiện",
        done="Đã ghi phát hiện.",
        back=_inspection_url(row),
        current="inspections",
        kicker=row.subject,
    )


@requires(access.ISSUE)
def conclude_page(request: Request, key: UUID) -> HttpResponse:
    """Conclude an inspection."""
    row = opened(request, Inspection, key, access.ISSUE)
    return asked(
        request,
        ConcludeForm(typed(request), initial={"concluded_on": request.actor.on}),
        lambda found: acts.conclude_inspection(row, **found, by=request.actor, at=request.now),
        title="Kết luận kiểm tra",
        label="Kết luận",
        done="Đã ghi kết luận.",
        back=_inspection_url(row),
        current="inspections",
        kicker=row.subject,
        lead="Kết luận rồi thì không ghi thêm phát hiện; vẫn gửi được kiến nghị.",
    )
