"""`motcua fees 2.000815 --pages 5 --copies 3 --on 2024-11-14`: what a dossier costs, line by line."""

import dataclasses
import json
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from motcua.base.vn.rules import money
from motcua.base.worktime import clock
from motcua.legal.procedures.choices import Channel
from motcua.legal.procedures.queries import NoProcedure, get
from motcua.legal.procedures.rules import FeeLine, FeeUnknown, WrongCount, fee_lines, total_vnd


class Command(BaseCommand):
    help = "Tính phí, lệ phí của một thủ tục."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="mã thủ tục, ví dụ 2.000815")
        parser.add_argument("--pages", default="1", help="số trang của bản chính")
        parser.add_argument("--copies", default="1", help="số bản sao")
        parser.add_argument("--on", type=date.fromisoformat, default=None, help="ngày nộp, 2024-11-14")
        parser.add_argument("--channel", choices=list(Channel), default=Channel.DIRECT)
        parser.add_argument("--exempt", action="append", default=[], help="trường hợp miễn: poor, disabled…")
        parser.add_argument("--answer", action="append", default=[], metavar="KHÓA=GIÁ TRỊ")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        on = options["on"] or clock.now().date()
        answers: dict[str, object] = {name: options[name] for name in ("pages", "copies")}
        answers |= {"extract.copies": options["copies"]}
        answers |= dict(answer.partition("=")[::2] for answer in options["answer"])
        try:
            version = get(options["code"], on)
            lines = fee_lines(version, answers=answers, channel=options["channel"], exemptions=options["exempt"], on=on)
        except (NoProcedure, FeeUnknown, WrongCount) as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(_as_json(lines) if options["json"] else _as_text(lines))


def _as_json(lines: tuple[FeeLine, ...]) -> str:
    total = total_vnd(lines)
    return json.dumps({"lines": [dataclasses.asdict(one) for one in lines], "total_vnd": total}, ensure_ascii=False)


def _as_text(lines: tuple[FeeLine, ...]) -> str:
    rows = []
    for one in lines:
        free = f" (miễn: {one.exemption})" if one.exemption else ""
        rows.append(
            f"{one.label}: {one.quantity} × {money(one.unit_vnd)} = {money(one.amount_vnd)}{free} [{one.basis}]"
        )
    return "\n".join([*rows, f"Tổng cộng: {money(total_vnd(lines))}"])
