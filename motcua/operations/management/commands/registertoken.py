"""`motcua registertoken`: make an officer's (or a unit's) signing token known by its certificate."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.worktime import clock
from motcua.house.office.models import Officer, Unit
from motcua.house.office.rules import SYSTEM
from motcua.instruments.signing import acts
from motcua.instruments.signing.choices import HolderKind


class Command(BaseCommand):
    help = (
        "Đăng ký thiết bị ký số (PKCS#11) của công chức hoặc con dấu của cơ quan. Khóa và mã PIN ở lại trong thiết bị."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        holder = parser.add_mutually_exclusive_group(required=True)
        holder.add_argument("--officer", help="mã công chức")
        holder.add_argument("--unit", help="mã cơ quan, cho con dấu")
        parser.add_argument("--certificate", type=Path, required=True, help="tệp chứng thư PEM")
        parser.add_argument("--module", required=True, help="thư viện PKCS#11 của thiết bị (.so)")
        parser.add_argument("--token", required=True, help="nhãn thiết bị")
        parser.add_argument("--key", required=True, help="nhãn khóa trong thiết bị")

    def handle(self, *args: Any, **options: Any) -> None:
        holder = self._holder(options)
        try:
            pem = options["certificate"].read_text()
            row = acts.register_token(
                holder_id=holder.pk,
                holder_name=holder.name,
                certificate_pem=pem,
                module=options["module"],
                token_label=options["token"],
                key_label=options["key"],
                by=SYSTEM,
                at=clock.now(),
                holder_kind=HolderKind.UNIT if options["unit"] else HolderKind.PERSON,
            )
        except (OSError, ValueError) as problem:
            raise CommandError(f"Không đọc được chứng thư: {problem}") from problem
        self.stdout.write(f"Đã đăng ký thiết bị của {holder.name}, dùng đến {row.valid_to:%d/%m/%Y}.")

    def _holder(self, options: dict[str, Any]) -> Officer | Unit:
        found: Officer | Unit | None = (
            Unit.objects.filter(code=options["unit"]).first()
            if options["unit"]
            else Officer.objects.filter(code=options["officer"]).first()
        )
        if found is None:
            raise CommandError(f"Không có {options['unit'] or options['officer']} trong hệ thống.")
        return found
