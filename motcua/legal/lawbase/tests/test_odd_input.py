"""Odd but honest input: look-alike letters, soft hyphens, NFD; one number twice; circles; days out of order."""

import json
import unicodedata
from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from motcua.house.office.rules import SYSTEM
from motcua.instruments.jobs.tests.conftest import drain, no_rounds  # noqa: F401  fixtures
from motcua.legal.lawbase import acts, exports, jobs, queries
from motcua.legal.lawbase.choices import EventKind
from motcua.legal.lawbase.loader import Incoming, read
from motcua.legal.lawbase.models import Citation, LegalDocument, Relation
from motcua.legal.lawbase.rules import effect
from motcua.legal.lawbase.rules.header import Header
from motcua.legal.lawbase.tests import world
from motcua.legal.lawbase.tests.samples import DECISION
from motcua.legal.lawbase.tests.test_reading import page_of, put, word_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"


def hyphened(text):
    return text.replace("tiếp công", "ti\u00adếp\u200b công\u00a0").replace("QĐ-UBND", "QĐ\u2011UBND")


SPELLINGS = {
    "look-alike Đ": lambda text: text.replace("Đ", "Ð").replace("đ", "ð"),
    "soft hyphens and hard spaces": hyphened,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "old line ends": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("ending", ["txt", "html", "docx"])
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_text_spelt_oddly_is_the_same_document_with_the_same_articles(tmp_path, spelling, ending):
    make = {"txt": str, "html": page_of, "docx": word_file}[ending]
    plain = read(put(tmp_path, f"a.{ending}", make(DECISION)))
    odd = read(put(tmp_path, f"b.{ending}", make(SPELLINGS[spelling](DECISION))))

    assert (odd.head.number, odd.head.type, odd.head.issued_on) == (
        plain.head.number, plain.head.type, plain.head.issued_on,
    )  # fmt: skip
    first = acts.take_in(plain, keeper_id=world.keeper(), by=world.hoa(), at=world.AT)
    again = acts.take_in(odd, keeper_id=world.keeper(), by=SYSTEM, at=world.AT)
    assert (again.document, again.is_new) == (first.document, False)
    units = set(first.document.provisions.values_list("unit_id", flat=True))
    assert {"kem-theo/dieu-2/khoan-1/diem-dd", "dieu-2/khoan-1"} <= units


def imported(folder, *texts):
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        put(folder, f"{number}.txt", text)
    call_command("import_law", str(folder), "--unit", "TK-TP")


@pytest.mark.slow
def test_two_issuers_with_one_number_are_two_documents_and_a_citation_of_it_is_not_guessed(tmp_path, client):
    other = DECISION.replace("PHƯỜNG BÀN THẠCH", "PHƯỜNG TAM KỲ")
    citing = DECISION.replace("04 /2025", "09 /2025").replace("02/2020/QĐ-UBND", "04/2025/QĐ-UBND")
    imported(tmp_path / "in", DECISION, other, citing)

    twins = LegalDocument.objects.filter(number_key="4/2025/qd-ubnd")
    assert len({one.slug for one in twins}) == len({one.issuer for one in twins}) == 2
    assert Citation.objects.filter(number_key="4/2025/qd-ubnd", standing="ambiguous").exists()
    for one in twins:
        assert one.issuer in client.get(reverse("portal:law_document", args=[one.slug])).content.decode()


def circle(number, cited):
    return DECISION.replace("04 /2025", f"{number} /2025").replace("02/2020/QĐ-UBND", f"{cited}/2025/QĐ-UBND")


def test_documents_that_replace_each_other_in_a_circle_are_imported_shown_and_refreshed(tmp_path, client):
    imported(tmp_path / "in", circle("04", "05"), circle("05", "06"), circle("06", "04"))

    jobs.read_citations.call()
    jobs.refresh_states.call()

    made = list(LegalDocument.objects.order_by("number"))
    assert len(made) == 3
    assert Relation.objects.filter(kind="replaces", target__isnull=False).count() == 3
    for one in made:
        assert client.get(reverse("portal:law_document", args=[one.slug])).status_code == 200
        assert json.loads(exports.as_json(one, on=world.ON))["number"] == one.number


def test_an_effect_before_the_issue_is_told_by_the_command_and_waits_for_a_person_in_a_batch(
    tmp_path, capsys, drain  # noqa: F811
):  # fmt: skip
    wrong = {
        "number": "7/2024/QĐ-UBND", "type": "Quyết định", "issuer": "Ủy ban nhân dân phường", "title": "Tên",
        "issued_on": "2024-05-02", "effective_on": "2024-05-01", "text": world.TEXT,
    }  # fmt: skip
    content = json.dumps(wrong).encode()
    (tmp_path / "a.json").write_bytes(content)

    call_command("import_law", str(tmp_path / "a.json"), "--unit", "TK-TP")
    run = acts.start_import([("a.json", content)], keeper_id=world.keeper(), by=world.hoa(), at=world.AT)
    drain()

    told = "Ngày có hiệu lực không được trước ngày ban hành, trừ khi chính văn bản định hiệu lực trở về trước."
    assert told in capsys.readouterr().err
    row = run.rows.get()
    assert (row.state, row.reason) == ("review", told)
    assert LegalDocument.objects.count() == 0


def test_events_out_of_order_are_told_as_a_problem_and_the_state_is_still_answered():
    hoa = world.hoa()
    document = world.document(hoa)
    for kind, on in ((EventKind.REPEALED, "2023-03-05"), (EventKind.SUSPENDED, "2023-06-01")):
        what = acts.Happening(kind=kind, on=date.fromisoformat(on), acting_words="Quyết định số 1/QĐ")
        acts.record_event(document, what, by=hoa, at=world.AT, confirmed=True)

    assert len(effect.problems(queries.events_of(document))) == 1
    assert queries.state_of(document, on=world.ON) in {"expired", "suspended"}


def test_two_texts_without_number_and_day_are_two_documents_each_with_its_own_words(tmp_path):
    facts = {"number": "", "type": "Hiến pháp", "issuer": "Quốc hội", "text": world.TEXT}
    for name, title in (("a", "Hiến pháp năm 1946"), ("b", "Hiến pháp năm 1959")):
        put(tmp_path, f"{name}.json", json.dumps(facts | {"title": title, "text": f"{world.TEXT}{title}.\n"}))
    call_command("import_law", str(tmp_path), "--unit", "TK-TP")

    kept = {one.title: queries.current_text(one).text for one in LegalDocument.objects.all()}
    assert len(kept) == 2
    assert all(text.endswith(f"{title}.\n") for title, text in kept.items())


def test_letters_told_from_a_picture_do_not_take_the_place_of_a_text():
    kept = world.with_text(SYSTEM)
    head = Header(kept.issuer, kept.number, issued_on=kept.issued_on, type=kept.type)
    scanned = Incoming(world.TEXT.replace("Mức", "Múc"), head, title=kept.title, is_recognised=True)
    taken = acts.take_in(scanned, keeper_id=world.keeper(), by=SYSTEM, at=world.AT)

    assert (taken.document, taken.was_there) == (kept, True)
    assert queries.current_text(kept).text == world.TEXT
