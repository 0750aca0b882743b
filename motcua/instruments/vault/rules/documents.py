"""Word documents: a zip of known parts, without macros, remote templates or bombs."""

import re
import zipfile
import zlib
from pathlib import Path

from motcua.instruments.vault.rules.kinds import NAMES
from motcua.instruments.vault.rules.refusals import NotAccepted

MOST_PARTS, MOST_BYTES, MOST_RATIO, SMALL = 2000, 200 * 1024 * 1024, 200, 1024 * 1024
_BROKEN = "Tệp Word bị hỏng, có mật khẩu hoặc tải lên chưa hết. Hãy mở thử, lưu lại dạng .docx hoặc PDF rồi nộp lại."
_MACROS = "Tệp Word chứa macro hoặc liên kết mẫu bên ngoài, không được nhận. Hãy lưu thành PDF rồi nộp lại."
_BOMB = "Tệp Word khi mở ra lớn bất thường, không được nhận. Hãy lưu thành PDF rồi nộp lại."
_DTD = "Tệp Word có khai báo DTD (có thể gây hại), không được nhận. Hãy mở bằng Word, lưu lại dạng .docx rồi nộp lại."
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED_OR_OLD = (
    "có mật khẩu, hoặc là tệp Word kiểu cũ (.doc). Hãy mở bằng Word, bỏ mật khẩu, lưu thành .docx hoặc PDF rồi nộp lại."
)
_DECLARED = tuple(
    word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_OTHER = f"Tệp nén không được nhận. Hãy giải nén và nộp từng tệp {NAMES}."
_REMOTE = re.compile(rb'attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"')


def check_docx(path: Path) -> None:
    """Refuses anything but a whole, plain .docx (NotAccepted)."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as reason:
        raise NotAccepted(_BROKEN) from reason


def _check(archive: zipfile.ZipFile) -> None:
    parts = {part.filename: part for part in archive.infolist()}
    if not {"[Content_Types].xml", "word/document.xml"} <= parts.keys():
        raise NotAccepted(_OTHER)
    sizes = [part.file_size for part in archive.infolist()]
    blown_up = any(p.file_size > SMALL and p.file_size > MOST_RATIO * p.compress_size for p in archive.infolist())
    if len(sizes) > MOST_PARTS or sum(sizes) > MOST_BYTES or blown_up:
        raise NotAccepted(_BOMB)
    if archive.testzip() is not None:
        raise NotAccepted(_BROKEN)
    if any(name.lower().endswith("vbaproject.bin") for name in parts) or _mentions_macros(archive, parts):
        raise NotAccepted(_MACROS)
    if any(_declares(archive, name) for name in parts if name.lower().endswith((".xml", ".rels", ".vml"))):
        raise NotAccepted(_DTD)


def _declares(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether a part brings declarations of its own: Word writes none, and an entity may name a file or swell."""
    content = archive.read(name)
    return any(mark in content for mark in _DECLARED)


def _mentions_macros(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> bool:
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        return True
    relations = "word/_rels/settings.xml.rels"
    return relations in parts and bool(_REMOTE.search(archive.read(relations)))
