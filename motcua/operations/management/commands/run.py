"""`motcua run`: migrate, load the demo office when it is one, serve web and background work until Ctrl+C."""

import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.vn.rules import day
from motcua.base.worktime import clock


class Command(BaseCommand):
    help = "Chạy hệ thống: nâng cấp cơ sở dữ liệu, mở trang web và tiến trình nền."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
        parser.add_argument("--no-jobs", action="store_true", help="không chạy tiến trình nền")

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_taken(options["host"], options["port"])
        command, environment = [sys.executable, "-m", "motcua"], addressed(options["host"], options["port"])
        call_command("migrate", verbosity=0)
        if settings.DEMO:
            subprocess.run([*command, "demo", "--once"], env=environment, check=True)  # noqa: S603
            self.tell_of_the_demo(datetime.now(tz=UTC))
        server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--http", "1"]
        server += ["--host", options["host"], "--port", str(options["port"]), "--workers", str(options["workers"])]
        server += ["--blocking-threads", "1", "--log-level", "warning", "motcua.wsgi:application"]
        children = [subprocess.Popen(server, env=environment)]  # noqa: S603
        if not options["no_jobs"]:
            children.append(subprocess.Popen([*command, "worker"], env=environment))  # noqa: S603
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

    def tell_of_the_demo(self, real: datetime) -> None:
        """What differs from an office at work: where mail goes, and the day, when it is not today."""
        if settings.EMAIL_BACKEND.endswith(".filebased.EmailBackend"):
            self.stdout.write(f"Thư của bản thử nghiệm không gửi đi, nằm ở {settings.EMAIL_FILE_PATH}")
        here = clock.demo_moment(real)
        if settings.CLOCK is None and here != real:
            self.stdout.write(f"Chưa có lịch nghỉ năm sau: bản thử nghiệm đứng ở ngày {day(here.date())}.")


def refuse_taken(host: str, port: int) -> None:
    """Say at once, and before anything is loaded, that another program answers there. Refuses: CommandError."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise CommandError(
                f"Không mở được cổng {port} ở {host} ({problem.strerror}). Chọn cổng khác: motcua run --port 8001, "
                "hoặc make run PORT=8001."
            ) from None


def addressed(host: str, port: int) -> dict[str, str]:
    """The environment of what is started: without a public address of its own, QR codes and mail name this one."""
    name = f"[{host}]" if ":" in host else host
    here = name if host.strip("0.:") else "127.0.0.1"
    return {**os.environ, "MOTCUA_SITE_URL": os.environ.get("MOTCUA_SITE_URL") or f"http://{here}:{port}"}
