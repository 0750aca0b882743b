"""Files in: each form gives the same tree; corrupted and hostile files are refused in words; a batch goes on."""

import io
import json
import zipfile
from datetime import date

import docx
import pikepdf
import pytest
from django.core.management import CommandError, call_command

from motcua.base.word.tests.made import abstract, level, num, para, word
from motcua.base.word.tests.typed import automatic_file
from motcua.instruments.vault.tests import samples as vaulted
from motcua.legal.lawbase import exports, queries
from motcua.legal.lawbase.loader import NotReadable, files, read
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules.structure import parse
from motcua.legal.lawbase.tests import world
from motcua.legal.lawbase.tests.samples import DECISION

PUBLISHED = {
    "id": "32/2001/QH10",
    "sourceUrl": "https://vbpl.vn/x",
    "chapters": [
        {
            "title": "CHƯƠNG I",
            "subtitle": "CHUNG",
            "articles": [{"number": "Điều 1", "heading": "Phạm vi", "body": "1. A"}],
        }
    ],
}


def word_file(text: str) -> bytes:
    made = docx.Document()
    for line in text.split("\n"):
        made.add_paragraph(line)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def put(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def page_of(text: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return f"<html><head><title>t</title></head><body><script>bad()</script>{lines}</body></html>"


@pytest.mark.parametrize(
    ("name", "make"), [("a.txt", str), ("a.html", page_of), ("a.docx", word_file)], ids=["txt", "html", "docx"]
)
def test_each_form_of_a_document_gives_the_same_tree_and_head(tmp_path, name, make):
    found = read(put(tmp_path, name, make(DECISION)))

    assert [unit.id for unit in parse(found.text).walk()] == [unit.id for unit in parse(DECISION).walk()]
    assert (found.head.number, found.head.issued_on, found.head.type) == (
        "04/2025/QĐ-UBND",
        date(2025, 8, 13),
        "Quyết định",
    )


def test_a_word_file_with_automatic_numbers_is_read_to_the_letter_as_the_typed_one(tmp_path):
    typed, counted = word_file(DECISION), automatic_file(word_file(DECISION))
    assert "Điều 1. Ban hành" not in "\n".join(line.text for line in docx.Document(io.BytesIO(counted)).paragraphs)

    assert read(put(tmp_path, "b.docx", counted)) == read(put(tmp_path, "a.docx", typed))


def test_a_kind_of_automatic_number_not_known_is_told(tmp_path):
    lists = abstract(1, level(0, "Điều %1.", "cardinalText")) + num(1, 1)

    found = read(put(tmp_path, "a.docx", word(para("Phạm vi", 1, 0), lists)))

    assert found.text == "Điều 1. Phạm vi\n"
    assert found.notes[0].startswith("Tệp Word có kiểu đánh số tự động lạ")


def test_a_published_copy_is_read_and_its_issuer_told_by_the_symbol(tmp_path):
    found = read(put(tmp_path, "a.json", json.dumps(PUBLISHED)))

    assert (found.head.number, found.head.type, found.head.issuer) == ("32/2001/QH10", "Luật", "Quốc hội")
    assert found.text == "CHƯƠNG I\nCHUNG\nĐiều 1. Phạm vi\n1. A\n"
    assert found.notes == ("Chưa có ngày ban hành.",)


NATIONAL = {
    "docNum": "13/2024/NĐ-CP", "title": "Quy định về mức chi", "docType": {"id": 1, "name": "Nghị định"},
    "agencyName": "Bộ Xây dựng", "issueDate": "2024-02-07T00:00:00", "effFrom": "20/02/2024", "effTo": "--",
    "effStatus": {"code": "CHL", "name": "Còn hiệu lực"},
    "provisionTree": [
        {"title": "Chương I<br>QUY ĐỊNH CHUNG", "orderIndex": 1, "children": [
            {"title": "Điều 2. Mức chi", "ptype": 5, "orderIndex": 2, "children": [
                {"title": "", "content": "<p>2. Hai&nbsp;phần</p>", "orderIndex": 2},
                {"title": "", "content": "<p>1. Một phần</p><script>bad()</script>", "orderIndex": 1}]},
            {"title": "Điều 1. Phạm vi", "content": "Điều 1. Phạm vi", "ptype": 5, "orderIndex": 1}]},
    ],
}  # fmt: skip


@pytest.mark.django_db
def test_a_document_that_ends_by_itself_is_in_force_through_the_day_its_source_gives_though_labelled_so(tmp_path):
    put(tmp_path, "a.json", json.dumps(NATIONAL | {"effTo": "2027-02-28T00:00:00"}))
    call_command("import_law", str(tmp_path), "--unit", "TK-TP")
    kept = LegalDocument.objects.get()

    assert [queries.state_of(kept, on=date(2027, *day)) for day in ((2, 28), (3, 1))] == ["in_force", "expired"]
    assert kept.sure == "medium"
    again = read(put(tmp_path, "b.json", exports.as_json(kept, on=world.ON)))
    assert (again.expires_on, again.notes) == (date(2027, 2, 28), ())


def test_the_tree_of_the_national_database_is_read_in_its_order(tmp_path):
    found = read(put(tmp_path, "a.json", json.dumps(NATIONAL)))

    assert found.text.split("\n")[-6:-1] == [
        "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Điều 2. Mức chi", "1. Một phần", "2. Hai phần",
    ]  # fmt: skip
    assert (found.head.number, found.head.type, found.head.issuer) == ("13/2024/NĐ-CP", "Nghị định", "Chính phủ")
    assert (found.head.issued_on, found.effective_on) == (date(2024, 2, 7), date(2024, 2, 20))
    assert (found.title, found.foreign_label) == ("Quy định về mức chi", "Còn hiệu lực")


def bomb() -> bytes:
    file = io.BytesIO(word_file("x"))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/big.bin", b"\0" * 20_000_000)
    return file.getvalue()


def with_entity() -> bytes:
    kept = zipfile.ZipFile(io.BytesIO(word_file("x")))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in kept.namelist():
            content = kept.read(name)
            if name == "word/document.xml":
                head = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
                content = head + content.split(b"?>", 1)[1].replace(b"<w:t>x</w:t>", b"<w:t>x&e;y</w:t>")
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"PK\x03\x04 broken", "bị hỏng"),
        ("a.docx", bomb(), "lớn bất thường"),
        ("a.docx", with_entity(), "khai báo DTD"),
        ("a.docx", word_file(""), "không có chữ"),
        ("a.pdf", b"%PDF-1.4 broken", "bị hỏng"),
        ("a.json", b"{", "bị hỏng"),
        ("a.json", b"[" * 100_000, "bị hỏng"),
        ("a.json", b'{"chapters": [1]}', "không đúng dạng"),
        ("a.json", b"[]", "không đúng dạng"),
        ("a.json", b'{"provisionTree": [3]}', "không đúng dạng"),
        ("a.txt", "Điều".encode("utf-16-le") + b"\xff\xfe\xfd", "UTF-8"),
        ("a.txt", b"", "không có chữ"),
        ("a.docm", b"PK", "chỉ nhận"),
    ],
)
def test_what_is_broken_or_hostile_is_refused_in_words(tmp_path, name, content, words):
    with pytest.raises(NotReadable, match=words):
        read(put(tmp_path, name, content))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 10)

    with pytest.raises(NotReadable, match="lớn hơn"):
        read(put(tmp_path, "a.txt", "x" * 11))


def test_an_empty_pdf_is_said_to_hold_no_words(tmp_path):
    with pytest.raises(NotReadable, match="không có chữ nào"):
        read(put(tmp_path, "a.pdf", vaulted.pdf()))


# --- the batch ---------------------------------------------------------------------------
@pytest.mark.django_db
def test_a_batch_enters_what_it_can_lists_what_it_cannot_and_may_be_run_again(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, "a.txt", DECISION)
    put(folder, "b.json", json.dumps(PUBLISHED))
    put(folder, "c.json", b"{")
    errors = tmp_path / "errors.csv"

    call_command("import_law", str(folder), "--unit", "TK-TP", "--on-error", str(errors))
    call_command("import_law", str(folder), "--unit", "TK-TP", "--on-error", str(errors))

    said = capsys.readouterr().out.splitlines()
    assert said[1] == "Văn bản mới 2, thêm nội dung 0, đã có từ trước 0, lỗi 1."
    assert said[3] == "Văn bản mới 0, thêm nội dung 0, đã có từ trước 2, lỗi 1."
    assert "c.json" in errors.read_text()
    made = LegalDocument.objects.get(number_key="4/2025/qd-ubnd")
    assert [one.words for one in queries.related(made)] == ["thay thế", "căn cứ vào", "căn cứ vào"]


@pytest.mark.django_db
def test_a_batch_for_no_unit_or_without_files_is_refused(tmp_path):
    with pytest.raises(CommandError, match="Không có đơn vị"):
        call_command("import_law", str(tmp_path), "--unit", "X")
    with pytest.raises(CommandError, match="Không có tệp"):
        call_command("import_law", str(tmp_path), "--unit", "TK-TP")


# --- out -----------------------------------------------------------------------------------
@pytest.fixture
def decision(db):
    return world.with_text(world.hoa(), DECISION, title="=1+1 Quy chế tiếp công dân")


def test_our_json_is_read_back_whole(decision, tmp_path):
    found = read(put(tmp_path, "a.json", exports.as_json(decision, on=world.ON)))

    assert (found.text, found.head.number, found.title) == (DECISION, decision.number, decision.title)


def test_our_word_file_is_read_back_with_the_same_articles(decision, tmp_path):
    found = read(put(tmp_path, "a.docx", exports.as_word(decision, on=world.ON)))
    articles = [unit.id for unit in parse(found.text).walk() if unit.kind == "article"]

    assert articles == ["dieu-1", "dieu-2", "kem-theo/dieu-1", "kem-theo/dieu-2", "kem-theo/dieu-3"]


def test_akoma_ntoso_is_well_formed_and_holds_every_unit_once(decision):
    from xml.etree import ElementTree as ET  # noqa: PLC0415  our own output

    root = ET.fromstring(exports.as_akoma_ntoso(decision, on=world.ON))  # noqa: S314
    name = f"{{{exports.NAMESPACE}}}"
    ids = [element.get("eId") for element in root.iter() if element.get("eId")]

    assert len(set(ids)) == len(ids)
    assert len(list(root.iter(f"{name}article"))) == 5
    [chapter, *_] = root.iter(f"{name}chapter")
    assert [article.get("eId") for article in chapter.iter(f"{name}article")] == [
        "kem-theo__dieu-1",
        "kem-theo__dieu-2",
    ]
    assert "Có trả lời." in "".join(root.itertext())


def test_open_data_holds_nothing_a_spreadsheet_would_compute(decision):
    text = exports.as_csv([decision], on=world.ON)

    assert "'=1+1 Quy chế" in text
    assert text.splitlines()[0].startswith("so_ky_hieu,loai,")


# --- PDF -----------------------------------------------------------------------------------
def text_pdf(*, field: str = "") -> bytes:
    """Lines of ASCII text; `field` is drawn by a form field's appearance, as agencies stamp numbers."""

    def draw(pdf):
        page = pdf.pages[0]
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        fonts = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Resources = fonts
        lines = ["So:      /2025/QD-UBND", "Dieu 1. Pham vi", "1. Noi dung cua dieu mot.", "Dieu 2. Hieu luc"]
        words = " ".join(f"1 0 0 1 50 {700 - 20 * n} Tm ({line}) Tj" for n, line in enumerate(lines))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf {words} ET".encode())
        if field:
            drawn = pdf.make_stream(f"BT /F1 12 Tf 2 4 Td ({field}) Tj ET".encode())
            drawn.Type, drawn.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
            drawn.BBox, drawn.Resources = pikepdf.Array([0, 0, 30, 16]), fonts
            widget = pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="so", F=4,
                    Rect=pikepdf.Array([75, 696, 105, 712]), AP=pikepdf.Dictionary(N=drawn),
                )
            )  # fmt: skip
            page.Annots = pikepdf.Array([widget])
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([widget]), SigFlags=3)

    return vaulted.pdf(change=draw)


def test_the_text_of_a_pdf_is_read_by_line(tmp_path):
    found = read(put(tmp_path, "a.pdf", text_pdf()))

    assert found.text.splitlines()[1:3] == ["Dieu 1. Pham vi", "1. Noi dung cua dieu mot."]
    assert found.is_vaulted


def test_a_number_stamped_into_a_signature_field_is_read_with_the_page(tmp_path):
    found = read(put(tmp_path, "a.pdf", text_pdf(field="04")))

    assert "04" in found.text
    assert any("chữ ký số" in note for note in found.notes)
