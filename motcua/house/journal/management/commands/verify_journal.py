"""`motcua verify-journal`: is everything on record still as it was written?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.house.journal import queries


class Command(BaseCommand):
    help = "Kiểm tra nhật ký có bị sửa, xóa, thay không. Mã thoát 1 khi có dòng hỏng."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seal", default="", help="mã niêm phong đã ghi lại nơi khác, phải còn trong chuỗi")

    def handle(self, *args: Any, seal: str, **options: Any) -> None:
        report = queries.verify(seal=seal)
        if report.broken:
            raise CommandError(f"NHẬT KÝ HỎNG: {report.broken}")
        if report.guards_missing:
            raise CommandError(f"NHẬT KÝ MẤT KHÓA: {', '.join(sorted(report.guards_missing))}")
        newest = queries.last_seal()
        seal_text = f"; niêm phong cuối {newest.day:%d/%m/%Y} {newest.digest}" if newest else ""
        self.stdout.write(
            f"Nhật ký nguyên vẹn: {report.entries} dòng, {report.looks} lượt xem, {report.seals} niêm phong{seal_text}"
        )
