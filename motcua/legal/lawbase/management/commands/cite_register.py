"""`motcua cite FILE|- --register`: what a text cites, and what the register knows of it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.loader.texts import json_line, read_text, write_utf8
from motcua.legal.citations.rules import references
from motcua.legal.lawbase.queries.cited import RegisterRows


class Command(BaseCommand):
    help = "Như `motcua cite`, tra thêm số, tên, tên viết tắt trong sổ văn bản."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="TỆP", help="tệp văn bản, hoặc - để đọc đầu vào chuẩn")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = read_text(options["file"])
        except ValueError as problem:
            raise CommandError(str(problem)) from problem
        write_utf8()
        words = lexicon()
        rows = RegisterRows(words.aliases)
        try:
            found = references(text, words, register=rows)
        except DatabaseError as problem:
            raise CommandError("Chưa có sổ văn bản để tra: chạy `motcua migrate`, hoặc bỏ --register.") from problem
        for one in found:
            line = one.as_json()
            if not isinstance(one.document, str):
                row, standing = rows.found(one.document, None)
                line["register"] = row.slug if row else standing
            self.stdout.write(json_line(line))
