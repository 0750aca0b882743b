"""law/drafting/*.yaml in, the law of making documents out; and what is wrong in those files, by line.

Read once and kept. `findings` is what `motcua check-law` shows.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any, TypeVar, cast

from motcua.bureau.drafting.rules import Check, Competence, Content, Kind, Law, LimitRow, PaperRow, Rank, Regime, Row
from motcua.legal.procedures.loader.build import Instrument, read_instruments
from motcua.legal.procedures.loader.checks import citation_fault
from motcua.legal.procedures.loader.files import BadFile, LawFile, read
from motcua.legal.procedures.loader.shape import Finding, written_twice

FIRST, LAST = date(2016, 7, 1), date(9998, 12, 31)
SURE = {"high", "medium", "low"}
LEVELS = ("province", "city", "ward")
ANCHORS = {"after", "before_meeting"}
FILES = {
    "regimes": ("regimes",),
    "competence": ("kinds", "competence", "ranks"),
    "limits": ("limits",),
    "appraisal": ("papers", "contents"),
    "checks": ("checks",),
}
T = TypeVar("T")


def law(law_dir: Path | None = None) -> Law:
    """What the files say. Refuses: ValueError, KeyError for a file that cannot be read."""
    return _cached(law_dir or _law_dir())


def _law_dir() -> Path:
    from django.conf import settings  # noqa: PLC0415  explicit folders need no settings

    return Path(settings.LAW_DIR)


@lru_cache(maxsize=8)
def _cached(law_dir: Path) -> Law:
    return _built(_files(law_dir))


def _files(law_dir: Path) -> dict[str, LawFile]:
    return {name: read(law_dir / "drafting" / f"{name}.yaml") for name in FILES}


def _built(files: dict[str, LawFile]) -> Law:
    def made(file: str, section: str, make: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
        return tuple(make(row) for row in _rows(files[file], section))

    return Law(
        regimes=made("regimes", "regimes", _regime),
        kinds=made("competence", "kinds", lambda row: Kind(**row)),
        competence=made("competence", "competence", _competence),
        limits=made("limits", "limits", _limit),
        papers=made("appraisal", "papers", _paper),
        contents=made("appraisal", "contents", lambda row: Content(**(row | {"items": tuple(row["items"])}))),
        ranks=made("competence", "ranks", _rank),
        checks=made("checks", "checks", _check),
    )


def _rank(row: dict[str, Any]) -> Rank:
    words = {name: row.get(name, "") for name in ("symbol", "kind", "level")}
    origin = {name: str(row[name]) for name in ("by", "source", "sure")}
    return Rank(rank=row["rank"], types=tuple(row.get("types", ())), **words, **origin)


def _rows(file: LawFile, section: str) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", file.values[section])


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    keys = {"by": str(row["by"]), "source": row["source"], "sure": row["sure"]}
    return keys | {"from_on": row["from"], "to_on": row.get("to")}


def _regime(row: dict[str, Any]) -> Regime:
    return Regime(key=row["key"], name=row["name"], decrees=tuple(row["decrees"]), **_dated(row))


def _competence(row: dict[str, Any]) -> Competence:
    words = {"why": row.get("why", ""), "condition": row.get("condition", "")}
    return Competence(kind=row["kind"], level=row["level"], may=row["may"], **words, **_dated(row))


def _limit(row: dict[str, Any]) -> LimitRow:
    return LimitRow(
        key=row["key"],
        levels=tuple(row["levels"]),
        kinds=tuple(row.get("kinds", ())),
        days=row.get("days", 0),
        anchor=row["anchor"],
        urgent=row.get("urgent", False),
        exists=not row.get("none", False),
        **_dated(row),
    )


def _paper(row: dict[str, Any]) -> PaperRow:
    return PaperRow(key=row["key"], name=row["name"], must=row["must"], **_dated(row))


def _check(row: dict[str, Any]) -> Check:
    words = {name: row[name] for name in ("key", "content", "name", "remedy")}
    return Check(**words, **_dated(row))


# --- what is wrong ------------------------------------------------------------------------
def findings(law_dir: Path) -> tuple[Finding, ...]:
    """Every fault: unreadable, days that overlap or leave a gap, kinds nobody knows, texts nobody knows."""
    try:
        files = _files(law_dir)
        found = _built(files)
        known = {one.number: one for one in read_instruments(read(law_dir / "instruments.yaml").values)}
    except BadFile as bad:
        return (Finding(bad.path, bad.line, bad.message),)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as bad:
        return (Finding(law_dir / "drafting", 1, f"không đọc được: {bad}"),)
    faults = [fault for file in files.values() for fault in written_twice(file)]
    for file, section, at, words in _faults(found, known):
        place = files[file]
        faults.append(Finding(place.path, place.line(section, at), words))
    return tuple(sorted(faults))


def _faults(found: Law, known: dict[str, Instrument]) -> Iterator[tuple[str, str, int, str]]:
    dated: tuple[tuple[str, str, Sequence[Row]], ...] = (
        ("regimes", "regimes", found.regimes),
        ("competence", "competence", found.competence),
        ("limits", "limits", found.limits),
        ("appraisal", "papers", found.papers),
        ("checks", "checks", found.checks),
    )
    for file, section, rows in dated:
        for at, dated_row in enumerate(rows):
            found_here = _rests(dated_row.by, dated_row.sure, dated_row.from_on, known)
            yield from ((file, section, at, words) for words in found_here)
    for at, one in enumerate(found.contents):
        yield from (("appraisal", "contents", at, words) for words in _rests(one.by, one.sure, None, known))
    for at, row in enumerate(found.ranks):
        yield from (("competence", "ranks", at, words) for words in _rests(row.by, row.sure, None, known))
    yield from _series(found)
    yield from (("limits", "limits", at, words) for at, words in _limits(found))


def _rests(by: str, sure: str, on: date | None, known: dict[str, Instrument]) -> Iterator[str]:
    if sure not in SURE:
        yield f"sure: “{sure}” không phải high, medium, low"
    if on is not None:
        if fault := citation_fault(by, on, known):
            yield fault
        return
    for number in (piece.partition(",")[0].strip() for piece in by.split(";")):
        if number not in known:
            yield f"{number}: không có trong instruments.yaml"


def _series(found: Law) -> Iterator[tuple[str, str, int, str]]:
    """Regimes, and each kind at each level, cover every day since the law of 2015 once."""
    yield from (("regimes", "regimes", at, words) for at, words in _cover(list(enumerate(found.regimes)), "luật"))
    kinds = {one.key for one in found.kinds}
    for at, row in enumerate(found.competence):
        if row.kind not in kinds or row.level not in LEVELS:
            yield "competence", "competence", at, f"không có loại “{row.kind}” hoặc cấp “{row.level}”"
        if not row.may and not row.why:
            yield "competence", "competence", at, "không có thẩm quyền thì phải nêu lý do (why)"
    for kind, level in product(sorted(kinds), LEVELS):
        rows = [(at, row) for at, row in enumerate(found.competence) if (row.kind, row.level) == (kind, level)]
        for at, words in _cover(rows, f"{kind} cấp {level}"):
            yield "competence", "competence", at, words
    for key in sorted({row.key for row in found.checks}):
        checks = [(at, row) for at, row in enumerate(found.checks) if row.key == key]
        yield from (("checks", "checks", at, words) for at, words in _cover(checks, f"kiểm tra {key}"))
    keys = sorted({row.key for row in found.papers})
    for key in keys:
        papers = [(at, row) for at, row in enumerate(found.papers) if row.key == key]
        for at, words in _apart(papers, f"giấy tờ {key}"):
            yield "appraisal", "papers", at, words


def _cover(rows: Sequence[tuple[int, Row]], what: str) -> Iterator[tuple[int, str]]:
    if not rows:
        yield 0, f"{what}: chưa có dòng nào"
        return
    ordered = sorted(rows, key=lambda one: one[1].from_on)
    at, first = ordered[0]
    if first.from_on > FIRST:
        yield at, f"{what}: trống từ {FIRST} đến {first.from_on}"
    for (_, earlier), (at, later) in pairwise(ordered):
        expected = (earlier.to_on or LAST) + timedelta(days=1)
        if later.from_on > expected:
            yield at, f"{what}: trống từ {expected} đến {later.from_on}"
    yield from _apart(rows, what)
    at, last = ordered[-1]
    if last.to_on is not None:
        yield at, f"{what}: trống từ sau {last.to_on}"


def _apart(rows: Sequence[tuple[int, Row]], what: str) -> Iterator[tuple[int, str]]:
    ordered = sorted(rows, key=lambda one: one[1].from_on)
    for (_, earlier), (at, later) in pairwise(ordered):
        if later.from_on <= (earlier.to_on or LAST):
            yield at, f"{what}: chồng ngày từ {later.from_on}"


def _limits(found: Law) -> Iterator[tuple[int, str]]:
    kinds = {one.key for one in found.kinds}
    for at, row in enumerate(found.limits):
        if row.anchor not in ANCHORS:
            yield at, f"{row.key}: anchor “{row.anchor}” không phải after, before_meeting"
        if not set(row.levels) <= set(LEVELS) or not set(row.kinds) <= kinds:
            yield at, f"{row.key}: cấp hoặc loại văn bản không có"
        if row.exists and row.days < 0:
            yield at, f"{row.key}: số ngày phải từ 0"
    keys = sorted({row.key for row in found.limits})
    for key, kind, level, urgent in product(keys, sorted(kinds), LEVELS, (False, True)):
        rows = [(at, row) for at, row in enumerate(found.limits) if row.fits(key, kind, level) and row.urgent is urgent]
        yield from _apart(rows, f"{key} {kind} cấp {level}")
