"""Applying online: one group of questions a page, papers, where and how, check, send. Saved at every step."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from motcua.counter.dossiers import acts as dossiers
from motcua.counter.dossiers import queries
from motcua.counter.dossiers.choices import RETURN_NAMES, Channel, PaperKind, PaperState, ReturnWay
from motcua.faces.portal.templatetags.portal import vi
from motcua.faces.portal.views.frame import counters, framed, today
from motcua.faces.portal.views.procedures import version_on
from motcua.house.office import queries as office
from motcua.house.office.access import Request, requires_account
from motcua.house.office.rules import UnitRow
from motcua.instruments.vault import access as files
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault.rules import NoRoom
from motcua.legal.eforms import access as drafts
from motcua.legal.eforms import acts as eform_acts
from motcua.legal.eforms import queries as eforms
from motcua.legal.eforms import rules as eform_rules
from motcua.legal.procedures import rules as law

# Ways to receive the result, so that a message catalogue finds them.
gettext_noop("Tại quầy")
gettext_noop("Qua bưu chính")
gettext_noop("Bản điện tử")
gettext_noop("Tại nhà")

PAPERS, WHERE, CHECK = "giay-to", "noi-nhan", "kiem-tra"


@dataclass
class Wizard:
    """One person's application in the making."""

    request: Request
    version: law.ProcedureVersion
    form: eform_rules.Form
    draft: Any
    answers: dict[str, Any]

    @property
    def steps(self) -> list[str]:
        """Pages in order: the groups these answers call for, then papers, where, check."""
        groups = [group.key for group in eform_rules.asked_groups(self.form, self.answers, on=today(self.request))]
        return [*groups, *([PAPERS] if self.papers() else []), WHERE, CHECK]

    def papers(self) -> list[law.Paper]:
        """Papers to send a picture or file of."""
        facts = eform_rules.clean(self.form, self.answers, on=today(self.request)).values
        needed = law.needed_papers(self.version, facts, channel="online", on=today(self.request))
        return [paper for paper in needed if paper.role != "form"]

    def lacking(self, answers: dict[str, Any]) -> list[law.Paper]:
        """Papers without which it may not be sent; one that stands in for another counts for it."""
        have = ["application", *(key.removeprefix("file.") for key in self.extras if key.startswith("file."))]
        missing = law.missing_papers(self.version, have, answers, channel="online", on=today(self.request))
        return [paper for paper in missing if paper.role == "submit" and not paper.replaced_by_data]

    @property
    def extras(self) -> dict[str, str]:
        """What goes with the form: files, where to file, how to receive, exemptions claimed."""
        return dict(self.draft.extras) if self.draft else {}

    def url(self, step: str) -> str:
        """Address of a page of this wizard."""
        return f"{reverse('portal:apply', args=[self.version.code])}?step={step}"

    def after(self, step: str) -> str:
        """Address of the page behind this one."""
        steps = self.steps
        return self.url(steps[min(steps.index(step) + 1, len(steps) - 1)] if step in steps else steps[0])

    def before(self, step: str) -> str:
        """Address of the page before this one; the procedure's page before the first."""
        steps = self.steps
        if step not in steps or steps.index(step) == 0:
            return reverse("portal:procedure", args=[self.version.code])
        return self.url(steps[steps.index(step) - 1])

    def keep(self, step: str, answers: dict[str, Any]) -> None:
        """Save what was typed."""
        self.draft = eform_acts.save_draft(
            by=self.request.actor,
            session_key=self.request.session.session_key or "",
            procedure_code=self.version.code,
            form=self.form,
            answers=answers,
            step=step,
            at=self.request.now,
        )
        self.answers = dict(eform_rules.prefill(self.form, dict(self.draft.answers), on=today(self.request)))

    def keep_extras(self, **values: str) -> None:
        """Save what goes with the form."""
        if self.draft is None:
            self.keep("", self.answers)
        self.draft = eform_acts.keep_extras(
            self.draft,
            values,
            by=self.request.actor,
            session_key=self.request.session.session_key or "",
            at=self.request.now,
        )


def _wizard(request: Request, code: str) -> Wizard:
    day = today(request)
    version = version_on(code, day)
    form = eforms.form(version.eform, day)
    draft = drafts.open_draft(request.actor, code, session_key=request.session.session_key or "", at=request.now)
    known = dict(draft.answers) if draft else _known(request)
    return Wizard(request, version, form, draft, dict(eform_rules.prefill(form, known, on=day)))


def _known(request: Request) -> dict[str, Any]:
    """What the account already says about its holder."""
    account: Any = request.user
    return {
        "requester.full_name": account.full_name,
        "requester.phone": account.phone,
        "requester.email": account.email,
        "requester.personal_number": account.personal_number or "",
        "requester.birth_date": account.birth_date.isoformat() if account.birth_date else "",
        "requester.residence": account.residence,
    }


@requires_account
def apply_page(request: Request, code: str) -> HttpResponse:
    """One page of the wizard, by `?step=`."""
    if sent := _sent_before(request):
        return redirect("portal:one", str(sent))
    wizard = _wizard(request, code)
    if "online" not in wizard.version.filing_channels:
        return redirect("portal:procedure", code)
    steps = wizard.steps
    step = request.GET.get("step") or (wizard.draft.step if wizard.draft and wizard.draft.step in steps else steps[0])
    if step not in steps:
        return redirect(wizard.url(steps[0]))
    page = {PAPERS: _papers_page, WHERE: _where_page, CHECK: _check_page}.get(step, _group_page)
    return page(wizard, step)


def _sent_before(request: Request) -> UUID | None:
    """The dossier this very page has made already: a second click, or the page sent again after going back."""
    try:
        key = UUID(request.POST.get("submission_key", ""))
    except ValueError:
        return None
    account = request.actor.account_id
    return (
        queries.of_account(account).filter(submission_key=key).values_list("pk", flat=True).first() if account else None
    )


def _render(wizard: Wizard, step: str, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    steps = wizard.steps
    frame = framed(
        wizard.request,
        version=wizard.version,
        page_title=title,
        title=title,
        number=steps.index(step) + 1,
        total=len(steps),
        back=wizard.before(step),
        **context,
    )
    return render(wizard.request, template, frame, status=status)


def _group_page(wizard: Wizard, step: str) -> HttpResponse:
    request, lang = wizard.request, "en" if (get_language() or "vi").startswith("en") else "vi"
    errors: dict[str, Any] = {}
    if request.method == "POST":
        posted = _posted(wizard, step)
        try:
            wizard.keep(step, posted)
        except eform_acts.DraftTooLong as problem:
            messages.error(request, vi(str(problem)))
            return _group(wizard, step, {**wizard.answers, **posted}, errors, status=422)
        typed = {**wizard.answers, **posted}
        called_for = eform_rules.unasked(wizard.form, typed, group=step, on=today(request))
        unasked = [key for key in called_for if not posted.get(key)]
        cleaned = eform_rules.clean(wizard.form, wizard.answers, group=step, on=today(request), lang=lang)
        asks_more = bool(unasked) or "_show" in request.POST
        if not cleaned.errors and not asks_more:
            return redirect(wizard.after(step))
        errors = {} if asks_more else cleaned.errors
    return _group(wizard, step, wizard.answers, errors, status=422 if errors else 200)


def _group(wizard: Wizard, step: str, values: dict[str, Any], errors: dict[str, Any], *, status: int) -> HttpResponse:
    group = wizard.form.group(step)
    heading = group.heading("en" if (get_language() or "vi").startswith("en") else "vi")
    return _render(
        wizard, step, "portal/step.html", heading, status, form=wizard.form, group=group, values=values, errors=errors
    )


def _posted(wizard: Wizard, step: str) -> dict[str, Any]:
    """What the page sent; a box that was unticked is not sent at all, and must not stay ticked."""
    boxes = {field.key: "" for field in wizard.form.group(step).fields if field.type == "agree"}
    return boxes | wizard.request.POST.dict()


def _papers_page(wizard: Wizard, step: str) -> HttpResponse:
    request, problems = wizard.request, []
    if request.method == "POST":
        for paper in wizard.papers():
            upload = request.FILES.get(f"paper.{paper.key}")
            try:
                files.refuse_too_large(request, f"paper.{paper.key}")
                if upload is None:
                    continue
                stored = vault.store(upload, name=upload.name or "", by=request.actor, at=request.now, purpose="paper")
            except (ValueError, NoRoom) as problem:
                problems.append((f"id_paper.{paper.key}", vi(f"{paper.name}: {problem}")))
            else:
                wizard.keep_extras(**{f"file.{paper.key}": str(stored.pk), f"name.{paper.key}": stored.name})
        if not problems:
            return redirect(wizard.after(step))
    wrong = {key.removeprefix("id_paper."): said for key, said in problems}
    rows = [(paper, wizard.extras.get(f"name.{paper.key}", ""), wrong.get(paper.key, "")) for paper in wizard.papers()]
    return _render(
        wizard, step, "portal/papers.html", _("Giấy tờ gửi kèm"), 422 if problems else 200, rows=rows, problems=problems
    )


def _where_page(wizard: Wizard, step: str) -> HttpResponse:
    request, problem = wizard.request, ""
    open_counters = counters(request)
    ways = [way for way in wizard.version.return_ways if way != "home"]
    extras, grounds = wizard.extras, _grounds(wizard)
    claimed = extras.get("exemptions", "").split(",")
    if request.method == "POST":
        counter, way = request.POST.get("counter", ""), request.POST.get("way", "")
        claimed = [ground.key for ground in grounds if ground.key in request.POST.getlist("exemptions")]
        if counter in {unit.code for unit in open_counters} and way in ways:
            wizard.keep_extras(counter=counter, way=way, exemptions=",".join(claimed))
            return redirect(wizard.after(step))
        problem = _("Chọn nơi nộp và cách nhận kết quả.")
    directory = office.directory()
    return _render(
        wizard, step, "portal/where.html", _("Nơi nộp và nhận kết quả"), 422 if problem else 200,
        places=[(unit, directory.agency(unit)) for unit in open_counters],
        ways=[(way.value, RETURN_NAMES[way]) for way in ways],
        chosen_counter=request.POST.get("counter") or extras.get("counter") or _nearest(wizard, open_counters),
        chosen_way=request.POST.get("way") or extras.get("way") or ("online" if "online" in ways else "desk"),
        grounds=[(ground, ground.key in claimed) for ground in grounds],
        problem=problem,
    )  # fmt: skip


def _grounds(wizard: Wizard) -> list[law.Exemption]:
    """Grounds on which a fee of this procedure falls away; none where it costs nothing."""
    kept = {key for fee in wizard.version.fees if fee.vnd != 0 for key in fee.exempt}
    return [ground for ground in wizard.version.exemptions if ground.key in kept]


def _nearest(wizard: Wizard, open_counters: list[Any]) -> str:
    """The counter of the ward of residence that was given, else the first."""
    wards = {str(value) for key, value in wizard.answers.items() if key.endswith("residence_ward") and value}
    directory = office.directory()
    fitting = [unit.code for unit in open_counters if directory.agency(unit).code in wards]
    return next(iter(fitting), open_counters[0].code if open_counters else "")


def _check_page(wizard: Wizard, step: str) -> HttpResponse:
    request, day = wizard.request, today(wizard.request)
    cleaned = eform_rules.clean(wizard.form, wizard.answers, on=day)
    extras = wizard.extras
    if cleaned.errors or "counter" not in extras:
        wrong = next(
            (group.key for group in wizard.form.groups if any(f.key in cleaned.errors for f in group.fields)), WHERE
        )
        messages.info(request, _("Còn chỗ chưa xong; bổ sung tại đây rồi tiếp tục."))
        return redirect(wizard.url(wrong))
    place = _place(wizard, cleaned.values, extras["counter"])
    problems = law.problems(
        wizard.version, cleaned.values, on=day, level=place["level"], unit_code=place["unit"].code, channel="online",
        within=[unit.code for unit in office.directory().children(place["agency"], day) if unit.level == "ward"],
    )  # fmt: skip
    fees, fee_problem = _fees(wizard, cleaned.values)
    missing = wizard.lacking(cleaned.values)
    blocked = any(one.blocks for one in problems) or bool(fee_problem) or bool(missing)
    if request.method == "POST" and not blocked:
        return _send(wizard, cleaned.values, place, fees)
    return _render(
        wizard, step, "portal/check.html", _("Kiểm tra trước khi gửi"), 422 if request.method == "POST" else 200,
        form=wizard.form, answers=cleaned.values, problems=problems, fees=fees, fee_problem=fee_problem,
        missing=missing, papers_url=wizard.url(PAPERS), change_url=reverse("portal:apply", args=[wizard.version.code]),
        blocked=blocked, place=place, way=RETURN_NAMES[ReturnWay(extras.get("way", "desk"))],
        submission_key=wizard.draft.submission_key,
        files=[(paper, extras.get(f"name.{paper.key}", "")) for paper in wizard.papers()],
    )  # fmt: skip


def _place(wizard: Wizard, answers: Any, counter_code: str) -> dict[str, Any]:
    """The counter that was chosen; who resolves: the office of the residence given, else the counter's own agency."""
    directory, day = office.directory(), today(wizard.request)
    counter = directory.unit(counter_code)
    agency = directory.agency(counter)
    level = law.competent_level(wizard.version, answers, day)
    divisions = [unit for unit in directory.children(agency, day) if unit.level == "division"]
    unit = divisions[0] if level in {"division", "city"} and divisions else agency
    if level == "ward":
        unit = _competent(wizard, answers, agency)
    return {"counter": counter, "agency": agency, "unit": unit, "level": str(level or unit.level)}


def _competent(wizard: Wizard, answers: Any, agency: UnitRow) -> UnitRow:
    """The ward that decides by the residence or registration given; the chosen one where that is not told."""
    directory, day = office.directory(), today(wizard.request)
    competence = law.competence_for(wizard.version, answers, day)
    declared = [str(answers[key]) for key in (competence.place_keys if competence else ()) if answers.get(key)]
    ours = {unit.code: unit for unit in directory.units if unit.level == "ward"}
    wards = [directory.continuing(ours[code], day) for code in declared if code in ours]
    return agency if agency in wards or not wards else wards[0]


def _fees(wizard: Wizard, answers: Any) -> tuple[tuple[law.FeeLine, ...], str]:
    try:
        claimed = wizard.extras.get("exemptions", "").split(",")
        lines = law.fee_lines(
            wizard.version, answers=answers, channel="online", exemptions=claimed, on=today(wizard.request)
        )
    except (law.FeeUnknown, law.WrongCount) as problem:
        return (), str(problem)
    return lines, ""


def _send(wizard: Wizard, answers: dict[str, Any], place: dict[str, Any], fees: Any) -> HttpResponse:
    request, extras = wizard.request, wizard.draft.extras
    who = "requester" if answers.get("requester.full_name") else "husband"
    papers = [dossiers.PaperGiven(code="application", name=_form_name(wizard), role="form", state=PaperState.TAKEN,
                                  kind=PaperKind.ELECTRONIC)]  # fmt: skip
    for paper in wizard.papers():
        file = extras.get(f"file.{paper.key}")
        if paper.instead_of and not file:
            continue
        papers.append(
            dossiers.PaperGiven(
                code=paper.key,
                name=paper.name,
                role=paper.role,
                state=PaperState.TAKEN if file else PaperState.MISSING,
                kind=PaperKind.ELECTRONIC if file else "",
                file_id=file or None,
            )
        )
    dossier = dossiers.submit(
        dossiers.Intake(
            law=wizard.version,
            received_unit=place["counter"],
            unit=place["unit"],
            agency=place["agency"],
            level=place["level"],
            applicant_name=str(answers.get(f"{who}.full_name") or request.actor.name),
            channel=Channel.ONLINE,
            return_way=ReturnWay(extras.get("way", "desk")),
            answers=answers,
            papers=papers,
            fees=fees,
            account_id=request.actor.account_id,
            personal_number=str(answers.get(f"{who}.personal_number") or ""),
            phone=str(answers.get("requester.phone") or getattr(request.user, "phone", "") or ""),
            email=str(answers.get("requester.email") or getattr(request.user, "email", "") or ""),
            address=str(answers.get(f"{who}.residence") or "")[:300],
            form_key=wizard.version.eform,
            submission_key=wizard.draft.submission_key,
        ),
        by=request.actor,
        at=request.now,
        draft=wizard.draft,
    )
    messages.success(request, _("Đã gửi hồ sơ. Bộ phận Một cửa trả lời trong 8 giờ làm việc."))
    return redirect("portal:one", str(dossier.pk))


def _form_name(wizard: Wizard) -> str:
    return next((paper.name for paper in wizard.version.papers if paper.role == "form"), wizard.form.title("vi"))
