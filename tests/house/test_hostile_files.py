"""Files that are not what they should be, at every door a document comes in by: a sentence each time, nothing kept.

Review and monitoring take no files from outside; every other upload of papers goes through the vault's one door.
"""

import io
import tracemalloc
import zipfile
from datetime import datetime

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import acts as drafting
from motcua.bureau.drafting.tests import world as drafts
from motcua.house.office.tests import people
from motcua.instruments.jobs.models import Job
from motcua.instruments.vault.models import StoredFile
from motcua.legal.lawbase import jobs
from motcua.legal.lawbase.models import DocumentFile, ImportRow, LegalDocument
from motcua.legal.lawbase.tests import papers
from motcua.legal.lawbase.tests import world as law

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SECRET = "nothing-of-this-may-be-read"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def rewritten(**parts: bytes) -> bytes:
    """A Word file with some parts of one's own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(drafts.word())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def with_entity(folder) -> bytes:
    (folder / "secret").write_text(SECRET)
    with zipfile.ZipFile(io.BytesIO(drafts.word())) as old:
        body = old.read("word/document.xml").partition(b"?>")[2]
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file://{folder}/secret">]>'.encode()
    return rewritten(**{"word/document.xml": head + body.replace(b"<w:t>", b"<w:t>&e;", 1)})


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.decision())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def without_its_table(pdf: bytes) -> bytes:
    """The cross-reference is said to be where it is not."""
    return pdf[: pdf.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF"


KINDS = {
    "password": ("a.docx", lambda _: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "mật khẩu"),
    "macro": ("a.docx", lambda _: rewritten(**{"word/vbaProject.bin": b"x"}), "macro"),
    "corrupted": ("a.docx", lambda _: drafts.word()[:3000], "hỏng"),
    "an outside entity": ("a.docx", with_entity, "DTD"),
    "a bomb": ("a.docx", lambda _: rewritten(**{"word/media/a.bin": bytes(60_000_000)}), "lớn"),
    "another kind": ("a.docx", lambda _: b"MZ" + bytes(500), "không phải"),
    "a locked PDF": ("a.pdf", lambda _: locked_pdf(), "mật khẩu"),
    "a PDF cut off": ("a.pdf", lambda _: papers.decision()[:200], "hỏng"),
    "a PDF without its table": ("a.pdf", lambda _: without_its_table(papers.decision()), "hỏng"),
}


class Door:
    """One way in: what it answers to a file."""

    def __init__(self, client, settings, folder, capsys):
        self.client, self.settings, self.folder, self.capsys = client, settings, folder, capsys
        settings.DATA_DIR = folder / "data"
        settings.DEMO = True

    def officer(self, who, at):
        self.settings.CLOCK = at
        people.enter(self.client, who)
        return people.actor(who, on=at.date())

    def page(self, address, **sent) -> str:
        answer = self.client.post(address, sent)
        assert answer.status_code in {200, 422}, answer.status_code
        return answer.content.decode()

    def import_page(self, name, content):
        self.officer(people.hoa(), law.AT)
        return self.page(reverse("lawbase:import"), step="source", file=SimpleUploadedFile(name, content))

    def import_many(self, name, content):
        self.officer(people.hoa(), law.AT)
        self.client.post(reverse("lawbase:import_many"), {"many": [SimpleUploadedFile(name, content)]})
        row = ImportRow.objects.get()
        jobs.read_import.call(str(row.run_id))
        row.refresh_from_db()
        assert row.state == "failed"
        Job.objects.all().delete()
        return row.reason

    def import_command(self, name, content):
        (self.folder / name).write_bytes(content)
        call_command("import_law", str(self.folder / name), "--unit", "TK-TP")
        return self.capsys.readouterr().err

    def file_of_a_document(self, name, content):
        actor = self.officer(people.hoa(), law.AT)
        address = reverse("lawbase:files", args=[law.document(actor).pk])
        return self.page(address, kind="issued", file=SimpleUploadedFile(name, content))

    def format_page(self, name, content):
        self.officer(people.minh(), datetime(2025, 3, 5, 9, tzinfo=VN))
        sent = {"profile": "nd30", "on": "05/03/2025", "answer": "screen"}
        return self.page(reverse("formats:check"), file=SimpleUploadedFile(name, content), **sent)

    def format_command(self, name, content):
        (self.folder / name).write_bytes(content)
        with pytest.raises(SystemExit) as ended:
            call_command("check_format", str(self.folder / name), "--on", "2025-03-05")
        told = self.capsys.readouterr()
        return told.err if ended.value.code == 2 else f"repaired {told.out}"

    def draft_version(self, name, content):
        actor = self.officer(drafts.person("duc"), drafts.AT)
        draft = drafts.draft(actor)
        return self.page(reverse("drafting:add_version", args=[draft.pk]), file=SimpleUploadedFile(name, content))

    def opinion(self, name, content):
        actor = self.officer(drafts.person("duc"), drafts.AT)
        draft = drafts.draft(actor)
        drafting.add_version(draft, drafts.word(), name="du-thao.docx", by=actor, at=drafts.AT)
        recipient = drafting.open_round(draft, drafts.round_given(), by=actor, at=drafts.AT).recipients.get(number=1)
        address = reverse("drafting:answer", args=[recipient.pk])
        return self.page(address, answered_on="02/11/2026", text="Ý kiến", file=SimpleUploadedFile(name, content))


DOORS = [name for name in vars(Door) if not name.startswith("_") and name not in {"officer", "page"}]
REPAIRED = {("a PDF without its table", "format_page"), ("a PDF without its table", "format_command")}
"""The format checker rebuilds the table and checks the file; it keeps nothing."""


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_file_is_refused_in_words_at_every_door(kind, door, client, settings, tmp_path, capsys):
    name, make, words = KINDS[kind]
    content = make(tmp_path)
    tracemalloc.start()

    told = getattr(Door(client, settings, tmp_path, capsys), door)(name, content)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert words in told or (kind, door) in REPAIRED
    assert SECRET not in told
    assert StoredFile.objects.exclude(purpose="draft_version").count() == 0
    assert DocumentFile.objects.count() == 0
    assert LegalDocument.objects.count() == (door == "file_of_a_document")
    assert list((settings.DATA_DIR / "vault" / "drafts").glob("*")) == []
    assert peak < 40_000_000


# --- too large ------------------------------------------------------------------------------
PAGES = {"import_page": "lawbase:import", "import_many": "lawbase:import_many", "format_page": "formats:check"}


@pytest.mark.parametrize("name", PAGES.values())
def test_300_mb_are_refused_by_their_announced_length_before_a_byte_is_read(name, client, settings):
    settings.DEMO, settings.CLOCK = True, law.AT
    people.enter(client, people.hoa())

    class Unread(io.BytesIO):
        def read(self, *_):
            pytest.fail("the body was read")

    answer = client.generic(
        "POST", reverse(name), b"x", content_type="multipart/form-data; boundary=x",
        **{"wsgi.input": Unread(), "CONTENT_LENGTH": str(300 * 1024 * 1024)},
    )  # fmt: skip

    assert answer.status_code == 400
    assert "tệp quá lớn" in answer.content.decode()


@pytest.mark.parametrize("field", ["file", "many"])
def test_a_file_over_the_limit_is_dropped_while_it_comes_in_and_told(field, client, settings):
    settings.DEMO, settings.CLOCK, settings.UPLOAD_MAX_BYTES = True, law.AT, 1_000_000
    people.enter(client, people.hoa())
    address = reverse("lawbase:import" if field == "file" else "lawbase:import_many")

    answer = client.post(address, {"step": "source", field: SimpleUploadedFile("a.docx", bytes(1_500_000))})

    assert answer.status_code == 422
    assert "Tệp lớn hơn 0 MB" in answer.content.decode()


def test_300_mb_on_the_disk_are_refused_by_the_commands_unread(tmp_path, capsys):
    large = tmp_path / "a.docx"
    with large.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    tracemalloc.start()

    call_command("import_law", str(large), "--unit", "TK-TP")
    with pytest.raises(SystemExit):
        call_command("check_format", str(large), "--on", "2025-03-05")

    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    told = capsys.readouterr().err
    assert "Tệp lớn hơn 20 MB" in told
    assert "Tệp lớn 300 MB" in told
