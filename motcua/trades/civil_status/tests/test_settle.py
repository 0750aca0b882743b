"""Each trade from a dossier to its register and its paper."""

from datetime import date, datetime

import pytest

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.acts import trade_of
from motcua.house.journal import queries as journal
from motcua.house.office.tests import people
from motcua.instruments.printing import queries as printing
from motcua.trades.civil_status import access, acts, queries, rules
from motcua.trades.civil_status.choices import BookKind, Duty
from motcua.trades.civil_status.models import FollowUp, RegisterEntry
from motcua.trades.civil_status.tests import world
from motcua.trades.civil_status.tests.world import AT, BIRTH, ON

pytestmark = pytest.mark.usefixtures("_office")


def settle(dossier, hoa, at=AT):
    return trade_of(dossier).settle(dossier, signer=hoa.name, title="KT. Phó Chủ tịch", by=hoa, at=at)


def duties():
    return sorted(FollowUp.objects.values_list("kind", flat=True))


def test_a_birth_is_entered_and_its_certificate_waits_for_the_personal_number(hoa):
    settled = settle(world.dossier("civil_status.birth", BIRTH), hoa)
    entry = RegisterEntry.objects.get()

    assert (settled.kind, settled.number, settled.national_code) == ("birth_certificate", "01/2024", "KQ.G15.000031")
    assert settled.register_ref == "Sổ đăng ký khai sinh quyển số 01/2024, số 01"
    assert settled.paper.child.personal_number == "chờ cấp"
    assert settled.paper.child.born_on == date(2024, 11, 5)
    assert (settled.paper.mother.born_year, settled.paper.father.born_year) == ("1990", "1988")
    assert settled.paper.registered_at_place == ("Ủy ban nhân dân phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam")
    assert settled.paper.signatory.authority == ("TM. Ủy ban nhân dân", "KT. Chủ tịch")
    assert (entry.registration, entry.content["nksDanToc"], entry.born) == ("on_time", "Kinh", "2024-11-05")
    assert duties() == [Duty.PERSONAL_NUMBER]
    assert printing.render(settled.paper).startswith(b"%PDF")


def test_who_opens_the_entry_is_seen_by_who_applied_for_it(hoa):
    dossier = world.dossier("civil_status.birth", BIRTH)
    settle(dossier, hoa)

    access.open_entry(hoa, RegisterEntry.objects.get().pk, at=AT, page="register_entry")

    assert [(look.name, look.page) for look in journal.looks_at("dossier", dossier.pk)] == [
        (hoa.name, "register_entry")
    ]


def test_the_number_the_officer_found_stands_on_the_certificate(minh, hoa):
    dossier = world.dossier("civil_status.birth", BIRTH)
    acts.find(dossier, {"personal_number": "099324000456"}, by=minh, at=AT)
    settled = settle(dossier, hoa)

    assert settled.paper.child.personal_number == "099324000456"
    assert duties() == []


def test_a_birth_after_sixty_days_is_late_and_without_a_father_his_lines_stay_open(hoa):
    answers = {key: value for key, value in BIRTH.items() if not key.startswith("father.")}
    dossier = world.dossier(
        "civil_status.birth", answers | {"child.birth_date": "2024-09-14", "child.case": "no_father"}
    )
    settled = settle(dossier, hoa)

    assert RegisterEntry.objects.get().registration == "late"
    assert settled.paper.father.name == ""


def test_a_draft_changes_nothing_and_has_no_number():
    dossier = world.dossier("civil_status.birth", BIRTH)
    paper = trade_of(dossier).draft(dossier, at=AT)

    assert (paper.number, paper.signatory.name) == ("", "")
    assert not RegisterEntry.objects.exists()


MARRIAGE = {
    "requester.full_name": "Nguyễn Thị Lan",
    **{
        f"{party}.{key}": value
        for party, name, born in (
            ("husband", "Trần Văn Bình", "1988-07-20"),
            ("wife", "Nguyễn Thị Lan", "1990-03-08"),
        )
        for key, value in {
            "full_name": name,
            "birth_date": born,
            "nationality": "VN",
            "ethnic_group": "01",
            "paper_kind": "passport",
            "paper_number": "B1234567",
            "paper_issued_on": "2021-05-10",
            "residence": "Phường An Mỹ",
        }.items()
    },
}


def test_a_marriage_names_both_and_is_found_by_either(hoa):
    settled = settle(world.dossier("civil_status.marriage", MARRIAGE), hoa)
    entry = RegisterEntry.objects.get()
    found = queries.meant(
        BookKind.MARRIAGE,
        rules.Wanted("nguyen thi lan", second_name="Trần Văn Bình", registered_on="2024"),
        [world.unit().id],
    )

    assert settled.paper.husband.name == "Trần Văn Bình"
    assert settled.paper.wife.paper == "Hộ chiếu số B1234567, cấp ngày 10/05/2021"
    assert (entry.registration, entry.second_name) == ("first", "Nguyễn Thị Lan")
    assert found == (entry,)


def test_a_foreign_marriage_is_read_by_its_own_form(hoa):
    answers = MARRIAGE | {"husband.nationality": "US", "foreign.resident_abroad": False}
    dossier = world.dossier("civil_status.marriage", answers, form_key="marriage_foreign")

    assert settle(dossier, hoa).paper.husband.nationality not in {"", "VN", "Việt Nam"}


DEATH = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.relation": "child",
    "deceased.full_name": "Nguyễn Văn Đức",
    "deceased.birth_date": "1941",
    "deceased.sex": "male",
    "deceased.ethnic_group": "01",
    "deceased.nationality": "VN",
    "deceased.died_on": "2024-10-30",
    "deceased.died_at_time": "03:20",
    "deceased.place": "Tại nhà riêng",
    "deceased.cause": "Tuổi già",
    "notice.kind": "electronic",
}


def test_a_death_is_entered_with_its_hour_and_locks_the_record(hoa):
    settled = settle(world.dossier("civil_status.death", DEATH), hoa)

    assert settled.number == "01/2024/TLKT"
    assert settled.paper.died_at == datetime(2024, 10, 30, 3, 20, tzinfo=VN)
    assert settled.paper.person.born_on == "1941"
    assert RegisterEntry.objects.get().registration == "on_time"
    assert duties() == [Duty.LOCK_DEATH]


def test_the_death_of_a_foreigner_is_told_to_the_ministry_and_sixteen_days_are_late(hoa):
    answers = DEATH | {"deceased.nationality": "US", "deceased.died_on": "2024-10-29", "deceased.died_at_time": ""}
    settled = settle(world.dossier("civil_status.death", answers), hoa)

    assert settled.paper.died_at == date(2024, 10, 29)
    assert RegisterEntry.objects.get().registration == "late"
    assert duties() == [Duty.LOCK_DEATH, Duty.NOTIFY_FOREIGN]


MARITAL = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.relation": "self",
    "subject.full_name": "Nguyễn Thị Lan",
    "subject.birth_date": "1990-03-08",
    "subject.sex": "female",
    "subject.nationality": "VN",
    "subject.residence": "Khối phố 5, phường An Mỹ",
    "status.kind": "never_married",
    "purpose.kind": "marriage_here",
    "partner.full_name": "Trần Văn Bình",
    "partner.birth_date": "1988-07-20",
    "partner.nationality": "VN",
    "partner.paper_number": "099088000321",
    "purpose.office": "UBND phường An Xuân",
}


def test_the_marital_status_is_certified_from_the_age_of_marriage_for_one_marriage(hoa):
    settled = settle(world.dossier("civil_status.marital_status", MARITAL), hoa)

    assert settled.number == "01/UBND-XNTTHN"
    assert (settled.paper.lived_from_on, settled.paper.lived_to_on) == (date(2008, 3, 8), ON)
    assert settled.paper.status == "Chưa đăng ký kết hôn với ai."
    assert settled.paper.purpose == (
        "làm thủ tục kết hôn với ông/bà Trần Văn Bình, sinh ngày 20/07/1988, quốc tịch Việt Nam, "
        "giấy tờ tùy thân số 099088000321; tại UBND phường An Xuân."
    )
    assert settled.paper.validity == "06 tháng kể từ ngày cấp"


def test_the_day_the_officer_found_counts_for_the_time_lived_here(minh, hoa):
    dossier = world.dossier("civil_status.marital_status", MARITAL)
    acts.find(dossier, {"lived_from": "01/02/2015"}, by=minh, at=AT)

    assert settle(dossier, hoa).paper.lived_from_on == date(2015, 2, 1)


CHANGE = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.relation": "mother",
    "subject.full_name": "Trần Nguyễn Minh Khuê",
    "subject.birth_date": "2024-11-05",
    "subject.sex": "female",
    "record.kind": "birth",
    "record.office": "UBND phường An Mỹ",
    "record.number": "01",
    "record.book": "01/2024",
    "change.kind": "correct",
    "change.item": "birth_place",
    "change.from": "Bệnh viện Đa khoa",
    "change.to": "Bệnh viện Đa khoa khu vực Quảng Nam",
    "change.reason": "Giấy chứng sinh ghi nhầm",
}


def test_a_correction_is_noted_beside_the_entry_held_here(hoa):
    settle(world.dossier("civil_status.birth", BIRTH), hoa)
    settled = settle(world.dossier("civil_status.change", CHANGE), hoa)
    birth = RegisterEntry.objects.get(kind=BookKind.BIRTH)

    assert settled.number == "01/2024/TLCC"
    assert settled.paper.heading == "Trích lục cải chính hộ tịch"
    assert settled.paper.changes[0].value == ("Từ “Bệnh viện Đa khoa” thành “Bệnh viện Đa khoa khu vực Quảng Nam”")
    assert queries.note_text(birth) == (
        "Ngày 14/11/2024: Cải chính hộ tịch: nơi sinh từ “Bệnh viện Đa khoa” thành “Bệnh viện Đa khoa khu vực Quảng "
        "Nam”. Căn cứ: Trích lục số 01/2024/TLCC ngày 14/11/2024."
    )
    assert Duty.NOTIFY_ORIGIN not in duties()


def test_after_a_change_of_name_the_entry_is_found_by_either_name(hoa):
    settle(world.dossier("civil_status.birth", BIRTH), hoa)
    renamed = {"change.kind": "change", "change.item": "full_name", "change.to": "Trần Nguyễn Bảo Châu"}
    settle(world.dossier("civil_status.change", CHANGE | renamed), hoa)

    for name in ("Trần Nguyễn Minh Khuê", "tran nguyen bao chau"):
        found = queries.meant(BookKind.BIRTH, rules.Wanted(name, born="2024-11-05"), [world.unit().id])
        assert [entry.number for entry in found] == [1]


def test_what_was_found_is_not_changed_once_the_entry_is_written(minh, hoa):
    dossier = world.dossier("civil_status.birth", BIRTH)
    settle(dossier, hoa)

    with pytest.raises(ValueError, match="đã ghi sổ"):
        acts.find(dossier, {"personal_number": "099324000456"}, by=minh, at=AT)


def test_a_correction_of_an_entry_held_elsewhere_leaves_the_duty_to_tell_that_registry(hoa):
    settle(world.dossier("civil_status.change", CHANGE | {"record.office": "UBND xã Tam Phú"}), hoa)

    assert FollowUp.objects.get().text.endswith("cho nơi đăng ký trước đây: UBND xã Tam Phú")


def test_ethnicity_determined_again_has_its_own_title(hoa):
    answers = {key: value for key, value in CHANGE.items() if key != "change.item"}
    dossier = world.dossier("civil_status.change", answers | {"change.kind": "ethnicity", "change.from": "Kinh"})

    assert settle(dossier, hoa).paper.heading == "Trích lục xác định lại dân tộc"


def test_the_city_signs_on_behalf_of_its_own_committee():
    chair = people.actor(people.officer("hoa", "Lê Thị Hoa", "TK.CT"))
    dossier = world.dossier("civil_status.change", CHANGE, unit_code="TK-TP")
    settled = settle(dossier, chair)

    assert settled.paper.letterhead.office == "Ủy ban nhân dân thành phố Tam Kỳ"
    assert settled.paper.signatory.authority == ("TM. Ủy ban nhân dân",)
    assert RegisterEntry.objects.get().agency_id == world.unit("TK").id


@pytest.mark.parametrize(
    ("trade", "answers"),
    [
        ("civil_status.marriage", MARRIAGE),
        ("civil_status.death", DEATH),
        ("civil_status.marital_status", MARITAL),
        ("civil_status.change", CHANGE),
    ],
)
def test_every_paper_can_be_printed_and_signed_on(hoa, trade, answers):
    paper = settle(world.dossier(trade, answers), hoa).paper

    assert printing.render(paper).startswith(b"%PDF")
    assert printing.signature_spot(paper) is not None
