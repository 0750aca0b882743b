"""How long, by which steps, and what an office must still confirm («thời hạn», «quy trình», «cần xác nhận»)."""

from dataclasses import dataclass
from datetime import date, time

from motcua.legal.procedures.choices import Level, Sure
from motcua.legal.procedures.rules.conditions import Answers, Facts, holds
from motcua.legal.procedures.rules.parts import Confirmation, Dated, Process, TimeLimit
from motcua.legal.procedures.rules.version import SERIES, ProcedureVersion

NOON_CUT = time(15)


class NoLimit(LookupError):
    """No time limit of the procedure fits the answers."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The time limit that applies: `limit` in the Limit notation, the cut-off hour, where it is written, how sure."""

    limit: str
    cut_off: time
    basis: str
    sure: Sure
    verified: bool


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A value that is not read in the law itself; shown to the office as “cần xác nhận”."""

    part: str
    what: str
    sure: Sure
    source: str
    basis: str


def limit_for(  # the agreed call takes `verified` second
    version: ProcedureVersion,
    verified: bool = False,  # noqa: FBT001, FBT002
    answers: Answers | None = None,
    *,
    on: date | None = None,
) -> Promise:
    """The time limit of the case; `verified`: facts must be checked elsewhere, so the longer one holds.

    Unknown answers take the longest that may apply, listed first in the file. Refuses: NoLimit.
    """
    facts = Facts(answers or {}, on or version.on)
    fitting = [(one, holds(one.when, facts)) for one in version.limits]
    certain = [one for one, fits in fitting if fits]
    possible = [one for one, fits in fitting if fits is None]
    chosen = next(iter(certain + possible), None)
    if chosen is None:
        raise NoLimit(f"Thủ tục {version.code} không có thời hạn cho trường hợp này.")
    return _promise(chosen, verified)


def _promise(chosen: TimeLimit, verified: bool) -> Promise:  # noqa: FBT001
    longer = verified and bool(chosen.verified)
    cut_off = time.fromisoformat(chosen.cut_off) if chosen.cut_off else NOON_CUT
    sure = chosen.verified_sure if longer else chosen.sure
    return Promise(chosen.verified if longer else chosen.limit, cut_off, chosen.by, sure, longer)


def process_for(version: ProcedureVersion, level: Level | str) -> Process | None:
    """The internal process of that level; None when the level has no part in the procedure."""
    return next((one for one in version.processes if one.level == level), None)


def confirmation_for(version: ProcedureVersion, channel: str) -> Confirmation | None:
    """What must be confirmed by an applicant who filed by this channel; None where the law asks for nothing."""
    return next((one for one in version.confirmations if channel in one.channels), None)


def to_confirm(version: ProcedureVersion) -> tuple[ToConfirm, ...]:
    """Every value of the version known only at second hand (`sure: medium` or `low`)."""
    parts = ((name, part) for name in SERIES for part in getattr(version, name))
    plain = [
        ToConfirm(name, _what(part), part.sure, part.source, part.by) for name, part in parts if part.sure != Sure.HIGH
    ]
    longer = [
        ToConfirm("limits", f"{one.verified} khi xác minh", one.verified_sure, one.source, one.by)
        for one in version.limits
        if one.verified and one.verified_sure != Sure.HIGH and one.sure == Sure.HIGH
    ]
    return (*plain, *longer)


def _what(part: Dated) -> str:
    if isinstance(part, TimeLimit):
        return f"{part.key}: {part.limit}"
    for name in ("name", "message", "text", "id", "key", "level"):
        if text := getattr(part, name, ""):
            return str(text)
    return str(part.by)
