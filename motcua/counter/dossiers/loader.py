"""Patterns of codes and slips, from `office/numbers.yaml`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from motcua.counter.dossiers import rules


@dataclass(frozen=True)
class CodePattern:
    """One dated way of writing a dossier code."""

    valid_from: date
    order: str
    pattern: str


@cache
def _numbers(root: Path) -> dict[str, Any]:
    return dict(yaml.safe_load((root / "numbers.yaml").read_text(encoding="utf-8")))


@cache
def _patterns(root: Path) -> tuple[CodePattern, ...]:
    rows = [CodePattern(row["from"], row["order"], row["pattern"]) for row in _numbers(root)["dossier_code"]]
    return tuple(sorted(rows, key=lambda row: row.valid_from))


def code_on(day: date, *, eid: str, number: int) -> str:
    """Dossier code of that day's pattern. Refuses: ValueError before the first pattern."""
    patterns = [row for row in _patterns(settings.OFFICE_DIR) if row.valid_from <= day]
    if not patterns:
        raise ValueError(f"office/numbers.yaml không có mẫu mã hồ sơ cho ngày {day:%d/%m/%Y}.")
    agency = rules.agency_identifier(eid, order=patterns[-1].order)
    return rules.dossier_code(patterns[-1].pattern, agency=agency, day=day, number=number)


def slip_mark(kind: str) -> str:
    """Sign of a slip's number, e.g. `TNHS`."""
    return str(_numbers(settings.OFFICE_DIR)["slip_mark"][kind])
