"""`motcua restore FILE`: put a backup back."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.operations import archive


class Command(BaseCommand):
    help = "Khôi phục từ bản sao lưu, sau khi kiểm tra từng tệp trong đó."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="thay dữ liệu đang có")
        parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không khôi phục")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["check"]:
                self.stdout.write(f"Bản sao lưu đọc được, {len(archive.check(options['file']))} tệp khớp.")
            else:
                self.stdout.write(f"Đã khôi phục {archive.restore(options['file'], replace=options['replace'])} tệp.")
        except archive.NotRestorable as problem:
            raise CommandError(str(problem)) from problem
