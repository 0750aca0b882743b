"""Who decides, and what stands in the way («thẩm quyền», «điều kiện»).

Until 30/06/2025 a change of civil status goes to the ward under 14 years of age and to the district from 14 on; every
re-determination of ethnicity goes to the district [60/2014/QH13, 27; 60/2014/QH13, 46.3]. From 01/07/2025 the ward
decides everything [120/2025/NĐ-CP, 4]. A blocking problem forbids receiving; the others are advice to the counter.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time

from motcua.legal.procedures.choices import CHANNEL_NAMES, LEVEL_NAMES, Elsewhere, Level
from motcua.legal.procedures.rules.conditions import Answers, Facts, holds
from motcua.legal.procedures.rules.parts import Competence
from motcua.legal.procedures.rules.version import ProcedureVersion


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing in the way: the rule, a sentence for the citizen, the citation, the answer it is about.

    `instead` is the code of the procedure to use in its place, when there is one.
    """

    rule: str
    message: str
    citation: str
    field: str = ""
    blocks: bool = True
    instead: str = ""
    message_en: str = ""


def competence_for(
    version: ProcedureVersion, answers: Answers, on: date | None = None, *, level: str = ""
) -> Competence | None:
    """The competence that fits the answers; None when another procedure must be used.

    `level`: where two levels may both decide (copies, signatures, extracts), the one that was asked. Answers that are
    missing do not exclude a level: before the form is filled in, the first possible one is given.
    """
    facts = Facts(answers, on or version.on)
    wanted = sorted(version.competence, key=lambda c: c.level != level)
    fitting = [(c, holds(c.when, facts)) for c in wanted]
    certain = [c for c, fits in fitting if fits is True]
    possible = [c for c, fits in fitting if fits is None]
    return next(iter(certain + possible), None)


def competent_level(version: ProcedureVersion, answers: Answers, on: date | None = None) -> Level | None:
    """The level that decides this case; None when this procedure does not cover it."""
    competence = competence_for(version, answers, on)
    return competence.level if competence else None


def problems(
    version: ProcedureVersion,
    answers: Answers,
    *,
    on: date | None = None,
    level: str = "",
    unit_code: str = "",
    within: Collection[str] = (),
    channel: str = "",
    at_time: time | None = None,
) -> tuple[Problem, ...]:
    """Everything that stands in the way, blocking problems first.

    `level` and `unit_code`: the office that would decide; `within`: codes of the wards it covers (a division covers
    several; default: itself). Without them only the rules about the answers are tried.
    """
    facts = Facts(answers, on or version.on, channel, at_time)
    found = [
        *_by_rule(version, facts),
        *_by_channel(version, channel),
        *_by_level(version, level),
        *_by_place(version, facts, level, {unit_code, *within}),
    ]
    return tuple(sorted(found, key=lambda problem: not problem.blocks))


def _by_rule(version: ProcedureVersion, facts: Facts) -> Iterator[Problem]:
    for rule in version.rules:
        if holds(rule.when, facts):
            yield Problem(rule.id, rule.message, rule.by, rule.field, rule.blocks, rule.instead, rule.message_en)


def _by_channel(version: ProcedureVersion, channel: str) -> Iterator[Problem]:
    open_channels = version.filing_channels
    if channel and open_channels and channel not in open_channels:
        ways = ", ".join(CHANNEL_NAMES[one].lower() for one in open_channels)
        yield Problem("WRONG_CHANNEL", f"Thủ tục này chỉ nhận hồ sơ: {ways}.", version.channels[0].by)


def _by_level(version: ProcedureVersion, level: str) -> Iterator[Problem]:
    levels = [c.level for c in version.competence]
    if level and levels and level not in levels:
        names = " hoặc ".join(LEVEL_NAMES[one] for one in dict.fromkeys(levels))
        message = f"Việc này do {names} giải quyết. Hướng dẫn người yêu cầu nộp hồ sơ tại đó."
        yield Problem("WRONG_LEVEL", message, version.competence[0].by)


def _by_place(version: ProcedureVersion, facts: Facts, level: str, codes: Collection[str]) -> Iterator[Problem]:
    competence = competence_for(version, facts.answers, facts.on, level=level)
    known = {code for code in codes if code}
    if competence is None or not known or (level and competence.level != level):
        return
    declared = {str(facts.value(key)) for key in competence.place_keys if facts.value(key)}
    if not declared or declared & known:
        return
    forward = competence.elsewhere == Elsewhere.FORWARD
    yield Problem(
        "WRONG_UNIT", FORWARD_TEXT if forward else GUIDE_TEXT, competence.by, competence.place_keys[0], not forward
    )


GUIDE_TEXT = (
    "Nơi cư trú hoặc nơi đã đăng ký đã khai không thuộc địa bàn cơ quan này. "
    "Hướng dẫn nộp hồ sơ tại cơ quan có thẩm quyền, hoặc khai nơi tạm trú, nơi đang sinh sống nếu ở địa bàn này."
)
FORWARD_TEXT = "Cơ quan giải quyết ở phường, xã khác. Vẫn tiếp nhận, rồi chuyển hồ sơ đến cơ quan có thẩm quyền."
