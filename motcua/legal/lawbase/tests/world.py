"""Documents of an invented city for tests: an act of the city, one that amends it, one that repeals."""

from dataclasses import replace
from datetime import date, datetime

from motcua.base.worktime.rules import VN
from motcua.house.office.models import Unit
from motcua.house.office.rules import Actor
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts
from motcua.legal.lawbase.models import LegalDocument

AT = datetime(2024, 11, 14, 9, 0, tzinfo=VN)
ON = AT.date()
ISSUER = "Ủy ban nhân dân thành phố Tam Kỳ"
RULE = acts.Facts(
    issuer=ISSUER,
    type="Quyết định",
    number="04/2023/QĐ-UBND",
    title="Quy định mức chi hỗ trợ hòa giải viên ở cơ sở",
    issued_on=date(2023, 3, 1),
    effective_on=date(2023, 3, 10),
    field="Hòa giải ở cơ sở",
    sure="high",
)
TEXT = """Điều 1. Phạm vi điều chỉnh
Quyết định này quy định mức chi hỗ trợ hòa giải viên.
Điều 2. Mức chi
1. Vụ việc hòa giải thành: 200.000 đồng.
2. Vụ việc hòa giải không thành: 150.000 đồng.
Điều 3. Nguồn kinh phí
Ngân sách thành phố bảo đảm.
"""


def hoa() -> Actor:
    """Registers and confirms at the justice division."""
    return people.actor(people.hoa())


def keeper():
    return Unit.objects.get(code="TK-TP").pk


def document(by: Actor, **changes) -> LegalDocument:
    return acts.register(replace(RULE, **changes), keeper_id=keeper(), by=by, at=AT)


def with_text(by: Actor, text: str = TEXT, **changes) -> LegalDocument:
    made = document(by, **changes)
    acts.add_version(made, text, by=by, at=AT)
    return made
