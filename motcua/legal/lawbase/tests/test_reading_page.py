"""The page on which an officer confirms what was read from a text."""

import pytest
from django.urls import reverse

from motcua.house.office.tests import people
from motcua.legal.lawbase import queries
from motcua.legal.lawbase.choices import EffectState
from motcua.legal.lawbase.tests import world
from motcua.legal.lawbase.tests.test_citing import AMENDING, JUNE, NEW

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa(settings):
    settings.DEMO = True
    settings.CLOCK = world.AT
    return people.hoa()


@pytest.fixture
def pair(hoa):
    actor = people.actor(hoa)
    return world.with_text(actor), world.with_text(actor, AMENDING + "3. Bãi bỏ tên Điều 3.\n", **NEW)


def address(document):
    return reverse("lawbase:reading", args=[document.pk])


def ticked(document):
    found = queries.waiting(document)
    return {
        "relation": [str(one.row.pk) for one in found.relations],
        "event": [str(one.row.pk) for one in found.events],
        "patch": [str(one.row.pk) for one in found.patches],
    }


def test_what_was_read_is_shown_in_words_and_what_was_not_with_the_reason(client, hoa, pair):
    _older, newer = pair
    found = people.enter(client, hoa).get(address(newer)).content.decode()

    assert "Thay cả điều, khoản, điểm: khoản 1 Điều 2, Quyết định số 04/2023/QĐ-UBND" in found
    assert "được bổ sung từ" in found
    assert "Bãi bỏ tên Điều 3" in found
    assert "Nghị quyết số 09/2022/NQ-HĐND" in found
    assert "chưa có trong sổ" in found


def test_all_is_confirmed_with_one_press(client, hoa, pair):
    older, newer = pair
    answer = people.enter(client, hoa).post(address(newer), ticked(newer) | {"accept": "1", "reason": ""})

    assert answer.url == address(newer)
    assert "300.000" in queries.text_on(older, on=JUNE).now.text
    assert queries.state_of(older, on=JUNE) is EffectState.PARTLY_EXPIRED
    assert queries.waiting(newer).many == 0


def test_not_confirming_needs_a_reason_and_keys_that_are_none_do_nothing(client, hoa, pair):
    _older, newer = pair
    desk = people.enter(client, hoa)
    many = queries.waiting(newer).many
    desk.post(address(newer), ticked(newer) | {"accept": "0", "reason": " "})
    desk.post(address(newer), {"patch": ["không phải khóa", str(newer.pk)], "accept": "1"})

    assert queries.waiting(newer).many == many


def test_proposals_of_another_document_are_not_decided_here(client, hoa, pair):
    older, newer = pair
    people.enter(client, hoa).post(address(older), ticked(newer) | {"accept": "1"})

    assert queries.state_of(older, on=JUNE) is EffectState.IN_FORCE


def test_the_page_of_effects_to_confirm_leads_here(client, hoa, pair):
    found = people.enter(client, hoa).get(reverse("lawbase:proposals")).content.decode()

    assert address(pair[1]) in found


def test_strangers_find_nothing(client, pair):
    assert people.enter(client, people.minh()).get(address(pair[1])).status_code == 403
    assert people.enter(client, people.tuan()).get(address(pair[1])).status_code == 404
