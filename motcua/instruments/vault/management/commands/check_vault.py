"""`motcua check-vault`: is every file there, unchanged, and known?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.worktime import clock
from motcua.instruments.vault import acts, queries

_WORDS = {"missing": "mất", "damaged": "bị thay đổi", "orphan": "không thuộc hồ sơ nào"}


class Command(BaseCommand):
    help = "Kiểm tra kho tệp: tệp mất, tệp bị thay đổi, tệp thừa. Mã thoát 1 khi có tệp mất hoặc bị thay đổi."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--remove-orphans", action="store_true", help="xóa tệp thừa cũ hơn một ngày")

    def handle(self, *args: Any, remove_orphans: bool, **options: Any) -> None:
        if remove_orphans:
            self.stdout.write(f"Đã xóa {acts.remove_orphans(before=clock.now())} tệp thừa")
        bad = 0
        for fault in queries.faults():
            bad += fault.what != "orphan"
            self.stdout.write(f"{_WORDS[fault.what]}: {fault.sha256}")
        if bad:
            raise CommandError(f"KHO TỆP HỎNG: {bad} tệp mất hoặc bị thay đổi")
        self.stdout.write("Kho tệp nguyên vẹn")
