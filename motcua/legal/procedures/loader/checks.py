"""What is wrong in the law files, with file and line («kiểm tra dữ liệu pháp luật»).

Shape (the published JSON Schema), then sense: dates that overlap or leave a gap, citations nobody knows or not yet in
force, papers, forms and processes that are not there, shares that do not make 100, local fees nobody set.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from motcua.base.worktime.rules import Limit
from motcua.legal.procedures.loader.build import (
    LAST_DAY,
    Catalogue,
    Instrument,
    Written,
    office_fees,
    procedure_files,
    read_instruments,
    write,
)
from motcua.legal.procedures.loader.files import BadFile, LawFile, read
from motcua.legal.procedures.loader.shape import Finding, misshapen, written_twice
from motcua.legal.procedures.rules.parts import Dated
from motcua.legal.procedures.rules.version import ONE_DAY, SERIES

TOGETHER = {"rules", "duties", "decisions"}  # entries of one id may hold side by side
ALWAYS = ("competence", "limits", "papers", "eforms", "results", "registers", "online", "channels", "returns")
_CITATION = re.compile(r"(?P<number>\S+?)(?:, (?P<place>\d+[a-zđ]?(?:\.[0-9a-zđ]+)*))?$")


def findings(law_dir: Path, office_dir: Path) -> tuple[Finding, ...]:
    """Every fault in the files, by file and line; empty when all is well."""
    try:
        shared, cited = read(law_dir / "procedures" / "shared.yaml"), read(law_dir / "instruments.yaml")
        instruments = {one.number: one for one in read_instruments(cited.values)}
        fees = office_fees(office_dir)
    except BadFile as bad:
        return (Finding(bad.path, bad.line, bad.message),)
    except (ValueError, KeyError) as bad:
        return (Finding(law_dir, 1, str(bad)),)
    known = Catalogue({}, {}, instruments, dict.fromkeys(map(str, _mapping(cited.values.get("sources"))), ""))
    found: list[Finding] = []
    for path in procedure_files(law_dir):
        try:
            file = read(path)
        except BadFile as bad:
            found.append(Finding(path, bad.line, bad.message))
            continue
        shape = [*written_twice(file), *misshapen(file, law_dir)]
        found += shape or _sense(file, shared, fees, known, law_dir)
    return tuple(sorted(set(found)))


def _mapping(value: object) -> dict[object, object]:
    return value if isinstance(value, dict) else {}


def _sense(file: LawFile, shared: LawFile, fees: Iterable[object], known: Catalogue, law_dir: Path) -> list[Finding]:
    try:
        written = write(file, shared, tuple(fees))  # type: ignore[arg-type]
    except (ValueError, KeyError) as bad:
        return [Finding(file.path, _line_of(file, str(bad)), str(bad))]
    alone = (_dates, _cover, _steps, _limits, _local)
    found = [finding for test in alone for finding in test(written)]
    return [*found, *_citations(written, known), *_links(written, law_dir)]


def _line_of(file: LawFile, message: str) -> int:
    """The line of the first item whose value the message quotes."""
    for path, line in file.lines.items():
        if path and isinstance(path[-1], str) and (f"“{path[-1]}”" in message or f": {path[-1]}" in message):
            return line
    word = message.rsplit(" ", 1)[-1]
    for number, text in enumerate(file.path.read_text("utf-8").splitlines(), 1):
        if word in text:
            return number
    return 1


def _parts(written: Written) -> Iterator[tuple[str, int, Dated, Path, int]]:
    """Every part as the file has it: section, index, part, file, line."""
    for section in SERIES:
        for n, part in enumerate(getattr(written.procedure, section)):
            path, line = written.places.get((section, n), (written.file.path, written.file.line(section)))
            yield section, n, part, path, line


def _series_key(section: str, part: Dated) -> str:
    return str(getattr(part, "key", "") or getattr(part, "level", "")) if section != "online" else ""


def _dates(written: Written) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[tuple[Dated, int]]] = defaultdict(list)
    for section, _, part, path, line in _parts(written):
        if part.to_on and part.to_on < part.from_on:
            yield Finding(
                path, line, f"{section}: ngày hết hiệu lực {part.to_on} trước ngày có hiệu lực {part.from_on}"
            )
        if section not in TOGETHER:
            groups[section, _series_key(section, part)].append((part, line))
    for (section, key), group in groups.items():
        group.sort(key=lambda one: one[0].from_on)
        for (earlier, _), (later, line) in itertools.pairwise(group):
            end = earlier.to_on or LAST_DAY
            if end >= later.from_on:
                yield Finding(written.file.path, line, f"{section} {key}: chồng ngày {later.from_on} với mục trước")
            elif end + ONE_DAY < later.from_on:
                yield Finding(written.file.path, line, f"{section} {key}: trống từ {end + ONE_DAY} đến {later.from_on}")


def _cover(written: Written) -> Iterator[Finding]:
    procedure = written.procedure
    for day in procedure.boundaries():
        version = procedure.version(day)
        for section in ALWAYS:
            if not getattr(version, section):
                line = written.file.line(section)
                yield Finding(written.file.path, line, f"{section}: không có mục nào có hiệu lực ngày {day}")
        levels = {process.level for process in version.processes}
        for competence in version.competence:
            if competence.level not in levels:
                line = written.file.line("processes")
                yield Finding(written.file.path, line, f"processes: thiếu quy trình cấp {competence.level} ngày {day}")


def _citations(written: Written, known: Catalogue) -> Iterator[Finding]:
    for section, _, part, path, line in _parts(written):
        if part.source and part.source not in known.sources:
            yield Finding(path, line, f"{section}: nguồn “{part.source}” không có trong instruments.yaml")
        for citation in filter(None, part.by.split("; ")):
            if fault := citation_fault(citation, part.from_on, known.instruments):
                yield Finding(path, line, f"{section}: {fault}")


def citation_fault(citation: str, on: date, instruments: dict[str, Instrument]) -> str:
    """Why a citation cannot stand on that day, "" when it can."""
    match = _CITATION.match(citation)
    if not match:
        return f"viện dẫn “{citation}” chưa đúng cách ghi (ví dụ: 60/2014/QH13, 18.2)"
    instrument = instruments.get(match["number"])
    if instrument is None:
        return f"viện dẫn “{citation}”: văn bản không có trong instruments.yaml"
    if on < instrument.from_on or (instrument.to_on and on > instrument.to_on):
        return f"viện dẫn “{citation}”: văn bản không có hiệu lực ngày {on}"
    return ""


def _links(written: Written, law_dir: Path) -> Iterator[Finding]:
    procedure = written.procedure
    papers = {paper.key for paper in procedure.papers}
    grounds = {one.key for one in procedure.exemptions}
    for section, _, part, path, line in _parts(written):
        instead = getattr(part, "instead_of", "")
        if instead and instead not in papers:
            yield Finding(path, line, f"{section}: thay cho giấy tờ “{instead}” không có trong thủ tục")
        for key in sorted(set(getattr(part, "exempt", ())) - grounds):
            yield Finding(path, line, f"{section}: trường hợp miễn “{key}” không có trong exemptions")
        form = law_dir / "forms" / f"{getattr(part, 'key', '')}.yaml"
        if section == "eforms" and not form.exists():
            yield Finding(path, line, f"eforms: không có tệp forms/{form.name}")


def _steps(written: Written) -> Iterator[Finding]:
    for section, _, part, path, line in _parts(written):
        steps = getattr(part, "steps", ())
        total = sum(step.share for step in steps)
        if section == "processes" and total != 100:
            yield Finding(path, line, f"processes: tổng phần thời gian là {total}, phải là 100")


def _limits(written: Written) -> Iterator[Finding]:
    for section, _, part, path, line in _parts(written):
        for name in ("limit", "verified"):
            text = getattr(part, name, "")
            if section not in {"limits", "confirmations"} or not text:
                continue
            try:
                Limit.parse(text)
            except ValueError as bad:
                yield Finding(path, line, f"{section}: {bad}")


def _local(written: Written) -> Iterator[Finding]:
    procedure = written.procedure
    unset = ((day, fee) for day in procedure.boundaries() for fee in procedure.fees if fee.holds_on(day))
    for day, fee in unset:
        if fee.vnd is None:
            line = written.file.line("fees")
            yield Finding(written.file.path, line, f"fees {fee.key}: office/fees.yaml chưa có mức thu ngày {day}")
