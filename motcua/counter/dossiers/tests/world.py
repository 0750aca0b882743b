"""A ward of today with its four people, and a dossier that is one row with its papers."""

from datetime import date, datetime
from uuid import uuid4

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts
from motcua.counter.dossiers.choices import PaperState
from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.instruments.signing import acts as signing
from motcua.legal.procedures import queries as procedures

TUESDAY = datetime(2026, 3, 10, 9, 0, tzinfo=VN)
DAY = TUESDAY.date()
SINCE = date(2025, 7, 1)


def minh():
    return people.officer("minh", "Trần Văn Minh", "P20341-HCC.TN", from_on=SINCE)


def hanh():
    return people.officer("hanh", "Lê Thị Hạnh", "P20341-VP.TPHT", from_on=SINCE)


def hoa():
    made = people.officer("hoa", "Nguyễn Thị Hoa", "P20341.PCT", from_on=SINCE)
    signing.issue_demo_key(
        holder_id=made.pk,
        holder_name=made.name,
        unit_name="UBND phường",
        by=SYSTEM,
        at=TUESDAY.replace(year=2025, month=7),
        years=3,
    )
    return made


def thu():
    return people.officer("thu", "Phạm Thị Thu", "P20341-VP.VT", from_on=SINCE)


def tuan():
    return people.officer("tuan", "Lý Anh Tuấn", "P20335-VP.TPHT", from_on=SINCE)


def as_actor(who):
    return people.actor(who, DAY)


COPY_ANSWERS = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.phone": "0900000001",
    "document.kind": "Bằng tốt nghiệp đại học",
    "document.pages": 2,
    "document.copies": 3,
    "original.flaw": "none",
}
STATUS_ANSWERS = {
    "requester.full_name": "Nguyễn Thị Lan",
    "subject.full_name": "Nguyễn Thị Lan",
    "subject.birth_date": "1990-05-04",
    "subject.sex": "female",
    "subject.residence_ward": "P20341",
    "status.kind": "never_married",
    "purpose.kind": "other",
    "purpose.text": "Vay vốn",
}

WHOLE_STATUS = {
    **STATUS_ANSWERS,
    "requester.birth_date": "1990-05-04",
    "requester.personal_number": "099000000001",
    "requester.residence": "12 Trần Phú",
    "requester.relation": "self",
    "subject.ethnic_group": "01",
    "subject.nationality": "VN",
    "subject.residence": "12 Trần Phú",
    "copies.count": 1,
    "undertaking": True,
}
"""A declaration with nothing left to answer."""


def intake(code="1.004873", answers=None, **changes):
    law = procedures.get(code, DAY)
    units = office.directory()
    given = {
        "law": law,
        "received_unit": units.unit("P20341-HCC"),
        "unit": units.unit("P20341"),
        "agency": units.unit("P20341"),
        "applicant_name": "Nguyễn Thị Lan",
        "phone": "0900000001",
        "answers": answers if answers is not None else STATUS_ANSWERS,
        "form_key": law.eform,
        "papers": [acts.PaperGiven(code="application", name="Tờ khai", role="form", state=PaperState.TAKEN)],
        "submission_key": uuid4(),
    }
    return acts.Intake(**{**given, **changes})


def received(by, at=TUESDAY, **changes):
    return acts.receive(intake(**changes), by=by, at=at)
