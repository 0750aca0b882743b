"""What is taken in and what is refused, told by content."""

import io

import pikepdf
import pytest
from django.core.files.base import ContentFile

from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import NotAccepted, clean_name
from motcua.instruments.vault.tests import samples
from motcua.instruments.vault.tests.conftest import kept, store


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "mime"),
    [
        (samples.pdf(), "giấy.pdf", "application/pdf"),
        (samples.picture("JPEG"), "ảnh.JPG", "image/jpeg"),
        (samples.picture("PNG"), "ảnh.png", "image/png"),
        (samples.picture("WEBP"), "ảnh.webp", "image/webp"),
        (samples.docx(), "đơn.docx", samples.WORD),
    ],
)
def test_the_kind_is_told_by_the_content(content, name, mime):
    file = store(content, name)

    assert (file.mime, file.size, file.name) == (mime, len(content), name)


@pytest.mark.django_db
def test_a_name_without_an_ending_gets_one():
    assert store(samples.pdf(), "giấy chứng sinh").name == "giấy chứng sinh.pdf"


def locked(**options) -> bytes:
    return samples.pdf(encryption=pikepdf.Encryption(**options))


def with_javascript(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_additional_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AA = pikepdf.Dictionary()


REMOTE = '<Relationship Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>'

REFUSED = {
    "a program with a kind name": (b"MZ" + b"\0" * 100, "giấy.pdf", "không phải PDF"),
    "plain text": (b"hello", "a.txt", "không phải PDF"),
    "a web page": (b"<html><script>", "a.pdf", "không phải PDF"),
    "a picture named PDF": (samples.picture("PNG"), "giấy.pdf", "có nội dung là ảnh PNG"),
    "a PDF named picture": (samples.pdf(), "ảnh.png", "có nội dung là PDF"),
    "a PDF named program": (samples.pdf(), "giấy.exe", "có nội dung là PDF"),
    "nothing": (b"", "a.pdf", "Tệp rỗng"),
    "a PDF with a password": (locked(user="a", owner="b"), "a.pdf", "bỏ mật khẩu"),
    "a PDF with limited rights": (locked(user="", owner="b"), "a.pdf", "bỏ mật khẩu"),
    "half a PDF": (samples.pdf(pages=9)[:-200], "a.pdf", "bị hỏng hoặc tải lên chưa hết"),
    "a PDF of nonsense": (b"%PDF-1.7\nnonsense", "a.pdf", "bị hỏng"),
    "a PDF without pages": (samples.pdf(pages=0), "a.pdf", "không có trang nào"),
    "a PDF of too many pages": (samples.pdf(pages=501), "a.pdf", "501 trang"),
    "a PDF that runs code": (samples.pdf(change=with_javascript), "a.pdf", "mã tự chạy"),
    "a PDF that acts on events": (samples.pdf(change=with_additional_action), "a.pdf", "mã tự chạy"),
    "half a JPEG": (samples.picture("JPEG", (400, 300))[:-4000], "a.jpg", "Ảnh bị hỏng"),
    "half a PNG": (samples.picture("PNG", (400, 300))[:-4000], "a.png", "Ảnh bị hỏng"),
    "half a WebP": (samples.picture("WEBP", (400, 300))[:-4000], "a.webp", "Ảnh bị hỏng"),
    "a picture of too many points": (samples.huge_png(8000), "a.png", "trên 50 triệu"),
    "a picture bomb": (samples.huge_png(60000), "a.png", "trên 50 triệu"),
    "a zip of other things": (samples.zipped(**{"a.txt": "a"}), "a.docx", "Tệp nén không được nhận"),
    "a zip named zip": (samples.zipped(**{"a.txt": "a"}), "a.zip", "đuôi tên"),
    "a document with macros": (samples.docx(**{"word/vbaProject.bin": b"x"}), "a.docx", "macro"),
    "a document that says macro": (
        samples.docx(**{"[Content_Types].xml": samples.TYPES.replace("main", "macroEnabled.main")}), "a.docx", "macro"
    ),
    "a document with a template elsewhere": (
        samples.docx(**{"word/_rels/settings.xml.rels": REMOTE}), "a.docx", "macro"
    ),
    "a zip bomb": (samples.docx(**{"word/media/a.bmp": b"\0" * 30_000_000}), "a.docx", "lớn bất thường"),
    "half a document": (samples.docx(**{"word/a": b"a" * 999})[:-30], "a.docx", "Tệp Word bị hỏng"),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("case", REFUSED)
def test_what_could_harm_or_cannot_be_read_is_refused_with_what_to_do(vault, case):
    content, name, sentence = REFUSED[case]

    with pytest.raises(NotAccepted, match=sentence) as refused:
        store(content, name)

    assert "Hãy" in str(refused.value)
    assert (kept(vault), StoredFile.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_a_document_damaged_inside_is_refused(vault):
    good = bytearray(samples.docx(**{"word/a.xml": b"some text " * 50}))
    good[good.index(b"word/a.xml") + 15] ^= 0xFF

    with pytest.raises(NotAccepted, match="Tệp Word bị hỏng"):
        store(bytes(good), "a.docx")


class Announcing(ContentFile):
    """An upload whose announced size may lie, and which tells whether it was read."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self.size, self.was_read = size, False

    def chunks(self, chunk_size=None):  # noqa: ARG002
        self.was_read = True
        self.file = io.BytesIO(self.file.getvalue())
        return iter([self.file.getvalue()])


@pytest.mark.django_db
def test_200_megabytes_are_refused_before_they_are_read(vault):
    upload = Announcing(b"", 200 * 1024 * 1024)

    with pytest.raises(NotAccepted, match="lớn hơn 20 MB"):
        store(upload, "a.pdf")

    assert (upload.was_read, kept(vault)) == (False, [])


@pytest.mark.django_db
def test_an_upload_larger_than_announced_is_refused_while_it_comes_in(vault, settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024

    with pytest.raises(NotAccepted, match="lớn hơn 1 MB"):
        store(Announcing(b"%PDF-" + b"a" * 1024 * 1024, 10), "a.pdf")

    assert kept(vault) == []


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Lan\\giấy.pdf", "giấy.pdf"),
        ("gi\u0061\u0302\u0301y.pdf", "giấy.pdf"),
        ("ảnh\u202egnp.exe", "ảnhgnp.exe"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("  a   b .pdf ", "a b.pdf"),
        (".htaccess", "htaccess"),
        ("...", "tep"),
        ("", "tep"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_names_are_cleaned(raw, clean):
    assert clean_name(raw) == clean
