"""`motcua demo`: load the invented office."""

from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from motcua.base.vn.rules import day
from motcua.base.worktime import clock
from motcua.base.worktime.rules import VN
from motcua.demo import drafting, office, story
from motcua.demo.law import story as law
from motcua.demo.law_review import Review
from motcua.demo.law_watch import Watch
from motcua.demo.people import CITIZENS
from motcua.house.accounts.models import Account
from motcua.house.office.models import Officer
from motcua.legal.lawbase import acts as register


class Command(BaseCommand):
    help = "Nạp cơ quan thử nghiệm: 12 công chức, 2 công dân, khoảng 400 hồ sơ trong sáu tháng."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="không làm gì nếu đã nạp")
        parser.add_argument("--count", type=int, default=400, help="số hồ sơ")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Chỉ nạp dữ liệu thử nghiệm khi MOTCUA_DEMO=on.")
        if Officer.objects.exists():
            if options["once"]:
                return
            raise CommandError(
                "Hệ thống đã có công chức. Nạp thử nghiệm vào một thư mục dữ liệu mới (MOTCUA_DATA_DIR)."
            )
        started, now = monotonic(), clock.now()
        self.stdout.write("Đang nạp cơ quan thử nghiệm (một lần, chừng một phút)…")
        with transaction.atomic():
            officers = office.load(settings.OFFICE_DIR, at=now.replace(year=2021, month=1, day=4))
            accounts = {one.login: Account.objects.get(login=one.login) for one in CITIZENS}
            documents = sum(1 for _ in law.tell(at=now))
            self.stdout.write(f"  {documents} văn bản pháp luật")
            total = options["count"] if now.astimezone(VN).date() >= story.FIRST else 0
            cast = story.Cast(officers, accounts)
            for number, _ in enumerate(story.tell(cast, now=now, count=total), start=1):
                if number % 50 == 0:
                    self.stdout.write(f"  {number} trong {total} hồ sơ")
                    self.stdout.flush()
            if total:
                Watch(cast, now).tell()
                Review(cast, now).tell()
            drafts = len(list(drafting.tell_drafts(story.Cast(officers, accounts), now=now))) if total else 0
            self.stdout.write(f"  {drafts} dự thảo văn bản")
            register.refresh_states(on=now.astimezone(VN).date())
        if not total:
            self.stdout.write(f"Hồ sơ mẫu có từ {day(story.FIRST)}; trước ngày này chỉ nạp cơ quan và người.")
        self.stdout.write(f"Đã nạp trong {monotonic() - started:.0f} giây.")
