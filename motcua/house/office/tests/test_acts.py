"""Officers, appointments and delegations: what they give, who may not, what is on record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.house.accounts import acts as accounts
from motcua.house.accounts.acts import LoginTaken
from motcua.house.accounts.models import Account
from motcua.house.journal import queries as journal
from motcua.house.office import acts, queries
from motcua.house.office.access import NotAllowed
from motcua.house.office.models import Appointment, Delegation, Officer, Post
from motcua.house.office.rules import SYSTEM, NotThatWay
from motcua.house.office.tests import people
from motcua.house.office.tests.people import AT, ON, actor

pytestmark = pytest.mark.usefixtures("_office")
DIVISION, COUNTER = "QN/TK.TP.", "QN/TK.HCC."
NUMBER = "099080000901"


def post(code):
    return Post.objects.select_related("unit", "scope").get(code=code)


def facts(thing):
    return [(entry.act, entry.name) for entry in journal.history(thing)]


def hand_over(hoa, to, *, by=SYSTEM, at=AT, **changed):
    terms = {"acts": ["dossier.sign"], "from_on": ON, "to_on": ON + timedelta(days=9), "paper": "12/UQ-TP"} | changed
    return acts.delegate(hoa.appointments.get(), to=to, by=by, at=at, **terms)


def test_a_new_officer_has_an_account_a_post_and_its_rights():
    minh = people.minh()

    assert actor(minh).may("dossier.receive", COUNTER) is True
    assert actor(minh).officer_id == minh.pk
    assert [grant.title for grant in actor(minh).grants] == [
        "Công chức tiếp nhận và trả kết quả, Trung tâm Hành chính công thành phố Tam Kỳ"
    ]
    assert facts(minh) == [("office.create_officer", "Hệ thống"), ("office.appoint", "Hệ thống")]


def test_a_code_and_a_login_are_given_once():
    people.minh()

    with pytest.raises(NotThatWay):
        people.officer("minh", "Trần Văn Minh", "TK-HCC.TN")
    with pytest.raises(LoginTaken):
        acts.create_officer(
            code="m2",
            name="Minh Hai",
            login="MINH ",
            password="x",
            post=post("TK-HCC.TN"),
            from_on=ON,
            by=SYSTEM,
            at=AT,
        )
    assert Officer.objects.count() == Account.objects.count() == 1


def test_a_personal_number_is_one_officers_and_stays_out_of_the_record():
    minh, hoa, lan = people.minh(), people.hoa(), people.lan()
    accounts.keep_personal_number(lan, NUMBER)

    acts.set_personal_number(minh, NUMBER, by=SYSTEM, at=AT)
    with pytest.raises(NotThatWay, match="tài khoản khác"):
        acts.set_personal_number(hoa, NUMBER, by=SYSTEM, at=AT)
    with pytest.raises(NotThatWay, match="12 chữ số"):
        acts.set_personal_number(hoa, "1", by=SYSTEM, at=AT)
    with pytest.raises(NotAllowed):
        acts.set_personal_number(minh, NUMBER, by=actor(hoa), at=AT)

    assert (actor(minh).personal_number, actor(hoa).personal_number) == (NUMBER, "")
    assert facts(minh)[-1] == ("office.set_personal_number", "Hệ thống")
    assert NUMBER not in str([entry.facts for entry in queries.history_of(minh)])


def test_only_who_manages_accounts_there_takes_on_an_officer():
    hoa = people.hoa()

    with pytest.raises(NotAllowed):
        acts.create_officer(
            code="x", name="Một Người", login="x", password="x", post=post("TK-TP.CV"), from_on=ON, by=actor(hoa), at=AT
        )
    assert Officer.objects.count() == 1


def test_an_administrator_of_the_city_manages_its_wards_and_nobody_elses():
    quan = people.quan()
    hoa = people.hoa()

    acts.appoint(hoa, post=post("X20347.CT"), from_on=ON, to_on=None, by=actor(quan), at=AT)
    with pytest.raises(NotAllowed):
        acts.appoint(hoa, post=post("DN.QT"), from_on=ON, to_on=None, by=actor(quan), at=AT)

    assert actor(hoa).may("dossier.sign", "QN/TK/X20347.") is True


def test_rights_end_with_the_appointment():
    hoa = people.hoa()

    acts.end_appointment(hoa.appointments.get(), to_on=ON, by=SYSTEM, at=AT)

    assert actor(hoa, ON).may("dossier.sign", DIVISION) is True
    assert actor(hoa, ON + timedelta(days=1)).may("dossier.sign", DIVISION) is False
    assert facts(hoa)[-1] == ("office.end_appointment", "Hệ thống")


def test_rights_end_with_the_unit():
    hoa = people.hoa()

    assert actor(hoa, date(2025, 6, 30)).may("dossier.sign", DIVISION) is True
    assert actor(hoa, date(2025, 7, 1)).may("dossier.sign", DIVISION) is False


def test_an_appointment_ends_once_and_never_before_it_began():
    row = people.hoa().appointments.get()

    with pytest.raises(NotThatWay):
        acts.end_appointment(row, to_on=date(2019, 12, 31), by=SYSTEM, at=AT)
    acts.end_appointment(row, to_on=ON, by=SYSTEM, at=AT)
    with pytest.raises(NotThatWay):
        acts.end_appointment(row, to_on=ON + timedelta(days=5), by=SYSTEM, at=AT)

    assert Appointment.objects.get().to_on == ON


@pytest.mark.parametrize(
    ("code", "from_on", "to_on"),
    [
        ("TK-TP.TP", date(2024, 1, 1), None),
        ("TK-TP.CV", date(2024, 5, 2), date(2024, 5, 1)),
        ("TK-TP.CV", date(2025, 7, 1), None),
        ("P20341.CT", date(2025, 6, 30), None),
    ],
)
def test_an_appointment_must_fit_the_post_and_the_days(code, from_on, to_on):
    hoa = people.hoa()

    with pytest.raises(NotThatWay):
        acts.appoint(hoa, post=post(code), from_on=from_on, to_on=to_on, by=SYSTEM, at=AT)

    assert Appointment.objects.count() == 1


def test_the_same_post_may_be_held_again_later():
    hoa = people.hoa()
    acts.end_appointment(hoa.appointments.get(), to_on=ON, by=SYSTEM, at=AT)

    acts.appoint(hoa, post=post("TK-TP.TP"), from_on=ON + timedelta(days=1), to_on=None, by=SYSTEM, at=AT)

    assert Appointment.objects.count() == 2


def test_a_delegation_holds_for_its_days_its_acts_and_its_unit():
    hoa, tuan = people.hoa(), people.tuan()

    hand_over(hoa, tuan)

    days = [ON - timedelta(days=1), ON, ON + timedelta(days=9), ON + timedelta(days=10)]
    assert [actor(tuan, day).may("dossier.sign", DIVISION) for day in days] == [False, True, True, False]
    assert actor(tuan).may("dossier.approve", DIVISION) is False
    assert actor(tuan).may("dossier.sign", COUNTER) is False
    assert facts(hoa)[-1] == ("office.delegate", "Hệ thống")


def test_a_head_delegates_alone_and_takes_it_back():
    hoa, tuan = people.hoa(), people.tuan()

    row = hand_over(hoa, tuan, by=actor(hoa))
    acts.revoke_delegation(row, by=actor(hoa), at=AT)

    assert actor(tuan).may("dossier.sign", DIVISION) is False
    assert facts(hoa)[-2:] == [("office.delegate", "Lê Thị Hoa"), ("office.revoke_delegation", "Lê Thị Hoa")]


def test_a_revoked_delegation_keeps_its_past():
    hoa, tuan = people.hoa(), people.tuan()
    row = hand_over(hoa, tuan)
    unit = queries.directory().unit("TK-TP")

    acts.revoke_delegation(row, by=SYSTEM, at=AT + timedelta(days=3))

    assert queries.signing_capacity(tuan.pk, unit, ON + timedelta(days=2)).prefix == "TUQ."
    assert queries.signing_capacity(tuan.pk, unit, ON + timedelta(days=3)) is None
    with pytest.raises(NotThatWay):
        acts.revoke_delegation(row, by=SYSTEM, at=AT + timedelta(days=3))


def test_a_delegation_falls_with_the_appointment_it_came_from():
    hoa, tuan = people.hoa(), people.tuan()
    hand_over(hoa, tuan)

    acts.end_appointment(hoa.appointments.get(), to_on=ON, by=SYSTEM, at=AT)

    assert actor(tuan, ON + timedelta(days=1)).may("dossier.sign", DIVISION) is False


@pytest.mark.parametrize(
    "changed",
    [
        {"acts": []},
        {"acts": ["dossier.receive"]},
        {"acts": ["dossier.fly"]},
        {"paper": "  "},
        {"to_on": ON - timedelta(days=1)},
        {"from_on": date(2019, 1, 1)},
    ],
)
def test_a_delegation_must_be_in_writing_within_the_post_and_for_what_may_be_delegated(changed):
    hoa, tuan = people.hoa(), people.tuan()

    with pytest.raises(NotThatWay):
        hand_over(hoa, tuan, **changed)

    assert actor(tuan).may("dossier.sign", DIVISION) is False


def test_what_was_delegated_is_not_delegated_on():
    hoa, tuan, minh = people.hoa(), people.tuan(), people.minh()
    hand_over(hoa, tuan)

    with pytest.raises(NotThatWay):
        hand_over(tuan, minh, by=actor(tuan))
    with pytest.raises(NotThatWay):
        hand_over(hoa, hoa)


def test_a_stranger_to_the_post_neither_delegates_nor_revokes():
    hoa, tuan = people.hoa(), people.tuan()

    with pytest.raises(NotAllowed):
        hand_over(hoa, tuan, by=actor(tuan))
    row = hand_over(hoa, tuan)
    with pytest.raises(NotAllowed):
        acts.revoke_delegation(row, by=actor(tuan), at=AT)


def test_nothing_is_kept_when_the_journal_fails():
    hoa, tuan = people.hoa(), people.tuan()
    nobody = replace(SYSTEM, name="\0")

    with pytest.raises(ValueError, match="zero character"):
        hand_over(hoa, tuan, by=nobody)

    assert Delegation.objects.count() == 0
    assert actor(tuan).may("dossier.sign", DIVISION) is False


def test_signing_capacity_names_title_prefix_unit_and_paper():
    hoa, tuan = people.hoa(), people.tuan()
    deputy = people.officer("binh", "Ngô Thanh Bình", "TK-TP.PTP")
    hand_over(hoa, tuan)
    unit = queries.directory().unit("TK-TP")

    own, kt, tuq = (queries.signing_capacity(who.pk, unit, ON) for who in (hoa, deputy, tuan))

    assert (own.prefix, own.title, own.unit_name) == ("", "Trưởng phòng", "Phòng Tư pháp thành phố Tam Kỳ")
    assert (kt.prefix, kt.on_behalf_of, kt.title) == ("KT.", "Trưởng phòng", "Phó Trưởng phòng")
    assert (tuq.prefix, tuq.on_behalf_of, tuq.paper) == ("TUQ.", "Trưởng phòng", "12/UQ-TP")


def test_nobody_signs_for_another_unit_or_after_the_unit_has_ended():
    hoa, minh = people.hoa(), people.minh()
    directory = queries.directory()

    assert queries.signing_capacity(hoa.pk, directory.unit("TK"), ON) is None
    assert queries.signing_capacity(hoa.pk, directory.unit("X20341"), ON) is None
    assert queries.signing_capacity(minh.pk, directory.unit("TK-HCC"), ON) is None
    assert queries.signing_capacity(hoa.pk, directory.unit("TK-TP"), date(2025, 7, 1)) is None
    hand_over(hoa, minh, to_on=date(2025, 12, 31))
    signs = [queries.signing_capacity(minh.pk, directory.unit("TK-TP"), date(2025, month, 1)) for month in (6, 7)]
    assert [bool(capacity) for capacity in signs] == [True, False]


def test_a_post_held_for_the_whole_agency_reaches_it():
    specialist = people.officer("ngoc", "Vũ Bảo Ngọc", "P20341-VP.TPHT", from_on=date(2025, 7, 1))

    assert actor(specialist, date(2025, 7, 1)).may("dossier.examine", "DN/P20341.") is True
    assert queries.officers_with("specialist", queries.directory().unit("P20341"), date(2025, 7, 1)).get() == specialist
    assert list(queries.officers_with("specialist", queries.directory().unit("P20341"), date(2025, 6, 30))) == []


def test_a_locked_account_has_no_rights_and_nobody_locks_the_own():
    quan, minh = people.quan(), people.minh()

    acts.switch_account(minh, active=False, by=actor(quan), at=AT)
    with pytest.raises(NotThatWay):
        acts.switch_account(quan, active=False, by=actor(quan), at=AT)
    with pytest.raises(NotAllowed):
        acts.switch_account(quan, active=False, by=actor(people.hoa()), at=AT)

    assert actor(minh).may("dossier.receive", COUNTER) is False
    assert facts(minh)[-1] == ("office.lock_account", "Đỗ Hồng Quân")


def test_a_log_in_is_reset_only_by_who_manages_every_post_it_opens():
    minh, quan = people.minh(), people.quan()
    acts.appoint(minh, post=post("X20347.TPHT"), from_on=ON + timedelta(days=9), to_on=None, by=SYSTEM, at=AT)
    acts.appoint(minh, post=post("DN.KT"), from_on=date(2025, 7, 1), to_on=date(2025, 7, 31), by=SYSTEM, at=AT)

    for act in (
        lambda at: acts.reset_login(minh, by=actor(quan), at=at),
        lambda at: acts.switch_account(minh, active=False, by=actor(quan), at=at),
        lambda at: acts.set_personal_number(minh, NUMBER, by=actor(quan), at=at),
    ):
        with pytest.raises(NotAllowed, match="quản trị viên cấp trên"):
            act(AT)
    minh.account.refresh_from_db()
    assert (minh.account.is_active, minh.account.personal_number) == (True, None)
    assert acts.reset_login(minh, by=actor(quan), at=AT.replace(year=2025, month=8))


def test_who_has_left_keeps_no_way_in_to_where_the_work_goes_on():
    minh, quan = people.minh(), people.quan()
    acts.end_appointment(minh.appointments.get(), to_on=ON - timedelta(days=1), by=SYSTEM, at=AT)

    assert acts.reset_login(minh, by=actor(quan), at=AT)

    acts.appoint(minh, post=post("DN.KT"), from_on=date(2025, 7, 1), to_on=None, by=SYSTEM, at=AT)
    with pytest.raises(NotAllowed, match="quản trị viên cấp trên"):
        acts.reset_login(minh, by=actor(quan), at=AT)
