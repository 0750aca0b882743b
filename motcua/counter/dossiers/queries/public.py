"""What the applicant and the public may see, and single dossiers for background work."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from motcua.base.rows import row
from motcua.counter.dossiers import loader
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.models import Dossier, DueChange, Result
from motcua.counter.dossiers.queries.counts import IN_TIME
from motcua.counter.dossiers.queries.law import law_of, process_of
from motcua.counter.dossiers.rules import CODE_SHAPE, NATIONAL_NAME
from motcua.house.office import queries as office


@dataclass(frozen=True)
class Tracking:
    """What anybody may see by code: progress only [01/2018/TT-VPCP, 16.2.d]."""

    code: str
    national_state: str
    steps_done: int
    steps: int
    due_at: datetime | None = None
    procedure: str = ""
    step: str = ""
    unit: str = ""
    procedure_en: str = ""
    step_en: str = ""


def track(code: str, *, secret: str = "") -> Tracking | None:
    """Progress by code; with the secret of the receipt also the procedure, the step, the unit and the due moment."""
    wanted = code.strip().upper()
    dossier = row(Dossier, "code = %s", wanted) if CODE_SHAPE.match(wanted) else None
    if dossier is None:
        return None
    steps = process_of(dossier)
    plain = Tracking(
        code=dossier.code or "",
        national_state=NATIONAL_NAME[dossier.national_state],
        steps_done=dossier.step_no,
        steps=len(steps),
    )
    if not secret or secret.strip().upper() != dossier.secret:
        return plain
    return Tracking(
        code=plain.code,
        national_state=plain.national_state,
        steps_done=plain.steps_done,
        steps=plain.steps,
        due_at=dossier.due_at,
        procedure=dossier.procedure_name,
        step=dossier.step_name,
        unit=office.directory().unit(dossier.unit_id).name,
        procedure_en=law_of(dossier).name_en,
        step_en=next((step.name_en for step in steps if step.name == dossier.step_name), ""),
    )


def track_number(digits: str, *, on: date) -> tuple[Tracking, ...]:
    """Progress by the ten digits behind the dash (`2411120007`), at every agency with a counter on the day.

    For a touch screen with digits only; gives nothing for a day or number that cannot be.
    """
    try:
        day, number = datetime.strptime(digits[:6], "%y%m%d").date(), int(digits[6:])  # noqa: DTZ007  a day, no moment
        directory = office.directory()
        units = {*directory.on(on), *directory.on(day)}
        agencies = {directory.agency(unit) for unit in units if unit.level == "counter"}
        codes = sorted({loader.code_on(day, eid=agency.eid, number=number) for agency in agencies})
    except ValueError:
        return ()
    return tuple(found for code in codes if (found := track(code)))


def counted_from(dossier: Dossier) -> datetime:
    """The moment the present due moment is counted from: receipt, or the last restart."""
    last = dossier.due_changes.order_by("-at", "-id").exclude(reason="apology").first()
    if last is None:
        raise DueChange.DoesNotExist(f"Dossier {dossier.code} has no due moment.")
    return last.counted_from


@dataclass(frozen=True)
class Punctuality:
    """How many dossiers were settled since a day, how many by their first due moment, how many are late now."""

    settled: int
    in_time: int
    late_now: int

    @property
    def percent(self) -> float | None:
        """Share settled in time, None when nothing was settled."""
        return 100 * self.in_time / self.settled if self.settled else None


def punctuality(*, since: datetime, at: datetime) -> Punctuality:
    """Measured against the due moment the law gave, so that a re-appointment does not embellish it.

    A limit that started again with a supplement, or grew for a verification, is the law's own [61/2018/NĐ-CP, 19.4].
    """
    settled = Dossier.objects.filter(settled_at__gte=since, original_due_at__isnull=False)
    late = Dossier.objects.filter(is_open=True, settled_at__isnull=True, due_at__lt=at).exclude(
        state=State.SUPPLEMENT_ASKED
    )
    figures = settled.aggregate(all=Count("id"), in_time=Count("id", filter=IN_TIME))
    return Punctuality(figures["all"], figures["in_time"], late.count())


FIGURES_STAND = 300
"""Seconds for which the public figures are not counted anew: they look back ninety days."""
_counted: dict[int, Punctuality] = {}


def recent_punctuality(*, at: datetime) -> Punctuality:
    """Punctuality of the last ninety days, counted every five minutes by each process."""
    moment = int(at.timestamp()) // FIGURES_STAND
    if moment not in _counted:
        _counted.clear()
        _counted[moment] = punctuality(since=at - timedelta(days=90), at=at)
    return _counted[moment]


def forget_figures() -> None:
    """Count anew next time; for a process whose database was replaced (restore, tests)."""
    _counted.clear()


@dataclass(frozen=True)
class LateRow:
    """A line of the public list of late dossiers: no name, no address."""

    code: str
    procedure_code: str
    procedure: str
    unit: str
    due_at: datetime
    new_due_at: datetime | None
    reason: str
    is_open: bool


def public_late_list(
    *, at: datetime, limit: int = 100, of_units: Collection[UUID] | None = None
) -> tuple[LateRow, ...]:
    """Dossiers that are late, or were apologised for, newest first, with the reason given; of some units only."""
    rows = (
        Dossier.objects.filter(original_due_at__isnull=False, original_due_at__lt=at)
        .filter(
            Q(apologised_at__isnull=False)
            | Q(is_open=True, settled_at__isnull=True, due_at__lt=at)
            | Q(settled_at__gt=F("due_at"))
        )
        .exclude(state__in=[State.SUPPLEMENT_ASKED, State.WITHDRAWN, State.STOPPED])
        .order_by("-original_due_at")
        .only(
            *("code", "procedure_code", "procedure_name", "unit"),
            *("original_due_at", "due_at", "apologised_at", "settled_at", "is_open"),
        )
    )
    rows = rows if of_units is None else rows.filter(unit__in=of_units)
    found = list(rows[:limit])
    said = {
        change.dossier_id: change.words
        for change in DueChange.objects.filter(dossier__in=[row.pk for row in found], reason="apology")
    }
    units = office.directory()
    return tuple(
        LateRow(
            code=row.code or "",
            procedure_code=row.procedure_code,
            procedure=row.procedure_name,
            unit=units.unit(row.unit_id).name,
            due_at=(row.original_due_at if row.apologised_at else row.due_at) or at,
            new_due_at=row.due_at if row.apologised_at else None,
            reason=said.get(row.pk, ""),
            is_open=row.is_open and row.settled_at is None,
        )
        for row in found
    )


def of_account(account_id: UUID) -> QuerySet[Dossier]:
    """A citizen's own dossiers, newest first."""
    return Dossier.objects.filter(account_id=account_id).order_by("-submitted_at", "-id")


def result_by_code(code: str) -> Result | None:
    """The result that carries this verification code."""
    wanted = code.strip().upper()
    if not wanted.isalnum():
        return None
    return Result.objects.select_related("dossier", "file").filter(verify_code=wanted).first()


def result_by_file(sha256: str) -> Result | None:
    """The result whose file has exactly this content."""
    return Result.objects.select_related("dossier", "file").filter(file__sha256=sha256).first()


def by_id(key: str) -> Dossier:
    """A dossier for background work."""
    return Dossier.objects.select_related("officer").get(pk=key)
