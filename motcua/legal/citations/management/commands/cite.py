"""`motcua cite FILE|-`: what a text cites, one line of JSON a reference, in text order."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.rules import references


class Command(BaseCommand):
    help = "Tìm viện dẫn văn bản trong một tệp (UTF-8) hoặc từ đầu vào chuẩn (-); mỗi viện dẫn một dòng JSON."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="TỆP", help="tệp văn bản, hoặc - để đọc đầu vào chuẩn")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = _read(options["file"])
        except (OSError, UnicodeDecodeError) as problem:
            raise CommandError(f"Không đọc được {options['file']}: {problem}") from problem
        for one in references(text, lexicon()):
            self.stdout.write(json.dumps(one.as_json(), ensure_ascii=False))


def _read(name: str) -> str:
    """The text byte for byte: line ends stay, so that offsets are those of the file."""
    content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return content.decode("utf-8")
