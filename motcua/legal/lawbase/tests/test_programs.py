"""Scans and old Word files: read by the programs of this machine, and told in a sentence where there are none."""

import difflib
import io
import shutil
import stat
import subprocess
import time
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from motcua.base.word.tests.typed import automatic_file
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing.tests.conftest import BEFORE, HOA, MINH
from motcua.legal.lawbase.loader import NotReadable, NoWords, TakesLong, converted, programs, read, scanned
from motcua.legal.lawbase.rules.structure import parse
from motcua.legal.lawbase.tests import papers
from motcua.legal.lawbase.tests.samples import DECISION
from motcua.legal.lawbase.tests.test_reading import put, word_file

HEAD = ("Ủy ban nhân dân phường Bàn Thạch", "04/2025/QĐ-UBND", date(2025, 8, 13), "Quyết định")
needs_tesseract = pytest.mark.skipif(not scanned.is_possible(), reason="Tesseract with Vietnamese is not installed")
needs_office = pytest.mark.skipif(not converted.is_possible(), reason="LibreOffice is not installed")


def head_of(found):
    head = found.head
    return head.issuer.capitalize().replace("bàn thạch", "Bàn Thạch"), head.number, head.issued_on, head.type


# --- signed PDF ---------------------------------------------------------------------------------
@pytest.fixture
def key(db, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return signing.issue_demo_key(
        holder_id=HOA.holder_id, holder_name=HOA.name, unit_name=HOA.unit_name, by=MINH, at=BEFORE
    )


def test_number_day_and_month_stamped_by_signatures_are_read_where_they_stand(tmp_path, key):
    blank = read(put(tmp_path, "a.pdf", papers.decision(blank=True)))
    found = read(put(tmp_path, "b.pdf", papers.stamped(papers.decision(blank=True), key)))

    assert (blank.head.number, blank.head.issued_on) == ("", None)
    assert head_of(found) == HEAD
    assert [unit.id for unit in parse(found.text).walk() if unit.kind == "article"] == ["dieu-1", "dieu-2", "dieu-3"]


# --- scans --------------------------------------------------------------------------------------
@needs_tesseract
def test_a_scan_is_recognised_letter_by_letter_and_says_so(tmp_path):
    steps = []
    found = read(put(tmp_path, "a.pdf", papers.scanned()), told=lambda done, of: steps.append((done, of)))

    wanted = "".join(papers.BODY.split())
    letters = "".join(found.text[found.text.index("Căn cứ") :].split())[: len(wanted)]
    matcher = difflib.SequenceMatcher(None, wanted, letters, autojunk=False)
    assert sum(block.size for block in matcher.get_matching_blocks()) / len(wanted) > 0.98
    assert head_of(found) == HEAD
    assert (found.is_recognised, found.is_vaulted, steps) == (True, True, [(1, 1)])
    assert "so từng số, ngày" in found.notes[0]


@needs_tesseract
@pytest.mark.parametrize(
    "how", [{"dpi": 150, "noise": 50, "angle": 1.5}, {"dpi": 300, "noise": 60, "angle": -1.0}], ids=["coarse", "grainy"]
)
def test_a_coarse_or_grainy_scan_askew_still_tells_its_head(tmp_path, how):
    found = read(put(tmp_path, "a.pdf", papers.scanned(**how)))

    assert head_of(found)[1:] == HEAD[1:]


@needs_tesseract
def test_a_scan_too_poor_to_be_believed_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(scanned, "recognise", lambda _: scanned.Page("nhiễu " * 20, 41.0))
    found = read(put(tmp_path, "a.pdf", papers.scanned()))

    assert "độ chắc chắn 41 %" in found.notes[0]
    assert "Nên quét lại ở 300 dpi" in found.notes[1]


@needs_tesseract
def test_a_scan_signed_in_five_places_is_recognised_with_what_the_signatures_draw(tmp_path, key):
    found = read(put(tmp_path, "a.pdf", papers.stamped(papers.rewritten(papers.scanned(angle=0, blank=True)), key)))

    assert head_of(found) == HEAD
    assert found.is_recognised


@needs_tesseract
def test_a_scanned_page_between_written_ones_is_recognised_in_its_place(tmp_path):
    mixed, out = pypdfium2.PdfDocument.new(), io.BytesIO()
    for content in (papers.decision(), papers.scanned()):
        with pypdfium2.PdfDocument(content) as one:
            mixed.import_pages(one)
    mixed.save(out)
    mixed.close()

    found = read(put(tmp_path, "a.pdf", out.getvalue()))

    assert found.text.count("Niêm yết lịch tiếp công dân") == 2


@needs_tesseract
def test_a_page_does_not_wait_for_what_takes_long(tmp_path):
    with pytest.raises(TakesLong):
        read(put(tmp_path, "a.pdf", papers.scanned()), is_quick=True)


def test_without_tesseract_a_scan_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(programs, "found", lambda _: "")

    with pytest.raises(NoWords, match=r"vẫn được giữ.*tesseract-ocr-vie"):
        read(put(tmp_path, "a.pdf", papers.scanned()), is_quick=True)


# --- .doc, .rtf, .odt -----------------------------------------------------------------------------
def other(folder, ending, make=word_file):
    """The decision as LibreOffice itself writes it."""
    source = put(folder, "nguon.docx", make(DECISION))
    command = [
        shutil.which("soffice"), f"-env:UserInstallation={(folder / 'p').as_uri()}", "--headless",
        "--convert-to", ending, "--outdir", str(folder), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"nguon.{ending}"


@needs_office
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_files_of_older_and_other_programs_give_the_same_articles(tmp_path, ending):
    found = read(other(tmp_path, ending))

    assert head_of(found) == HEAD
    assert [unit.id for unit in parse(found.text).walk()] == [unit.id for unit in parse(DECISION).walk()]
    assert found.kept.startswith(b"PK")
    assert f"Tệp .{ending} đã được LibreOffice chuyển" in found.notes[0]


@needs_office
def test_automatic_numbers_of_a_converted_file_are_read_and_to_be_looked_at(tmp_path):
    found = read(other(tmp_path, "odt", lambda text: automatic_file(word_file(text))))

    assert [unit.id for unit in parse(found.text).walk()] == [unit.id for unit in parse(DECISION).walk()]
    assert found.notes[1].startswith("Số tự động đã qua LibreOffice")
    assert len(read(other(tmp_path, "odt")).notes) == 1


@needs_office
def test_a_doc_that_libreoffice_cannot_open_is_refused(tmp_path):
    with pytest.raises(NotReadable, match="bị hỏng"):
        read(put(tmp_path, "a.odt", odt({"content.xml": "<"})))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def odt(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({"META-INF/manifest.xml": "<m/>", "content.xml": "<c/>"} | parts).items():
            archive.writestr(name, content)
    return out.getvalue()


HARMFUL = [
    ("a.doc", OLE + b"\xec\xa5\xc1\x00" + bytes(7) + b"\x01" + bytes(500), "có mật khẩu"),
    ("a.doc", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(500), "có mật khẩu"),
    ("a.doc", OLE + "_VBA_PROJECT".encode("utf-16-le") + bytes(500), "macro"),
    ("a.doc", b"MZ" + bytes(500), "không đúng đuôi tên"),
    ("a.rtf", b"PK\x03\x04", "không đúng đuôi tên"),
    ("a.odt", odt({"Basic/Standard/m.xml": "<x/>"}), "macro"),
    ("a.odt", odt({"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "có mật khẩu"),
    ("a.odt", odt({"content.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'}), "DTD"),
    ("a.odt", odt({"Pictures/a": bytes(30_000_000)}), "lớn bất thường"),
    ("a.odt", odt({})[:-30], "bị hỏng"),
]


@pytest.mark.parametrize(("name", "content", "words"), HARMFUL)
def test_what_could_harm_is_refused_before_libreoffice_sees_it(tmp_path, monkeypatch, name, content, words):
    monkeypatch.setattr(programs, "run", lambda *_, **__: pytest.fail("LibreOffice was started"))

    with pytest.raises(NotReadable, match=words):
        read(put(tmp_path, name, content))


def test_without_libreoffice_a_doc_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(programs, "found", lambda _: "")

    with pytest.raises(NotReadable, match="libreoffice-writer-nogui"):
        read(put(tmp_path, "a.doc", OLE), is_quick=True)


# --- how they are run -----------------------------------------------------------------------------
def lives(process):
    try:
        return process.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_program_that_hangs_is_ended_with_its_children_and_sees_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_SECRET_KEY", "hush")
    script = put(tmp_path, "p", f"#!/bin/sh\nenv > {tmp_path}/env\nsleep 60 & echo $! > {tmp_path}/child\nwait\n")
    script.chmod(stat.S_IRWXU)

    with pytest.raises(programs.Failed, match="giây"):
        programs.run([str(script)], folder=tmp_path, seconds=1)

    child = Path("/proc") / (tmp_path / "child").read_text().strip() / "stat"
    ends = time.monotonic() + 10  # the signal is sent; a busy machine takes a moment to act on it
    while lives(child) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not lives(child)
    assert "hush" not in (tmp_path / "env").read_text()


def test_a_program_that_fails_is_not_believed(tmp_path):
    with pytest.raises(programs.Failed, match="mã 1"):
        programs.run(["/bin/false"], folder=tmp_path, seconds=5)
