"""Old and other word processors' files (.doc, .rtf, .odt) as .docx, by LibreOffice where it is installed.

What could harm is refused by its bytes before LibreOffice opens it; LibreOffice itself runs with a profile made for
this one file: no macro runs, no link is followed.
"""

import tempfile
import zipfile
import zlib
from pathlib import Path

from motcua.legal.lawbase.loader import programs
from motcua.legal.lawbase.loader.refusals import NotReadable

ENDINGS = (".doc", ".rtf", ".odt")
SECONDS = 120.0
NOTE = "Tệp {ending} đã được LibreOffice chuyển sang .docx; bản lưu là bản .docx. So lại với bản gốc."
MISSING = (
    "Máy chủ chưa cài LibreOffice nên chưa đọc được tệp {ending}. Mở bằng Word, lưu thành .docx rồi nhập lại; hoặc nhờ"
    " quản trị viên cài gói libreoffice-writer-nogui."
)
_BROKEN = "Tệp {ending} bị hỏng, có mật khẩu hoặc không đúng đuôi tên. Mở bằng Word, lưu thành .docx rồi nhập lại."
_LOCKED = "Tệp có mật khẩu. Mở bằng Word, bỏ mật khẩu rồi nhập lại."
_MACROS = "Tệp có macro, không nhận. Mở bằng Word, lưu thành .docx (không macro) rồi nhập lại."
_BOMB = "Tệp khi mở ra lớn bất thường, không nhận."
_OLE, _RTF, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK\x03\x04"
_HEADS = {".doc": (_OLE, _RTF), ".rtf": (_RTF,), ".odt": (_ZIP,)}
_WORD_HEAD, _ENCRYPTED_BIT = b"\xec\xa5\xc1\x00", 0x01
_MOST_PARTS, _MOST_BYTES, _MOST_RATIO, _SMALL = 2000, 200 * 1024 * 1024, 200, 1024 * 1024
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def check(path: Path) -> None:
    """Refuses (NotReadable) what is locked, carries macros, swells or is something else than its name says."""
    ending, content = path.suffix.lower(), path.read_bytes()
    if not content.startswith(_HEADS[ending]):
        raise NotReadable(_BROKEN.format(ending=ending))
    if content.startswith(_OLE):
        head = content.find(_WORD_HEAD)
        if "EncryptedPackage".encode("utf-16-le") in content or (head >= 0 and content[head + 11] & _ENCRYPTED_BIT):
            raise NotReadable(_LOCKED)
        if "_VBA_PROJECT".encode("utf-16-le") in content:
            raise NotReadable(_MACROS)
    elif content.startswith(_ZIP):
        _check_archive(path)


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            swollen = any(p.file_size > _SMALL and p.file_size > _MOST_RATIO * max(p.compress_size, 1) for p in parts)
            if swollen or len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_BYTES:
                raise NotReadable(_BOMB)
            if archive.testzip() is not None:
                raise NotReadable(_BROKEN.format(ending=path.suffix))
            if any(p.filename.startswith(("Basic/", "Scripts/")) for p in parts):
                raise NotReadable(_MACROS)
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise NotReadable(_LOCKED)
            if any(b"<!DOCTYPE" in archive.read(p) for p in parts if p.filename.endswith(".xml")):
                raise NotReadable("Tệp có khai báo DTD (có thể gây hại), không nhận.")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, KeyError, OSError) as reason:
        raise NotReadable(_BROKEN.format(ending=path.suffix)) from reason


def is_possible() -> bool:
    """Whether this machine has LibreOffice."""
    return bool(programs.found("soffice"))


def as_word(path: Path) -> bytes:
    """The .docx LibreOffice makes of it. Refuses: NotReadable, also where LibreOffice is not installed."""
    ending = path.suffix.lower()
    check(path)
    program = programs.found("soffice")
    if not program:
        raise NotReadable(MISSING.format(ending=ending))
    with tempfile.TemporaryDirectory() as raw:
        folder = Path(raw)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source = folder / f"van-ban{ending}"
        source.write_bytes(path.read_bytes())
        command = (
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nologo", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
        )  # fmt: skip
        try:
            programs.run(command, folder=folder, seconds=SECONDS)
            return (folder / "van-ban.docx").read_bytes()
        except (programs.Failed, OSError) as reason:
            raise NotReadable(_BROKEN.format(ending=ending)) from reason
