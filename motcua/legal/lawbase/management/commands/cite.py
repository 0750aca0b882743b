"""`motcua cite FILE|- [--register]`: what a text cites, one line of JSON a reference, in text order."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import references
from motcua.legal.lawbase.queries.cited import RegisterRows


class Command(BaseCommand):
    help = "Tìm viện dẫn văn bản trong một tệp (UTF-8) hoặc từ đầu vào chuẩn (-); mỗi viện dẫn một dòng JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="TỆP", help="tệp văn bản, hoặc - để đọc đầu vào chuẩn")
        parser.add_argument("--register", action="store_true", help="tra số, tên, tên viết tắt trong sổ văn bản")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = _read(options["file"])
        except (OSError, UnicodeDecodeError) as problem:
            raise CommandError(f"Không đọc được {options['file']}: {problem}") from problem
        words = lexicon()
        rows = RegisterRows(words.aliases) if options["register"] else None
        for one in references(text, words, register=rows):
            line = one.as_json()
            if rows is not None and not isinstance(one.document, str):
                row, standing = rows.found(one.document, None)
                line["register"] = row.slug if row else standing
            self.stdout.write(json.dumps(line, ensure_ascii=False))


def _read(name: str) -> str:
    """The text byte for byte: line ends stay, so that offsets are those of the file."""
    content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return content.decode("utf-8")
