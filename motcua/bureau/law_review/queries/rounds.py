"""A systematisation: its gathered set, its lists, what the register says at the cut-off, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from motcua.bureau.law_review import rules
from motcua.bureau.law_review.choices import (
    PROPOSAL_NAME,
    CaseState,
    DifferenceKind,
    ListName,
    Origin,
    Proposal,
    RoundState,
)
from motcua.bureau.law_review.models import ListLine, ReviewCase, SetMember, Systematisation
from motcua.bureau.law_review.queries.lines import happened, kept_lines, line_of, with_events
from motcua.house.office import queries as office
from motcua.house.office.rules import UnitRow
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import HOLDING, STATE_NAMES, EffectState
from motcua.legal.lawbase.queries import bases

if TYPE_CHECKING:
    from motcua.legal.lawbase.models import LegalDocument

ENDED = frozenset({EffectState.EXPIRED, EffectState.SUSPENDED})
STANDING = HOLDING | {EffectState.NOT_YET}
LISTED = (RoundState.LISTED, RoundState.RATIFIED, RoundState.RELEASED)
DONE = (CaseState.DECIDED, CaseState.CLOSED)


@dataclass(frozen=True, slots=True)
class Register:
    """The agency's documents as the register tells them at the cut-off, by id."""

    documents: dict[str, LegalDocument]
    states: dict[str, EffectState]

    def keys(self, states: Iterable[EffectState]) -> frozenset[str]:
        """Documents in any of the states."""
        wanted = frozenset(states)
        return frozenset(key for key, state in self.states.items() if state in wanted)


def register_at(row: Systematisation) -> Register:
    """Everything the agency answers for that was issued up to the cut-off; the same queries however many."""
    found = {
        str(one.pk): one
        for one in with_events(agency_of(row), row.cut_off)
        if one.issued_on is None or one.issued_on <= row.cut_off
    }
    gathered = row.members.filter(document__isnull=False).exclude(document__in=[UUID(key) for key in found])
    missing = bases.by_ids(gathered.values_list("document_id", flat=True))
    found |= {str(key): one for key, one in missing.items()}
    return Register(found, {key: lawbase.state_of(one, on=row.cut_off) for key, one in found.items()})


def agency_of(row: Systematisation) -> UnitRow:
    """The agency whose documents are systematised."""
    return office.directory().unit(row.agency_id)


def before(row: Systematisation) -> Systematisation | None:
    """The published round whose cut-off is the day before this one's period, of the agency or one it succeeded."""
    directory = office.directory()
    units = [
        unit.id for unit in directory.units
        if directory.agency(directory.continuing(unit, row.cut_off)).id == row.agency_id
    ]  # fmt: skip
    rows = Systematisation.objects.filter(agency__in=units, state=RoundState.RELEASED, cut_off__lt=row.from_on)
    return rows.order_by("-cut_off").first()


def issued_in(row: Systematisation) -> list[LegalDocument]:
    """The agency's documents issued in the period, not yet effective ones too [79/2025/NĐ-CP, 51]."""
    return [
        one
        for one in with_events(agency_of(row), row.cut_off)
        if one.issued_on is not None and row.from_on <= one.issued_on <= row.cut_off
    ]


def results_of(keys: Iterable[UUID], *, until: date) -> dict[str, ReviewCase]:
    """The latest decided review of each document, up to the day."""
    rows = ReviewCase.objects.filter(document__in=list(keys), state__in=DONE, decided_on__lte=until)
    return {str(one.document_id): one for one in rows.order_by("decided_on", "id")}


def undecided_of(keys: Iterable[UUID]) -> list[ReviewCase]:
    """Reviews of these documents that nobody has decided yet."""
    rows = ReviewCase.objects.filter(document__in=list(keys)).exclude(state__in=DONE)
    return list(rows.select_related("document").order_by("created_at", "id"))


def member_keys(row: Systematisation) -> list[UUID]:
    """Ids of the gathered documents the register knows."""
    return list(row.members.filter(document__isnull=False).values_list("document_id", flat=True).distinct())


def round_lines(row: Systematisation, *, on: date) -> tuple[rules.Line, ...]:
    """The four lists, from the gathered set, the register at the cut-off and the reviews decided up to today."""
    register = register_at(row)
    gathered = {str(key) for key in member_keys(row)} | supplemented(row)
    results = results_of([UUID(key) for key in gathered], until=on)
    whole, part, standing, handled = [], [], [], []
    for key, document in register.documents.items():
        state, events = register.states[key], happened(document)
        if state in ENDED and key in gathered:
            end = rules.whole_end(events, date.min, row.cut_off)
            reason = rules.reason_of(end) if end else STATE_NAMES[state]
            whole.append(line_of(document, ListName.WHOLE, reason=reason, on_day=end.on if end else None))
        if state not in STANDING or key not in gathered:
            continue
        note = "" if state is EffectState.IN_FORCE else STATE_NAMES[state]
        standing.append(line_of(document, ListName.IN_FORCE, on_day=document.effective_on, provisions=note))
        if parts := rules.part_ends(events, row.from_on, row.cut_off):
            provisions, reason, first = rules.joined(parts)
            part.append(line_of(document, ListName.PART, provisions=provisions, reason=reason, on_day=first))
        if (case := results.get(key)) and case.proposal != Proposal.KEEP:
            handled.append(_to_handle(document, case))
    return tuple(line for lines in (whole, part, standing, handled) for line in rules.in_order(lines))


def _to_handle(document: LegalDocument, case: ReviewCase) -> rules.Line:
    return line_of(
        document,
        ListName.TO_HANDLE,
        proposal=PROPOSAL_NAME[Proposal(case.proposal)],
        content="; ".join(filter(None, [case.content, case.reason])),
        lead=case.lead,
        due_on=case.due_on,
    )


def supplemented(row: Systematisation) -> frozenset[str]:
    """Documents the previous list forgot, explained before the lists were approved: they are listed with the others."""
    explained = frozenset(one.key for one in row.explanations.all() if one.kind == DifferenceKind.NOT_GATHERED)
    if row.approved_on is None:
        return explained
    listed = (ListName.WHOLE, ListName.IN_FORCE)
    return explained & {str(key) for key in row.lines.filter(list__in=listed).values_list("document_id", flat=True)}


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Both sides, the checks, the differences by name, and which of them are explained."""

    sum: rules.Sum
    checks: tuple[rules.Check, ...]
    differences: tuple[rules.Difference, ...]
    explanations: dict[tuple[str, str], str]
    open: tuple[rules.Difference, ...]


def reconciled(row: Systematisation, *, on: date) -> Reconciled:
    """The proof, computed anew: lists as kept against the set and the register as they stand."""
    register = register_at(row)
    members = list(row.members.all())
    lines = kept_lines(row)

    def listed(name: ListName) -> frozenset[str]:
        return frozenset(line.document_id for line in lines if line.list == name)

    explained = {(one.kind, one.key): one.text for one in row.explanations.all()}
    sides = rules.Sides(
        previous=_of(members, Origin.PREVIOUS),
        issued=_of(members, Origin.ISSUED),
        supplemented=supplemented(row) & frozenset(register.documents),
        whole=listed(ListName.WHOLE),
        part=listed(ListName.PART),
        in_force=register.keys(STANDING),
        to_handle=listed(ListName.TO_HANDLE),
        listed=listed(ListName.IN_FORCE),
        unclear=frozenset(key for kind, key in explained if kind == DifferenceKind.UNCLEAR),
    )
    names = {key: one.name for key, one in register.documents.items()}
    found = tuple(_differences(row, register, members, sides, on=on))
    return Reconciled(
        rules.sum_of(sides), rules.checks(sides, names), found, explained, rules.unexplained(found, explained)
    )


def _of(members: Iterable[SetMember], origin: Origin) -> frozenset[str]:
    return frozenset(str(one.document_id) for one in members if one.origin == origin and one.document_id)


def _differences(
    row: Systematisation, register: Register, members: list[SetMember], sides: rules.Sides, *, on: date
) -> list[rules.Difference]:
    kind = DifferenceKind
    found = [rules.Difference(kind.NOT_KEPT, one.words, one.words) for one in members if one.document_id is None]
    marked = {
        kind.ENDED_BEFORE: [
            key for key in sides.previous if rules.is_over(happened(register.documents[key]), row.from_on)
        ],
        kind.IN_BOTH: sides.previous & sides.issued,
        kind.NOT_GATHERED: _alive_in(register, row.from_on) - sides.previous - sides.issued,
        kind.UNCLEAR: sides.gathered - register.keys(STANDING | ENDED),
        kind.UNDECIDED: map(str, bases.undecided(sides.gathered, until=row.cut_off)),
        kind.CHANGED: _changed(row, on=on) if row.state in LISTED else (),
    }
    for what, keys in marked.items():
        found += [rules.Difference(what, key, full_name(register.documents[key])) for key in keys]
    return sorted(found, key=lambda one: (list(DifferenceKind).index(one.kind), one.name, one.key))


def _alive_in(register: Register, first: date) -> frozenset[str]:
    """Documents in force at the cut-off, and those that ended only within the period."""
    ended = register.keys(ENDED)
    over = {key for key in ended if rules.is_over(happened(register.documents[key]), first)}
    return register.keys(STANDING) | (ended - over)


def full_name(document: LegalDocument) -> str:
    """Name, day and title, enough to find it on paper."""
    day = f" ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else ""
    return f"{document.name}{day}, {document.title}"[:1200]


def _changed(row: Systematisation, *, on: date) -> set[str]:
    """Documents whose lines would read otherwise if the lists were made today."""
    until = row.approved_on or on
    return {line.document_id for line in {*kept_lines(row)} ^ {*round_lines(row, on=until)}}


def lines_count(row: Systematisation) -> dict[str, int]:
    """How many lines each list has."""
    names = ListLine.objects.filter(round=row).values_list("list", flat=True)
    return {name.value: sum(one == name for one in names) for name in ListName}


def members_count(row: Systematisation) -> dict[str, int]:
    """How the set was gathered: by origin, and how many numbers of the previous list the register does not know."""
    rows = list(row.members.values_list("origin", "document_id"))
    return {
        Origin.PREVIOUS.value: sum(origin == Origin.PREVIOUS for origin, _ in rows),
        Origin.ISSUED.value: sum(origin == Origin.ISSUED for origin, _ in rows),
        "unknown": sum(key is None for _, key in rows),
    }
