"""Rights: which acts, at which units, on which days."""

from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from motcua.house.office.choices import ACT_NAMES, DELEGABLE, REACH_BELOW, ROLE_ACTS, Role
from motcua.house.office.rules import STRANGER, SYSTEM, Actor, Grant, grant_from, officer_in

ON = date(2024, 11, 14)
PATHS = [
    "QN.",
    "QN/TK.",
    "QN/TK.TP.",
    "QN/TK.HCC.",
    "QN/TK/X20335.",
    "QN/TK/X20341.",
    "DN.",
    "DN/P20341.",
    "DN/P20341.HCC.",
]

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
acts = st.sampled_from(sorted(ACT_NAMES))
roles = st.sampled_from(list(Role))
paths = st.sampled_from(PATHS)


@st.composite
def grants(draw):
    start = draw(days)
    end = draw(st.none() | st.integers(0, 900).map(lambda n: start + timedelta(days=n)))
    some = draw(st.none() | st.frozensets(st.sampled_from(sorted(DELEGABLE)), min_size=1))
    return Grant(draw(roles), draw(paths), start, end, some)


def actor(*held: Grant, on: date = ON) -> Actor:
    return Actor(uuid4(), uuid4(), "Minh", "officer", held, on)


def test_a_head_may_sign_in_the_division_but_not_next_door():
    hoa = actor(Grant(Role.HEAD, "QN/TK.TP.", date(2020, 1, 1)))

    assert hoa.may("dossier.sign", "QN/TK.TP.") is True
    assert hoa.may("dossier.sign", "QN/TK.HCC.") is False
    assert hoa.may("dossier.sign", "QN/TK.") is False


def test_the_city_does_not_settle_what_belongs_to_its_wards():
    chairman = actor(Grant(Role.HEAD, "QN/TK.", date(2020, 1, 1)))

    assert chairman.may("dossier.approve", "QN/TK.TP.") is True
    assert chairman.may("dossier.approve", "QN/TK/X20335.") is False
    assert chairman.may("dossier.read", "QN/TK/X20335.") is False
    assert chairman.may("report.read", "QN/TK/X20335.") is True


def test_a_unit_whose_code_begins_alike_is_another_unit():
    tuan = actor(Grant(Role.SPECIALIST, "QN/TK/X2033.", date(2020, 1, 1)))

    assert tuan.may("dossier.read", "QN/TK/X20335.") is False


def test_rights_hold_from_the_first_day_to_the_last():
    grant = Grant(Role.COUNTER, "QN/TK.HCC.", date(2024, 11, 14), date(2024, 11, 15))

    held = [actor(grant, on=date(2024, 11, day)).may("dossier.receive", "QN/TK.HCC.") for day in (13, 14, 15, 16)]

    assert held == [False, True, True, False]


def test_a_delegation_gives_the_named_acts_only_and_makes_no_role():
    minh = actor(Grant(Role.HEAD, "QN/TK.TP.", ON, ON, frozenset({"dossier.approve"})))

    assert minh.may("dossier.approve", "QN/TK.TP.") is True
    assert minh.may("dossier.sign", "QN/TK.TP.") is False
    assert minh.roles == frozenset()


def test_strangers_may_nothing_and_the_system_everything():
    assert [STRANGER.may(act, path) for act in ACT_NAMES for path in PATHS] == [False] * len(ACT_NAMES) * len(PATHS)
    assert all(SYSTEM.may(act, path) for act in ACT_NAMES for path in PATHS)


@given(st.lists(grants(), max_size=4), acts, paths, days)
def test_more_grants_never_take_a_right_away(held, act, path, on):
    before = [actor(*held[:n], on=on).may(act, path) for n in range(len(held) + 1)]

    assert before == sorted(before)


@given(grants(), acts, paths, days)
def test_a_right_needs_the_day_the_act_and_the_unit(grant, act, path, on):
    allowed = actor(grant, on=on).may(act, path)

    same_agency = path.startswith(grant.unit_path)
    below = act in REACH_BELOW and path.startswith(grant.unit_path[:-1] + "/")
    in_time = grant.from_on <= on <= (grant.to_on or date.max)
    assert allowed == (in_time and act in (grant.acts or ROLE_ACTS[grant.role]) and (same_agency or below))


@given(st.lists(grants(), max_size=4), acts, days)
def test_who_may_somewhere_may_at_every_path_listed(held, act, on):
    who = actor(*held, on=on)

    assert who.may_somewhere(act) == bool(who.paths(act))
    assert all(who.may(act, path) for path in who.paths(act))


@given(grants())
def test_a_grant_survives_being_kept_on_the_account(grant):
    officer = uuid4()
    row = grant.as_json(officer)

    assert grant_from(row) == grant
    assert officer_in([row]) == officer


def test_every_act_of_a_role_has_a_name_and_every_named_act_a_role():
    assert set().union(*ROLE_ACTS.values()) == set(ACT_NAMES)
    assert set(ROLE_ACTS) == set(Role)
    assert ROLE_ACTS[Role.HEAD] >= DELEGABLE


def test_who_receives_does_not_sign_and_who_administers_sees_no_dossier():
    assert not ROLE_ACTS[Role.COUNTER] & {"dossier.approve", "dossier.sign", "dossier.seal"}
    assert not {act for act in ROLE_ACTS[Role.ADMIN] if act.startswith(("dossier.", "register."))}
