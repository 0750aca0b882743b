"""Entering documents: identity, corrections, texts, who may; the journal says what was done."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.base.keys import new_id
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import REGISTER, EffectState, PatchKind
from motcua.legal.lawbase.models import LegalDocument, Provision, SearchWord
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa():
    return world.hoa()


def test_an_entry_knows_its_days_as_confirmed_events_and_its_state(hoa):
    made = world.document(hoa)

    assert [line.words for line in queries.history(made)] == ["ban hành", "có hiệu lực"]
    assert (made.state, made.slug, made.number_key) == (
        EffectState.IN_FORCE,
        "quyet-dinh-4-2023-qd-ubnd",
        "4/2023/qd-ubnd",
    )
    assert [entry.act for entry in journal.history(made)] == ["law.register"]


def test_one_number_of_two_issuers_makes_two_documents_with_addresses_of_their_own(hoa):
    first = world.document(hoa)
    second = world.document(hoa, issuer="Ủy ban nhân dân tỉnh Quảng Nam")
    third = world.document(hoa, issued_on=date(2023, 4, 1), effective_on=date(2023, 4, 11))

    assert len({first.slug, second.slug, third.slug}) == 3
    assert set(queries.by_number("4/2023/QĐ-UBND")) == {first, second, third}


@pytest.mark.parametrize(
    "spelling",
    [
        {"number": "4/2023/QĐ-UBND"},
        {"number": "04/2023/QÐ-UBND"},
        {"number": unicodedata.normalize("NFD", "04 /2023/QĐ–UBND")},
        {"issuer": "ỦY BAN NHÂN DÂN THÀNH PHỐ TAM KỲ"},
    ],
)
def test_the_same_document_in_another_spelling_is_not_entered_twice(hoa, spelling):
    world.document(hoa)

    with pytest.raises(acts.AlreadyKept):
        world.document(hoa, **spelling)


def test_the_database_holds_the_identity_too(hoa):
    kept = world.document(hoa)
    kept.pk, kept.slug = new_id(), "khac"

    with pytest.raises(IntegrityError, match=r"one_document|UNIQUE"), transaction.atomic():
        kept.save(force_insert=True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"effective_on": date(2023, 2, 1)}, "trước ngày ban hành"),
        ({"expires_on": date(2023, 3, 5)}, "Ngày hết hiệu lực"),
        ({"title": " "}, "Chưa ghi tên gọi"),
        ({"issuer": ""}, "Chưa ghi cơ quan"),
        ({"title": "x" * 1001}, "dài hơn"),
    ],
)
def test_what_cannot_be_is_refused_in_words(hoa, changes, words):
    with pytest.raises(acts.NotAsWritten, match=words):
        world.document(hoa, **changes)

    assert LegalDocument.objects.count() == 0


def test_who_has_no_right_enters_nothing(hoa):
    tuan = people.actor(people.tuan())
    minh = people.actor(people.minh())

    for stranger in (tuan, minh):
        with pytest.raises(NotAllowed):
            acts.register(world.RULE, keeper_id=world.keeper(), by=stranger, at=world.AT)


def test_a_correction_keeps_the_address_and_moves_the_days_and_the_journal_tells_the_old(hoa):
    made = world.document(hoa)
    right = acts.correct(made, {"effective_on": date(2025, 1, 1)}, reason="ghi nhầm ngày", by=hoa, at=world.AT)

    assert (right.slug, right.state) == (made.slug, EffectState.NOT_YET)
    assert [line.on for line in queries.history(right)] == [date(2023, 3, 1), date(2025, 1, 1)]
    entry = journal.history(right).last()
    assert (entry.act, entry.facts["before"]) == ("law.correct", {"effective_on": "2023-03-10"})


def test_a_correction_needs_a_reason_and_may_not_make_two_of_one(hoa):
    world.document(hoa)
    other = world.document(hoa, number="05/2023/QĐ-UBND")

    with pytest.raises(acts.NotAsWritten):
        acts.correct(other, {"title": "Khác"}, reason=" ", by=hoa, at=world.AT)
    with pytest.raises(acts.AlreadyKept):
        acts.correct(other, {"number": "4/2023/QĐ-UBND"}, reason="nhầm số", by=hoa, at=world.AT)


def test_a_text_is_kept_by_provision_and_a_new_one_takes_its_place(hoa):
    made = world.with_text(hoa)
    old = queries.current_text(made)
    acts.add_version(made, world.TEXT.replace("200.000", "250.000"), by=hoa, at=world.AT)

    assert [row.unit_id for row in old.provisions.order_by("order")][:3] == ["dieu-1", "dieu-2", "dieu-2/khoan-1"]
    assert "".join(row.text for row in old.provisions.order_by("order")) == world.TEXT
    assert queries.current_text(made).no == 2
    assert not Provision.objects.filter(version=old, search_row__isnull=False).exists()


def test_words_are_counted_by_rows_and_forgotten_with_the_text(hoa):
    made = world.with_text(hoa)
    before = SearchWord.objects.get(word="200").rows
    acts.add_version(made, world.TEXT.replace("200.000", "250.000"), by=hoa, at=world.AT)

    assert (before, SearchWord.objects.get(word="200").rows) == (1, 0)
    assert SearchWord.objects.get(word="250").rows == 1


def test_the_same_text_or_none_is_refused(hoa):
    made = world.with_text(hoa)

    with pytest.raises(acts.AlreadyKept):
        acts.add_version(made, world.TEXT, by=hoa, at=world.AT)
    with pytest.raises(acts.NotAsWritten):
        acts.add_version(made, " \n ", by=hoa, at=world.AT)
    with pytest.raises(acts.NotAsWritten):
        acts.add_version(made, "Điều 1.\x00", by=hoa, at=world.AT)


def test_the_text_on_a_day_carries_the_changes_up_to_it(hoa):
    made = world.with_text(hoa)
    amending = world.document(
        hoa, number="09/2024/QĐ-UBND", issued_on=date(2024, 5, 1), effective_on=date(2024, 5, 15), title="Sửa đổi"
    )
    acts.patch(
        made, acting=amending, kind=PatchKind.REPLACE, target="dieu-2/khoan-1", on=date(2024, 5, 15),
        text="1. Vụ việc hòa giải thành: 300.000 đồng.", by=hoa, at=world.AT,
    )  # fmt: skip

    assert "200.000" in queries.text_on(made, on=date(2024, 5, 14)).now.text
    now = queries.text_on(made, on=date(2024, 5, 15))
    assert "300.000" in now.now.text
    assert now.by["quyet-dinh-9-2024-qd-ubnd"] == amending


def test_an_entry_without_text_has_no_text_on_any_day(hoa):
    assert queries.text_on(world.document(hoa), on=world.ON) is None


def test_undated_entries_are_told_apart_by_title(hoa):
    undated = replace(world.RULE, issued_on=None, effective_on=None)
    acts.register(undated, keeper_id=world.keeper(), by=hoa, at=world.AT)

    with pytest.raises(acts.AlreadyKept):
        acts.register(undated, keeper_id=world.keeper(), by=hoa, at=world.AT)
    assert acts.register(replace(undated, title="Khác"), keeper_id=world.keeper(), by=hoa, at=world.AT).state == (
        EffectState.UNKNOWN
    )


def test_an_officer_enters_documents_in_a_register_of_a_unit_that_exists(hoa):
    gone = next(unit for unit in office.directory().units if not unit.exists_on(hoa.on))
    [living] = hoa.paths(REGISTER)
    also = replace(hoa, grants=(replace(hoa.grants[0], unit_path=gone.path), *hoa.grants))

    assert also.paths(REGISTER) == (gone.path, living)
    assert access.own_unit(also).path == living
