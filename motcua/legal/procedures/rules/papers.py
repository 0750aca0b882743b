"""The papers of a dossier («thành phần hồ sơ»): needed now, perhaps needed, still missing.

Nothing that a database holds may be asked for on paper: a paper with `replaced_by_data` is not missing once it was
found there [104/2022/NĐ-CP, 14]. A paper that is shown («xuất trình») is seen and given back, never kept.
"""

from collections.abc import Iterable
from datetime import date

from motcua.legal.procedures.rules.conditions import Answers, Facts, holds
from motcua.legal.procedures.rules.parts import Paper
from motcua.legal.procedures.rules.version import ProcedureVersion


def needed_papers(
    version: ProcedureVersion, answers: Answers, *, channel: str = "direct", on: date | None = None
) -> tuple[Paper, ...]:
    """The papers the law asks for in this case, with those that may stand in for them (`instead_of`)."""
    facts = Facts(answers, on or version.on, channel)
    return tuple(p for p in _for_channel(version, channel) if holds(p.when, facts) is True)


def possible_papers(
    version: ProcedureVersion, answers: Answers, *, channel: str = "direct", on: date | None = None
) -> tuple[Paper, ...]:
    """The papers that depend on an answer not yet given; their `case` says when they are needed."""
    facts = Facts(answers, on or version.on, channel)
    return tuple(p for p in _for_channel(version, channel) if holds(p.when, facts) is None)


def missing_papers(
    version: ProcedureVersion,
    have: Iterable[str],
    answers: Answers,
    *,
    channel: str = "direct",
    on: date | None = None,
    found: Iterable[str] = (),
) -> tuple[Paper, ...]:
    """The papers still to be asked for, all at once («hướng dẫn một lần») [61/2018/NĐ-CP, 17.1].

    `have`: keys of the papers received or seen (`application` once the form is filled in);
    `found`: keys of those found in a database instead.
    """
    received, seen = set(have), set(found)
    needed = needed_papers(version, answers, channel=channel, on=on)
    stand_ins = {p.instead_of for p in needed if p.instead_of and p.key in received}
    return tuple(
        p
        for p in needed
        if not p.instead_of and p.key not in received | stand_ins and not (p.replaced_by_data and p.key in seen)
    )


def _for_channel(version: ProcedureVersion, channel: str) -> tuple[Paper, ...]:
    return tuple(p for p in version.papers if not p.channels or channel in p.channels)
