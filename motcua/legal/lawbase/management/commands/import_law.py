"""`motcua import-law PATH…`: take files and folders into the register; run again, it goes on where it stopped."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.worktime import clock
from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM, NoSuchUnit
from motcua.legal.lawbase import acts
from motcua.legal.lawbase.loader import ENDINGS, NotReadable, read

EVERY = 25


class Command(BaseCommand):
    help = "Nhập văn bản pháp luật từ tệp hoặc cả thư mục (PDF, bản quét, Word, HTML, JSON); chạy lại thì làm tiếp."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--unit", required=True, help="mã đơn vị giữ sổ, ví dụ TK-TP")
        parser.add_argument("--on-error", type=Path, metavar="FILE", help="ghi tệp lỗi (CSV: tệp, lý do)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            unit = office.directory().unit(options["unit"])
        except NoSuchUnit as reason:
            raise CommandError(str(reason)) from reason
        files = list(_files(options["paths"]))
        if not files:
            raise CommandError(f"Không có tệp nào để nhập (nhận {', '.join(ENDINGS)}).")
        counts = {"new": 0, "text": 0, "there": 0}
        errors: list[tuple[str, str]] = []
        for number, path in enumerate(files, start=1):
            try:
                found = read(path)
                taken = acts.take_in(found, keeper_id=unit.id, by=SYSTEM, at=clock.now(), path=path)
            except (NotReadable, ValueError) as reason:
                errors.append((str(path), str(reason)))
            else:
                counts["there" if taken.was_there else "new" if taken.is_new else "text"] += 1
            if number % EVERY == 0 or number == len(files):
                self.stdout.write(f"  {number} trong {len(files)} tệp, {len(errors)} lỗi")
                self.stdout.flush()
        self._report(counts, errors, options["on_error"])

    def _report(self, counts: dict[str, int], errors: list[tuple[str, str]], place: Path | None) -> None:
        self.stdout.write(
            f"Văn bản mới {counts['new']}, thêm nội dung {counts['text']}, đã có từ trước {counts['there']},"
            f" lỗi {len(errors)}."
        )
        if place is not None:
            with place.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([("tệp", "lý do"), *errors])
        else:
            for name, reason in errors:
                self.stderr.write(f"{name}: {reason}")


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
        else:
            yield path
