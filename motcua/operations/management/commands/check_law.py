"""`motcua check-law`: every fault in law/ and office/ with file and line; exit 1 when there is one."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from motcua.base.worktime import loader as worktime_files
from motcua.bureau.drafting.loader import findings as drafting_faults
from motcua.bureau.law_review.loader import findings as review_faults
from motcua.bureau.law_watch.loader import findings as watch_faults
from motcua.legal.eforms.loader import check as form_faults
from motcua.legal.procedures.loader.build import procedure_files
from motcua.legal.procedures.loader.checks import findings
from motcua.operations.parser_law import citation_faults, detail_faults, format_faults


class Command(BaseCommand):
    help = "Kiểm tra dữ liệu pháp luật trong law/ và office/."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--law", type=Path, default=None, help="thư mục law/")
        parser.add_argument("--office", type=Path, default=None, help="thư mục office/")

    def handle(self, *args: Any, **options: Any) -> None:
        law_dir = options["law"] or Path(settings.LAW_DIR)
        office_dir = options["office"] or Path(settings.OFFICE_DIR)
        found = [*findings(law_dir, office_dir), *form_faults(law_dir), *watch_faults(law_dir), *review_faults(law_dir)]
        found += [*drafting_faults(law_dir), *format_faults(law_dir), *citation_faults(law_dir)]
        found += detail_faults(law_dir)
        found += _calendar_faults(law_dir, office_dir)
        for finding in found:
            self.stdout.write(str(finding))
        if found:
            self.stderr.write(f"{len(found)} lỗi trong dữ liệu pháp luật.")
            raise SystemExit(1)
        self.stdout.write(f"{len(procedure_files(law_dir))} thủ tục: dữ liệu đúng.")


def _calendar_faults(law_dir: Path, office_dir: Path) -> list[str]:
    """What keeps the working calendar or the office hours from being read."""
    try:
        worktime_files.calendar(law_dir / "calendar")
        worktime_files.hours(root=office_dir / "hours.yaml")
    except ValueError as problem:
        return [str(problem)]
    return []
