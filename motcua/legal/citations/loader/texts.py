"""A text in, lines of JSON out: what both forms of `motcua cite` read and write."""

import codecs
import io
import json
import sys
from pathlib import Path
from typing import Any

MOST_BYTES = 20_000_000
"""The largest text read at once; a law of a thousand articles has one."""
_OTHER_FILES: dict[str, tuple[bytes, ...]] = {
    "tệp Word, Excel hoặc OpenDocument": (b"pk\x03\x04", b"\xd0\xcf\x11\xe0"),
    "tệp PDF": (b"%pdf-",),
    "tệp RTF": (b"{\\rtf",),
    "trang HTML": (b"<!doctype html", b"<html"),
}
"""What such a file is called, and the bytes it begins with, in small letters."""
_WHY: dict[type[OSError], str] = {
    FileNotFoundError: "không có tệp này",
    IsADirectoryError: "đây là thư mục, hãy chỉ một tệp",
    PermissionError: "không có quyền đọc tệp này",
}
_LINE_ENDS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Marks that JSON leaves as they are and some readers take for the end of a line."""
_written = json.JSONEncoder(ensure_ascii=False).encode


def read_text(name: str) -> str:
    """A file (or `-`: standard input) byte for byte: line ends and order mark stay, so that offsets are the file's.

    Refuses: ValueError with what to do.
    """
    try:
        return _plain(_bytes(name))
    except OSError as problem:
        raise ValueError(f"Không đọc được {name}: {_WHY.get(type(problem), problem.strerror or problem)}.") from problem
    except UnicodeError as problem:
        raise ValueError(
            f"Không đọc được {name}: không phải văn bản thuần UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."
        ) from problem
    except _Refused as reason:
        raise ValueError(f"Không đọc được {name}: {reason}") from reason


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(name).open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


class _Refused(Exception):
    """No plain text; the sentence says what it is and what to do."""


def _plain(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _Refused(f"lớn hơn {MOST_BYTES // 1_000_000} MB. Hãy chia tệp thành nhiều phần.")
    begin = content[:200].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for kind, marks in _OTHER_FILES.items():
        if begin.startswith(marks):
            raise _Refused(f"là {kind}, không phải văn bản thuần. Hãy lưu thành tệp .txt với bảng mã UTF-8.")
    if content.count(b"\0") * 4 > len(content):  # UTF-16 and its like, which may pass for UTF-8
        raise UnicodeError
    return content.decode("utf-8")


def write_utf8() -> None:
    """JSON lines are UTF-8 wherever they go: a terminal or a pipe with another coding does not stop them."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def json_line(facts: dict[str, Any]) -> str:
    """One reference in one line, whatever stands in it."""
    line = _written(facts)
    for mark, escaped in _LINE_ENDS.items():
        if mark in line:
            line = line.replace(mark, escaped)
    return line
