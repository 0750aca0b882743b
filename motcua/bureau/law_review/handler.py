"""Hears that a change of effect was confirmed: the same day, what rests on that document is proposed for review.

Who reviews is told at once. A day that is put right is told right in what is not decided yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.bureau.law_review import acts
from motcua.house.journal import events
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase.queries import bases

if TYPE_CHECKING:
    from motcua.house.journal.models import Entry


@events.on("law.event")
def changed_at_once(entry: Entry) -> None:
    """An event that was recorded and confirmed in one act."""
    _propose(entry)


@events.on("law.confirm")
def changed_by_decision(entry: Entry) -> None:
    """A proposed event that a person confirmed."""
    _propose(entry)


@events.on("law.confirm_patch")
def words_changed_by_decision(entry: Entry) -> None:
    """Read changes of words that a person confirmed."""
    _propose(entry)


@events.on("law.patch")
def words_changed_at_once(entry: Entry) -> None:
    """A change of words that a person recorded."""
    _propose(entry)


@events.on("law.redate")
def day_put_right(entry: Entry) -> None:
    """The first day of what acted was put right: the change counts from another day."""
    _propose(entry)


@events.on("law.register")
def ended_when_entered(entry: Entry) -> None:
    """A document entered after its own end («có hiệu lực đến hết ngày …»)."""
    _propose(entry)


@events.on("law.correct")
def facts_put_right(entry: Entry) -> None:
    """Its own end, or its name, was put right: reviews name it as the basis, or as what changed one."""
    _propose(entry)


def _propose(entry: Entry) -> None:
    acts.retell_changes(bases.entry(entry.thing_id), by=SYSTEM, at=entry.at)
    made = acts.propose_reviews(bases.entry(entry.thing_id), by=SYSTEM, at=entry.at)
    acts.tell_begun(made, at=entry.at)
