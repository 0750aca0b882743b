"""Questions to the catalogue: which procedure, in which version, on which day. Kept in memory; no rows."""

import dataclasses
from datetime import date
from pathlib import Path

from motcua.legal.procedures.choices import Field
from motcua.legal.procedures.loader import Catalogue, catalogue
from motcua.legal.procedures.loader.build import Instrument
from motcua.legal.procedures.rules.matching import ranked
from motcua.legal.procedures.rules.version import ProcedureVersion


class NoProcedure(LookupError):
    """No procedure of that code is in force on that day; the message is for the user."""


def get(code: str, on: date, *, law_dir: Path | None = None, office_dir: Path | None = None) -> ProcedureVersion:
    """The version of the procedure that holds on that day. Refuses: NoProcedure."""
    known = catalogue(law_dir, office_dir)
    procedure = known.procedures.get(code)
    if procedure is None:
        raise NoProcedure(f"Không có thủ tục mã {code}.")
    if not procedure.in_force(on):
        raise NoProcedure(f"Thủ tục {code} chưa có quy định áp dụng cho ngày {on:%d/%m/%Y}.")
    return _on_day(known, code, on)


def listing(
    on: date, level: str | None = None, *, law_dir: Path | None = None, office_dir: Path | None = None
) -> tuple[ProcedureVersion, ...]:
    """Every procedure in force that day, by field and code; only those the level has a part in, if one is given."""
    return _listing(catalogue(law_dir, office_dir), on, level)


def search(
    text: str, on: date, level: str | None = None, *, law_dir: Path | None = None, office_dir: Path | None = None
) -> tuple[ProcedureVersion, ...]:
    """The procedures that fit what was typed, best first (`ks`, `sao y`, `dang ky khai sinh`, `1.001193`)."""
    known = catalogue(law_dir, office_dir)
    return ranked(text, _listing(known, on, level), known.abbreviations)


def instrument(number: str, *, law_dir: Path | None = None, office_dir: Path | None = None) -> Instrument | None:
    """The cited legal document of that number."""
    return catalogue(law_dir, office_dir).instruments.get(number)


def _listing(known: Catalogue, on: date, level: str | None) -> tuple[ProcedureVersion, ...]:
    order = sorted(known.procedures.values(), key=lambda one: (one.field != Field.CIVIL_STATUS, one.code))
    versions = (_on_day(known, one.code, on) for one in order if one.in_force(on))
    return tuple(one for one in versions if not level or any(c.level == level for c in one.competence))


def _on_day(known: Catalogue, code: str, on: date) -> ProcedureVersion:
    current = next(one for one in reversed(known.versions(code)) if one.valid_from <= on)
    return dataclasses.replace(current, on=on)
