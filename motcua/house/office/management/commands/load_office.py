"""`motcua load-office`: take over office/units.yaml and office/posts.yaml."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from motcua.base.worktime import clock
from motcua.house.office import acts
from motcua.house.office.loader import BrokenOffice
from motcua.house.office.rules import SYSTEM


class Command(BaseCommand):
    help = "Nạp đơn vị và vị trí việc làm từ office/units.yaml và office/posts.yaml (nạp lại nhiều lần được)."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = acts.load_office(settings.OFFICE_DIR, by=SYSTEM, at=clock.now())
        except BrokenOffice as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Mới: {loaded.new}. Thay đổi: {loaded.changed}.")
