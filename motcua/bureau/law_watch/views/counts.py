"""Pages of surveys and of figures."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from motcua.base.ui import rules as ui
from motcua.bureau.law_watch import access, acts, queries, rules
from motcua.bureau.law_watch.choices import Act, QuestionKind, SurveyState
from motcua.bureau.law_watch.forms import FiguresForm, PeriodForm, Plain, QuestionForm, ReplyForm, SurveyForm
from motcua.bureau.law_watch.models import FigureSheet, Survey
from motcua.bureau.law_watch.views.frame import asked, framed, opened, rights
from motcua.house.office.access import Request, requires
from motcua.house.office.pages import typed, unit_name


@requires(access.READ)
def surveys_page(request: Request) -> HttpResponse:
    """Surveys, newest first."""
    rows = [
        (one, rules.state_name(SurveyState(one.state))) for one in queries.surveys(access.readable_units(request.actor))
    ]
    return render(request, "law_watch/surveys.html", framed(request, "surveys", rows=rows, page_title="Khảo sát"))


@requires(access.READ)
def survey_page(request: Request, key: UUID) -> HttpResponse:
    """One survey: its questions, and their answers counted."""
    row = access.open_row(request.actor, Survey, key)
    state = SurveyState(row.state)
    charts = [
        (one, [ui.Bar(given.answer, given.count, f"{given.count} ({given.share or '0,0'} %)") for given in one.answers])
        for one in queries.survey_counts(row)
    ]
    context = framed(
        request,
        "surveys",
        row=row,
        state=rules.state_name(state),
        sheets=row.replies.count(),
        charts=charts,
        open={act.value: act in rules.open_acts(rules.SURVEY, state) for act in Act},
        page_title=row.title,
    )
    return render(request, "law_watch/survey.html", context | rights(request, row))


def _survey_url(row: Survey) -> str:
    return reverse("law_watch:survey", args=[row.pk])


@requires(access.WRITE)
def draft_survey_page(request: Request) -> HttpResponse:
    """Begin a survey."""
    units = access.readable_units(request.actor)
    return asked(
        request,
        SurveyForm(typed(request), activities=queries.open_activities(units)),
        lambda found: acts.draft_survey(**found, by=request.actor, at=request.now),
        title="Lập phiếu khảo sát",
        label="Lưu, soạn câu hỏi",
        done="Đã lưu cuộc khảo sát. Thêm câu hỏi, rồi mở khảo sát.",
        back=reverse("law_watch:surveys"),
        to=_survey_url,
        current="surveys",
    )


@requires(access.WRITE)
def question_page(request: Request, key: UUID) -> HttpResponse:
    """Add a question."""
    row = opened(request, Survey, key, access.WRITE)
    return asked(
        request,
        QuestionForm(typed(request)),
        lambda found: acts.add_question(
            row,
            text=found["text"],
            kind=QuestionKind(found["kind"]),
            options=found["options"],
            by=request.actor,
            at=request.now,
        ),
        title="Thêm câu hỏi",
        label="Thêm câu hỏi",
        done="Đã thêm câu hỏi.",
        back=_survey_url(row),
        current="surveys",
        kicker=row.title,
    )


@requires(access.WRITE)
def open_survey_page(request: Request, key: UUID) -> HttpResponse:
    """Open a survey."""
    row = opened(request, Survey, key, access.WRITE)
    return asked(
        request,
        Plain(typed(request)),
        lambda _: acts.open_survey(row, by=request.actor, at=request.now),
        title="Mở khảo sát",
        label="Mở khảo sát",
        done="Khảo sát đã mở, nhập phiếu được.",
        back=_survey_url(row),
        current="surveys",
        kicker=row.title,
        lead="Mở rồi thì không sửa câu hỏi được nữa.",
    )


@requires(access.WRITE)
def reply_page(request: Request, key: UUID) -> HttpResponse:
    """Enter one sheet; the next one follows at once."""
    row = opened(request, Survey, key, access.WRITE)
    form = ReplyForm(typed(request), questions=list(row.questions.order_by("number")))
    return asked(
        request,
        form,
        lambda _: acts.add_reply(row, form.answers(), by=request.actor, at=request.now),
        title="Nhập phiếu trả lời",
        label="Lưu phiếu, nhập phiếu tiếp",
        done="Đã lưu phiếu.",
        back=_survey_url(row),
        to=lambda _: reverse("law_watch:reply", args=[row.pk]),
        current="surveys",
        kicker=row.title,
        lead=f"Đã có {row.replies.count()} phiếu. Không ghi tên người trả lời.",
    )


@requires(access.WRITE)
def close_survey_page(request: Request, key: UUID) -> HttpResponse:
    """End a survey."""
    row = opened(request, Survey, key, access.WRITE)
    return asked(
        request,
        Plain(typed(request)),
        lambda _: acts.close_survey(row, by=request.actor, at=request.now),
        title="Kết thúc khảo sát",
        label="Kết thúc",
        done="Khảo sát đã kết thúc.",
        back=_survey_url(row),
        current="surveys",
        kicker=row.title,
        lead="Kết thúc rồi thì không nhập thêm phiếu. Việc này không rút lại được.",
    )


@requires(access.READ)
def figures_page(request: Request) -> HttpResponse:
    """Sheets of figures, newest period first."""
    rows = [
        (one, unit_name(one), queries.regime_of(one)) for one in queries.sheets(access.readable_units(request.actor))
    ]
    return render(request, "law_watch/figures.html", framed(request, "figures", rows=rows, page_title="Số liệu"))


@requires(access.READ)
def sheet_page(request: Request, key: UUID) -> HttpResponse:
    """The numbers of a period with what is computed from them."""
    row = access.open_row(request.actor, FigureSheet, key)
    context = framed(
        request,
        "figures",
        row=row,
        unit=unit_name(row),
        regime=queries.regime_of(row),
        tables=queries.tables_of(row),
        page_title="Biểu số liệu",
    )
    return render(request, "law_watch/sheet.html", context | rights(request, row))


def _sheet_url(row: FigureSheet) -> str:
    return reverse("law_watch:sheet", args=[row.pk])


@requires(access.WRITE)
def open_figures_page(request: Request) -> HttpResponse:
    """Open the sheet of a period."""
    return asked(
        request,
        PeriodForm(typed(request)),
        lambda found: acts.open_figures(**found, by=request.actor, at=request.now),
        title="Mở biểu số liệu của một kỳ",
        label="Mở biểu",
        done="Đã mở biểu số liệu.",
        back=reverse("law_watch:figures"),
        to=lambda row: reverse("law_watch:enter_figures", args=[row.pk]),
        current="figures",
        lead="Các kỳ không chồng nhau: số của năm là tổng các kỳ trong năm.",
    )


@requires(access.WRITE)
def enter_figures_page(request: Request, key: UUID) -> HttpResponse:
    """Enter the numbers; sums and shares follow from them."""
    row = opened(request, FigureSheet, key, access.WRITE)
    regime, values = queries.regime_of(row), queries.values_of(row)
    form = FiguresForm(typed(request), regime=regime, values=values, live=queries.live_of(row))
    return asked(
        request,
        form,
        lambda found: acts.enter_figures(row, found, by=request.actor, at=request.now),
        title="Nhập số liệu",
        label="Lưu số liệu",
        done="Đã lưu số liệu.",
        back=_sheet_url(row),
        current="figures",
        kicker=f"{row.from_on:%d/%m/%Y} – {row.to_on:%d/%m/%Y}",
        template="law_watch/enter_figures.html",
    )
