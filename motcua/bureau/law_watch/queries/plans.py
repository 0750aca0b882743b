"""Plans, their standing activities, and what is due or late on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from motcua.bureau.law_watch import rules
from motcua.bureau.law_watch.choices import PlanState
from motcua.bureau.law_watch.models import Plan, PlanActivity, PlanAmendment

AHEAD = timedelta(days=30)


def plans(units: Sequence[UUID]) -> QuerySet[Plan]:
    """Plans of these units, newest year first."""
    return Plan.objects.filter(unit__in=units).order_by("-year", "agency__path")


def standing(plan: Plan) -> QuerySet[PlanActivity]:
    """Activities as the plan stands today, by number."""
    rows = plan.activities.filter(ended_by__isnull=True).select_related("added_by")
    return rows.order_by("number")


def replaced(plan: Plan) -> QuerySet[PlanActivity]:
    """Activities an amendment ended, as they were issued; by number."""
    return plan.activities.filter(ended_by__isnull=False).select_related("ended_by").order_by("number", "ended_by__at")


def amendments(plan: Plan) -> QuerySet[PlanAmendment]:
    """Papers that amended the plan, first one first."""
    return plan.amendments.prefetch_related("added", "ended").order_by("at")


def open_activities(units: Sequence[UUID]) -> QuerySet[PlanActivity]:
    """Activities of issued plans that are still to be done, for the lists to choose from; by due day."""
    rows = PlanActivity.objects.filter(
        plan__unit__in=units, plan__state=PlanState.ISSUED, ended_by__isnull=True, done_on__isnull=True
    )
    return rows.select_related("plan").order_by("due_on", "number")


@dataclass(frozen=True)
class Reminder:
    """An activity that is late or due soon; `late` in days, 0 when in time."""

    activity: PlanActivity
    late: int
    left: int


def reminders(units: Sequence[UUID], *, on: date) -> tuple[Reminder, ...]:
    """What is late, and what is due within thirty days of the day; most urgent first."""
    rows = open_activities(units).filter(due_on__lte=on + AHEAD)
    return tuple(Reminder(row, rules.days_late(row.due_on, on), max(0, (row.due_on - on).days)) for row in rows)


def activity(key: UUID) -> PlanActivity | None:
    """One activity with its plan."""
    return PlanActivity.objects.select_related("plan").filter(pk=key).first()
