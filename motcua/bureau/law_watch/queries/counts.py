"""What is computed: tables of figures, answers of a survey."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from motcua.bureau.law_watch import loader, rules
from motcua.bureau.law_watch.choices import QuestionKind
from motcua.bureau.law_watch.models import Figure, FigureSheet, Survey, SurveyAnswer, SurveyQuestion


def regime_of(sheet: FigureSheet) -> rules.Regime:
    """The decree a sheet was opened under."""
    return next(one for one in loader.regimes() if one.key == sheet.regime)


def values_of(sheet: FigureSheet) -> dict[str, int]:
    """The numbers entered in a sheet."""
    return dict(sheet.figures.values_list("key", "value"))


def tables_of(sheet: FigureSheet) -> list[tuple[rules.Group, tuple[rules.Line, ...]]]:
    """Every group of the sheet's decree with its lines, computed ones after the entered ones."""
    values = values_of(sheet)
    return [(group, rules.lines(group, values)) for group in regime_of(sheet).groups]


def period_totals(agency_id: UUID, first: date, last: date) -> list[tuple[rules.Regime, dict[str, int]]]:
    """Sums over the agency's sheets within a period, apart for each decree that has one; oldest decree first."""
    within = {"sheet__agency_id": agency_id, "sheet__from_on__gte": first, "sheet__to_on__lte": last}
    found: dict[str, dict[UUID, dict[str, int]]] = {}
    for row in Figure.objects.filter(**within).select_related("sheet"):
        found.setdefault(row.sheet.regime, {}).setdefault(row.sheet_id, {})[row.key] = row.value
    return [(one, rules.totals(found[one.key].values())) for one in loader.regimes() if one.key in found]


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
