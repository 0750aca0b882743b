"""What a text cites becomes proposals: relations, events, patches; read once, confirmed by a person, never applied."""

import unicodedata
from datetime import date

import pytest

from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.acts.register import READ_AT_ONCE
from motcua.legal.lawbase.choices import EffectState, EventStanding, RelationKind
from motcua.legal.lawbase.models import Citation, EffectEvent, Relation, TextPatch
from motcua.legal.lawbase.queries.reading import reading
from motcua.legal.lawbase.tests import world

pytestmark = pytest.mark.django_db
JUNE = date(2024, 6, 1)
NEW = {"number": "07/2024/QĐ-UBND", "issued_on": date(2024, 5, 20), "effective_on": JUNE, "title": "Mới"}
AMENDING = """Căn cứ Nghị quyết số 09/2022/NQ-HĐND;
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 04/2023/QĐ-UBND
1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Vụ việc hòa giải thành: 300.000 đồng theo khoản 2 Điều này.”
2. Bổ sung Điều 2a vào sau Điều 2 như sau:
“Điều 2a. Hồ sơ
1. Biên bản.”
3. Bãi bỏ khoản 2 Điều 2.
Điều 2. Hiệu lực thi hành
1. Quyết định này thực hiện theo Điều 1 Quyết định này.
2. Các cơ quan nêu tại khoản 1 Điều này thi hành.
"""


@pytest.fixture
def hoa():
    return world.hoa()


@pytest.fixture
def older(hoa):
    return world.with_text(hoa)


def places(document):
    rows = Citation.objects.filter(version__document=document, version__is_current=True).order_by("start")
    return [(one.words, one.standing, one.origin, one.places) for one in rows]


def test_each_citation_is_kept_with_its_place_its_provision_and_what_it_means(hoa, older):
    newer = world.with_text(hoa, AMENDING, **NEW)

    assert places(newer) == [
        ("Nghị quyết số 09/2022/NQ-HĐND", "unknown", "phan-dau/can-cu-1", []),
        ("Quyết định số 04/2023/QĐ-UBND", "known", "dieu-1", []),
        ("khoản 1 Điều 2", "known", "dieu-1/khoan-1", ["dieu-2/khoan-1"]),
        ("khoản 2 Điều này", "known", "dieu-1/khoan-1", []),
        ("Điều 2a", "known", "dieu-1/khoan-2", ["dieu-2a"]),
        ("Điều 2", "known", "dieu-1/khoan-2", ["dieu-2"]),
        ("khoản 2 Điều 2", "known", "dieu-1/khoan-3", ["dieu-2/khoan-2"]),
        ("Quyết định này", "self", "dieu-2/khoan-1", []),
        ("Điều 1 Quyết định này", "self", "dieu-2/khoan-1", ["dieu-1"]),
        ("khoản 1 Điều này", "self", "dieu-2/khoan-2", ["dieu-2/khoan-1"]),
    ]
    text = queries.current_text(newer).text
    assert all(text[one.start : one.end] == one.words for one in Citation.objects.filter(version__document=newer))


def test_relations_and_events_are_proposed_with_scope_and_day_and_count_only_when_confirmed(hoa, older):
    newer = world.with_text(hoa, AMENDING, **NEW)

    assert [
        (one.kind, one.target, one.scope_words, one.confirmed_at)
        for one in newer.outgoing.order_by("recorded_at", "id")
    ] == [
        (RelationKind.BASED_ON, None, "", None),
        (RelationKind.AMENDS, older, "khoản 1 Điều 2", None),
        (RelationKind.SUPPLEMENTS, older, "Điều 2a", None),
        (RelationKind.REPEALS, older, "khoản 2 Điều 2", None),
    ]
    assert {(one.kind, one.on, one.standing) for one in newer.made_events.all()} == {
        ("amended", JUNE, "proposed"),
        ("supplemented", JUNE, "proposed"),
        ("repealed", JUNE, "proposed"),
    }
    assert queries.state_of(older, on=JUNE) is EffectState.IN_FORCE
    assert queries.text_on(older, on=JUNE).now.text == world.TEXT
    assert [one.words for one in queries.related(older, public=True)] == []


def test_confirmed_all_at_once_the_text_and_the_effect_follow(hoa, older):
    newer = world.with_text(hoa, AMENDING, **NEW)
    many = confirm_all(newer, by=hoa)

    assert many == 6
    now = queries.text_on(older, on=JUNE).now
    assert now.unapplied == ()
    assert now.text == world.TEXT.replace("200.000 đồng", "300.000 đồng theo khoản 2 Điều này").replace(
        "2. Vụ việc hòa giải không thành: 150.000 đồng.\n", "Điều 2a. Hồ sơ\n1. Biên bản.\n"
    )
    assert queries.state_of(older, on=JUNE) is EffectState.PARTLY_EXPIRED
    assert [one.confirmed_by for one in Relation.objects.filter(target=older)] == [hoa.name] * 3
    assert "law.confirm_patch" in [entry.act for entry in journal.history(older)]
    assert queries.waiting(newer).many == 0


def confirm_all(document, *, by):
    found = queries.waiting(document)
    return acts.decide_read(
        document, accept=True, by=by, at=world.AT, relations=[one.row.pk for one in found.relations],
        events=[one.row.pk for one in found.events], patches=[one.row.pk for one in found.patches],
    )  # fmt: skip


def test_rejected_patches_are_not_applied_nor_proposed_again(hoa, older):
    newer = world.with_text(hoa, AMENDING, **NEW)
    found = queries.waiting(newer)
    patches = [one.row.pk for one in found.patches]

    with pytest.raises(acts.NotAsWritten, match="lý do"):
        acts.decide_read(newer, accept=False, by=hoa, at=world.AT, patches=patches)
    acts.decide_read(newer, accept=False, reason="đọc sai", by=hoa, at=world.AT, patches=patches)
    acts.read_citations(queries.current_text(newer), at=world.AT)
    assert queries.waiting(newer).patches == ()
    assert queries.text_on(older, on=JUNE).now.text == world.TEXT


def test_read_again_nothing_is_proposed_twice(hoa, older):
    newer = world.with_text(hoa, AMENDING, **NEW)
    counts = [model.objects.count() for model in (Citation, Relation, EffectEvent, TextPatch)]
    acts.read_citations(queries.current_text(newer), at=world.AT)
    acts.add_version(newer, AMENDING + "Nơi nhận: như trên.\n", by=hoa, at=world.AT)

    assert [model.objects.count() for model in (Relation, EffectEvent, TextPatch)] == counts[1:]
    assert Citation.objects.filter(version__is_current=True).count() == counts[0]


def test_what_a_person_recorded_is_not_proposed_again(hoa, older):
    newer = world.document(hoa, **NEW)
    acts.relate(newer, kind=RelationKind.AMENDS, target=older, confirmed=True, by=hoa, at=world.AT)
    acts.add_version(newer, AMENDING, by=hoa, at=world.AT)

    assert newer.outgoing.filter(kind=RelationKind.AMENDS).count() == 1
    assert newer.made_events.filter(kind="amended").count() == 1


def test_a_number_two_documents_have_stays_open_and_is_listed(hoa, older):
    world.document(hoa, issuer="Ủy ban nhân dân thành phố Hội An")
    newer = world.with_text(hoa, "Điều 1. Bãi bỏ Quyết định số 04/2023/QĐ-UBND.\n", **NEW)

    assert [(one.words, one.standing) for one in queries.waiting(newer).unresolved] == [
        ("Quyết định số 04/2023/QĐ-UBND", "ambiguous")
    ]
    assert not EffectEvent.objects.filter(standing=EventStanding.PROPOSED).exists()


def test_the_issuer_said_tells_two_documents_with_one_number_apart(hoa, older):
    other = world.document(hoa, issuer="Ủy ban nhân dân thành phố Hội An")
    newer = world.with_text(
        hoa, "Điều 1. Bãi bỏ Quyết định số 4/2023/QĐ-UBND ngày 01/3/2023 của UBND thành phố Hội An.\n", **NEW
    )

    assert [one.target for one in newer.outgoing.all()] == [other]


def test_a_document_entered_later_is_found_at_night(hoa):
    newer = world.with_text(hoa, "Điều 1. Bãi bỏ Quyết định số 04/2023/QĐ-UBND.\n", **NEW)
    assert queries.versions_to_read(9) == []
    older = world.document(hoa)
    [version] = queries.versions_to_read(9)
    acts.read_citations(version, at=world.AT)

    assert [(one.kind, one.target) for one in newer.outgoing.all()] == [(RelationKind.REPEALS, older)]
    assert [one.document for one in newer.made_events.all()] == [older]
    assert queries.versions_to_read(9) == []


def test_a_long_text_waits_for_the_night(hoa):
    newer = world.with_text(hoa, AMENDING + "x" * READ_AT_ONCE, **NEW)

    assert queries.versions_to_read(9) == [queries.current_text(newer)]
    assert Citation.objects.count() == 0


def test_part_of_a_law_without_its_article_ends_nothing(hoa, older):
    newer = world.with_text(hoa, "Điều 1. Bãi bỏ khoản 2 Quyết định số 04/2023/QĐ-UBND.\n", **NEW)

    assert [(one.kind, one.target) for one in newer.outgoing.all()] == [(RelationKind.REPEALS, older)]
    assert not newer.made_events.exists()
    assert not newer.made_patches.exists()


def test_documents_that_end_each_other_and_themselves_are_read_without_end(hoa):
    one = world.document(hoa)
    two = world.document(hoa, **NEW)
    acts.add_version(one, "Điều 1. Bãi bỏ Quyết định số 07/2024/QĐ-UBND.\n", by=hoa, at=world.AT)
    acts.add_version(
        two, "Điều 1. Bãi bỏ Quyết định số 04/2023/QĐ-UBND và Điều 9 Quyết định số 07/2024/QĐ-UBND.\n",
        by=hoa, at=world.AT,
    )  # fmt: skip

    assert [(row.source, row.target) for row in Relation.objects.order_by("recorded_at", "id")] == [
        (one, two),
        (two, one),
    ]
    assert [row[1] for row in places(two)] == ["known", "self"]


def test_decomposed_letters_are_read_alike_and_places_are_those_of_the_text(hoa, older):
    newer = world.with_text(hoa, unicodedata.normalize("NFD", AMENDING), **NEW)
    text = queries.current_text(newer).text

    assert [one.target for one in newer.made_patches.order_by("order")] == [
        "dieu-2/khoan-1",
        "dieu-2",
        "dieu-2/khoan-2",
    ]
    assert all(text[one.start : one.end] == one.words for one in Citation.objects.filter(version__document=newer))


def test_looking_up_takes_two_statements_however_much_is_cited(hoa, django_assert_num_queries):
    for number in range(30):
        world.document(hoa, number=f"{number + 10}/2022/QĐ-UBND")
    lines = [f"{n + 1}. Theo Quyết định số {n + 10}/2022/QĐ-UBND và Luật Hộ tịch." for n in range(30)]
    newer = world.with_text(hoa, "Điều 1. Căn cứ\n" + "\n".join(lines) + "\n", **NEW)
    version = queries.current_text(newer)

    with django_assert_num_queries(2):
        found = reading(newer, version)
    assert sum(one.standing == "known" for one in found.cited) == 30


def test_only_who_may_confirm_decides(hoa, older):
    newer = world.with_text(hoa, AMENDING, **NEW)
    clerk = people.actor(people.officer("van-thu", "Đỗ Văn Thư", "TK-TP.CV"))

    with pytest.raises(NotAllowed):
        confirm_all(newer, by=clerk)
    assert queries.state_of(older, on=JUNE) is EffectState.IN_FORCE
