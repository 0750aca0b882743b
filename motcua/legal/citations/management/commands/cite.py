"""`motcua cite FILE|-`: what a text cites, one line of JSON a reference, in text order."""

import gc
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import references

_LINE_ENDS = {mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Marks that JSON leaves as they are and some readers take for the end of a line."""


class Command(BaseCommand):
    help = "Tìm viện dẫn văn bản trong một tệp (UTF-8) hoặc từ đầu vào chuẩn (-); mỗi viện dẫn một dòng JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="TỆP", help="tệp văn bản, hoặc - để đọc đầu vào chuẩn")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["file"]
        try:
            text = _read(name)
        except FileNotFoundError as problem:
            raise CommandError(f"Không đọc được {name}: không có tệp này.") from problem
        except OSError as problem:
            raise CommandError(f"Không đọc được {name}: {problem.strerror or problem}.") from problem
        except UnicodeError as problem:
            raise CommandError(
                f"Không đọc được {name}: không phải văn bản thuần UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."
            ) from problem
        was_on = gc.isenabled()
        gc.disable()  # many small objects without rings, all of which live to the end
        try:
            self._write(text)
        finally:
            if was_on:
                gc.enable()

    def _write(self, text: str) -> None:
        written = json.JSONEncoder(ensure_ascii=False).encode
        lines = [written(one.as_json()) for one in references(text, lexicon())]
        if lines:
            out = "\n".join(lines)
            for mark, escaped in _LINE_ENDS.items():
                out = out.replace(mark, escaped)
            self.stdout.write(out)


def _read(name: str) -> str:
    """The text byte for byte: line ends and byte order mark stay, so that offsets are those of the file."""
    content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    if content.count(b"\0") * 4 > len(content):
        raise UnicodeError
    return content.decode("utf-8")
