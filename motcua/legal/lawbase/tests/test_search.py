"""Search: without marks, numbers in any spelling, phrases, filters, a slip forgiven; those in force first."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.house.journal import acts as journal
from motcua.house.office.models import Officer
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EffectState, RelationKind
from motcua.legal.lawbase.models import LegalDocument, Provision, SearchWord
from motcua.legal.lawbase.rules import ranking
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    hoa = world.hoa()
    new = world.with_text(hoa)
    old = world.with_text(
        hoa, world.TEXT.replace("200.000", "100.000"), number="02/2019/QĐ-UBND", issued_on=date(2019, 1, 2),
        effective_on=date(2019, 1, 12),
    )  # fmt: skip
    acts.relate(new, kind=RelationKind.REPLACES, target=old, confirmed=True, by=hoa, at=world.AT)
    plan = world.document(
        hoa, type="Kế hoạch", number="9008/KH-UBND", title="Cải cách hành chính giai đoạn 2021-2025",
        field="Cải cách hành chính", issued_on=date(2021, 12, 30), effective_on=date(2021, 12, 30),
    )  # fmt: skip
    return {"new": new, "old": old, "plan": plan}


def found(text, **narrowed):
    hits, _ = queries.search(text, queries.Filters(on=narrowed.pop("on", world.ON), **narrowed))
    return [(hit.document.slug, hit.unit_id) for hit in hits]


@pytest.mark.parametrize("text", ["mức chi hòa giải viên", "muc chi hoa giai vien", "MỨC CHI HOÀ GIẢI VIÊN"])
def test_marks_and_capitals_make_no_difference(kept, text):
    assert found(text)[0][0] == kept["new"].slug


@pytest.mark.parametrize("text", ["9008", "09008", "9008/kh-ubnd", "số 9008/KH-UBND", "kế hoạch số 9008 / KH-UBND"])
def test_a_number_in_any_spelling_comes_first(kept, text):
    assert found(text)[0] == (kept["plan"].slug, "")


def test_what_is_in_force_stands_before_what_has_ended(kept):
    slugs = [slug for slug, unit in found("nguồn kinh phí ngân sách bảo đảm") if unit == "dieu-3"]

    assert slugs == [kept["new"].slug, kept["old"].slug]


def test_the_state_is_of_the_day_asked_for(kept):
    then = found("nguồn kinh phí", on=date(2020, 1, 1), state=EffectState.IN_FORCE)

    assert {slug for slug, _ in then} == {kept["old"].slug}


def test_an_article_of_a_named_document_is_answered_with_that_article(kept):
    assert found("Điều 2 Quyết định 4/2023/QĐ-UBND")[0] == (kept["new"].slug, "dieu-2")


def test_a_phrase_in_quotes_must_stand_word_after_word(kept):
    assert (kept["new"].slug, "dieu-2") in found('"hòa giải không thành"')
    assert found('"thành không giải hòa"') == []


@pytest.mark.parametrize("slip", ["kinh phsi", "kihn phi", "kinhh phi", "knh phi"])
def test_one_slip_in_a_word_is_forgiven(kept, slip):
    assert "dieu-3" in [unit for _, unit in found(slip)]


def test_a_longer_phrase_must_stand_in_one_piece(kept):
    hoa = people.actor(Officer.objects.get(code="hoa"))
    text = "Điều 1. Nước\nkho nước ngầm, nước ngầm sâu.\nĐiều 2. Nước khác\nkho nước ngầm sâu.\n"
    made = world.with_text(hoa, text, number="77/2023/QĐ-UBND")

    assert found('"kho nước ngầm sâu"') == [(made.slug, "dieu-2")]


@pytest.mark.parametrize(
    "text", ["quyết định 4", "qđ 4/2023", "quyet dinh so 04 nam 2023", "QĐ số 4 năm 2023", "04/2023/qd-ubnd"]
)
def test_a_type_and_a_bare_number_name_a_document(kept, text):
    assert found(text)[0] == (kept["new"].slug, "")


def test_what_was_not_issued_on_the_day_stands_last(kept):
    slugs = [slug for slug, unit in found("nguồn kinh phí ngân sách bảo đảm", on=date(2020, 1, 1)) if unit == "dieu-3"]

    assert slugs == [kept["old"].slug, kept["new"].slug]


def test_words_of_the_title_count_for_its_articles(kept):
    assert (kept["new"].slug, "dieu-3") in found("hòa giải viên nguồn kinh phí ngân sách")


def test_a_document_asked_for_by_its_whole_name_stands_first(kept):
    hoa = people.actor(Officer.objects.get(code="hoa"))
    law = world.document(hoa, type="Luật", number="1/2001/QH10", title="Luật Nước sạch", issued_on=date(2001, 1, 1))
    for number in range(60, 64):
        world.document(hoa, number=f"{number}/2023/QĐ-UBND", title=f"Quyết định {number} hướng dẫn Luật Nước sạch ở xã")

    assert found("luật nước sạch")[0] == (law.slug, "")


def test_filters_narrow(kept):
    assert {slug for slug, _ in found("hành chính", type="Kế hoạch")} == {kept["plan"].slug}
    assert found("hành chính", type="Kế hoạch", year=2019) == []
    assert {slug for slug, _ in found("mức chi", year=2019)} == {kept["old"].slug}
    assert found("mức chi", issuer="Ai đó") == []


@pytest.mark.parametrize("text", ["", "   ", '"', '""', "()", "'; DROP TABLE x", "* AND OR NOT NEAR", "\x00", "a:b"])
def test_odd_queries_find_nothing_and_break_nothing(kept, text):
    assert isinstance(found(text), list)


def test_the_found_words_are_marked_in_the_text_as_written(kept):
    hits, _ = queries.search("hoa giai khong thanh", queries.Filters(on=world.ON))
    hit = next(one for one in hits if one.unit_id == "dieu-2")

    assert {part.text for part in hit.parts if part.is_found} >= {"hòa", "giải", "thành"}


def test_near_spellings_hold_the_four_kinds_of_slip():
    near = ranking.near_words("phi")

    assert {"phhi", "ph", "pho", "pih"} <= near
    assert "phi" not in near


def test_a_snippet_keeps_the_text_and_shows_the_densest_stretch():
    text = "một " * 100 + "mức chi hòa giải " + "hai " * 100
    parts = ranking.snippet(text, frozenset({"muc", "chi"}))

    assert [part.text for part in parts if part.is_found] == ["mức", "chi"]
    assert "".join(part.text for part in parts if part.text not in {"… ", " …"}) in text


def test_the_index_words_hold_only_letters_and_figures():
    assert ranking.search_words("Điều 13a: “mức chi” 1.000 đ/vụ – UBND") == "dieu 13a muc chi 1 000 d vu ubnd"


def statements(text: str) -> tuple[int, int]:
    with CaptureQueriesContext(connection) as asked:
        answers = len(found(text))
    return answers, len(asked)


def test_a_search_asks_as_often_for_many_documents_as_for_few(kept):
    hoa = people.actor(Officer.objects.get(code="hoa"))
    few, asked_for_few = statements("nguồn kinh phí ngân sách bảo đảm")
    for number in range(20, 32):
        world.with_text(hoa, f"{world.TEXT}Điều 4. Số {number}\n", number=f"{number}/2023/QĐ-UBND")
    many, asked_for_many = statements("nguồn kinh phí ngân sách bảo đảm")

    assert (few, many) == (2, 14)
    assert asked_for_many == asked_for_few


def test_nothing_is_kept_when_the_journal_fails(kept, monkeypatch):
    hoa = people.actor(Officer.objects.get(code="hoa"))
    before = (LegalDocument.objects.count(), Provision.objects.count(), SearchWord.objects.count())

    def refuse(*_args, **_facts):
        raise RuntimeError

    monkeypatch.setattr(journal, "write", refuse)
    with pytest.raises(RuntimeError):
        world.document(hoa, number="40/2023/QĐ-UBND")
    with pytest.raises(RuntimeError):
        acts.add_version(kept["plan"], "Điều 1. Mới lạ\n", by=hoa, at=world.AT)

    assert (LegalDocument.objects.count(), Provision.objects.count(), SearchWord.objects.count()) == before
