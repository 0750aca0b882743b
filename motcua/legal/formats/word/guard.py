"""Before a .docx is opened: size, a whole zip of sane measures, no password, no macros, no DTD in any part.

A .docx is a zip of XML. What could harm is refused with a sentence for the officer, before any XML is parsed.
"""

import io
import zipfile
import zlib
from pathlib import Path

LARGEST = 20 * 1024 * 1024
PARTS, UNPACKED, RATIO = 3000, 300 * 1024 * 1024, 250
SMALL = 1024 * 1024
XML = (".xml", ".rels", ".vml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCTYPES = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)


class Unusable(ValueError):
    """The file cannot be checked; the message says why and what to do."""


def check_size(size: int, largest: int = LARGEST) -> None:
    """Refuses (Unusable) by size alone, before anything is read."""
    if size > largest:
        raise Unusable(f"Tệp lớn {size // SMALL} MB; lớn nhất là {largest // SMALL} MB. Bỏ bớt hình ảnh rồi gửi lại.")
    if size == 0:
        raise Unusable("Tệp rỗng. Chọn lại tệp.")


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file on disk. Refuses: Unusable."""
    try:
        check_size(path.stat().st_size, largest)
        return path.read_bytes()
    except OSError as problem:
        raise Unusable(f"Không mở được tệp {path.name}.") from problem


def check_word(content: bytes) -> None:
    """Refuses (Unusable) whatever is not a plain, whole .docx."""
    check_size(len(content))
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise Unusable(
                "Tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu) rồi gửi lại."
            )
        raise Unusable("Tệp là .doc kiểu cũ. Mở bằng Word, lưu thành .docx rồi gửi lại.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive)
            _check_parts(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        RuntimeError,
        OSError,
    ) as problem:
        if isinstance(problem, Unusable):
            raise
        raise Unusable("Tệp hỏng hoặc không phải .docx. Mở bằng Word, lưu lại rồi gửi lại.") from problem


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise Unusable("Tệp không phải văn bản Word (.docx).")
    if len(names) > PARTS or len(set(names)) != len(names):
        raise Unusable("Tệp có quá nhiều thành phần hoặc thành phần trùng tên. Mở bằng Word, lưu lại rồi gửi lại.")
    if any(member.flag_bits & 1 for member in members):
        raise Unusable("Tệp có mật khẩu. Bỏ mật khẩu rồi gửi lại.")
    if any("vbaproject" in name.lower() for name in names):
        raise Unusable("Tệp có macro, không nhận. Lưu thành .docx (không macro) rồi gửi lại.")
    total = sum(member.file_size for member in members)
    swollen = [m for m in members if m.file_size > SMALL and m.file_size > RATIO * max(m.compress_size, 1)]
    if total > UNPACKED or swollen:
        raise Unusable("Tệp nở ra quá lớn khi giải nén, không nhận.")


def _check_parts(archive: zipfile.ZipFile) -> None:
    total = 0
    for member in archive.infolist():
        with archive.open(member) as part:
            text = part.read(UNPACKED - total + 1)
        total += len(text)
        if total > UNPACKED:
            raise Unusable("Tệp nở ra quá lớn khi giải nén, không nhận.")
        if member.filename.lower().endswith(XML):
            if any(mark in text for mark in DOCTYPES):
                raise Unusable("Tệp có khai báo DTD (có thể gây hại), không nhận.")
            if member.filename.endswith("[Content_Types].xml") and b"macroEnabled" in text:
                raise Unusable("Tệp có macro, không nhận. Lưu thành .docx (không macro) rồi gửi lại.")
