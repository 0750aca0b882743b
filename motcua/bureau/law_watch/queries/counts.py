"""What is computed: tables of figures, answers of a survey."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from motcua.bureau.law_watch import loader, rules
from motcua.bureau.law_watch.choices import LIVE_NAME, Live, QuestionKind
from motcua.bureau.law_watch.models import FigureSheet, Survey, SurveyAnswer, SurveyQuestion
from motcua.bureau.law_watch.queries.live import live_values


def regime_of(sheet: FigureSheet) -> rules.Regime:
    """The decree a sheet was opened under."""
    return next(one for one in loader.regimes() if one.key == sheet.regime)


def values_of(sheet: FigureSheet) -> dict[str, int]:
    """The numbers entered in a sheet."""
    return dict(sheet.figures.values_list("key", "value"))


def live_of(sheet: FigureSheet) -> dict[str, int]:
    """The numbers of a sheet the system counts by itself: they go before what was typed, and are not typed."""
    return live_values(regime_of(sheet).inputs, sheet.agency_id, sheet.from_on, sheet.to_on)


def tables_of(sheet: FigureSheet) -> list[tuple[rules.Group, tuple[rules.Line, ...]]]:
    """Every group of the sheet's decree with its lines, computed ones after the entered ones."""
    live, regime = live_of(sheet), regime_of(sheet)
    values = values_of(sheet) | live
    return [(group, rules.lines(group, values, sources(regime, live))) for group in regime.groups]


def sources(regime: rules.Regime, live: Iterable[str]) -> dict[str, str]:
    """Which live data each of these inputs is counted from."""
    keys = set(live)
    return {one.key: LIVE_NAME[Live(one.live)] for one in regime.inputs if one.key in keys}


@dataclass(frozen=True)
class PeriodFigures:
    """Sums over the sheets of a period under one decree, and which of them the system counted."""

    regime: rules.Regime
    values: dict[str, int]
    live: frozenset[str]

    def lines(self, group: rules.Group) -> tuple[rules.Line, ...]:
        """The lines of one group, each with where it comes from."""
        return rules.lines(group, self.values, sources(self.regime, self.live))


def period_figures(agency_id: UUID, first: date, last: date) -> list[PeriodFigures]:
    """Sums over the agency's sheets within a period, apart for each decree that has one; oldest decree first."""
    rows = FigureSheet.objects.filter(agency_id=agency_id, from_on__gte=first, to_on__lte=last)
    values: dict[str, list[dict[str, int]]] = {}
    live: dict[str, set[str]] = {}
    for sheet in rows.prefetch_related("figures"):
        counted = live_of(sheet)
        typed = {row.key: row.value for row in sheet.figures.all()}
        if typed or counted:
            values.setdefault(sheet.regime, []).append(typed | counted)
            live.setdefault(sheet.regime, set()).update(counted)
    return [
        PeriodFigures(one, rules.totals(values[one.key]), frozenset(live[one.key]))
        for one in loader.regimes()
        if one.key in values
    ]


@dataclass(frozen=True)
class QuestionCount:
    """A question with its answers counted; `mean` for a scale only."""

    question: SurveyQuestion
    answers: tuple[rules.Counted, ...]
    answered: int
    mean: str


def survey_counts(survey: Survey) -> tuple[QuestionCount, ...]:
    """Every question of a survey with how often each answer was given."""
    found: dict[UUID, dict[int, int]] = {}
    rows = SurveyAnswer.objects.filter(question__survey=survey).values("question_id", "chosen")
    for row in rows.annotate(count=Count("id")).order_by("question_id", "chosen"):
        found.setdefault(row["question_id"], {})[row["chosen"]] = row["count"]
    questions = survey.questions.order_by("number")
    return tuple(_counted(question, found.get(question.pk, {})) for question in questions)


def _counted(question: SurveyQuestion, found: dict[int, int]) -> QuestionCount:
    return QuestionCount(
        question=question,
        answers=rules.counted(question.options, found),
        answered=sum(found.values()),
        mean=rules.mean(QuestionKind(question.kind), found),
    )
