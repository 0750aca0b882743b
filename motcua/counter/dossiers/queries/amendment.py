"""What a dossier would be with a mended declaration, and what stands in the way of it («sửa nội dung tờ khai»).

Judged by the law and the form of the day it was filed, as at intake. What stood in the way before does not count: a
slip in a name is mended even where the office knowingly took in something else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.base.rows import rows
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.choices import AMEND_REASON_NAME, AmendReason, PaperState
from motcua.counter.dossiers.models import AnswerChange, Dossier
from motcua.counter.dossiers.queries.law import law_of
from motcua.counter.dossiers.rules import applicant
from motcua.house.office import queries as office
from motcua.legal.eforms import queries as eforms
from motcua.legal.eforms import rules as eform_rules
from motcua.legal.procedures import rules as law

HAVE, FOUND = frozenset({PaperState.TAKEN, PaperState.SEEN}), PaperState.FROM_DATA
OTHER_LEVEL = "Nội dung mới thuộc thẩm quyền của cấp khác. Hướng dẫn người yêu cầu rút hồ sơ và nộp tại cấp đó."


@dataclass(frozen=True)
class Amendment:
    """`answers`: all as they would be kept. `changed`: questions in the order of the form, then those it no longer has.

    `papers`: what the new answers call for besides what was brought; `lacking`: names of those not ticked. `fees` is
    None where no line changes. `person`: the applicant's columns that follow.
    """

    answers: Mapping[str, Any]
    errors: Mapping[str, list[str]]
    changed: tuple[str, ...]
    problems: tuple[law.Problem, ...]
    papers: tuple[law.Paper, ...]
    lacking: tuple[str, ...]
    fees: tuple[law.FeeLine, ...] | None
    fee_vnd: int
    fee_problem: str
    person: Mapping[str, str]

    @property
    def obstacle(self) -> str:
        """The first thing that forbids it, as a sentence; empty when nothing does."""
        told = [
            *(error for found in self.errors.values() for error in found),
            *([] if self.changed else ["Chưa sửa ô nào trong tờ khai."]),
            *(f"{one.message} ({one.citation})" for one in self.problems if one.blocks),
            *([f"Nội dung mới cần thêm giấy tờ: {'; '.join(self.lacking)}."] if self.lacking else []),
            *([self.fee_problem] if self.fee_problem else []),
        ]
        return next(iter(told), "")


def filed_on(dossier: Dossier) -> date:
    """The day whose law and form hold for it."""
    return dossier.submitted_at.astimezone(VN).date()


def form_of(dossier: Dossier) -> eform_rules.Form | None:
    """Its electronic form as it stood when it was filed; None where it was filed without one."""
    return eforms.form(dossier.form_key, filed_on(dossier)) if dossier.form_key else None


def amendment(
    dossier: Dossier, form: eform_rules.Form, typed: Mapping[str, object], *, ticked: Mapping[str, PaperState]
) -> Amendment:
    """Try these answers (as posted, or kept) on the dossier: every check of the intake again, nothing written.

    `ticked` says which of the further papers are there now. What a clerk looked up beside the form stays as it is.
    """
    cleaned = eform_rules.clean(form, typed, on=filed_on(dossier))
    asked = [field.key for field in form]
    beside = {key: value for key, value in dossier.answers.items() if key not in set(asked)}
    answers = {**beside, **cleaned.values}
    papers, lacking = _papers(dossier, answers, ticked)
    fees, fee_problem = _new_fees(dossier, answers)
    before, after = applicant(dossier.answers), applicant(answers)
    return Amendment(
        answers=answers,
        errors=cleaned.errors,
        changed=tuple(key for key in asked if dossier.answers.get(key) != answers.get(key)),
        problems=_new_problems(dossier, answers),
        papers=papers,
        lacking=lacking,
        fees=fees,
        fee_vnd=dossier.fee_vnd if fees is None else law.total_vnd(fees),
        fee_problem=fee_problem,
        person={name: value for name, value in after.items() if value != before[name]},
    )


def _new_problems(dossier: Dossier, answers: Mapping[str, Any]) -> tuple[law.Problem, ...]:
    """What the new answers put in the way and the old ones did not."""
    version, day = law_of(dossier), filed_on(dossier)
    known = {one.rule for one in _problems(dossier, dossier.answers)}
    found = [one for one in _problems(dossier, answers) if one.rule not in known]
    levels = {law.competent_level(version, some, day) for some in (dossier.answers, answers)}
    if len(levels) > 1 and not any(one.blocks for one in found):
        by = version.competence[0].by if version.competence else ""
        found.insert(0, law.Problem("OTHER_LEVEL", OTHER_LEVEL, by))
    return tuple(found)


def _problems(dossier: Dossier, answers: Mapping[str, Any]) -> tuple[law.Problem, ...]:
    filed, directory = dossier.submitted_at.astimezone(VN), office.directory()
    unit, agency = directory.unit(dossier.unit_id), directory.unit(dossier.agency_id)
    version = law_of(dossier)
    level = unit.level
    if level == "division":
        level = law.competent_level(version, answers, filed.date()) or level
    return law.problems(
        version,
        answers,
        on=filed.date(),
        level=level,
        unit_code=unit.code,
        within=[one.code for one in directory.children(agency, filed.date()) if one.level == "ward"],
        channel=dossier.channel,
        at_time=filed.time(),
    )


def _papers(
    dossier: Dossier, answers: Mapping[str, Any], ticked: Mapping[str, PaperState]
) -> tuple[tuple[law.Paper, ...], tuple[str, ...]]:
    """Papers the new answers call for and the old ones did not, and the names of those that are not there."""
    version, on, channel = law_of(dossier), filed_on(dossier), dossier.channel
    there = {paper.code: PaperState(paper.state) for paper in dossier.papers.all()}
    owed = {paper.key for paper in _missing(dossier, there, dossier.answers)}
    needed = {paper.key for paper in law.needed_papers(version, dossier.answers, channel=channel, on=on)}
    unmet = {paper.key for paper in _missing(dossier, there, answers)} - owed
    brought = {key for key, state in there.items() if state != PaperState.MISSING}
    more = tuple(
        paper
        for paper in law.needed_papers(version, answers, channel=channel, on=on)
        if paper.key not in brought and (paper.key in unmet or paper.key not in needed)
    )
    ours = {paper.key: ticked[paper.key] for paper in more if paper.key in ticked}
    lacking = [paper for paper in _missing(dossier, {**there, **ours}, answers) if paper.key in unmet]
    return more, tuple(paper.name for paper in lacking)


def _missing(dossier: Dossier, there: Mapping[str, PaperState], answers: Mapping[str, Any]) -> tuple[law.Paper, ...]:
    return law.missing_papers(
        law_of(dossier),
        [key for key, state in there.items() if state in HAVE],
        answers,
        channel=dossier.channel,
        on=filed_on(dossier),
        found=[key for key, state in there.items() if state == FOUND],
    )


def _new_fees(dossier: Dossier, answers: Mapping[str, Any]) -> tuple[tuple[law.FeeLine, ...] | None, str]:
    """The lines where the new answers give others than the old ones; else None. Or why they cannot be told."""
    try:
        after = _fees(dossier, answers)
    except (law.WrongCount, law.FeeUnknown) as problem:
        return None, str(problem)
    try:
        before = _fees(dossier, dossier.answers)
    except (law.WrongCount, law.FeeUnknown):
        return after, ""
    return (None if after == before else after), ""


def _fees(dossier: Dossier, answers: Mapping[str, Any]) -> tuple[law.FeeLine, ...]:
    """By the law of its day, with the exemptions that were granted."""
    version, granted = law_of(dossier), {line.get("exemption") for line in dossier.fees}
    return law.fee_lines(
        version,
        answers=answers,
        channel=dossier.channel,
        exemptions=[one.key for one in version.exemptions if one.name in granted],
        on=filed_on(dossier),
    )


# --- what was mended -----------------------------------------------------------------
def changes_of(dossier: Dossier, *, after: int = 0) -> list[AnswerChange]:
    """Every time its declaration was mended, oldest first; `after` a place in its record."""
    return rows(AnswerChange, "dossier_id = %s AND seq > %s ORDER BY seq", dossier.pk, after)


def why_words(reason: str, words: str) -> str:
    """«Nhập sai khi tiếp nhận», the officer's own words behind it; another reason is the words alone."""
    named = [] if reason == AmendReason.OTHER else [AMEND_REASON_NAME[AmendReason(reason)]]
    return ": ".join([*named, *([words] if words else [])])


def change_words(form: eform_rules.Form, change: AnswerChange, *, lang: str = "vi", whole: bool = True) -> str:
    """«Họ, chữ đệm, tên (người yêu cầu): “Lan Anh” → “Lan”»; without `whole` the questions alone."""
    return "; ".join(_one(form, key, change, lang, whole) for key in _in_order(form, {*change.old, *change.new}))


def _in_order(form: eform_rules.Form, keys: Iterable[str]) -> list[str]:
    wanted = set(keys)
    return [field.key for field in form if field.key in wanted]


def _one(form: eform_rules.Form, key: str, change: AnswerChange, lang: str, whole: bool) -> str:  # noqa: FBT001
    field = form.field(key)
    label, whose = (field.label_en, field.of_en) if lang == "en" else (field.label, field.of)
    name = f"{label} ({whose})" if whose and whose not in label else label
    if not whole:
        return name
    old, new = (eform_rules.said(field, some[key], lang) if key in some else "…" for some in (change.old, change.new))
    return f"{name}: “{old}” → “{new}”"
