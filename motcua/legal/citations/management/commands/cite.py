"""`motcua cite FILE|-`: what a text cites, one line of JSON a reference, in text order."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.legal.citations.loader import lexicon
from motcua.legal.citations.loader.texts import json_line, read_text, write_utf8
from motcua.legal.citations.rules import references


class Command(BaseCommand):
    help = (
        "Tìm viện dẫn văn bản trong một tệp (UTF-8) hoặc từ đầu vào chuẩn (-); mỗi viện dẫn một dòng JSON. "
        "Thêm --register: tra số, tên, tên viết tắt trong sổ văn bản."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="TỆP", help="tệp văn bản, hoặc - để đọc đầu vào chuẩn")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            text = read_text(options["file"])
        except ValueError as problem:
            raise CommandError(str(problem)) from problem
        write_utf8()
        if lines := [json_line(one.as_json()) for one in references(text, lexicon())]:
            self.stdout.write("\n".join(lines))
