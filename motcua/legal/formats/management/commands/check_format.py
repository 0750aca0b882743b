"""`motcua check-format FILE --profile nd30 --on 2025-03-05`: what is wrong with the format of a Word or PDF file."""

import json
import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from motcua.base.worktime import clock
from motcua.legal.formats import queries
from motcua.legal.formats.choices import PROFILE_NAMES, SEVERITY_NAMES, Profile
from motcua.legal.formats.queries import Report, Unusable
from motcua.legal.formats.word.guard import read_file
from motcua.legal.formats.word.mend import LettersChanged


class Command(BaseCommand):
    help = (
        "Kiểm tra thể thức và kỹ thuật trình bày của tệp .docx hoặc PDF. Mã trả về: 0 đúng, 1 có lỗi, 2 không đọc được."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--profile", choices=[*map(str, Profile)], default=Profile.ND30.value)
        parser.add_argument("--on", type=_day, default=None, help="ngày của văn bản, 2025-03-05 hoặc 05/03/2025")
        parser.add_argument("--fix", type=Path, default=None, metavar="OUT.docx", help="ghi bản đã sửa phần trình bày")
        parser.add_argument("--marked", type=Path, default=None, metavar="OUT.docx", help="ghi bản có nhận xét")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        profile, on = Profile(options["profile"]), options["on"] or clock.now().date()
        try:
            content = read_file(options["file"])
            report = queries.check(content, profile=profile, on=on)
            left = self._written(content, report, options)
        except (Unusable, LettersChanged) as refused:
            self.stderr.write(str(refused))
            sys.exit(2)
        if options["json"]:
            shown = queries.as_json(report) | ({"left_after_fix": left} if left is not None else {})
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(_lines(report, left)))
        sys.exit(1 if report.has_errors else 0)

    def _written(self, content: bytes, report: Report, options: dict[str, Any]) -> list[str] | None:
        """Write the copies asked for; gives the rules still broken in the mended one."""
        for out in filter(None, (options["marked"], options["fix"])):
            if out.resolve() == options["file"].resolve():
                raise Unusable("Tệp ra trùng tệp vào. Chọn tên khác để giữ bản gốc.")
        if options["marked"]:
            _write(options["marked"], queries.marked(content, report))
        if not options["fix"]:
            return None
        mended, left = queries.mended(content, profile=report.profile, on=report.on)
        _write(options["fix"], mended)
        return [one.rule.id for one in left]


def _day(text: str) -> date:
    try:
        return date(*map(int, reversed(text.split("/")))) if "/" in text else date.fromisoformat(text)
    except (TypeError, ValueError) as problem:
        raise ArgumentTypeError(f"“{text}” không phải một ngày. Ghi như 2025-03-05 hoặc 05/03/2025.") from problem


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as problem:
        raise Unusable(f"Không ghi được tệp {out}.") from problem


def _lines(report: Report, left: list[str] | None) -> list[str]:
    kind = f", {report.document_name}" if report.document_name else ""
    lines = [f"{PROFILE_NAMES[report.profile]}, theo quy định ngày {report.on:%d/%m/%Y}{kind}"]
    for severity, name in SEVERITY_NAMES.items():
        if found := report.of(severity):
            lines += ["", f"{name}: {len(found)}", *queries.told(found)]
    if not report.findings:
        lines += ["", "Không thấy điều gì sai trong những điều máy kiểm tra được."]
    lines += ["", "Người xem kiểm tra thêm (máy không thấy):"]
    lines += [f"[{rule.id}] {rule.title}: {rule.demands}. Nguồn: {rule.by}" for rule in report.for_the_eye]
    if left is not None:
        lines += [
            "",
            f"Đã ghi bản sửa. Còn {len(left)} điều phải sửa tay: {', '.join(dict.fromkeys(left)) or 'không'}.",
        ]
    return lines
