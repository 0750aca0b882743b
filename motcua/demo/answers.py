"""Answers an applicant would give, by form; each passes the form's own checks (a test sees to it)."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from motcua.demo.people import Person, person

Answers = dict[str, Any]
PLACE = "Phường Tam Kỳ, thành phố Đà Nẵng"
WARD = "P20341"


def _requester(one: Person, relation: str = "") -> Answers:
    found: Answers = {
        "requester.full_name": one.name,
        "requester.birth_date": one.born_on.isoformat(),
        "requester.personal_number": one.number,
        "requester.phone": one.phone,
        "requester.residence": one.address,
    }
    return found | ({"requester.relation": relation} if relation else {})


def _adult(prefix: str, one: Person) -> Answers:
    return {
        f"{prefix}.full_name": one.name,
        f"{prefix}.birth_date": one.born_on.isoformat(),
        f"{prefix}.ethnic_group": "01",
        f"{prefix}.nationality": "VN",
        f"{prefix}.personal_number": one.number,
        f"{prefix}.residence": one.address,
    }


END: Answers = {"copies.wanted": False, "undertaking": True}


def birth(random: Random, who: Person, on: date) -> Answers:
    """A child of the applicant, some weeks old, or registered late."""
    other = person(random, sex="male" if who.sex == "female" else "female", born=(1985, 2003))
    mother, father = (who, other) if who.sex == "female" else (other, who)
    child = person(random, born=(2024, 2024), family=father.name.split()[0])
    born_on = on - timedelta(days=random.choice([9, 14, 21, 30, 45, 80]))
    return {
        **_requester(who, "mother" if who is mother else "father"),
        "child.case": "both_parents",
        "child.full_name": child.name,
        "child.birth_date": born_on.isoformat(),
        "child.sex": child.sex,
        "child.ethnic_group": "01",
        "child.nationality": "VN",
        "child.birth_place": "Bệnh viện Đa khoa Tam Kỳ (thử nghiệm), phường Tam Kỳ, thành phố Đà Nẵng",
        "child.home_town": PLACE,
        **_adult("mother", mother),
        **_adult("father", father),
        "parents.married": True,
        **END,
    }


def death(random: Random, who: Person, on: date) -> Answers:
    """A parent of the applicant."""
    dead = person(random, born=(1932, 1950), family=who.name.split()[0])
    died_on = on - timedelta(days=random.choice([1, 2, 3, 5, 20]))
    return {
        **_requester(who, "child"),
        **_adult("deceased", dead),
        "deceased.sex": dead.sex,
        "deceased.residence_ward": WARD,
        "deceased.died_on": died_on.isoformat(),
        "deceased.died_at_time": "05:30",
        "deceased.place": f"Tại nhà, {dead.address}",
        "deceased.cause": "Bệnh già",
        "notice.kind": "notice",
        "notice.number": str(random.randint(10, 400)),
        "notice.issued_on": died_on.isoformat(),
        "notice.issued_by": "Trạm Y tế phường Tam Kỳ (thử nghiệm)",
        **END,
    }


def marriage(random: Random, who: Person, on: date) -> Answers:  # noqa: ARG001  every form takes the day
    """The applicant with a partner."""
    other = person(random, sex="male" if who.sex == "female" else "female", born=(1990, 2002))
    husband, wife = (other, who) if who.sex == "female" else (who, other)
    parties = {**_adult("husband", husband), **_adult("wife", wife)}
    for prefix in ("husband", "wife"):
        parties |= {f"{prefix}.marriage_times": 1, f"{prefix}.marital_status": "never_married"}
        parties |= {f"{prefix}.residence_ward": WARD}
    return {"requester.full_name": who.name, "requester.phone": who.phone, **parties, **END}


def marital_status(random: Random, who: Person, on: date) -> Answers:  # noqa: ARG001
    """For buying land, mostly."""
    return {
        **_requester(who, "self"),
        **_adult("subject", who),
        "subject.sex": who.sex,
        "subject.residence_ward": WARD,
        "status.kind": "never_married",
        "copies.count": 1,
        "purpose.kind": "other",
        "purpose.text": random.choice(["Làm thủ tục mua bán nhà, đất", "Vay vốn ngân hàng", "Bổ sung hồ sơ xin việc"]),
        "undertaking": True,
    }


def change(random: Random, who: Person, on: date) -> Answers:  # noqa: ARG001
    """A slip in an old birth certificate."""
    return {
        **_requester(who, "self"),
        **_adult("subject", who),
        "subject.sex": who.sex,
        "subject.residence_ward": WARD,
        "record.kind": "birth",
        "record.number": str(random.randint(1, 300)),
        "record.office": "UBND phường An Mỹ (cũ)",
        "change.kind": "correct",
        "change.item": "birth_date",
        "change.from": f"{who.born_on.day:02}/{who.born_on.month:02}/{who.born_on.year - 1}",
        "change.to": f"{who.born_on:%d/%m/%Y}",
        "change.reason": "Sai sót của công chức khi đăng ký, căn cứ giấy chứng sinh.",
        "consent.subject": True,
        "consent.parents": True,
        **END,
    }


def extract(random: Random, who: Person, on: date) -> Answers:  # noqa: ARG001
    """A copy of one's own birth record."""
    return {
        **_requester(who, "self"),
        "extract.kind": "birth",
        "extract.copies": random.choice([1, 1, 2, 3]),
        "extract.delivery": "counter",
        "subject.full_name": who.name,
        "subject.birth_date": who.born_on.isoformat(),
        "subject.personal_number": who.number,
        "record.office": "UBND phường Tam Kỳ",
        "undertaking": True,
    }


def certified_copy(random: Random, who: Person, on: date) -> Answers:  # noqa: ARG001
    """Copies of a diploma, a land paper, an identity card …"""
    return {
        "requester.full_name": who.name,
        "requester.phone": who.phone,
        "document.kind": random.choice(
            ["Bằng tốt nghiệp đại học", "Căn cước công dân", "Giấy khai sinh", "Học bạ THPT"]
        ),
        "document.pages": random.choice([1, 1, 2, 2, 4, 12]),
        "document.copies": random.choice([1, 2, 3, 5]),
    }


def signature(random: Random, who: Person, on: date) -> Answers:  # noqa: ARG001
    """A signature on a curriculum vitae or an authorisation."""
    return {
        "requester.full_name": who.name,
        "requester.personal_number": who.number,
        "requester.phone": who.phone,
        "document.kind": random.choice(["Sơ yếu lý lịch", "Giấy ủy quyền nhận lương hưu", "Đơn cam kết"]),
        "document.count": 1,
    }


BY_FORM: dict[str, Callable[[Random, Person, date], Answers]] = {
    "birth": birth,
    "death": death,
    "marriage": marriage,
    "marital_status": marital_status,
    "civil_status_change": change,
    "extract_copy": extract,
    "certified_copy": certified_copy,
    "signature_certification": signature,
}
