"""The declaration of an accepted dossier is mended before it is proposed («sửa nội dung tờ khai»).

Old and new answers are kept with the dossier; the journal names the questions only. The due moment stays.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.vn.rules import fold
from motcua.counter.dossiers import access, queries, rules
from motcua.counter.dossiers.acts.move import move
from motcua.counter.dossiers.choices import Act, AmendReason, PaperKind, PaperState, State
from motcua.counter.dossiers.models import AnswerChange, Dossier, DossierPaper
from motcua.house.office.rules import Actor
from motcua.legal.procedures.rules import Paper


@transaction.atomic
def amend(
    dossier: Dossier,
    *,
    answers: Mapping[str, object],
    reason: AmendReason,
    words: str = "",
    papers: Mapping[str, PaperState] | None = None,
    by: Actor,
    at: datetime,
) -> AnswerChange:
    """Mend the answers (as typed, or kept) of an accepted dossier; a confirmed draft is then to be confirmed anew.

    `papers` ticks what the new answers call for. The applicant's columns and the fee follow; what was paid stays.
    Refuses: ActNotOpen, also when the dossier moved on since it was read; ValueError with what stands in the way;
    NotAllowed.
    """
    words = words.strip()
    if reason == AmendReason.OTHER and not words:
        raise ValueError("Ghi rõ lý do sửa.")
    seen, dossier = dossier.journal_seq, access.lock(dossier)
    access.require(by, Act.AMEND, dossier)
    rules.next_state(State(dossier.state), Act.AMEND)
    form = queries.form_of(dossier)
    if form is None:
        raise rules.ActNotOpen("Hồ sơ này không có tờ khai điện tử để sửa.")
    if dossier.journal_seq != seen:
        raise rules.ActNotOpen("Vừa có người khác làm việc với hồ sơ này. Xem lại hồ sơ rồi sửa nếu vẫn cần.")
    ticked = papers or {}
    amended = queries.amendment(dossier, form, answers, ticked=ticked)
    if amended.obstacle:
        raise ValueError(amended.obstacle)
    before, fee_before = dossier.answers, dossier.fee_vnd
    fields = _take_over(dossier, amended)
    brought = _add_papers(dossier, amended.papers, ticked)
    fee = {"fee_before_vnd": fee_before, "fee_vnd": dossier.fee_vnd} if dossier.fee_vnd != fee_before else {}
    why = queries.why_words(reason, words)
    facts: dict[str, Any] = {**fee, **({"papers": brought} if brought else {})}
    move(dossier, Act.AMEND, by=by, at=at, fields=fields, questions=list(amended.changed), reason=why, **facts)
    change = AnswerChange(
        dossier=dossier,
        seq=dossier.journal_seq,
        at=at,
        by_name=by.name,
        reason=reason,
        words=words,
        old={key: before[key] for key in amended.changed if key in before},
        new={key: amended.answers[key] for key in amended.changed if key in amended.answers},
        fee_before_vnd=fee_before,
        fee_after_vnd=dossier.fee_vnd,
    )
    change.save(force_insert=True)
    return change


def _take_over(dossier: Dossier, amended: queries.Amendment) -> tuple[str, ...]:
    """Put the new answers on the dossier, and all that follows from them; the columns to save."""
    dossier.answers = dict(amended.answers)
    fields = ["answers"]
    for name, value in amended.person.items():
        setattr(dossier, name, value)
        fields.append(name)
    if amended.person:
        dossier.applicant_key, dossier.search_text = fold(dossier.applicant_name), queries.search_text(dossier)
        fields += ["applicant_key", "search_text"]
    if amended.fees is not None:
        dossier.fees, dossier.fee_vnd = [asdict(line) for line in amended.fees], amended.fee_vnd
        fields += ["fees", "fee_vnd"]
    return tuple(fields)


def _add_papers(dossier: Dossier, papers: tuple[Paper, ...], ticked: Mapping[str, PaperState]) -> list[str]:
    """Papers the new answers call for and that are there join the checklist; their keys."""
    known = {row.code: row for row in dossier.papers.all()}
    last, brought = max((row.no for row in known.values()), default=0), []
    for paper in papers:
        state = ticked.get(paper.key, PaperState.MISSING)
        if state == PaperState.MISSING:
            continue
        row = known.get(paper.key)
        if row is None:
            last += 1
            row = DossierPaper(dossier=dossier, no=last, code=paper.key, name=paper.name, role=paper.role)
        row.state, row.copies = state, paper.count
        row.kind = "" if state == PaperState.FROM_DATA else PaperKind(paper.kind)
        row.save()
        brought.append(paper.key)
    return brought
