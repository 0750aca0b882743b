"""The page: any officer checks a file and takes copies away; a stranger and a citizen get nothing; nothing is kept."""

import base64
import io
import re
from urllib.parse import unquote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from motcua.house.office.tests import people
from motcua.instruments.vault.models import StoredFile
from motcua.legal.formats import views
from motcua.legal.formats.tests import drafts


@pytest.fixture
def minh(client, db, settings):
    settings.CLOCK = people.AT
    people.load_office()
    return people.enter(client, people.minh())


def wrong() -> bytes:
    return drafts.decision().change("article2", font="Arial").change("signer", text="ThS. Nguyễn Văn An").docx()


def sent(client, content=None, *, name="Quyết định.docx", answer="screen", on="05/03/2025", profile="nd30"):
    file = SimpleUploadedFile(name, wrong() if content is None else content)
    return client.post(reverse("formats:check"), {"file": file, "profile": profile, "on": on, "answer": answer})


def carried(page: str) -> list[tuple[str, bytes]]:
    found = re.findall(r'href="data:[^;]+;base64,([^"]+)" download="([^"]+)"', page)
    return [(name, base64.b64decode(unquote(text))) for text, name in found]


def test_a_stranger_is_sent_to_the_login(client, db):
    assert client.get(reverse("formats:check")).status_code == 302
    assert sent(client).status_code == 302


def test_a_citizen_finds_nothing_here(client, db):
    people.load_office()
    people.enter(client, people.lan())

    assert client.get(reverse("formats:check")).status_code == 404
    assert sent(client).status_code == 404


def test_any_officer_finds_the_way_in_the_menu(minh):
    assert reverse("formats:check") in minh.get(reverse("dossiers:home"), follow=True).content.decode()
    assert minh.get(reverse("formats:check")).status_code == 200


def test_findings_show_place_rule_remedy_and_source(minh):
    page = sent(minh).content.decode()

    assert "Sai quy định: 2" in page
    assert "phông Arial" in page
    assert "ghi học hàm, học vị" in page
    assert "30/2020/NĐ-CP, Phụ lục I, phần I, I.4" in page
    assert "Máy sửa được 1 trên 2 điều" in page
    assert "còn 1 điều phải sửa tay" in page


def test_copies_travel_in_the_page_and_nothing_is_stored(minh):
    (marked_name, marked), (mended_name, mended) = carried(sent(minh).content.decode())

    assert (marked_name, mended_name) == ("Quyết định-nhan-xet.docx", "Quyết định-da-sua.docx")
    assert len(list(Document(io.BytesIO(marked)).comments)) == 2
    assert "Arial" not in {run.font.name for para in Document(io.BytesIO(mended)).paragraphs for run in para.runs}
    assert StoredFile.objects.count() == 0


@pytest.mark.parametrize(("answer", "ending"), [("marked", "nhan-xet.docx"), ("mended", "da-sua.docx")])
def test_one_copy_can_be_asked_for(minh, answer, ending):
    got = sent(minh, answer=answer, name="a.docx")

    assert got.headers["Content-Disposition"] == f'attachment; filename="a-{ending}"'
    assert got.headers["Cache-Control"] == "no-store"
    Document(io.BytesIO(got.content))


def test_a_large_file_is_told_to_ask_for_one_copy(minh, monkeypatch):
    monkeypatch.setattr(views, "CARRIED", 10)

    page = sent(minh).content.decode()

    assert carried(page) == []
    assert "Gửi lại tệp và chọn" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"content": b"hello"}, "Tệp không phải .docx hay PDF"),
        ({"content": b""}, "Tệp rỗng"),
        ({"on": "31/02/2025"}, "Ghi ngày như 05/03/2025"),
        ({"on": "05/03/2015"}, "chưa có quy tắc cho ngày 05/03/2015"),
    ],
)
def test_what_cannot_be_checked_is_told_on_top(minh, changes, sentence):
    answer = sent(minh, **changes)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_file_over_the_limit_is_refused_while_it_comes_in(minh, settings):
    settings.UPLOAD_MAX_BYTES = 1000

    assert sent(minh).status_code in {400, 413}


def test_a_file_too_large_is_told_as_too_large_and_not_as_missing(minh, settings):
    content = wrong()
    settings.UPLOAD_MAX_BYTES = len(content) // 2

    answer = sent(minh, content)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tệp lớn hơn 0 MB." in page
    assert "Chọn tệp .docx hoặc PDF." not in page


def test_words_of_the_file_are_shown_as_words(minh):
    content = drafts.decision().change("signer", text="ThS. <b>Nguyễn</b>").docx()

    page = sent(minh, content, name='<img src="x">.docx').content.decode()

    assert "ThS. &lt;b&gt;Nguyễn&lt;/b&gt;" in page
    assert '<img src="x">' not in page
