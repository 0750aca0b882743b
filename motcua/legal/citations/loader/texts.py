"""A text in, lines of JSON out: what both forms of `motcua cite` read and write."""

import json
import sys
from pathlib import Path
from typing import Any

_LINE_ENDS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Marks that JSON leaves as they are and some readers take for the end of a line."""
_written = json.JSONEncoder(ensure_ascii=False).encode


def read_text(name: str) -> str:
    """A file (or `-`: standard input) byte for byte: line ends and order mark stay, so that offsets are the file's.

    Refuses: ValueError with what to do.
    """
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return _decoded(content)
    except FileNotFoundError as problem:
        raise ValueError(f"Không đọc được {name}: không có tệp này.") from problem
    except OSError as problem:
        raise ValueError(f"Không đọc được {name}: {problem.strerror or problem}.") from problem
    except UnicodeError as problem:
        raise ValueError(
            f"Không đọc được {name}: không phải văn bản thuần UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."
        ) from problem


def _decoded(content: bytes) -> str:
    if content.count(b"\0") * 4 > len(content):  # UTF-16 and its like, which may pass for UTF-8
        raise UnicodeError
    return content.decode("utf-8")


def json_line(facts: dict[str, Any]) -> str:
    """One reference in one line, whatever stands in it."""
    line = _written(facts)
    for mark, escaped in _LINE_ENDS.items():
        if mark in line:
            line = line.replace(mark, escaped)
    return line
