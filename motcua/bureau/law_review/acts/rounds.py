"""Systematisation step by step: plan, set, results, lists, explanations, approval, publication [79/2025/NĐ-CP, 51]."""

from datetime import date, datetime

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import access, loader, queries, rules
from motcua.bureau.law_review.acts.base import begin, keep_lines, note, opened, words
from motcua.bureau.law_review.acts.years import PUBLISHED, approve, publish
from motcua.bureau.law_review.choices import Act, ListName, Origin, RoundState
from motcua.bureau.law_review.models import Explanation, SetMember, Systematisation
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.rules.identity import number_key

S = Systematisation


@transaction.atomic
def draft_round(
    *, from_on: date, cut_off: date, purpose: str, scope: str, assignment: str, by: Actor, at: datetime,
    budget: str = "",
) -> S:  # fmt: skip
    """Begin the plan of a period. Refuses: NotAllowed, NotThatWay (days turned round, the cut-off has a round)."""
    unit = access.own_unit(by)
    agency = office.directory().agency(unit)
    if cut_off <= from_on:
        raise rules.NotThatWay("Thời điểm hệ thống hóa phải sau ngày đầu kỳ.")
    if S.objects.filter(agency_id=agency.id, cut_off=cut_off).exists():
        raise rules.NotThatWay(f"Đã có hệ thống hóa đến {cut_off:%d/%m/%Y}.")
    return begin(
        S,
        Act.DRAFT_ROUND,
        unit=unit,
        by=by,
        at=at,
        facts={"from_on": str(from_on), "cut_off": str(cut_off)},
        slug=f"he-thong-hoa-{cut_off:%Y%m%d}-{agency.code.lower()}",
        regime=rules.regime_on(loader.regimes(), cut_off).key,
        from_on=from_on,
        cut_off=cut_off,
        **_plan(purpose, scope, assignment, budget),
    )


@transaction.atomic
def edit_round(row: S, *, purpose: str, scope: str, assignment: str, by: Actor, at: datetime, budget: str = "") -> S:
    """Change the draft of the plan. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    row = opened(row, rules.ROUND, RoundState, Act.EDIT_ROUND, by=by)
    values = _plan(purpose, scope, assignment, budget)
    for name, value in values.items():
        setattr(row, name, value)
    note(row, Act.EDIT_ROUND, by=by, at=at, fields=tuple(values))
    return row


def _plan(purpose: str, scope: str, assignment: str, budget: str) -> dict[str, str]:
    return {
        "purpose": words(purpose, "Ghi mục đích, yêu cầu."),
        "scope": words(scope, "Ghi đối tượng, phạm vi."),
        "assignment": words(assignment, "Ghi phân công, thời hạn."),
        "budget": budget.strip(),
    }


@transaction.atomic
def issue_round_plan(row: S, *, number: str, planned_on: date, by: Actor, at: datetime) -> S:
    """Issue the plan («ban hành kế hoạch»). Refuses: NotAllowed, ActNotOpen, NotThatWay (no number)."""
    row = opened(row, rules.ROUND, RoundState, Act.ISSUE_ROUND_PLAN, by=by, right=access.DECIDE)
    row.plan_number, row.planned_on = words(number, "Ghi số, ký hiệu của kế hoạch."), planned_on
    note(row, Act.ISSUE_ROUND_PLAN, by=by, at=at, fields=("state", "plan_number", "planned_on"), number=row.plan_number)
    return row


@transaction.atomic
def enter_previous(row: S, lines: list[str], *, by: Actor, at: datetime) -> S:
    """Enter the previous list of documents in force, one number a line, where the last round is on paper only.

    A number that is one own document's alone is found in the register; another stays as words, a difference to explain.
    Refuses: NotAllowed, ActNotOpen, NotThatWay (nothing entered).
    """
    row = opened(row, rules.ROUND, RoundState, Act.ENTER_PREVIOUS, by=by)
    wanted = list(dict.fromkeys(filter(None, (" ".join(line.split())[:300] for line in lines))))
    if not wanted:
        raise rules.NotThatWay("Ghi mỗi dòng một số, ký hiệu văn bản.")
    units = set(queries.owners(office.directory().unit(row.agency_id), row.cut_off))
    row.members.all().delete()
    found = {}
    for line in wanted:
        ours = [
            one for one in lawbase.by_number(line)
            if (one.responsible_unit_id or one.issuer_unit_id) in units and one.number_key == number_key(line)
        ]  # fmt: skip
        one = ours[0] if len(ours) == 1 else None
        member = SetMember(round=row, document=one, words=line, origin=Origin.PREVIOUS)
        found[one.pk if one else line] = member
    SetMember.objects.bulk_create(found.values(), batch_size=500)
    unknown = sum(one.document is None for one in found.values())
    note(row, Act.ENTER_PREVIOUS, by=by, at=at, fields=("state",), lines=len(found), unknown=unknown)
    return row


@transaction.atomic
def gather(row: S, *, by: Actor, at: datetime) -> S:
    """Gather the set («tập hợp văn bản»): the previous list in force and what was issued in the period.

    The previous list is the last published round's, else what was entered. Lists made before do not stay.
    Refuses: NotAllowed, ActNotOpen, NotThatWay (the period is not over).
    """
    row = opened(row, rules.ROUND, RoundState, Act.GATHER, by=by)
    if row.cut_off >= at.astimezone(VN).date():
        raise rules.NotThatWay(f"Kỳ hệ thống hóa kết thúc ngày {row.cut_off:%d/%m/%Y}, chưa tập hợp được.")
    row.lines.all().delete()
    row.members.filter(origin=Origin.ISSUED).delete()
    earlier = queries.before(row)
    if earlier is not None:
        row.members.filter(origin=Origin.PREVIOUS).delete()
        kept = earlier.lines.filter(list=ListName.IN_FORCE).values_list("document_id", flat=True)
        SetMember.objects.bulk_create(
            [SetMember(round=row, document_id=key, origin=Origin.PREVIOUS) for key in kept], batch_size=500
        )
    issued = queries.issued_in(row)
    SetMember.objects.bulk_create(
        [SetMember(round=row, document=one, origin=Origin.ISSUED) for one in issued], batch_size=500
    )
    facts = {"previous": row.members.filter(origin=Origin.PREVIOUS).count(), "issued": len(issued)}
    note(row, Act.GATHER, by=by, at=at, fields=("state",), **facts)
    return row


@transaction.atomic
def collect_results(row: S, *, by: Actor, at: datetime) -> S:
    """Gather the results of reviews of the set; every review that was begun must be decided first.

    Refuses: NotAllowed, ActNotOpen, NotThatWay (names the reviews that are open).
    """
    row = opened(row, rules.ROUND, RoundState, Act.COLLECT_RESULTS, by=by)
    keys = queries.member_keys(row)
    if waiting := queries.undecided_of(keys):
        names = ", ".join(sorted({one.document.name for one in waiting})[:5])
        raise rules.NotThatWay(f"Còn {len(waiting)} việc rà soát chưa quyết định: {names}.")
    found = len(queries.results_of(keys, until=at.astimezone(VN).date()))
    note(row, Act.COLLECT_RESULTS, by=by, at=at, fields=("state",), documents=len(keys), reviewed=found)
    return row


@transaction.atomic
def make_lists(row: S, *, by: Actor, at: datetime) -> S:
    """Check again («rà soát lại») and make the four lists as the register stands; explanations stay.

    A document the previous list forgot is listed once its difference is explained.

    Refuses: NotAllowed, ActNotOpen.
    """
    row = opened(row, rules.ROUND, RoundState, Act.MAKE_LISTS, by=by)
    counts = keep_lines(row, queries.round_lines(row, on=at.astimezone(VN).date()))
    note(row, Act.MAKE_LISTS, by=by, at=at, fields=("state",), **counts)
    return row


@transaction.atomic
def explain(row: S, difference: rules.Difference, *, text: str, by: Actor, at: datetime) -> Explanation:
    """Explain one difference («giải trình»), or explain it better. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    row = opened(row, rules.ROUND, RoundState, Act.EXPLAIN, by=by)
    said = words(text, "Ghi giải trình.")
    on = at.astimezone(VN).date()
    if difference not in queries.reconciled(row, on=on).differences:
        raise rules.NotThatWay("Chênh lệch này không còn: xem lại bảng đối chiếu.")
    made, _ = Explanation.objects.update_or_create(
        round=row,
        kind=difference.kind.value,
        key=difference.key,
        defaults={"name": difference.name, "text": said, "at": at, "by": by.name},
    )
    note(row, Act.EXPLAIN, by=by, at=at, kind=difference.kind.value, document=difference.name, text=said)
    return made


@transaction.atomic
def approve_round(row: S, *, number: str, approved_on: date, by: Actor, at: datetime) -> S:
    """Approve the results. Refuses: NotAllowed, ActNotOpen, NotThatWay (differences unexplained, lists not sound)."""
    row = opened(row, rules.ROUND, RoundState, Act.APPROVE_ROUND, by=by, right=access.DECIDE)
    _reconciled(row, at)
    approve(row, number=number, approved_on=approved_on, by=by, at=at)
    fields = ("state", "number", "approved_on", "approved_by")
    note(row, Act.APPROVE_ROUND, by=by, at=at, fields=fields, number=row.number, approved_on=str(approved_on))
    return row


@transaction.atomic
def publish_round(row: S, *, by: Actor, at: datetime) -> S:
    """Publish the results: public page, feed, print kept.

    Refuses: NotAllowed, ActNotOpen, NotThatWay while one difference is unexplained.
    """
    row = opened(row, rules.ROUND, RoundState, Act.PUBLISH_ROUND, by=by, right=access.DECIDE)
    _reconciled(row, at)
    publish(row, by=by, at=at)
    due = rules.round_due(loader.regimes(), row.cut_off)
    facts = {"due_on": str(due), "sha256": row.file.sha256 if row.file else ""}
    note(row, Act.PUBLISH_ROUND, by=by, at=at, fields=PUBLISHED, **facts)
    return row


def _reconciled(row: S, at: datetime) -> None:
    """Refuses: NotThatWay with the names of what does not agree."""
    found = queries.reconciled(row, on=at.astimezone(VN).date())
    if found.open:
        names = "; ".join(one.name for one in found.open[:3])
        raise rules.NotThatWay(f"Còn {len(found.open)} chênh lệch chưa giải trình: {names}.")
    broken = [one for one in found.checks[:-1] if not one.holds]
    if broken:
        raise rules.NotThatWay(f"{broken[0].words}: sai ở {', '.join(broken[0].broken[:3])}. Lập lại danh mục.")
