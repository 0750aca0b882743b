"""A database of many dossiers: a few are made by the product's own acts, the rest are their like, written in bulk.

Names, numbers and phones are invented. Nearly all are closed (95 % of a hundred thousand and more), over six years, at
17 agencies; what is open waits at the four wards of today. Papers, steps, due moments and journal rows (with true
hashes) stand in proportion.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from bench import bulk
from bench.models import Row
from motcua.base.vn.rules import fold
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts, loader, name_index, queries
from motcua.counter.dossiers import rules as dossier_rules
from motcua.counter.dossiers.acts.move import place_step
from motcua.counter.dossiers.choices import PaperState, State
from motcua.counter.dossiers.models import Dossier, DossierPaper, DossierStep, DueChange
from motcua.demo import answers as demo
from motcua.demo import people
from motcua.house.accounts.models import Account
from motcua.house.journal import rules as journal
from motcua.house.journal.models import Entry
from motcua.house.office import acts as office_acts
from motcua.house.office import queries as office
from motcua.house.office.models import Officer, Post
from motcua.house.office.rules import SYSTEM, UnitRow
from motcua.instruments.signing import acts as signing
from motcua.legal.eforms import queries as eforms
from motcua.legal.eforms import rules as eform_rules
from motcua.legal.procedures import queries as procedures

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=VN)
"""The day of every measurement: a Tuesday."""
FIRST = datetime(2020, 3, 10, 8, 0, tzinfo=VN)
REFORM = datetime(2025, 7, 1, tzinfo=VN)
WARDS = ("P20341", "P20335", "P20356", "P20350")
OLD = ("TK", "X20335", "X20341", "X20344", "X20347", "X20350", "X20353", "X20356", "X20359", "X20362", "X20371")
OLD += ("X20375", "X20389")
CASES = {"2.000815": demo.certified_copy, "1.004873": demo.marital_status, "1.000656": demo.death}
OPEN_STATES = (
    *[State.RECEIVED] * 8,
    *[State.IN_PROGRESS] * 5,
    *[State.PROPOSED] * 3,
    *[State.DONE] * 3,
    State.SUBMITTED,
)
OPEN_SHARE, OPEN_LEAST = 0.05, 3000
"""A small installation has a larger share open, or the steps to measure would run out."""
CHUNK = 20_000
POSTS = {"tn": "-HCC.TN", "tpht": "-VP.TPHT", "pct": ".PCT"}


def office_in_place() -> None:
    """The units and posts of the repository's files, one officer of each kind at every ward of today, a signing key."""
    office_acts.load_office(settings.OFFICE_DIR, by=SYSTEM, at=NOW - timedelta(days=200))
    random = Random(5)
    for ward in WARDS:
        for kind, post in POSTS.items():
            made = office_acts.create_officer(
                code=f"{kind}-{ward}".lower(),
                name=people.person(random).name,
                login=f"{kind}-{ward}".lower(),
                password="chi-de-do-toc-do",  # noqa: S106  a throw-away database
                post=Post.objects.select_related("unit", "scope").get(code=ward + post),
                from_on=REFORM.date(),
                by=SYSTEM,
                at=NOW - timedelta(days=200),
            )
            if kind == "pct":
                at = NOW - timedelta(days=30)
                signing.issue_demo_key(
                    holder_id=made.pk, holder_name=made.name, unit_name="UBND phường", by=SYSTEM, at=at, years=3
                )
    Account.objects.update(must_change_password=False)


def intake_of(ward: str, code: str, day: date, random: Random) -> acts.Intake:
    """An application as the counter would give it to the act of receipt."""
    law, who, units = procedures.get(code, day), people.person(random), office.directory()
    cleaned = eform_rules.clean(eforms.form(law.eform, day), CASES[code](random, who, day), on=day)
    agency = units.unit(ward)
    counter = next((unit for unit in units.children(agency, day) if unit.level == "counter"), agency)
    return acts.Intake(
        law=law,
        received_unit=counter,
        unit=agency,
        agency=agency,
        applicant_name=who.name,
        phone=who.phone,
        personal_number=who.number,
        address=who.address,
        answers=cleaned.values,
        papers=[acts.PaperGiven(code="application", name="Tờ khai", role="form", state=PaperState.TAKEN)],
        form_key=law.eform,
    )


@dataclass(frozen=True)
class Like:
    """What dossiers of one agency, procedure and state have in common, as columns ready for the database."""

    agency: UnitRow
    state: State
    dossier: list[str | None]
    papers: list[list[str | None]]
    steps: list[list[str | None]]
    due: list[str | None]


class Undone(Exception):
    """The samples are read, their rows are not wanted."""


def samples() -> dict[tuple[str, State], list[Like]]:
    """Each made by the act of receipt and put into its state; nothing of them is kept."""
    found: dict[tuple[str, State], list[Like]] = {}
    random = Random(1)
    days = {unit: datetime(2024, 3, 12, 9, tzinfo=VN) for unit in OLD} | {
        unit: NOW - timedelta(days=1) for unit in WARDS
    }
    wanted = [(unit, at, code) for unit, at in days.items() for code in CASES]
    for _, at, code in wanted:
        queries.keep_law(procedures.get(code, at.date()))
    try:
        with transaction.atomic():
            for unit, at, code in wanted:
                made = acts.receive(intake_of(unit, code, at.date(), random), by=SYSTEM, at=at)
                for state in (State.RETURNED, *(sorted(set(OPEN_STATES)) if unit in WARDS else ())):
                    found.setdefault((unit, state), []).append(_like(made, state))
            raise Undone
    except Undone:
        return found


def _like(made: Dossier, state: State) -> Like:
    dossier = Dossier.objects.get(pk=made.pk)
    unit = office.directory().unit(dossier.unit_id)
    dossier.state, dossier.is_open = state, state not in dossier_rules.CLOSED
    dossier.submission_key = None
    dossier.step_no = dossier_rules.step_no(queries.process_of(dossier), state)
    place_step(dossier)
    if state in {State.IN_PROGRESS, State.PROPOSED}:
        dossier.officer = Officer.objects.get(code=f"tpht-{unit.code}".lower())
    if state == State.PROPOSED:
        dossier.proposal = "grant"
    steps = list(DossierStep.objects.filter(dossier=made).order_by("no"))
    steps[-1].no, steps[-1].name, steps[-1].role = dossier.step_no, dossier.step_name, dossier.step_role
    return Like(
        agency=unit,
        state=state,
        dossier=bulk.columns(dossier),
        papers=[bulk.columns(paper) for paper in dossier.papers.all()],
        steps=[bulk.columns(step) for step in (steps[:1] if state == State.SUBMITTED else steps)],
        due=bulk.columns(dossier.due_changes.get()),
    )


class Writer:
    """Makes the rows of one dossier after the other."""

    def __init__(self) -> None:
        self.random, self.given = Random(7), Counter[str]()
        self.at = {model: bulk.places(model) for model in (Dossier, DossierPaper, DossierStep, DueChange, Entry)}
        self.rows: dict[Any, list[list[str | None]]] = {model: [] for model in self.at}

    def add(self, like: Like, submitted: datetime) -> None:
        """Rows of one dossier."""
        moment, key = submitted.astimezone(UTC), bulk.key_at(submitted, self.random)
        due = self._due(like, submitted)
        ended = submitted + timedelta(days=2, hours=1) if like.state == State.RETURNED else None
        row, at = like.dossier.copy(), self.at[Dossier]
        row[at["id"]], row[at["submitted_at"]] = key, bulk.stamp(moment)
        self._person(row)
        row[at["secret"]] = f"{self.random.randrange(16**6):06X}"
        if like.state == State.SUBMITTED:
            for name in ("code", "received_at", "due_at", "original_due_at", "step_due_at"):
                row[at[name]] = None
        else:
            day = submitted.date()
            scope = f"{like.agency.code}{day}"
            self.given[scope] += 1
            row[at["code"]] = loader.code_on(day, eid=like.agency.eid, number=self.given[scope])
            row[at["received_at"]] = bulk.stamp(moment)
            row[at["due_at"]] = row[at["original_due_at"]] = row[at["step_due_at"]] = bulk.stamp(due)
        if ended:
            row[at["settled_at"]] = row[at["returned_at"]] = bulk.stamp(ended)
        elif like.state == State.DONE:
            row[at["settled_at"]] = bulk.stamp(moment)
        row[at["journal_seq"]], row[at["journal_head"]] = self._journal(key, row, submitted, ended)
        self.rows[Dossier].append(row)
        self._belongings(like, key, submitted, due, ended)

    def _due(self, like: Like, submitted: datetime) -> datetime:
        if like.state == State.RETURNED:
            return submitted + timedelta(days=3)
        return (
            NOW.replace(hour=17) + timedelta(days=self.random.randint(0, 12))
            if self.random.random() < 0.93
            else (max(submitted, NOW - timedelta(days=self.random.randint(1, 6))))
        )

    def _person(self, row: list[str | None]) -> None:
        at, random = self.at[Dossier], self.random
        sex = random.choice(("male", "female"))
        second = (
            f" {random.choice(people.GIVEN['male' if random.random() < 0.2 else sex])}" if random.random() < 0.6 else ""
        )
        name = (
            f"{random.choices(people.FAMILY, people.WEIGHTS)[0]} {random.choice(people.MIDDLE[sex])}{second} "
            f"{random.choice(people.GIVEN[sex])}"
        )
        number, phone = f"0990{random.randrange(10**8):08}", f"09{random.randrange(10**8):08}"
        row[at["applicant_name"]], row[at["applicant_key"]] = name, fold(name)
        row[at["personal_number"]], row[at["phone"]] = number, phone
        row[at["search_text"]] = f"{fold(name)} {phone} {number}"

    def _journal(self, key: str, row: list[str | None], submitted: datetime, ended: datetime | None) -> tuple[str, str]:
        at, seq, head = self.at[Entry], 0, ""
        for act, moment in (("receive", submitted), ("return_result", ended)):
            if moment is None:
                continue
            seq += 1
            facts: dict[str, Any] = {"code": row[self.at[Dossier]["code"]], "state": act}
            entry: dict[str, Any] = {
                "thing_kind": "dossiers.dossier",
                "thing_id": str(UUID(key)),
                "seq": seq,
                "at": journal.moment(moment),
                "act": act,
                "account_id": None,
                "name": "Hệ thống",
                "facts": facts,
                "prev": head,
            }
            digest = journal.digest(entry)
            kept = entry | {
                "id": bulk.key_at(moment, self.random),
                "thing_id": key,
                "seq": str(seq),
                "at": bulk.stamp(moment),
                "facts": json.dumps(facts, ensure_ascii=False),
                "hash": digest,
            }
            line: list[str | None] = [None] * len(at)
            for name, place in at.items():
                line[place] = kept[name]
            self.rows[Entry].append(line)
            head = digest
        return str(seq), head

    def _belongings(self, like: Like, key: str, submitted: datetime, due: datetime, ended: datetime | None) -> None:
        for model, lines in ((DossierPaper, like.papers), (DossierStep, like.steps), (DueChange, [like.due])):
            at = self.at[model]
            for line in lines:
                copy = line.copy()
                copy[at["id"]], copy[at["dossier_id"]] = bulk.key_at(submitted, self.random), key
                if model is DossierStep:
                    copy[at["started_at"]] = bulk.stamp(submitted)
                    if copy[at["finished_at"]] or ended:
                        copy[at["finished_at"]] = bulk.stamp(ended or submitted)
                elif model is DueChange:
                    copy[at["at"]] = copy[at["counted_from"]] = bulk.stamp(submitted)
                    copy[at["due_at"]] = bulk.stamp(due)
                self.rows[model].append(copy)

    def flush(self) -> None:
        """Write what is gathered."""
        for model, rows in self.rows.items():
            bulk.write(model, rows)
            rows.clear()


def dossiers(count: int) -> Iterator[tuple[Like, datetime]]:
    """Which dossier came when, in the order of time."""
    likes, random = samples(), Random(3)
    length, still_open = (
        NOW - timedelta(days=1) - FIRST,
        count - max(int(count * OPEN_SHARE), min(OPEN_LEAST, count // 2)),
    )
    for number in range(count):
        day = FIRST + length * (number / count)
        submitted = day.replace(hour=random.randint(8, 16), minute=random.randint(0, 59), microsecond=0)
        ward = random.choice(WARDS) if number >= still_open or submitted >= REFORM else random.choice(OLD)
        state = random.choice(OPEN_STATES) if number >= still_open else State.RETURNED
        yield random.choice(likes[ward, state]), submitted


def fill(count: int) -> None:
    """Make the tables and everything in them."""
    bulk.migrate()
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    Row.objects.bulk_create([Row(name="Nguyễn Thị Lan", state="received", at=NOW) for _ in range(1000)])
    office_in_place()
    writer = Writer()
    everything = dossiers(count)
    first = next(everything)  # the samples are made here, before the tables are laid bare
    with bulk.bare(list(writer.at)):
        writer.add(*first)
        for number, (like, submitted) in enumerate(everything, start=2):
            writer.add(like, submitted)
            if number % CHUNK == 0:
                writer.flush()
        writer.flush()
    name_index.put_up(connection)
    bulk.settle()
