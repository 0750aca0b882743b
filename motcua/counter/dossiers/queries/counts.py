"""How many dossiers an agency settled in a period, in time or late, by procedure and field: for reports above."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, F, Q

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.models import Dossier
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures.choices import Field

FIELD_NAMES = {Field.CIVIL_STATUS: "Hộ tịch", Field.CERTIFICATION: "Chứng thực"}
OTHER = "Lĩnh vực khác"
IN_TIME = Q(settled_at__lte=F("original_due_at")) | Q(apologised_at__isnull=True, settled_at__lte=F("due_at"))
"""Against the due moment the law gave, so that a re-appointment does not embellish it [61/2018/NĐ-CP, 19.4]."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Dossiers of one field settled in a period."""

    field: str
    settled: int
    in_time: int

    @property
    def late(self) -> int:
        """Settled after the due moment."""
        return self.settled - self.in_time


def settled_by_field(agency_id: UUID, first: date, last: date) -> tuple[Settled, ...]:
    """Dossiers the agency settled from the first to the last day, both counted, by field; one statement."""
    begins = datetime.combine(first, time.min, VN)
    ends = datetime.combine(last + timedelta(days=1), time.min, VN)
    rows = Dossier.objects.filter(agency_id=agency_id, settled_at__gte=begins, settled_at__lt=ends)
    rows = rows.filter(original_due_at__isnull=False)
    counted = rows.values_list("procedure_code").annotate(all=Count("id"), in_time=Count("id", filter=IN_TIME))
    names = {one.code: FIELD_NAMES.get(one.field, OTHER) for one in procedures.listing(last)}
    found: dict[str, tuple[int, int]] = {}
    for code, settled, in_time in counted.order_by("procedure_code"):
        before = found.get(names.get(code, OTHER), (0, 0))
        found[names.get(code, OTHER)] = (before[0] + settled, before[1] + in_time)
    return tuple(Settled(field, *found[field]) for field in (*FIELD_NAMES.values(), OTHER) if field in found)
