"""A .zip of documents as its files: counted and measured before anything is unpacked, nothing written by its names."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from motcua.legal.lawbase.loader.files import ENDINGS, MOST_BYTES
from motcua.legal.lawbase.loader.refusals import NotReadable

MOST_FILES, MOST_UNPACKED, MOST_RATIO, SMALL = 2000, 500 * 1024 * 1024, 200, 1024 * 1024
_BROKEN = "Tệp .zip bị hỏng hoặc có mật khẩu. Nén lại không mật khẩu rồi nhập."


def files_in(content: bytes) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each document in the archive; other files and archives inside are left out.

    Refuses: NotReadable, before the first file is given.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as reason:
        raise NotReadable(_BROKEN) from reason
    members = [one for one in archive.infolist() if _is_document(one)]
    if len(members) > MOST_FILES:
        raise NotReadable(f"Tệp .zip có {len(members)} văn bản, nhiều hơn {MOST_FILES}. Hãy chia thành nhiều tệp.")
    swollen = any(one.file_size > SMALL and one.file_size > MOST_RATIO * max(one.compress_size, 1) for one in members)
    if swollen or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise NotReadable("Tệp .zip khi mở ra lớn bất thường, không nhận.")
    if any(one.flag_bits & 1 for one in members):
        raise NotReadable(_BROKEN)
    yield from ((_name(one), _content(archive, one)) for one in members)


def _is_document(member: zipfile.ZipInfo) -> bool:
    name = _name(member)
    return not member.is_dir() and not name.startswith((".", "~$")) and name.lower().endswith(ENDINGS)


def _name(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename.replace("\\", "/")).name


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The file; one larger than is read is cut right behind the limit, so that its reader says so."""
    try:
        with archive.open(member) as opened:
            return opened.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as reason:
        raise NotReadable(_BROKEN) from reason
