"""From the files to procedures: shared pieces put in, local fees filled in, every entry with its file and line."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from motcua.legal.procedures.choices import Sure
from motcua.legal.procedures.loader.files import LawFile, read
from motcua.legal.procedures.rules.codec import NotReadable, decode
from motcua.legal.procedures.rules.parts import Dated, Fee
from motcua.legal.procedures.rules.version import ONE_DAY, SERIES, Procedure, ProcedureVersion

Entry = dict[str, object]
_NAMED_BY = {"rules": "id"}
_UNNAMED = {"processes", "competence", "decisions", "titles", "online"}
LAST_DAY = date(9999, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """A legal document that may be cited: its days of effect, both inside."""

    number: str
    name: str
    from_on: date
    signed: date | None = None
    to_on: date | None = None
    source: str = ""
    sure: Sure = Sure.HIGH


@dataclass(frozen=True, kw_only=True)
class OfficeFee(Dated):
    """The council's amount for a fee the law leaves to it."""

    procedure: str
    fee: str
    vnd: int
    exempt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A procedure and where each of its entries stands: (section, index) → (file, line)."""

    procedure: Procedure
    file: LawFile
    places: dict[tuple[str, int], tuple[Path, int]]


@dataclass(frozen=True)
class Catalogue:
    """Everything the law files say."""

    procedures: dict[str, Procedure]
    abbreviations: dict[str, str] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    _versions: dict[str, tuple[ProcedureVersion, ...]] = field(default_factory=dict)

    def versions(self, code: str) -> tuple[ProcedureVersion, ...]:
        """Every version of a procedure, oldest first; made at the first call."""
        if code not in self._versions:
            procedure = self.procedures[code]
            self._versions[code] = tuple(procedure.version(day) for day in procedure.boundaries())
        return self._versions[code]


def procedure_files(law_dir: Path) -> list[Path]:
    """The files of single procedures."""
    return sorted((law_dir / "procedures").glob("*/*.yaml"))


def build(law_dir: Path, office_dir: Path) -> Catalogue:
    """Read everything. Refuses: BadFile, NotReadable, BadCondition."""
    shared = read(law_dir / "procedures" / "shared.yaml")
    fees = office_fees(office_dir)
    written = (write(read(path), shared, fees) for path in procedure_files(law_dir))
    instruments = read(law_dir / "instruments.yaml").values
    return Catalogue(
        {one.procedure.code: one.procedure for one in written},
        cast("dict[str, str]", shared.values.get("abbreviations", {})),
        {one.number: one for one in read_instruments(instruments)},
        cast("dict[str, str]", instruments.get("sources", {})),
    )


def read_instruments(values: dict[str, object]) -> tuple[Instrument, ...]:
    """The cited documents. Refuses: NotReadable."""
    return tuple(decode(Instrument, one) for one in cast("list[Entry]", values.get("instruments", [])))


def office_fees(office_dir: Path) -> tuple[OfficeFee, ...]:
    """The local fees; none when the office has no file. Refuses: NotReadable."""
    path = office_dir / "fees.yaml"
    if not path.exists():
        return ()
    return tuple(decode(OfficeFee, one) for one in cast("list[Entry]", read(path).values.get("fees", [])))


def write(file: LawFile, shared: LawFile, fees: tuple[OfficeFee, ...]) -> Written:
    """One procedure from its file. Refuses: NotReadable, BadCondition."""
    values = dict(file.values)
    places: dict[tuple[str, int], tuple[Path, int]] = {}
    for section in SERIES:
        entries = list(_expanded(section, file, shared))
        places |= {(section, n): place for n, (_, place) in enumerate(entries)}
        values[section] = [entry for entry, _ in entries]
    procedure = decode(Procedure, values)
    own = [one for one in fees if one.procedure == procedure.code]
    filled = [
        (new, places["fees", n])
        for n, fee in enumerate(procedure.fees)
        for new in (_filled(fee, own) if fee.local else [fee])
    ]
    places |= {("fees", n): place for n, (_, place) in enumerate(filled)}
    return Written(dataclasses.replace(procedure, fees=tuple(fee for fee, _ in filled)), file, places)


def _expanded(section: str, file: LawFile, shared: LawFile) -> Iterator[tuple[Entry, tuple[Path, int]]]:
    for n, entry in enumerate(cast("list[Entry]", file.values.get(section, []))):
        if "use" not in entry:
            yield entry, (file.path, file.line(section, n))
            continue
        name = str(entry["use"])
        pieces = cast("dict[str, dict[str, list[Entry]]]", shared.values).get(section, {})
        if name not in pieces:
            raise NotReadable(f"shared.yaml không có {section}: {name}")
        own = {key: value for key, value in entry.items() if key != "use"}
        for piece in pieces[name]:
            yield {**_naming(section, name), **piece, **own}, (file.path, file.line(section, n))


def _naming(section: str, name: str) -> Entry:
    return {} if section in _UNNAMED else {_NAMED_BY.get(section, "key"): name}


def _filled(fee: Fee, own: list[OfficeFee]) -> list[Fee]:
    """The fee cut at the days the office's amounts change; days without an amount keep `vnd` None, never 0."""
    end = fee.to_on or LAST_DAY
    amounts = sorted((one for one in own if one.fee == fee.key), key=lambda one: one.from_on)
    made, unset_from = [], fee.from_on
    for one in amounts:
        first, last = max(fee.from_on, one.from_on), min(end, one.to_on or LAST_DAY)
        if first > last:
            continue
        if unset_from < first:
            made.append(dataclasses.replace(fee, from_on=unset_from, to_on=first - ONE_DAY))
        made.append(_with_amount(fee, one, first, last))
        unset_from = LAST_DAY if last == LAST_DAY else last + ONE_DAY
    if unset_from <= end and unset_from != LAST_DAY:
        made.append(dataclasses.replace(fee, from_on=unset_from))
    return made


def _with_amount(fee: Fee, one: OfficeFee, first: date, last: date) -> Fee:
    days = {"from_on": first, "to_on": None if last == LAST_DAY else last}
    origin = {"vnd": one.vnd, "by": one.by, "source": one.source, "sure": one.sure}
    return dataclasses.replace(fee, **days, **origin, exempt=(*fee.exempt, *one.exempt))  # type: ignore[arg-type]
