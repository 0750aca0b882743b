"""About four hundred dossiers over six months, in every state, told through the product's own acts.

Each has a fate drawn from a fixed seed; its acts are done at the working moments at which an office would do them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.choices import Channel, PaperKind, PaperState, ReturnWay
from motcua.counter.dossiers.models import Dossier
from motcua.demo.answers import BY_FORM
from motcua.demo.people import Person, person
from motcua.house.accounts.models import Account
from motcua.house.office import queries as office
from motcua.house.office.access import actor_of
from motcua.house.office.models import Officer
from motcua.house.office.rules import Actor
from motcua.legal.eforms import queries as eforms
from motcua.legal.eforms import rules as eform_rules
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law

SEED = 20260701
FIRST = date(2026, 1, 1)
"""The first day the story can be told on: its six months lie in one ward, under one law."""
MIX = {
    "2.000815": 46,
    "2.000884": 12,
    "2.000635": 12,
    "1.001193": 11,
    "1.004873": 9,
    "1.000656": 4,
    "1.000894": 4,
    "1.004859": 2,
}
STOPS = {
    "received": 0,
    "assigned": 1,
    **dict.fromkeys(("working", "late_open", "apologised_open", "waiting", "consulting", "confirming", "confirmed"), 2),
    "proposed": 3,
    "approved": 4,
    "signed": 5,
    "done": 6,
}
"""After how many steps an open fate stands still."""
SLOW = ("1.004873", "1.004873", "1.004859")
ONLINE = ("1.001193", "1.004873", "1.004873")
FATES = {"returned": 86, "apologised": 3, "late": 3, "supplemented": 3, "refused": 2, "withdrawn": 2, "declined": 1}
OPEN_FATES = [
    "submitted",
    "submitted",
    "before",
    "received",
    "assigned",
    "working",
    "working",
    "waiting",
    "consulting",
    "confirming",
    "confirmed",
    "proposed",
    "proposed",
    "approved",
    "signed",
    "done",
    "late_open",
    "apologised_open",
    "fee_asked",
    "stopped",
    "refused_open",
]


@dataclass(frozen=True)
class Cast:
    """Who does what: actors and officers by code, on the day of the act."""

    officers: dict[str, Officer]
    accounts: dict[str, Account]
    born: list[tuple[datetime, dict[str, Any]]] = field(default_factory=list)

    def actor(self, code: str, at: datetime) -> Actor:
        """The officer or citizen as an actor on that day."""
        account = self.accounts[code] if code in self.accounts else self.officers[code].account
        return actor_of(account, at.astimezone(VN).date())


def tell(cast: Cast, *, now: datetime, count: int = 400) -> Iterator[Dossier]:
    """Make the dossiers, oldest first; yields each when its story is told."""
    if not count:
        return
    random = Random(SEED)  # noqa: S311  the same office every time
    moments = sorted(_moments(random, now=now, count=count))
    recent = min(len(OPEN_FATES), count)
    for number, moment in enumerate(moments):
        at = moment
        code = random.choices(list(MIX), list(MIX.values()))[0]
        fate = random.choices(list(FATES), list(FATES.values()))[0]
        if number >= count - recent:
            fate = OPEN_FATES[number - (count - recent)]
            code = random.choice(SLOW if fate not in {"submitted", "before", "fee_asked"} else ONLINE)
            if fate in {"fee_asked", "confirmed"}:
                code = "1.004873"  # it costs money online, and its draft is confirmed
            if fate in {"late_open", "apologised_open"}:
                code, at = "1.004873", _working(random, now.astimezone(VN).date() - timedelta(days=8))
        if code == "2.000635" and not any(moment < at for moment, _ in cast.born):
            code = "2.000815"
        dossier = _one(cast, random, code, fate, at, now=now)
        if dossier is not None:
            yield dossier


def _working(random: Random, day: date) -> datetime:
    calendar = worktime_files.calendar()
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(random.choice([7, 8, 8, 9, 9, 10, 13, 14, 14, 15]), random.randint(0, 59)), VN)


def _moments(random: Random, *, now: datetime, count: int) -> list[datetime]:
    """Moments of receipt over the last six months of working time; the last ones in the last days."""
    today = now.astimezone(VN).date()
    recent = min(len(OPEN_FATES), count)
    past = [_working(random, today - timedelta(days=random.randint(6, 182))) for _ in range(count - recent)]
    near = [_working(random, today - timedelta(days=random.randint(1, 4))) for _ in range(recent)]
    return past + [min(at, now - timedelta(minutes=30)) for at in near]


def _later(at: datetime, minutes: int) -> datetime:
    return worktime.add_worktime(at, minutes, calendar=worktime_files.calendar(), hours=worktime_files.hours("P20341"))


def _minutes(at: datetime, until: datetime) -> int:
    return worktime.minutes_between(at, until, calendar=worktime_files.calendar(), hours=worktime_files.hours("P20341"))


def _intake(
    cast: Cast, random: Random, code: str, at: datetime, *, online: bool, paid: bool
) -> tuple[acts.Intake, Person]:
    day = at.astimezone(VN).date()
    version = procedures.get(code, day)
    who = person(random, born=(1980, 2004))
    form = eforms.form(version.eform, day)
    answers = BY_FORM[version.eform](random, who, day)
    if version.eform == "extract_copy":
        answers |= random.choice([child for moment, child in cast.born if moment < at])
    cleaned = eform_rules.clean(form, answers, on=day)
    if cleaned.errors:
        raise ValueError(f"{code}: {cleaned.errors}")
    units = office.directory()
    channel = Channel.ONLINE if online else Channel.DIRECT
    way = ReturnWay.ONLINE if online and ReturnWay.ONLINE in version.return_ways else ReturnWay.DESK
    account = cast.accounts["lan@vidu.invalid" if random.random() < 0.1 else "khanh@vidu.invalid"] if online else None
    return acts.Intake(
        law=version,
        received_unit=units.unit("P20341-HCC"),
        unit=units.unit("P20341"),
        agency=units.unit("P20341"),
        applicant_name=who.name,
        channel=channel,
        return_way=way,
        answers=cleaned.values,
        papers=list(_papers(version, cleaned.values, day, channel)),
        fees=law.fee_lines(version, answers=cleaned.values, channel=channel.value, on=day),
        account_id=account.pk if account else None,
        personal_number=who.number,
        phone=who.phone,
        address=who.address,
        form_key=version.eform,
        submission_key=uuid5(_SPACE, f"{code} {at.isoformat()} {who.number}"),
        is_paid=paid,
    ), who


_SPACE = uuid5(NAMESPACE_DNS, "demo.motcua.invalid")


def _papers(version: law.ProcedureVersion, answers: Any, day: date, channel: Channel) -> Iterator[acts.PaperGiven]:
    for paper in law.needed_papers(version, answers, channel=channel.value, on=day):
        seen = paper.role == "present"
        kind = PaperKind.ELECTRONIC if channel == Channel.ONLINE else PaperKind(paper.kind)
        state = PaperState.SEEN if seen else PaperState.TAKEN
        yield acts.PaperGiven(
            code=paper.key, name=paper.name, role=paper.role, state=state, kind=kind, copies=paper.count
        )


def _one(cast: Cast, random: Random, code: str, fate: str, at: datetime, *, now: datetime) -> Dossier | None:
    online = (code.startswith("1.") and random.random() < 0.55) or fate in {
        "submitted",
        "before",
        "fee_asked",
        "declined",
        "confirming",
        "confirmed",
    }
    if code in {"2.000815", "2.000884"} or fate == "done":
        online = False  # what is sent back electronically does not wait at the counter
    intake, who = _intake(cast, random, code, at, online=online, paid=fate != "fee_asked")
    minh = random.choice(["minh", "thao"])
    if online:
        citizen = next(key for key, account in cast.accounts.items() if account.pk == intake.account_id)
        dossier = acts.submit(intake, by=cast.actor(citizen, at), at=at)
        if _before_receipt(cast, dossier, fate, minh, _later(at, 20), now=now):
            return dossier
        at = _later(at, random.randint(15, 90))
        if at >= now:
            return dossier
        dossier = acts.receive_submitted(dossier, by=cast.actor(minh, at), at=at)
    elif fate in {"submitted", "before", "fee_asked", "declined"}:
        fate = "returned"
        dossier = acts.receive(intake, by=cast.actor(minh, at), at=at)
    else:
        dossier = acts.receive(intake, by=cast.actor(minh, at), at=at)
    Work(cast, random, dossier, fate, minh, who, now).go_on(at)
    return dossier


def _before_receipt(cast: Cast, dossier: Dossier, fate: str, minh: str, at: datetime, *, now: datetime) -> bool:
    """Stories that end, or still stand, before acceptance."""
    if at >= now or fate == "submitted":
        return fate == "submitted" or at >= now
    by = cast.actor(minh, at)
    if fate == "before":
        acts.ask_before(
            dossier, items=["Ảnh chụp giấy chứng sinh rõ cả bốn góc"], reason="Ảnh đã gửi bị mờ.", by=by, at=at
        )
    elif fate == "fee_asked" and dossier.fee_vnd > dossier.paid_vnd:
        acts.ask_fee(dossier, by=by, at=at)
    elif fate == "declined":
        acts.decline(dossier, reason="Việc này thuộc thẩm quyền của Ủy ban nhân dân phường Bàn Thạch.", by=by, at=at)
    else:
        return False
    return True


@dataclass
class Work:
    """The work on one accepted dossier, until its fate or the present moment."""

    cast: Cast
    random: Random
    dossier: Dossier
    fate: str
    minh: str
    who: Person
    now: datetime

    def go_on(self, at: datetime) -> None:
        """Do what the fate says, each act at its own moment; what would lie ahead of now is not done."""
        acts.issue_receipt(self.dossier, at=at)  # at the counter, not when the worker comes to it today
        for name, planned in self._plan(at):
            at = max(at, planned)
            if at >= self.now:
                return
            self._do(name, at)

    def _plan(self, at: datetime) -> Iterator[tuple[str, datetime]]:
        assert self.dossier.due_at is not None  # noqa: S101  it was accepted
        whole = _minutes(at, self.dossier.due_at)
        pace = max(20, int(whole * self.random.uniform(0.25, 0.9)))
        late = self.fate in {"late", "apologised"}
        if late:
            pace = whole + self.random.randint(60, 900)
        if self.fate in {*STOPS, "stopped", "refused_open"}:
            pace = min(pace, max(8, _minutes(at, self.now) * 9 // 10))
        yield from self._steps(at, pace, whole)

    def _steps(self, at: datetime, pace: int, whole: int) -> Iterator[tuple[str, datetime]]:
        stops = STOPS.get(self.fate, 9)
        first, *rest = [
            ("assign", _later(at, max(1, pace // 20))),
            ("take_up", _later(at, max(2, pace // 6))),
            ("propose", _later(at, max(4, pace * 6 // 10))),
            ("approve", _later(at, max(5, pace * 7 // 10))),
            ("sign", _later(at, max(6, pace * 8 // 10))),
            ("release", _later(at, max(8, pace * 9 // 10))),
        ]
        steps = [first, *rest]
        if self.fate in {"withdrawn", "stopped"}:
            yield from [*steps[:2], (self.fate, _later(at, max(3, pace // 2)))]
            return
        if self.fate in {"refused", "refused_open"}:
            ends = [("propose_refusal", steps[2][1]), ("refuse", steps[4][1]), ("return", steps[5][1])]
            yield from [*steps[:2], *(ends if self.fate == "refused" else ends[:2])]
            return
        for number, step in enumerate(steps):
            if number == 2 and self.fate in {"waiting", "supplemented", "consulting"}:
                yield ("consult" if self.fate == "consulting" else "ask", _later(at, max(3, pace // 3)))
                if self.fate == "supplemented":
                    yield ("supplement", _later(at, max(3, pace // 3) + 480))
            if number == 2 and self.fate in {"apologised", "apologised_open"}:
                yield ("apologise", _later(at, max(3, whole - 60)))
            if number == 2 and (stops > 2 or self.fate in {"confirming", "confirmed"}):
                yield from self._confirmation(at, pace)
            if number >= stops:
                return
            yield step if self.fate != "supplemented" or number < 2 else (step[0], _later(step[1], 960))
        yield ("return", _later(at, pace + self.random.randint(15, 600)))

    def _confirmation(self, at: datetime, pace: int) -> Iterator[tuple[str, datetime]]:
        """What was filed online goes to the applicant as a draft, who finds it right."""
        if queries.confirmation_of(self.dossier) is None:
            return
        yield ("send_draft", _later(at, max(3, pace * 4 // 10)))
        if self.fate != "confirming":
            yield ("confirm", _later(at, max(3, pace * 5 // 10)))

    def _do(self, name: str, at: datetime) -> None:  # noqa: C901  one line an act
        cast, dossier = self.cast, Dossier.objects.get(pk=self.dossier.pk)
        hanh = "hanh" if self.random.random() < 0.5 else "duc"
        hanh = dossier.officer.code if dossier.officer else hanh
        match name:
            case "assign":
                acts.assign(dossier, to=cast.officers[hanh], by=cast.actor("hoa", at), at=at)
            case "take_up":
                acts.take_up(dossier, officer=cast.officers[hanh], by=cast.actor(hanh, at), at=at)
            case "propose":
                acts.propose(dossier, grant=True, by=cast.actor(hanh, at), at=at)
            case "propose_refusal":
                acts.propose(dossier, grant=False, reason=REFUSAL, by=cast.actor(hanh, at), at=at)
            case "approve":
                acts.approve(dossier, by=cast.actor("hoa", at), at=at)
            case "sign":
                acts.sign(dossier, by=cast.actor("hoa", at), at=at)
                if dossier.form_key == "birth":
                    cast.born.append((at, _child_of(dossier)))
            case "release":
                acts.release(dossier, by=cast.actor("thu", at), at=at)
            case "return":
                if dossier.state in {"done", "refused"}:
                    acts.return_result(
                        dossier, way=ReturnWay.DESK, to=dossier.applicant_name, by=cast.actor(self.minh, at), at=at
                    )
            case _:
                self._aside(name, dossier, hanh, at)

    def _aside(self, name: str, dossier: Dossier, hanh: str, at: datetime) -> None:
        """Acts beside the straight way."""
        hoa, specialist = self.cast.actor("hoa", at), self.cast.actor(hanh, at)
        minh, due = self.cast.actor(self.minh, at), dossier.due_at or at
        match name:
            case "refuse":
                acts.refuse(dossier, reason=REFUSAL, by=hoa, at=at)
            case "ask":
                acts.ask_supplement(dossier, items=[MISSING], reason=MISMATCH, by=specialist, at=at)
            case "supplement":
                acts.supplement(dossier, by=minh, at=at)
            case "send_draft":
                acts.send_draft(dossier, by=specialist, at=at)
            case "confirm":
                acts.confirm_draft(dossier, by=actor_of(dossier.account, at.astimezone(VN).date()), at=at)
            case "consult":
                until = _later(at, 1440)
                acts.consult(dossier, asked=NEIGHBOUR, question=QUESTION, answer_by=until, by=specialist, at=at)
            case "apologise":
                late = max(at, due).astimezone(VN).date()
                new = datetime.combine(worktime.working_day_after(late, 2, worktime_files.calendar()), time(17), VN)
                why = self.random.choice(REASONS)
                acts.apologise(dossier, reason=why, fault_step=dossier.step_name, new_due_at=new, by=hoa, at=at)
            case "withdrawn":
                acts.withdraw(dossier, reason="Người nộp xin rút để bổ sung giấy tờ.", by=minh, at=at)
            case "stopped":
                acts.stop(dossier, reason="Người yêu cầu chết trong thời gian giải quyết.", by=minh, at=at)


def _child_of(dossier: Dossier) -> dict[str, Any]:
    """What an extract of this birth would be asked by."""
    return {
        "subject.full_name": dossier.answers["child.full_name"],
        "subject.birth_date": dossier.answers["child.birth_date"],
        "subject.personal_number": "",
        "requester.relation": "father",
    }


MISSING = "Giấy tờ chứng minh nội dung đã khai"
MISMATCH = "Nội dung khai chưa khớp với giấy tờ đã nộp."
NEIGHBOUR = "Ủy ban nhân dân phường Bàn Thạch"
QUESTION = "Đề nghị xác minh tình trạng hôn nhân trong thời gian cư trú."
REFUSAL = "Không đủ điều kiện: nội dung đề nghị không có giấy tờ chứng minh (Điều 28 Luật Hộ tịch)."
REASONS = (
    "Chờ kết quả xác minh của cơ quan khác gửi trả lời chậm.",
    "Công chức thụ lý nghỉ ốm, chưa phân công người thay kịp thời.",
    "Sự cố đường truyền tới phần mềm hộ tịch dùng chung.",
)
