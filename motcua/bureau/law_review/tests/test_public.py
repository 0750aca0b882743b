"""For everybody: a published list in both languages, as files, and as a feed that readers accept."""

import io
import zipfile
from datetime import timedelta

import docx
import pytest
from django.urls import reverse
from lxml import etree

from motcua.bureau.law_review import acts, queries
from motcua.bureau.law_review.choices import SLUGS, YEARLY, ListName
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT
from motcua.house.accounts.rules import RateLimit
from motcua.house.office import access
from motcua.house.office.models import Officer
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.instruments.printing.tests.pictures import words
from motcua.instruments.vault import queries as vault
from motcua.legal.lawbase import acts as law

ATOM = "{http://www.w3.org/2005/Atom}"


def url(name, *args):
    return reverse(f"law_review:{name}", args=args)


@pytest.fixture
def published(writes, decides):
    """The list of 2025: one document ended wholly, one in part."""
    ended = world.year_of_ends()
    return acts.publish_list(world.approved(writes, decides), by=decides, at=AT), ended


def test_a_published_list_leads_to_its_documents_and_is_read_in_english(client, published):
    row, (old, part, _) = published
    page = client.get(url("published_one", row.slug), HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert "Legal documents that lost or paused effect in 2025" in page
    assert "Why it lost or paused effect" in page
    for document in (old, part):
        assert f'href="{reverse("portal:law_document", args=[document.slug])}"' in page


def test_every_list_is_in_the_spreadsheet_and_in_the_word_file(client, published):
    row, (old, part, _) = published
    book = zipfile.ZipFile(io.BytesIO(client.get(url("published_xlsx", row.slug)).content))
    texts = book.read("xl/sharedStrings.xml").decode()
    word = docx.Document(io.BytesIO(client.get(url("published_docx", row.slug)).content))
    cells = {cell.text for table in word.tables for line in table.rows for cell in line.cells}

    for number in (old.number, part.number):
        assert number in texts
        assert any(number in cell for cell in cells)
    assert client.get(url("published_xlsx", "het-hieu-luc-2024-p20341")).status_code == 404


def test_a_list_that_is_not_published_gives_no_file_to_everybody(client, writes):
    row = world.computed(writes)

    assert {client.get(url(name, row.slug)).status_code for name in ("published_xlsx", "published_docx")} == {404}


def test_the_feed_has_what_a_reader_of_atom_asks_for(client, published):
    row, _ = published
    feed = etree.fromstring(client.get(url("feed")).content)
    [entry] = feed.findall(f"{ATOM}entry")

    for thing in (feed, entry):
        assert all(thing.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert thing.findtext(f"{ATOM}author/{ATOM}name")
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{row.pk}"
    assert entry.find(f"{ATOM}link").get("href").endswith(url("published_one", row.slug))
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"alternate", "self"}


def kept_back(document):
    return law.correct(document, {"is_public": False}, reason="nêu tên người", by=SYSTEM, at=AT)


def everything(client, row, pdf):
    """All the words anybody can get of a publication."""
    page = client.get(url("published_one", row.slug)).content.decode()
    book = zipfile.ZipFile(io.BytesIO(client.get(url("published_xlsx", row.slug)).content))
    word = docx.Document(io.BytesIO(client.get(url("published_docx", row.slug)).content))
    cells = [cell.text for table in word.tables for line in table.rows for cell in line.cells]
    sheets = [client.get(url("published_csv", row.slug, slug)).content.decode() for slug in map(SLUGS.get, YEARLY)]
    return " ".join([page, book.read("xl/sharedStrings.xml").decode(), *cells, *sheets, words(pdf)])


def test_a_document_kept_back_stands_in_no_published_list_and_officers_are_told(client, writes, decides):
    _, part, _ = world.year_of_ends()
    kept_back(part)
    row = acts.publish_list(world.approved(writes, decides), by=decides, at=AT)
    said = everything(client, row, vault.read(row.file))
    tables = queries.tables(row)

    assert (part.number in said, "02/2021/QĐ-UBND" in said) == (False, True)
    assert [(len(one.rows), one.left_out) for one in tables] == [(1, ()), (0, (part.name,))]
    assert len(queries.kept_lines(row)) == sum(len(one.rows) + len(one.left_out) for one in tables)


def test_one_kept_back_after_the_publication_leaves_the_page_and_the_print(client, published):
    row, (old, part, _) = published
    assert part.number in everything(client, row, b"".join(client.get(url("published_pdf", row.slug))))
    kept_back(part)
    pdf = b"".join(client.get(url("published_pdf", row.slug)))
    said = everything(client, row, pdf)

    assert (part.number in said, old.number in said) == (False, True)
    assert part.number in words(vault.read(row.file))


def test_what_a_document_kept_back_did_to_another_is_told_without_its_name(client, published):
    row, (old, part, new) = published
    kept_back(new)
    said = everything(client, row, b"".join(client.get(url("published_pdf", row.slug))))

    assert (new.number in said, old.number in said, part.number in said) == (False, True, True)
    assert "Bị thay thế bởi một văn bản không công khai" in said


def test_the_officer_reads_what_is_left_out_of_a_list_and_of_the_proof(client, settings, writes, decides):
    settings.DEMO, settings.CLOCK = True, AT
    _, part, _ = world.year_of_ends()
    kept_back(part)
    row = world.listed(writes, decides)
    found = queries.reconciled(row, on=world.ON)
    officer = people.enter(client, Officer.objects.get(code="hanh"))
    page = officer.get(url("round", row.pk)).content.decode()

    assert (found.open, found.sum.is_balanced, found.sum.in_force) == ((), True, 2)
    shown = {one.key: (len(one.rows), one.left_out) for one in queries.tables(row)}
    assert shown[ListName.IN_FORCE] == (1, (part.name,))
    assert f"không nêu tên: {part.name}." in page
    assert "Bảng này tính cả 1 văn bản không công khai" in page


def test_a_published_list_leads_to_no_page_that_is_kept_back(client, published):
    row, (old, _, _) = published
    law.correct(old, {"is_public": False}, reason="Nêu tên người dân", by=SYSTEM, at=AT)

    assert f"/van-ban/{old.slug}/" not in client.get(url("published_one", row.slug)).content.decode()


@pytest.mark.parametrize("name", ["published_xlsx", "published_docx", "published_csv"])
def test_a_file_of_a_published_list_is_made_once_and_told_unchanged(client, published, name):
    row, _ = published
    address = url(name, row.slug, *(["het-hieu-luc-toan-bo"] if name == "published_csv" else []))
    first = client.get(address)
    again = client.get(address)
    known = client.get(address, headers={"if-none-match": first["ETag"]})

    assert (first.status_code, first.content == again.content, known.status_code) == (200, True, 304)
    assert first["Cache-Control"] == "public, no-cache"


def test_files_of_published_lists_are_slowed_for_who_asks_too_often(client, published, monkeypatch):
    row, _ = published
    monkeypatch.setattr(access, "MADE_FILE", RateLimit("made_file", 2, timedelta(minutes=15)))
    names = ("published_xlsx", "published_docx", "published_xlsx")

    assert [client.get(url(name, row.slug)).status_code for name in names] == [200, 200, 429]
