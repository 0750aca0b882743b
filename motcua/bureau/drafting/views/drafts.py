"""Pages of a draft: the list, its own page with what can be done now, its facts, versions and their comparison."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode

from motcua.bureau.drafting import access, acts, loader, queries, rules
from motcua.bureau.drafting.choices import (
    ACT_NAME,
    CHECK_NAME,
    CONCLUSION_NAME,
    HANDLING_NAME,
    HEAD_NAME,
    STATE_NAME,
    Act,
    CheckKind,
    Conclusion,
    HandlingForm,
    Head,
    State,
)
from motcua.bureau.drafting.forms import CompareForm, DraftForm, VersionForm
from motcua.bureau.drafting.models import Draft, DraftVersion
from motcua.bureau.drafting.views.buttons import buttons, waits
from motcua.bureau.drafting.views.frame import asked, draft_url, framed, opened, tone_of
from motcua.house.journal import queries as journal
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import unit_name
from motcua.instruments.vault import access as vault


@requires(access.READ)
def drafts_page(request: Request) -> HttpResponse:
    """Drafts, newest first, of one state when chosen."""
    state = request.GET.get("trang-thai", "")
    state = state if state in set(State) else ""
    page = queries.drafts(access.readable_units(request.actor), state=state, after=request.GET.get("sau", ""))
    query = {"sau": page.after} | ({"trang-thai": state} if state else {})
    law = loader.law()
    context = framed(
        request,
        "drafts",
        rows=[(one, law.kind(one.kind).name, STATE_NAME[State(one.state)], tone_of(one.state)) for one in page.rows],
        states=[(one.value, name, one.value == state) for one, name in STATE_NAME.items()],
        state=state,
        after_url=f"?{urlencode(query)}" if page.after else "",
        page_title="Dự thảo văn bản",
    )
    return render(request, "drafting/drafts.html", context)


@requires(access.READ)
def draft_page(request: Request, key: UUID) -> HttpResponse:
    """One draft: where it stands, what can be done now, the days of its procedure, all that belongs to it."""
    draft = access.open_row(request.actor, Draft, key)
    law, on = loader.law(), request.actor.on
    day = draft.signed_on or draft.planned_on
    answer = queries.competence(draft, on=day)
    versions = list(draft.versions.select_related("file").order_by("-number"))
    open_now = buttons(request, draft)
    context = framed(
        request,
        "drafts",
        draft=draft,
        kind=law.kind(draft.kind),
        unit=unit_name(draft),
        waits="" if any(main for *_, main in open_now) else waits(draft),
        held_up=queries.held_up(draft),
        state=STATE_NAME[State(draft.state)],
        tone=tone_of(draft.state),
        buttons=open_now,
        answer=answer,
        regime=law.regime_on(day),
        milestones=queries.milestones(draft, on=on),
        versions=versions,
        compare=CompareForm(versions=versions, initial=_last_two(versions)) if len(versions) > 1 else None,
        may_issue=access.may(request.actor, access.ISSUE, draft.unit_id),
        page_title=draft.title,
        **_parts(draft),
    )
    return render(request, "drafting/draft.html", context)


def _last_two(versions: list[DraftVersion]) -> dict[str, str]:
    return {"cu": str(versions[1].number), "moi": str(versions[0].number)}


def _parts(draft: Draft) -> dict[str, Any]:
    """Everything that belongs to the draft, in words."""
    return {
        "rounds": [(one, *queries.handled(one)) for one in draft.rounds.order_by("number")],
        "postings": draft.postings.order_by("from_on"),
        "appraisals": [
            (one, CONCLUSION_NAME[Conclusion(one.conclusion)] if one.conclusion else "")
            for one in draft.appraisals.order_by("number")
        ],
        "examinations": draft.examinations.order_by("number"),
        "checks": [
            (
                one,
                CHECK_NAME[CheckKind(one.kind)],
                [(HEAD_NAME[Head(row.head)], row.text) for row in one.findings.all()],
            )
            for one in draft.checks.prefetch_related("findings").order_by("checked_on", "id")
        ],
        "handlings": [(one, HANDLING_NAME[HandlingForm(one.form)]) for one in draft.handlings.order_by("decided_on")],
        "history": [(ACT_NAME[Act(one.act)], one.at, one.name) for one in journal.history(draft)],
    }


@requires(access.WRITE)
def start_page(request: Request) -> HttpResponse:
    """Begin a draft; of a line of the programme when one is named."""
    item = _item(request)
    initial = {"planned_on": request.actor.on, "lead": _own_name(request)}
    if item is not None:
        initial |= {"kind": item.kind, "title": item.title, "lead": item.lead}
    return asked(
        request,
        DraftForm(request.POST or None, initial=initial),
        lambda found: acts.start_draft(acts.DraftGiven(**found), item=item, by=request.actor, at=request.now),
        title="Lập dự thảo",
        label="Lập dự thảo",
        done="Đã lập dự thảo. Tải tệp dự thảo lên.",
        back=reverse("drafting:drafts"),
        to=draft_url,
        lead=f"Theo chương trình năm {item.programme.year}, số {item.number}" if item else "",
    )


def _item(request: Request) -> Any:
    wanted = request.GET.get("van-ban", "")
    if not wanted:
        return None
    items = {str(one.pk): one for one in queries.open_items(access.readable_units(request.actor))}
    if wanted not in items:
        raise Http404
    return items[wanted]


def _own_name(request: Request) -> str:
    return access.own_unit(request.actor).name if request.actor.paths(access.WRITE) else ""


@requires(access.WRITE)
def edit_page(request: Request, key: UUID) -> HttpResponse:
    """Correct what the draft says of itself."""
    draft = opened(request, Draft, key, access.WRITE)
    initial = {name: getattr(draft, name) for name in DraftForm.base_fields}
    return asked(
        request,
        DraftForm(request.POST or None, initial=initial),
        lambda found: acts.edit_draft(draft, acts.DraftGiven(**found), by=request.actor, at=request.now),
        title="Sửa thông tin dự thảo",
        label="Lưu",
        done="Đã lưu.",
        back=draft_url(draft),
    )


@requires(access.WRITE)
def add_version_page(request: Request, key: UUID) -> HttpResponse:
    """Add a version of the text."""
    draft = opened(request, Draft, key, access.WRITE)

    def do(found: dict[str, Any]) -> object:
        file = found["file"]
        return acts.add_version(draft, file, name=file.name, text=found["note"], by=request.actor, at=request.now)

    return asked(
        request,
        VersionForm(request.POST or None, request.FILES or None),
        do,
        title="Thêm phiên bản dự thảo",
        label="Thêm phiên bản",
        done="Đã thêm phiên bản.",
        back=draft_url(draft),
        lead=draft.title,
    )


@requires(access.READ)
def version_file(request: Request, key: UUID, number: int) -> HttpResponse:
    """The file of a version as it came."""
    draft = access.open_row(request.actor, Draft, key)
    version = get_object_or_404(draft.versions.select_related("file"), number=number)
    return vault.serve(version.file)


@requires(access.READ)
def compare_page(request: Request, key: UUID) -> HttpResponse:
    """Two versions side by side, changed words marked."""
    draft = access.open_row(request.actor, Draft, key)
    versions = list(draft.versions.select_related("file").order_by("-number"))
    form = CompareForm(request.GET or None, versions=versions)
    if len(versions) < 2 or not form.is_valid():
        raise Http404
    by_number = {str(one.number): one for one in versions}
    old, new = by_number[form.cleaned_data["cu"]], by_number[form.cleaned_data["moi"]]
    lines = rules.compare(old.text, new.text)
    context = framed(
        request,
        "drafts",
        draft=draft,
        form=form,
        old=old,
        new=new,
        lines=lines,
        changed=sum(not line.is_same for line in lines),
        readable=bool(old.text.strip() and new.text.strip()),
        page_title="So sánh phiên bản",
    )
    return render(request, "drafting/compare.html", context)
