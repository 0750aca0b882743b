"""Ward An Mỹ in November 2024: Minh keeps the register, Hoa signs; Tuấn is of another ward; Lan applies."""

from datetime import date, datetime

from motcua.base.vn.rules import fold
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import queries as dossiers
from motcua.counter.dossiers.models import Dossier
from motcua.house.office import queries as office
from motcua.house.office.tests import people
from motcua.legal.procedures import queries as procedures
from motcua.trades.civil_status import acts, rules
from motcua.trades.civil_status.choices import BookKind, Registration

AT = people.AT
ON = people.ON
NEW_YEARS_EVE = datetime(2024, 12, 31, 16, tzinfo=VN)
CODES = {
    "civil_status.birth": "1.001193",
    "civil_status.marriage": "1.000894",
    "civil_status.death": "1.000656",
    "civil_status.marital_status": "1.004873",
    "civil_status.change": "1.004859",
    "civil_status.extract": "2.000635",
}

BIRTH = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.personal_number": "099190000123",
    "requester.relation": "mother",
    "child.case": "both_parents",
    "child.full_name": "Trần Nguyễn Minh Khuê",
    "child.birth_date": "2024-11-05",
    "child.sex": "female",
    "child.ethnic_group": "01",
    "child.nationality": "VN",
    "child.birth_place": "Bệnh viện Đa khoa tỉnh Quảng Nam",
    "child.home_town": "Xã Tam Thăng, thành phố Tam Kỳ",
    "mother.full_name": "Nguyễn Thị Lan",
    "mother.birth_date": "1990-03-08",
    "mother.ethnic_group": "01",
    "mother.nationality": "VN",
    "mother.personal_number": "099190000123",
    "mother.residence": "Khối phố 5, phường An Mỹ",
    "father.full_name": "Trần Văn Bình",
    "father.birth_date": "1988",
    "father.ethnic_group": "01",
    "father.nationality": "VN",
}
EXTRACT = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.relation": "mother",
    "extract.kind": "birth",
    "extract.copies": 2,
    "subject.full_name": "Trần Nguyễn Minh Khuê",
    "subject.birth_date": "2024-11-05",
    "record.office": "UBND phường An Mỹ",
}


def minh():
    """Keeps the register of the ward."""
    return people.actor(people.officer("minh", "Trần Văn Minh", "X20341.TPHT"))


def hoa():
    """Signs for the chair of the ward."""
    return people.actor(people.officer("hoa", "Lê Thị Hoa", "X20341.PCT"))


def unit(code: str = "X20341"):
    return office.directory().unit(code)


def dossier(trade: str, answers: dict, *, unit_code: str = "X20341", at: datetime = AT, form_key: str = "") -> Dossier:
    """One dossier being settled: one row."""
    here = unit(unit_code)
    law = procedures.get(CODES[trade], at.date())
    return Dossier.objects.create(
        agency_id=office.directory().agency(here).id,
        received_unit_id=here.id,
        unit_id=here.id,
        desk_unit_id=here.id,
        secret="ABC234",
        state="proposed",
        proposal="grant",
        channel="direct",
        procedure_code=law.code,
        procedure_name=law.name,
        trade=trade,
        level=here.level,
        law_id=dossiers.keep_law(law),
        form_key=form_key,
        answers=answers,
        applicant_name="Nguyễn Thị Lan",
        applicant_key=fold("Nguyễn Thị Lan"),
        submitted_at=at,
        step_role="head",
        step_name="Ký duyệt",
    )


def entry(by, *, name: str = "Nguyễn Thị Lan", kind=BookKind.BIRTH, on: date = ON, born: str = "1990-03-08", **more):
    """One entry in the register of the ward."""
    written = acts.Written(
        kind=kind,
        registration=Registration.ON_TIME,
        subject=rules.Subject(name, born, more.pop("second_name", ""), more.pop("personal_number", "")),
        content=more.pop("content", {"nksHoTen": name, "nksNgaySinh": "08/03/1990"}),
        signer="Lê Thị Hoa",
        title="Phó Chủ tịch",
        performed_by="Trần Văn Minh",
    )
    here = unit(more.pop("unit_code", "X20341"))
    return acts.enter(written, agency=here, unit=here, on=on, by=by, at=AT)
