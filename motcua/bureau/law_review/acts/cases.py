"""Reviews: proposed by a changed basis, begun by field or request; slip, decision, end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import access, queries, rules
from motcua.bureau.law_review.acts.base import begin, note, opened, words
from motcua.bureau.law_review.choices import Act, CaseState, Proposal, Trigger
from motcua.bureau.law_review.models import ReviewCase, ReviewChange, ReviewLine
from motcua.house.office.rules import Actor
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import acts as vault

if TYPE_CHECKING:
    from motcua.legal.lawbase.models import LegalDocument


@dataclass(frozen=True, kw_only=True)
class LineGiven:
    """One provision of the slip."""

    provision: str
    opinion: str
    proposal: Proposal
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class SlipGiven:
    """What the reviewer writes: what changed, provision by provision, opinion, proposal, who carries it out by when."""

    changed: str
    opinion: str
    proposal: Proposal
    content: str = ""
    lead: str = ""
    due_on: date | None = None
    lines: Sequence[LineGiven] = ()


@transaction.atomic
def propose_reviews(changed: LegalDocument, *, by: Actor, at: datetime) -> list[ReviewCase]:
    """Propose for review every own document that rests on a changed one; the reviews begun now.

    Done by the system when the change is confirmed, and again at night: what was proposed is not proposed twice. An end
    the document set itself counts from its day. A further change joins the review nobody has written a slip for; a
    document made after the change is left alone.
    Refuses: NotAllowed (only the system proposes).
    """
    access.require_system(by)
    on = at.astimezone(VN).date()
    resting: dict[UUID | None, dict[LegalDocument, list[str]]] = {}
    made = []
    for change in queries.changes_of(changed, on=on):
        if change.acting not in resting:
            resting[change.acting] = _resting(changed, change.acting, on)
        for document, path in resting[change.acting].items():
            if document.issued_on is None or document.issued_on < change.on:
                made += _proposed(document, changed, change, path, by=by, at=at)
    return made


@transaction.atomic
def retell_changes(changed: LegalDocument, *, by: Actor, at: datetime) -> int:
    """Reviews not decided yet tell the changes of the document, or by it, as the register tells them now; how many.

    A decided slip stays as it was signed. Refuses: NotAllowed (only the system).
    """
    access.require_system(by)
    told = 0
    for row in queries.open_changes(changed):
        said = queries.said_of(row)
        if said != row.words:
            case = access.lock(row.case)
            case.reason = said if case.reason == row.words else case.reason
            before, row.words = row.words, said
            row.save(update_fields=["words"])
            note(case, Act.REDATE_CHANGE, by=by, at=at, fields=("reason",), before=before, now=said)
            told += 1
    return told


def _resting(changed: LegalDocument, acting: UUID | None, on: date) -> dict[LegalDocument, list[str]]:
    """Own documents that rest on the changed one, with their chains in words; not through what acted on it."""
    graph = queries.Graph(changed, on=on, without=[acting])
    chains = rules.resting_on(str(changed.pk), graph.links, through=graph.is_applied)
    found = {graph.documents[key]: queries.chain_words(chain, graph.documents) for key, chain in chains.items()}
    return {document: path for document, path in found.items() if queries.agency_of(document, on) is not None}


def _proposed(
    document: LegalDocument, changed: LegalDocument, change: queries.Change, path: list[str], *, by: Actor, at: datetime
) -> list[ReviewCase]:
    cases = list(document.reviews.filter(basis=changed).prefetch_related("changes__event", "changes__patch"))
    if change.is_told(queries.told_in(cases)):
        return []
    waiting = [one for one in cases if one.state == CaseState.OPEN]
    facts: dict[str, Any] = {"document": document.slug, "steps": len(path)}
    facts |= {"event": str(change.event.pk)} if change.event else {"patch": str(change.patch and change.patch.pk)}
    if waiting:
        case = access.lock(waiting[-1])
        note(case, Act.JOIN_CHANGE, by=by, at=at, **facts)
    else:
        on = at.astimezone(VN).date()
        unit = queries.working_unit(document, queries.agency_of(document, on), on)  # type: ignore[arg-type]
        values = {"document": document, "basis": changed, "event": change.event, "reason": change.words, "path": path}
        case = begin(
            ReviewCase, Act.PROPOSE_REVIEW, unit=unit, by=by, at=at, facts=facts, trigger=Trigger.BASIS, **values
        )
    ReviewChange.objects.create(case=case, event=change.event, patch=change.patch, words=change.words, at=at)
    return [] if waiting else [case]


@transaction.atomic
def begin_reviews(
    documents: Iterable[LegalDocument], *, trigger: Trigger, topic: str, reason: str, by: Actor, at: datetime
) -> list[ReviewCase]:
    """Begin the review of documents by field («chuyên đề») or on request; those under review for it already stay.

    Refuses: NotAllowed (also for documents of another agency), NotThatWay (nothing chosen, no topic, no reason).
    """
    topic = words(topic, "Ghi chuyên đề, hoặc cơ quan và văn bản yêu cầu.")[:300]
    reason = words(reason, "Ghi lý do rà soát.")[:1000]
    chosen = list(documents)
    if not chosen or trigger is Trigger.BASIS:
        raise rules.NotThatWay("Chọn ít nhất một văn bản để rà soát.")
    made = []
    for document in chosen:
        agency = queries.agency_of(document, by.on)
        if agency is None:
            raise rules.NotThatWay(f"{document.name} không do cơ quan mình ban hành: không rà soát ở đây.")
        unit = queries.working_unit(document, agency, by.on)
        access.require(by, access.WRITE, unit.id)
        same = ReviewCase.objects.filter(document=document, trigger=trigger, topic=topic)
        if same.exclude(state=CaseState.CLOSED).exists():
            continue
        facts = {"document": document.slug, "trigger": trigger.value, "topic": topic}
        values = {"document": document, "trigger": trigger, "topic": topic, "reason": reason}
        made.append(begin(ReviewCase, Act.BEGIN_REVIEW, unit=unit, by=by, at=at, facts=facts, **values))
    return made


@transaction.atomic
def fill_slip(case: ReviewCase, given: SlipGiven, *, by: Actor, at: datetime) -> ReviewCase:
    """Write the slip («phiếu rà soát»), or write it anew before it is decided.

    Refuses: NotAllowed, ActNotOpen, NotThatWay (no opinion; something to do without who and by when).
    """
    case = opened(case, rules.CASE, CaseState, Act.FILL_SLIP, by=by)
    case.changed = words(given.changed, "Ghi nội dung thay đổi của căn cứ, hoặc tình hình làm phát sinh rà soát.")
    case.opinion = words(given.opinion, "Ghi ý kiến rà soát.")
    case.proposal, case.content = given.proposal.value, given.content.strip()
    case.lead, case.due_on = given.lead.strip(), given.due_on
    if given.proposal is not Proposal.KEEP:
        words(case.content, "Ghi nội dung kiến nghị.")
        words(case.lead, "Ghi đơn vị chủ trì xử lý.")
        if case.due_on is None:
            raise rules.NotThatWay("Ghi thời hạn xử lý.")
    case.reviewer, case.reviewed_on, case.returned_for = by.name, at.astimezone(VN).date(), ""
    case.lines.all().delete()
    ReviewLine.objects.bulk_create(
        ReviewLine(
            case=case, no=no, provision=words(one.provision, "Ghi điều, khoản được rà soát."), basis=one.basis.strip(),
            opinion=words(one.opinion, f"Ghi ý kiến về {one.provision}."), proposal=one.proposal.value,
        )
        for no, one in enumerate(given.lines, start=1)
    )  # fmt: skip
    fields = (
        "state", "changed", "opinion", "proposal", "content", "lead", "due_on", "reviewer", "reviewed_on",
        "returned_for",
    )  # fmt: skip
    facts = {"proposal": case.proposal, "provisions": [one.provision for one in given.lines]}
    note(case, Act.FILL_SLIP, by=by, at=at, fields=fields, **facts)
    return case


@transaction.atomic
def return_review(case: ReviewCase, *, reason: str, by: Actor, at: datetime) -> ReviewCase:
    """Send a slip back to be reviewed again. Refuses: NotAllowed, ActNotOpen, NotThatWay (no reason)."""
    case = opened(case, rules.CASE, CaseState, Act.RETURN_REVIEW, by=by, right=access.DECIDE)
    case.returned_for = words(reason, "Ghi lý do trả lại.")
    note(case, Act.RETURN_REVIEW, by=by, at=at, fields=("state", "returned_for"), reason=case.returned_for)
    return case


@transaction.atomic
def decide_review(case: ReviewCase, *, decision: str, by: Actor, at: datetime) -> ReviewCase:
    """Decide on the proposal; the slip is printed and kept as it stands.

    Refuses: NotAllowed, ActNotOpen, NotThatWay (no words).
    """
    case = opened(case, rules.CASE, CaseState, Act.DECIDE_REVIEW, by=by, right=access.DECIDE)
    case.decision = words(decision, "Ghi ý kiến quyết định.")
    case.decided_on, case.decided_by = at.astimezone(VN).date(), by.name
    paper = queries.slip_paper(case, on=case.decided_on)
    name = f"phieu-ra-soat-{case.document.slug}.pdf"[:120]
    case.file = vault.store(printing.render(paper), name=name, by=by, at=at, purpose="law_review_slip", is_own=True)
    fields = ("state", "decision", "decided_on", "decided_by", "file")
    facts = {"proposal": case.proposal, "sha256": case.file.sha256}
    note(case, Act.DECIDE_REVIEW, by=by, at=at, fields=fields, **facts)
    return case


@transaction.atomic
def close_review(case: ReviewCase, *, outcome: str, by: Actor, at: datetime) -> ReviewCase:
    """End a review: what came of the decision. Refuses: NotAllowed, ActNotOpen, NotThatWay (no outcome)."""
    case = opened(case, rules.CASE, CaseState, Act.CLOSE_REVIEW, by=by)
    case.outcome = words(outcome, "Ghi kết quả xử lý, ví dụ số văn bản đã ban hành.")
    case.closed_on = at.astimezone(VN).date()
    note(case, Act.CLOSE_REVIEW, by=by, at=at, fields=("state", "outcome", "closed_on"), outcome=case.outcome)
    return case
