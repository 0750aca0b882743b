"""Files that are not what they should be: refused with a sentence, never a crash, never believed."""

import io
import zipfile

import pytest
from docx import Document

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.queries import Unusable
from motcua.legal.formats.tests import drafts
from motcua.legal.formats.tests.test_right import ND30_DAY, told
from motcua.legal.formats.word import guard

BILLION = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def check(content):
    return queries.check(content, profile=Profile.ND30, on=ND30_DAY)


def rewritten(content: bytes, changes: dict[str, bytes], *, drop: tuple[str, ...] = ()) -> bytes:
    """The same zip with some members of one's own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes and name not in drop:
                new.writestr(name, old.read(name))
        for name, text in changes.items():
            new.writestr(name, text)
    return out.getvalue()


def member(content: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.fixture(scope="module")
def right() -> bytes:
    return drafts.decision().docx()


def encrypted(_right: bytes) -> bytes:
    return guard.OLE + bytes(600) + guard.ENCRYPTED + bytes(600)


def with_entity(head: str, code: str = "utf-8"):
    def made(content: bytes) -> bytes:
        body = member(content).partition("?>")[2]
        declared = head.replace("?>", f' encoding="{code}"?>', 1)
        return rewritten(content, {"word/document.xml": (declared + body).encode(code)})

    return made


def with_flag(content: bytes) -> bytes:
    """The first member says it is encrypted."""
    changed = bytearray(content)
    central = content.index(b"PK\x01\x02")
    changed[central + 8] |= 1
    return bytes(changed)


BAD = {
    "a password": (encrypted, "có mật khẩu"),
    "an old .doc": (lambda _: guard.OLE + bytes(2000), "kiểu cũ"),
    "an encrypted zip": (with_flag, "có mật khẩu"),
    "a macro": (lambda one: rewritten(one, {"word/vbaProject.bin": b"x"}), "macro"),
    "a macro by its type": (
        lambda one: rewritten(
            one,
            {"[Content_Types].xml": member(one, "[Content_Types].xml").replace("main+xml", "macroEnabled").encode()},
        ),
        "macro",
    ),
    "cut off in the middle": (lambda one: one[: len(one) // 2], "hỏng"),
    "one byte wrong": (lambda one: one[:400] + bytes(64) + one[464:], "hỏng|mật khẩu|không phải"),
    "no document inside": (lambda one: rewritten(one, {}, drop=("word/document.xml",)), "không phải văn bản Word"),
    "XML that is none": (lambda one: rewritten(one, {"word/document.xml": b"<w:document"}), "cấu trúc bên trong hỏng"),
    "no style sheet to read": (lambda one: rewritten(one, {"word/styles.xml": b"<<<"}), "cấu trúc bên trong hỏng"),
    "a billion laughs": (with_entity(BILLION), "DTD"),
    "an outside file": (with_entity(OUTSIDE), "DTD"),
    "an outside file in UTF-16": (with_entity(OUTSIDE, "utf-16"), "DTD"),
    "a zip bomb": (lambda one: rewritten(one, {"word/media/a.bin": bytes(40 * 1024 * 1024)}), "nở ra quá lớn"),
    "thousands of members": (lambda one: rewritten(one, {f"word/x{i}.bin": b"" for i in range(3001)}), "quá nhiều"),
    "nothing": (lambda _: b"", "Tệp rỗng"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(100), "không phải .docx hay PDF"),
    "a zip of something else": (lambda _: zipped(), "không phải văn bản Word"),
}


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "x")
    return out.getvalue()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence(name, right):
    make, words = BAD[name]

    with pytest.raises(Unusable, match=words):
        check(make(right))


def test_a_bomb_that_lies_about_its_size_is_stopped(right, monkeypatch):
    monkeypatch.setattr(guard, "UNPACKED", 20_000)

    with pytest.raises(Unusable, match="nở ra quá lớn"):
        check(right)


def test_a_file_too_large_is_refused_by_its_size_before_it_is_read(tmp_path):
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(300 * 1024 * 1024)

    with pytest.raises(Unusable, match="Tệp lớn 300 MB; lớn nhất là 20 MB"):
        guard.read_file(large)


def test_letters_that_only_look_right_are_findings_in_the_head_too():
    draft = drafts.decision().change("motto", text="Ðộc lập - Tự do - Hạnh phúc")
    draft.change(
        "article2", text="Điều 2. Cơ quan chu\u00adyên môn t\u1ed5 ch\u01b0\u0301c thực hiện theo quy định này."
    )

    rules = {one.rule.id for one in check(draft.docx()).findings}

    assert {"K-01", "K-02", "K-03"} == rules & {"K-01", "K-02", "K-03"}


@pytest.mark.parametrize("text", ["", "Điều 1.", "a)", "Phụ lục", "QUYẾT ĐỊNH", "Nơi nhận:", "“", "\t\t", "Số: /"])
def test_a_document_of_almost_nothing_does_not_crash(text):
    document = Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)

    report = check(out.getvalue())

    assert all(one.fault.found for one in report.findings)
    queries.marked(out.getvalue(), report)
    queries.mended(out.getvalue(), profile=Profile.ND30, on=ND30_DAY)


def test_a_misspelt_head_is_still_recognised_and_told():
    draft = drafts.decision().change("national", text="CÔNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")

    assert {one[0] for one in told(check(draft.docx()))} == {"A-12"}
