"""Ward Tam Kỳ in November 2026, heir of the city's documents: Hạnh writes, Hoa decides; Tuấn and Sơn work elsewhere."""

from dataclasses import replace
from datetime import date, datetime

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts
from motcua.bureau.law_review.choices import Proposal, Trigger
from motcua.house.office.models import Unit
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts as law
from motcua.legal.lawbase.choices import EventKind, RelationKind

AT = datetime(2026, 11, 25, 9, tzinfo=VN)
ON = AT.date()
SINCE = date(2025, 7, 1)
CITY, WARD, ELSEWHERE = "TK", "P20341", "P20335"


def hanh():
    return people.officer("hanh", "Lê Thị Hạnh", "P20341-VP.TPHT", from_on=SINCE)


def hoa():
    return people.officer("hoa", "Nguyễn Thị Hoa", "P20341.PCT", from_on=SINCE)


def tuan():
    return people.officer("tuan", "Lý Anh Tuấn", "P20335-VP.TPHT", from_on=SINCE)


def head_elsewhere():
    return people.officer("son", "Hồ Văn Sơn", "P20335.CT", from_on=SINCE)


def binh():
    return people.officer("binh", "Mai Văn Bình", "DN.KT", from_on=SINCE)


def actor(who):
    return people.actor(who, on=ON)


def own(number, issued_on, title="Quy định mức chi", *, unit=WARD, **given):
    """A decision of the ward, or of the city it carries on; takes effect ten days after."""
    place = Unit.objects.get(code=unit)
    facts = law.Facts(
        issuer=place.name, type="Quyết định", number=number, title=title, issued_on=issued_on,
        effective_on=date.fromordinal(issued_on.toordinal() + 10), field="Hòa giải ở cơ sở", issuer_unit_id=place.pk,
    )  # fmt: skip
    return law.register(replace(facts, **given), keeper_id=keeper(unit), by=SYSTEM, at=AT)


def keeper(unit=WARD):
    return Unit.objects.get(code=f"{unit}-TP" if unit == CITY else unit).pk


def decree(number, issued_on=date(2014, 2, 27), title="Nghị định về hòa giải ở cơ sở"):
    """A decree of the Government: nobody's here."""
    facts = law.Facts(
        issuer="Chính phủ", type="Nghị định", number=number, title=title, issued_on=issued_on, effective_on=issued_on
    )
    return law.register(facts, keeper_id=keeper(), by=SYSTEM, at=AT)


def rests(source, target, kind=RelationKind.BASED_ON, *, confirmed=True):
    return law.relate(source, kind=kind, target=target, confirmed=confirmed, by=SYSTEM, at=AT)


def happen(document, kind, on, *, at=AT, confirmed=True, **given):
    what = law.Happening(kind=kind, on=on, **given)
    return law.record_event(document, what, by=replace(SYSTEM, on=ON), at=at, confirmed=confirmed)


def changed_decree():
    """A decision of the ward that rests on a decree, amended by another."""
    basis, ours = decree("901/2014/NĐ-CP"), own("05/2025/QĐ-UBND", date(2025, 8, 1))
    rests(ours, basis)
    acting = decree("902/2026/NĐ-CP", date(2026, 10, 1), "Nghị định sửa đổi")
    happen(basis, EventKind.AMENDED, date(2026, 12, 1), acting=acting, scope=("dieu-8",), scope_words="Điều 8")
    return basis, ours


def proposed():
    basis, _ = changed_decree()
    return acts.propose_reviews(basis, by=SYSTEM, at=AT)[0]


def begun(by, document=None):
    document = document or own("05/2025/QĐ-UBND", date(2025, 8, 1))
    return acts.begin_reviews(
        [document], trigger=Trigger.REQUEST, topic="Công văn 31/STP", reason="Theo yêu cầu", by=by, at=AT
    )[0]


def slip(proposal=Proposal.AMEND, **given):
    values = {
        "changed": "Điều 8 tăng mức chi", "opinion": "Cần sửa mức chi", "proposal": proposal,
        "content": "Nâng mức chi", "lead": "Văn phòng", "due_on": date(2027, 3, 31),
        "lines": (acts.LineGiven(provision="Khoản 1 Điều 2", opinion="Thấp hơn", proposal=Proposal.AMEND),),
    }  # fmt: skip
    return acts.SlipGiven(**(values | given))


def reviewed(by, document=None, **given):
    return acts.fill_slip(begun(by, document), slip(**given), by=by, at=AT)


def decided(by, head, document=None, **given):
    return acts.decide_review(reviewed(by, document, **given), decision="Đồng ý", by=head, at=AT)


def year_of_ends():
    """2025 in the ward: one decision of the city replaced, one of the ward repealed in part, one untouched."""
    old = own("02/2021/QĐ-UBND", date(2021, 3, 4), "Quy chế tiếp công dân", unit=CITY)
    part = own("03/2025/QĐ-UBND", date(2025, 7, 10), "Quy định trợ giúp")
    new = own("06/2025/QĐ-UBND", date(2025, 9, 1), "Quy chế tiếp công dân mới")
    happen(old, EventKind.REPLACED, date(2025, 9, 11), acting=new)
    happen(part, EventKind.REPEALED, date(2025, 10, 1), acting=new, scope=("dieu-3",), scope_words="Điều 3")
    return old, part, new


def computed(by, year=2025):
    return acts.compute_list(year, by=by, at=AT)


def checked(by):
    return acts.check_list(computed(by), remark="Đối chiếu từng bản giấy: đúng", by=by, at=AT)


def approved(by, head):
    return acts.approve_list(checked(by), number="12/QĐ-UBND", approved_on=date(2026, 1, 20), by=head, at=AT)


PLAN = {"purpose": "Đánh giá hiệu lực", "scope": "Văn bản của phường", "assignment": "Văn phòng chủ trì"}
PERIOD = {"from_on": date(2024, 1, 1), "cut_off": date(2025, 12, 31)}


def drafted(by):
    return acts.draft_round(**PERIOD, **PLAN, by=by, at=AT)


def planned(by, head):
    return acts.issue_round_plan(drafted(by), number="9/KH-UBND", planned_on=date(2025, 11, 3), by=head, at=AT)


def entered(by, head, lines=("02/2021/QĐ-UBND",)):
    return acts.enter_previous(planned(by, head), list(lines), by=by, at=AT)


def gathered(by, head, lines=("02/2021/QĐ-UBND",)):
    return acts.gather(entered(by, head, lines), by=by, at=AT)


def collected(by, head, lines=("02/2021/QĐ-UBND",)):
    return acts.collect_results(gathered(by, head, lines), by=by, at=AT)


def listed(by, head, lines=("02/2021/QĐ-UBND",)):
    return acts.make_lists(collected(by, head, lines), by=by, at=AT)


def ratified(by, head):
    year_of_ends()
    return acts.approve_round(listed(by, head), number="77/QĐ-UBND", approved_on=date(2026, 2, 20), by=head, at=AT)
