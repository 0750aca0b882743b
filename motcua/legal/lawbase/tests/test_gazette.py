"""A first day counted from the gazette: kept as a question, computed once the gazette's day is known."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from motcua.house.journal import queries as journal
from motcua.house.office.tests import people
from motcua.legal.lawbase import acts, queries
from motcua.legal.lawbase.choices import EffectState, RelationKind
from motcua.legal.lawbase.loader import read
from motcua.legal.lawbase.models import EffectEvent
from motcua.legal.lawbase.rules.first_day import gazette_days
from motcua.legal.lawbase.rules.structure import parse
from motcua.legal.lawbase.tests import world

TEXT = """Điều 1. Phạm vi
Nội dung.
Điều 2. Hiệu lực
Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo và thay thế Nghị định số 36/1999/NĐ-CP.
"""
PRINTED, FIRST = date(2023, 3, 11), date(2023, 3, 26)


@pytest.fixture
def hoa():
    return world.hoa()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.", 15),
        ("Thông tư liên tịch này có hiệu lực sau 15 (mười lăm) ngày kể từ ngày đăng Công báo.", 15),
        ("Quyết định này có hiệu lực kể từ ngày đăng Công báo tỉnh.", 0),
        ("Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.", None),
        ("Thay cụm từ “Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo”.", None),
        ("Nghị định số 1/2000/NĐ-CP có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.", None),
    ],
)
def test_the_days_after_the_gazette_that_a_text_asks_for(words, days):
    assert gazette_days(parse(f"Điều 1. Phạm vi\nNội dung.\nĐiều 2. Hiệu lực\n{words}\n")) == days


@pytest.mark.django_db
def test_without_the_day_it_stays_a_question_and_with_it_the_first_day_is_computed(hoa):
    made = world.with_text(hoa, TEXT, effective_on=None)
    asked = queries.gazette_unknown([made.keeper_id])
    state = queries.state_of(made, on=world.ON)
    right = acts.correct(made, {"published_on": PRINTED}, reason="Công báo số 12", by=hoa, at=world.AT)

    assert (asked, state) == ([made], EffectState.UNKNOWN)
    assert (right.effective_on, queries.gazette_unknown([made.keeper_id])) == (FIRST, [])
    assert queries.state_of(made, on=FIRST) is EffectState.IN_FORCE
    assert queries.state_of(made, on=date(2023, 3, 25)) is EffectState.NOT_YET


@pytest.mark.django_db
def test_a_gazette_day_put_right_moves_the_computed_day_and_leaves_a_written_one(hoa):
    made = world.with_text(hoa, TEXT, effective_on=None, published_on=PRINTED)
    assert made.effective_on == FIRST
    moved = acts.correct(made, {"published_on": date(2023, 3, 12)}, reason="nhầm", by=hoa, at=world.AT)
    written = acts.correct(made, {"effective_on": date(2023, 5, 1)}, reason="theo văn bản", by=hoa, at=world.AT)
    still = acts.correct(made, {"published_on": PRINTED}, reason="nhầm", by=hoa, at=world.AT)

    days = [date(2023, 3, 27), date(2023, 5, 1), date(2023, 5, 1)]
    assert [one.effective_on for one in (moved, written, still)] == days


@pytest.mark.django_db
def test_what_it_did_to_others_from_its_issue_counts_from_the_computed_day(hoa):
    older = world.document(hoa, number="36/2022/QĐ-UBND")
    made = world.document(hoa, effective_on=None, published_on=PRINTED)
    acts.relate(made, kind=RelationKind.REPLACES, target=older, confirmed=True, by=hoa, at=world.AT)
    acts.add_version(made, TEXT, by=hoa, at=world.AT)

    assert EffectEvent.objects.get(document=older, kind="replaced").on == FIRST


@pytest.mark.django_db
def test_a_gazette_before_the_issue_is_refused(hoa):
    with pytest.raises(acts.NotAsWritten, match="Công báo không được trước"):
        world.document(hoa, published_on=date(2023, 2, 1))


def test_a_published_file_brings_its_gazette_day_and_one_without_it_tells_what_to_find_out(tmp_path):
    path = Path(tmp_path) / "a.json"
    facts = {"docNum": "9/2006/NĐ-CP", "issueDate": "2006-03-01", "provisionTree": [{"title": "", "content": TEXT}]}
    path.write_text(json.dumps(facts | {"publicDate": "2006-03-11"}), "utf-8")
    known = read(path)
    path.write_text(json.dumps(facts), "utf-8")

    assert known.published_on == date(2006, 3, 11)
    told = "Chưa rõ ngày đăng Công báo: văn bản có hiệu lực sau 15 ngày kể từ ngày đăng Công báo."
    assert ([told in one for one in known.notes], [told in one for one in read(path).notes]) == ([], [True])


@pytest.mark.django_db
def test_the_officer_finds_the_question_and_answers_it(client, settings):
    settings.DEMO, settings.CLOCK = True, world.AT
    officer = people.hoa()
    made = world.with_text(people.actor(officer), TEXT, effective_on=None)
    desk = people.enter(client, officer)
    address = reverse("lawbase:correct", args=[made.pk])
    pages = [desk.get(one).content.decode() for one in (
        reverse("lawbase:proposals"), reverse("lawbase:document", args=[made.pk]))]  # fmt: skip
    form = {
        "type": made.type, "number": made.number, "issuer": made.issuer, "title": made.title, "nature": "normative",
        "issued_on": "2023-03-01", "published_on": "2023-03-11", "reason": "Công báo số 12", "is_public": "on",
    }  # fmt: skip
    done = desk.post(address, form, follow=True).content.decode()

    assert [("Chưa rõ ngày đăng Công báo" in one, address in one) for one in pages] == [(True, True)] * 2
    assert "ngày có hiệu lực tính theo ngày đăng Công báo: 26/03/2023" in done
    assert "Chưa rõ ngày đăng Công báo" not in done


@pytest.mark.django_db
def test_the_record_tells_the_first_day_that_came_with_the_text(hoa):
    made = world.with_text(hoa, TEXT, effective_on=None, published_on=PRINTED)

    assert [one.facts.get("effective_on") for one in journal.history(made) if one.act == "law.version"] == [str(FIRST)]
