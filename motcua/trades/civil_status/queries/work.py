"""A dossier as its trade reads it, and the older entry it is about: the one chosen, else the only one that fits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from motcua.base.worktime.rules import VN
from motcua.house.office import queries as office
from motcua.house.office.rules import UnitRow
from motcua.legal.eforms import queries as eforms
from motcua.trades.civil_status import rules
from motcua.trades.civil_status.choices import FORM_OF, BookKind
from motcua.trades.civil_status.models import Finding, RegisterEntry
from motcua.trades.civil_status.queries.registers import held_by, meant

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier


@dataclass(frozen=True)
class Work:
    """A dossier as a trade reads it: answers as codes and in words, what was found, who registers, on which day."""

    dossier: "Dossier"
    answers: Mapping[str, Any]
    words: rules.Words
    finding: Mapping[str, Any]
    agency: UnitRow
    unit: UnitRow
    on: date
    asked_on: date

    def code(self, key: str) -> str:
        """The answer as kept."""
        return str(self.answers.get(key) or "")

    def word(self, key: str) -> str:
        """The answer as people read it."""
        return rules.given(self.words, key)

    @property
    def place(self) -> str:
        """Where it is registered, in full."""
        return place_words(self.agency)


def work_of(dossier: "Dossier", *, at: datetime) -> Work:
    """Read a dossier for its trade. The words are those of the form on the day it was filed."""
    directory = office.directory()
    asked_on = dossier.submitted_at.astimezone(VN).date()
    return Work(
        dossier=dossier,
        answers=dossier.answers,
        words=eforms.spoken_answers(dossier.form_key or FORM_OF[dossier.trade], dossier.answers, asked_on),
        finding=finding_of(dossier),
        agency=directory.unit(dossier.agency_id),
        unit=directory.unit(dossier.unit_id),
        on=at.astimezone(VN).date(),
        asked_on=asked_on,
    )


def finding_of(dossier: "Dossier") -> dict[str, object]:
    """What the officer found for this dossier; empty before."""
    row = Finding.objects.filter(dossier=dossier).first()
    return {**row.values, "found_by": row.found_by} if row else {}


def place_words(agency: UnitRow) -> str:
    """«Ủy ban nhân dân phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam»: the agency and what it lies in."""
    directory = office.directory()
    parts, above = [agency.name], agency.parent
    while above:
        unit = directory.unit(above)
        parts.append(unit.short_name[:1].lower() + unit.short_name[1:])
        above = unit.parent
    return ", ".join(parts)


def wanted_of(work: Work) -> rules.Wanted:
    """What the applicant said of the entry."""
    return rules.Wanted(
        name=work.word("subject.full_name"),
        born=rules.iso_date(work.word("subject.birth_date")),
        second_name=work.word("subject.spouse"),
        number=work.word("record.number"),
        book=work.word("record.book"),
        registered_on=rules.iso_date(work.word("record.registered_on")),
        personal_number=work.word("subject.personal_number"),
    )


def candidates(work: Work, kind: BookKind | None) -> tuple[RegisterEntry, ...]:
    """Entries held here that fit what was said."""
    if kind is None:
        return ()
    return meant(kind, wanted_of(work), held_by(work.agency, work.on))


def original_entry(work: Work, kind: BookKind | None) -> RegisterEntry | None:
    """The entry meant; None when none is held here. Refuses: NotInRegister when several fit and none was chosen."""
    if chosen := str(work.finding.get("entry") or ""):
        return _chosen(work, kind, UUID(chosen))
    found = candidates(work, kind)
    if len(found) > 1:
        raise rules.NotInRegister(
            "Có nhiều việc hộ tịch khớp với thông tin đã khai. Mở “Tra cứu, đối chiếu” và chọn một."
        )
    return found[0] if found else None


def _chosen(work: Work, kind: BookKind | None, key: UUID) -> RegisterEntry:
    agencies = held_by(work.agency, work.on)
    rows = RegisterEntry.objects.filter(pk=key, kind=kind, agency__in=agencies, cancelled_at__isnull=True)
    entry = rows.select_related("book").first()
    if entry is None:
        raise rules.NotInRegister("Việc hộ tịch đã chọn không còn dùng được. Mở “Tra cứu, đối chiếu” và chọn lại.")
    return entry
