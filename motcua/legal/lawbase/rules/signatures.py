"""What the signatures on a kept file come to, and what is told of each in plain words.

Agencies sign in several saves: the leader first, then number, day, month and seal; so a signature that does not reach
the end of the file is normal as long as only signatures follow it.
"""

from collections.abc import Sequence
from typing import TypedDict

from motcua.instruments.signing.rules import SignatureReport
from motcua.legal.lawbase.choices import SignatureState

_WORST_FIRST = (SignatureState.CHANGED, SignatureState.GONE, SignatureState.UNTRUSTED, SignatureState.VALID)


class Told(TypedDict):
    """One signature: who, when, its worth, what of the file it covers («all», «then», «added», empty: unknown)."""

    signer: str
    title: str
    unit: str
    issued_by: str
    at: str
    state: str
    covers: str
    weak: bool
    demo: bool


def state_of(report: SignatureReport) -> SignatureState:
    """The worth of one signature."""
    if not report.is_checkable:
        return SignatureState.GONE
    if not report.intact or not report.covers_whole:
        return SignatureState.CHANGED
    return SignatureState.VALID if report.trusted else SignatureState.UNTRUSTED


def worst(reports: Sequence[SignatureReport]) -> SignatureState:
    """The worth of the file: that of its worst signature; NONE without any."""
    found = {state_of(report) for report in reports}
    return next((state for state in _WORST_FIRST if state in found), SignatureState.NONE)


def told(reports: Sequence[SignatureReport]) -> list[Told]:
    """Each signature as it is kept and shown, in the order they were made."""
    return [
        Told(
            signer=report.signer, title=report.title, unit=report.unit_name, issued_by=report.issued_by,
            at=report.at.isoformat(timespec="seconds") if report.at else "", state=str(state_of(report)),
            covers=_covers(report, is_last=number == len(reports)), weak=report.is_weak, demo=report.is_demo,
        )
        for number, report in enumerate(reports, start=1)
    ]  # fmt: skip


def _covers(report: SignatureReport, *, is_last: bool) -> str:
    if not report.is_checkable or not report.intact:
        return ""
    if not report.covers_whole:
        return "added"
    return "all" if is_last else "then"
