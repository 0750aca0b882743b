"""`motcua worker`: do the work of the background until stopped."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from motcua.instruments.jobs import rules
from motcua.instruments.jobs.worker import Worker


class Command(BaseCommand):
    help = "Chạy tiến trình nền: gửi thông báo, làm việc hằng đêm. Dừng bằng SIGTERM: việc đang làm được làm xong."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="làm hết việc đến hạn rồi thoát")
        parser.add_argument("--threads", type=int, default=1, help="số luồng (mặc định 1)")
        parser.add_argument("--lease", type=float, default=rules.LEASE.total_seconds(), help="giây giữ một việc")
        parser.add_argument("--poll", type=float, default=0.5, help="giây nghỉ khi không có việc")

    def handle(self, *args: Any, once: bool, threads: int, lease: float, poll: float, **options: Any) -> None:
        worker = Worker(threads=threads, lease=timedelta(seconds=lease), poll=poll)
        if once:
            self.stdout.write(f"Đã làm {worker.drain()} việc")
        else:
            worker.run()
