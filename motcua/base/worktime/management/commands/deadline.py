"""`motcua deadline`: when a dossier falls due, and why, day by day."""

import json
import sys
from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand

from motcua.base.vn.rules import day, moment
from motcua.base.worktime import loader
from motcua.base.worktime.rules import VN, CalendarMissing, Due, HoursMissing, Limit, NotALimit, due_moment

EXAMPLE = "motcua deadline --received 2025-01-24T15:20 --limit 3wd"


class BadInput(ValueError):
    """The question cannot be answered as it stands; the message is one sentence."""


class Command(BaseCommand):
    help = f"Tính thời điểm hẹn trả và giải thích từng ngày. Ví dụ: {EXAMPLE}"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--received", metavar="NGÀY_GIỜ", help="lúc tiếp nhận, ví dụ 2025-01-24T15:20")
        parser.add_argument("--limit", metavar="THỜI_HẠN", help="same_day, 4h, 3wd, 15d, 1m hoặc chuỗi 3wd+5wd")
        parser.add_argument("--unit", metavar="MÃ", help="mã đơn vị có giờ làm việc riêng")
        parser.add_argument("--json", action="store_true", help="in JSON")

    def handle(self, *args: object, **options: Any) -> None:
        try:
            due = _due(options["received"], options["limit"], options["unit"])
        except (BadInput, NotALimit, CalendarMissing, HoursMissing, loader.BrokenFile) as error:
            self.stderr.write(str(error), self.style.NOTICE)
            sys.exit(2)
        if options["unit"] and options["unit"] not in loader.units_with_hours():
            self.stderr.write(
                f"Đơn vị {options['unit']} không có giờ riêng trong office/hours.yaml: tính theo giờ chung."
            )
        self.stdout.write(json.dumps(_as_json(due), ensure_ascii=False) if options["json"] else _as_table(due))


def _due(received: str | None, limit: str | None, unit: str | None) -> Due:
    if not received or not limit:
        raise BadInput(f"Cần ghi lúc tiếp nhận và thời hạn, ví dụ: {EXAMPLE}")
    try:
        received_at = datetime.fromisoformat(received)
    except ValueError:
        raise BadInput(f"Lúc tiếp nhận “{received}” chưa đúng; ghi như 2025-01-24T15:20.") from None
    if received_at.tzinfo is None:
        received_at = received_at.replace(tzinfo=VN)
    return due_moment(received_at, Limit.parse(limit), calendar=loader.calendar(), hours=loader.hours(unit))


def _as_json(due: Due) -> dict[str, object]:
    return {
        "received": due.received_at.isoformat(),
        "limit": str(due.limit),
        "due_at": due.at.isoformat(),
        "calendar": due.calendar_version,
        "steps": [
            {"day": step.day.isoformat(), "weekday": step.weekday_vi, "label": step.label_vi, "counted": step.counted}
            for step in due.steps
        ],
    }


def _as_table(due: Due) -> str:
    lines = [f"Tiếp nhận: {moment(due.received_at)}", f"Thời hạn:  {due.limit.in_vietnamese}", ""]
    lines += [
        f"  {'✓' if step.counted else ' '} {step.weekday_vi:<9} {day(step.day)}  {step.label_vi}" for step in due.steps
    ]
    lines += ["", f"Hẹn trả:   {moment(due.at)}"]
    if not due.hours.is_sure(due.at.date()):
        lines.append("Giờ làm việc chưa được cơ quan xác nhận (office/hours.yaml).")
    return "\n".join(lines)
