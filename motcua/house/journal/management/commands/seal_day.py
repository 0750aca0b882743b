"""`motcua seal-day`: seal the journal up to the end of a day, yesterday unless told."""

from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.house.journal import acts, rules


class Command(BaseCommand):
    help = "Niêm phong nhật ký đến hết một ngày (mặc định: hôm qua)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("day", nargs="?", type=date.fromisoformat, help="năm-tháng-ngày")

    def handle(self, *args: Any, day: date | None, **options: Any) -> None:
        on = day or clock.now().astimezone(VN).date() - timedelta(days=1)
        try:
            seal = acts.seal_day(on)
        except (rules.AlreadySealed, rules.DayNotOver) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{seal.day:%d/%m/%Y} {seal.digest} ({seal.entries} dòng, {seal.looks} lượt xem)")
