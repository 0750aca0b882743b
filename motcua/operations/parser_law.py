"""What is wrong in law/formats, law/citations, law/lawbase, by file and line: part of what `motcua check-law` shows."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

from motcua.legal.citations.choices import NAMED_TYPES, Relation, Style, Warn
from motcua.legal.citations.rules.numbers import read_number
from motcua.legal.formats.choices import Profile, Sight
from motcua.legal.formats.loader import LETTERS, BadFormatFile, build_rule
from motcua.legal.formats.queries import CHECKS
from motcua.legal.formats.rules.findings import FormatRule
from motcua.legal.lawbase.rules.effect import ENDS
from motcua.legal.procedures.loader.build import Instrument, read_instruments
from motcua.legal.procedures.loader.files import BadFile, LawFile, read
from motcua.legal.procedures.loader.shape import Finding, written_twice

SURE = {"high", "medium", "low"}
LABELS = {"of", "at", "dated", "issuer", "relation", "warnings", "style", "effective", "attached"}
Row = dict[str, Any]


def format_faults(law_dir: Path) -> tuple[Finding, ...]:
    """Rules that cannot be read, that hold twice on one day, that no check sees, that rest on an unknown decree."""
    found: list[Finding] = []
    seen: dict[tuple[Profile, str], list[FormatRule]] = {}
    known = _instruments(law_dir)
    for path in sorted((law_dir / "formats").glob("*.yaml")):
        found += _through(path, "rules", lambda row, file: _rule_faults(row, file, seen, known))
    return tuple(sorted(found))


def citation_faults(law_dir: Path) -> tuple[Finding, ...]:
    """Names, short names and labelled cases: unreadable, twice, of no known law, with words that no parser says."""
    folder = law_dir / "citations"
    names: set[tuple[str, str]] = set()
    short: set[str] = set()
    ids: set[str] = set()
    found = _through(folder / "laws.yaml", "names", lambda row, _: _name_faults(row, names))
    found += _through(folder / "aliases.yaml", "aliases", lambda row, _: _alias_faults(row, short, names))
    for path in sorted(folder.glob("cases*.yaml")):
        found += _through(path, "cases", lambda row, _: _case_faults(row, ids))
    return tuple(sorted(found))


def detail_faults(law_dir: Path) -> tuple[Finding, ...]:
    """What becomes of details: blocks unreadable, of one day twice, of ends that are none, of an unknown law."""
    days: set[date] = set()
    known = _instruments(law_dir)
    return tuple(
        sorted(
            _through(law_dir / "lawbase" / "details.yaml", "details", lambda row, _: _detail_faults(row, days, known))
        )
    )


def _detail_faults(row: Row, days: set[date], known: dict[str, Instrument]) -> Iterator[str]:
    if not isinstance(row["from"], date):
        yield f"from “{row['from']}” không phải một ngày"
    elif row["from"] in days:
        yield f"from {row['from']} ghi hai lần"
    else:
        days.add(row["from"])
    if odd := set(row["asks_on"]) - ENDS:
        yield f"asks_on không đúng: {', '.join(sorted(odd))}"
    if row["sure"] not in SURE:
        yield f"sure “{row['sure']}” không phải high, medium, low"
    if (number := row["by"].partition(",")[0]) not in known:
        yield f"văn bản “{number}” không có trong instruments.yaml"


def _through(path: Path, part: str, look: Callable[[Row, LawFile], Iterator[str]]) -> list[Finding]:
    """Every row of one list of the file, looked at; a row that is no row of this kind is a fault itself."""
    try:
        file = read(path)
        rows = cast("list[Row]", file.values[part])
    except BadFile as bad:
        return [Finding(bad.path, bad.line, bad.message)]
    except (OSError, KeyError, UnicodeError) as bad:
        return [Finding(path, 1, f"không đọc được: {bad}")]
    found = list(written_twice(file))
    for no, row in enumerate(rows or ()):
        try:
            faults = list(look(row, file))
        except (KeyError, TypeError, ValueError, AttributeError) as bad:
            faults = [f"không đọc được: {type(bad).__name__} {bad}"]
        found += [Finding(path, file.line(part, no), words) for words in faults]
    return found


def _instruments(law_dir: Path) -> dict[str, Instrument]:
    try:
        return {one.number: one for one in read_instruments(read(law_dir / "instruments.yaml").values)}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _rule_faults(
    row: Row, file: LawFile, seen: dict[tuple[Profile, str], list[FormatRule]], known: dict[str, Instrument]
) -> Iterator[str]:
    own = str(file.values["profile"])
    for name in row.get("profiles") or ([*Profile] if own == LETTERS else [own]):
        try:
            rule = build_rule(row, Profile(name), file.path)
        except BadFormatFile as bad:
            yield str(bad)
            return
        for other in seen.setdefault((rule.profile, rule.id), []):
            if _meet(other, rule):
                yield f"{rule.id}: hai quy tắc cùng mã có hiệu lực trong cùng một ngày"
        seen[rule.profile, rule.id].append(rule)
    if rule.sure not in SURE:
        yield f"{rule.id}: sure “{rule.sure}” không phải high, medium, low"
    if rule.seen_by is Sight.MACHINE and rule.id not in CHECKS:
        yield f"{rule.id}: seen_by machine nhưng không có phép kiểm tra nào"
    for number in (one.strip().partition(",")[0] for one in rule.by.split(";")):
        if known and number not in known:
            yield f"{rule.id}: văn bản “{number}” không có trong instruments.yaml"


def _meet(one: FormatRule, other: FormatRule) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)


def _name_faults(row: Row, names: set[tuple[str, str]]) -> Iterator[str]:
    kind, name = row["type"], row["name"]
    if kind not in NAMED_TYPES:
        yield f"loại “{kind}” không phải {', '.join(NAMED_TYPES)}"
    if not name.strip() or (name.split()[0] in {"Luật", "Bộ"} and name != "Luật sư"):
        yield f"tên “{name}” phải ghi không có từ chỉ loại"
    if (kind, name.casefold()) in names:
        yield f"{kind} {name}: ghi hai lần"
    names.add((kind, name.casefold()))
    for number in row.get("numbers", ()):
        read_as = read_number(number, 0)
        if read_as is None or read_as.canonical != number:
            yield f"{kind} {name}: số “{number}” không đọc được"


def _alias_faults(row: Row, short: set[str], names: set[tuple[str, str]]) -> Iterator[str]:
    if row["alias"] in short:
        yield f"tên viết tắt “{row['alias']}” ghi hai lần"
    short.add(row["alias"])
    if (row["type"], row["name"].casefold()) not in names:
        yield f"{row['alias']}: {row['type']} {row['name']} không có trong laws.yaml"


def _case_faults(row: Row, ids: set[str]) -> Iterator[str]:
    if row["id"] in ids:
        yield f"{row['id']}: ghi hai lần"
    ids.add(row["id"])
    if not row["text"].strip():
        yield f"{row['id']}: không có lời"
    for label in row["cites"]:
        if strange := set(label) - LABELS:
            yield f"{row['id']}: không hiểu {', '.join(sorted(strange))}"
        if not (label["of"] and label["at"]) or label.get("relation", "refer") not in {*Relation}:
            yield f"{row['id']}: thiếu of, at hoặc relation không đúng"
        if set(label.get("warnings", ())) - {*Warn} or set(label.get("style", ())) - {*Style}:
            yield f"{row['id']}: cảnh báo không có trong danh sách"
