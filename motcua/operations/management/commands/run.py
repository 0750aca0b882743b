"""`motcua run`: migrate, load the demo office when it is one, serve web and background work until Ctrl+C."""

import os
import signal
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    help = "Chạy hệ thống: nâng cấp cơ sở dữ liệu, mở trang web và tiến trình nền."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
        parser.add_argument("--no-jobs", action="store_true", help="không chạy tiến trình nền")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        if settings.DEMO:
            call_command("demo", "--once")
        command = [sys.executable, "-m", "motcua"]
        server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1"]
        server += ["--host", options["host"], "--port", str(options["port"]), "--workers", str(options["workers"])]
        server += ["--blocking-threads", "1", "--log-level", "warning", "motcua.wsgi:application"]
        children = [subprocess.Popen(server)]  # noqa: S603
        if not options["no_jobs"]:
            children.append(subprocess.Popen([*command, "worker"]))  # noqa: S603
        self.stdout.write(self.style.SUCCESS(f"\n  Mở http://{options['host']}:{options['port']} – dừng bằng Ctrl+C\n"))
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            children[0].wait()
        except KeyboardInterrupt:
            self.stdout.write("\nĐang dừng…")
        finally:
            for child in children:
                child.terminate()
            for child in children:
                child.wait(timeout=20)
