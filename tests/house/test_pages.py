"""Every page says who may open it, and opens to nobody else: page by page, person by person."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from motcua.counter.dossiers import acts as dossiers
from motcua.counter.dossiers.models import Dossier, Result
from motcua.counter.dossiers.tests import ways, world
from motcua.house.office.choices import ACT_NAMES, ROLE_ACTS, Role
from motcua.house.office.tests import people

KINDS = {"public", "account", "officer"}
NOBODY = UUID("00000000-0000-7000-8000-000000000000")
POSTS = {
    Role.COUNTER: "P20341-HCC.TN",
    Role.SPECIALIST: "P20341-VP.TPHT",
    Role.HEAD: "P20341.PCT",
    Role.LEADER: "P20341-HCC.GD",
    Role.CLERK: "P20341-VP.VT",
    Role.REFORM: "P20341.CCHC",
    Role.ADMIN: "P20341.QT",
    Role.AUDITOR: "DN.KT",
}
OPEN = {200, 302, 404, 422}
"""Answers of a page to someone it is for: shown, done, no such row for them, something is missing."""


def pages(patterns: list = (), prefix: str = "", space: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """(name, path, pattern) of every address of the site."""
    for item in patterns or get_resolver().url_patterns:
        path = prefix + str(item.pattern)
        if isinstance(item, URLResolver):
            inner = f"{space}{item.namespace}:" if item.namespace else space
            yield from pages(item.url_patterns, path, inner)
        else:
            yield f"{space}{item.name}", path, item


def officers_pages() -> dict[str, URLPattern]:
    return {name: item for name, path, item in pages() if path.startswith("mot-cua/")}


def needs(item: URLPattern) -> str:
    return getattr(item.callback, "permission", "")


def test_every_page_says_who_may_open_it():
    said = {name: needs(item) for name, _, item in pages()}

    assert len(said) > 50
    assert {name: right for name, right in said.items() if right not in KINDS | set(ACT_NAMES)} == {}


def test_no_page_of_the_officers_is_public():
    assert [name for name, item in officers_pages().items() if needs(item) in {"public", "account"}] == []


def test_every_act_of_a_role_has_words_a_head_can_read():
    assert set().union(*ROLE_ACTS.values()) - set(ACT_NAMES) == set()


# --- the world -------------------------------------------------------------------------
@pytest.fixture
def ward(db, settings):
    settings.CLOCK = world.TUESDAY
    people.load_office()


@pytest.fixture
def settled(ward) -> Dossier:
    """Lan's certificate, filed online, paid, signed and released."""
    cast = ways.cast_of(world.minh(), world.hanh(), world.hoa(), world.thu())
    filed = dossiers.receive_submitted(ways.submitted(cast), by=cast.by.minh, at=world.TUESDAY)
    dossiers.pay(filed, vnd=filed.fee_vnd, how="cash", by=cast.by.minh, at=world.TUESDAY)
    dossiers.take_up(filed, officer=cast.hanh, by=cast.by.hanh, at=world.TUESDAY)
    dossiers.send_draft(filed, by=cast.by.hanh, at=world.TUESDAY)
    dossiers.confirm_draft(filed, by=cast.by.lan, at=world.TUESDAY)
    dossiers.propose(filed, grant=True, by=cast.by.hanh, at=world.TUESDAY)
    dossiers.sign(filed, by=cast.by.hoa, at=world.TUESDAY)
    dossiers.issue_receipt(filed, at=world.TUESDAY)
    return dossiers.release(filed, by=cast.by.thu, at=world.TUESDAY)


def address(name: str, item: URLPattern, dossier: Dossier) -> str:
    """Where this page of this dossier is; other rows are ones nobody has."""
    known = {
        "code": dossier.code, "key": dossier.pk if name.startswith("portal:") else NOBODY, "act": "propose",
        "name": "mine", "slip": dossier.slips.get().pk, "draft": dossier.drafts.get().pk,
        "result": Result.objects.get().pk, "paper": dossier.papers.get().pk, "month": 3,
    }  # fmt: skip
    if name == "dossiers:intake":
        known["code"] = "2.000815"
    if name == "dossiers:bulk":
        known["act"] = "sign"
    return reverse(name, kwargs={key: known.get(key, NOBODY) for key in item.pattern.converters})


def visit(client, url: str):
    """Opens a page; presses its button where it is one that only takes POST."""
    answer = client.get(url)
    return client.post(url) if answer.status_code == 405 else answer


def answers(client, dossier: Dossier) -> dict[str, int]:
    found = {}
    for name, item in officers_pages().items():
        answer = visit(client, address(name, item, dossier))
        login = answer.status_code == 302 and re.match(r"/tai-khoan/dang-nhap/\?next=", answer.url)
        found[name] = 401 if login else answer.status_code
    return found


# --- person by person --------------------------------------------------------------------
def test_a_stranger_is_sent_to_the_login_from_every_page_of_the_officers(client, settled):
    told = answers(client, settled)

    assert {name: code for name, code in told.items() if code != 401} == {}


def test_a_citizen_finds_no_page_of_the_officers_not_even_of_an_own_dossier(client, settled):
    told = answers(people.enter(client, settled.account), settled)

    assert {name: code for name, code in told.items() if code != 404} == {}


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_a_role_opens_the_pages_of_its_acts_and_is_refused_at_all_others(client, settled, role):
    who = people.officer(f"one-{role}", "Đỗ Văn Bình", POSTS[role], from_on=world.SINCE)
    held = ROLE_ACTS[role] | {"officer"}

    told = answers(people.enter(client, who), settled)

    wrong = {}
    for name, item in officers_pages().items():
        allowed = OPEN if needs(item) in held else {403}
        if name in {"dossiers:act", "dossiers:amend"}:  # each act asks for a right of its own
            allowed |= {403}
        if told[name] not in allowed:
            wrong[name] = (needs(item), told[name])
    assert wrong == {}


def test_an_officer_of_another_ward_finds_no_row_of_this_one(client, settled):
    told = answers(people.enter(client, world.tuan()), settled)

    rows = {name for name, item in officers_pages().items() if {"code", "key"} & set(item.pattern.converters)}
    shown = {name for name in rows if told[name] == 200 and name != "dossiers:intake"}
    assert shown == set()


def test_an_own_dossier_opens_to_its_owner_only(client, settled):
    own = {name: item for name, path, item in pages() if path.startswith("ho-so-cua-toi/<")}
    other = people.accounts.open_account(
        login="0900000009", full_name="Trương Quốc Khánh", password=people.PASSWORD, at=world.TUESDAY
    )

    def told(one) -> set[int]:
        people.enter(client, one)
        return {visit(client, address(name, item, settled)).status_code for name, item in own.items()}

    assert len(own) >= 4
    assert told(other) == told(world.tuan()) == {404}
    assert told(settled.account) <= {200, 302}
    client.logout()
    assert {visit(client, address(name, item, settled)).status_code for name, item in own.items()} == {302}
