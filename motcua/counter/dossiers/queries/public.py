"""What the applicant and the public may see, and single dossiers for background work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.counter.dossiers.models import Dossier, DueChange
from motcua.counter.dossiers.queries.law import process_of
from motcua.counter.dossiers.rules import NATIONAL_NAME
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


def track(code: str, *, secret: str = "") -> Tracking | None:
    """Progress by code; with the secret of the receipt also the procedure, the step, the unit and the due moment."""
    dossier = Dossier.objects.filter(code=code.strip().upper()).first()
    if dossier is None:
        return None
    plain = Tracking(
        code=dossier.code or "",
        national_state=NATIONAL_NAME[dossier.national_state],
        steps_done=dossier.step_no,
        steps=len(process_of(dossier)),
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
    )


def counted_from(dossier: Dossier) -> datetime:
    """The moment the present due moment is counted from: receipt, or the last restart."""
    last = dossier.due_changes.order_by("-at", "-id").exclude(reason="apology").first()
    if last is None:
        raise DueChange.DoesNotExist(f"Dossier {dossier.code} has no due moment.")
    return last.counted_from


def late_and_public(agencies: Sequence[UUID], *, at: datetime) -> QuerySet[Dossier]:
    """Dossiers past their first due moment, open or settled late, for the public list (no names on it)."""
    return Dossier.objects.filter(agency__in=agencies, original_due_at__isnull=False).filter(
        Q(is_open=True, settled_at__isnull=True, original_due_at__lt=at) | Q(apologised_at__isnull=False)
    )


def by_id(key: str) -> Dossier:
    """A dossier for background work, with its units."""
    return Dossier.objects.select_related("officer").get(pk=key)
