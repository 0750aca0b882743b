"""`motcua backup FILE`: database and files in one checked file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from motcua.base.worktime import clock
from motcua.operations import archive


class Command(BaseCommand):
    help = "Sao lưu cơ sở dữ liệu, tệp và khóa ký vào một tệp; đọc lại để kiểm tra."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"]
        archive.write(target, at=clock.now())
        names = archive.check(target)
        self.stdout.write(
            f"Đã sao lưu {len(names)} tệp vào {target} ({target.stat().st_size / 1e6:.1f} MB), đọc lại khớp."
        )
