"""The bases a text cites, read by the citation parser and looked up in the register; its references to itself."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from motcua.bureau.drafting import loader, rules
from motcua.house.office import queries as office
from motcua.legal.citations import rules as citations
from motcua.legal.citations.loader import lexicon
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import EffectState
from motcua.legal.lawbase.rules import effect, identity

BY_NAME = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"}
"""Kinds cited by name; number and day are not asked for."""
LOCAL = {"NQ-HĐND": "council_resolution", "QĐ-UBND": "committee_decision"}
LONGEST_CITED = 120
_GIVEN = re.compile(r"quy định chi tiết|được giao|phân cấp|ủy quyền", re.IGNORECASE)
_POWER = "Tổ chức chính quyền địa phương"
_NAME = re.compile(r"[^;.\n]*")
_NUMBERED = re.compile(r"\s*Căn cứ\s+(?P<kind>Nghị định|Thông tư|Quyết định|Nghị quyết)\b(?!\s+số\b)")
_ARTICLE = re.compile(r"\s*Điều\s+1\.")


def cited_in(text: str) -> list[citations.Reference]:
    """Everything the text cites."""
    return citations.references(text, lexicon())


def basis_findings(
    source: rules.Source, found: Sequence[citations.Reference], about: rules.About
) -> Iterator[rules.Finding]:
    """What is wrong with the legal bases of the text on the day it is, or shall be, signed."""
    yield from _without_number(source, found)
    cited = [one for one in found if one.relation == "basis" and not isinstance(one.document, str)]
    if not cited:
        yield rules.Finding(content="B", key="no_basis", words="Không tìm thấy căn cứ pháp lý nào trong dự thảo.")
        return
    demands = rules.Demands(
        rank=loader.law().rank_of_kind(about.kind, about.level) or 99,
        signed_on=about.signed_on,
        effective_on=about.effective_on,
        issuer=about.issuer,
    )
    bases = [_basis(source.text, one, on=about.signed_on) for one in cited]
    for one in rules.basis_findings(bases, demands, relied_on=_relied_on(source.text, found)):
        words = f"{_short(one.cited)}: {one.words}"
        yield rules.Finding(content="B", key=one.fault.value, words=words, is_wrong=one.is_wrong, at=one.at)
    yield from _two_kinds(cited)


def _without_number(source: rules.Source, found: Sequence[citations.Reference]) -> Iterator[rules.Finding]:
    """«Căn cứ Nghị định của Chính phủ về …»: a text of a kind that has numbers, cited without one."""
    for one in source.passages:
        if _ARTICLE.match(one.text):
            return
        if (begun := _NUMBERED.match(one.text)) is None:
            continue
        if not any(one.start <= ref.start < one.start + len(one.text) for ref in found):
            words = f"{begun.group('kind')} được viện dẫn mà không ghi số, ký hiệu."
            yield rules.Finding(content="B", key="no_number", words=words, at=one.start)


def _short(cited: str) -> str:
    flat = " ".join(cited.split())
    return flat if len(flat) <= LONGEST_CITED else f"{flat[:LONGEST_CITED]}…"


def _basis(text: str, one: citations.Reference, *, on: date) -> rules.Basis:
    document: Any = one.document
    number = number_of(document)
    named = document.type in BY_NAME
    after = _NAME.match(text, one.end)
    values: dict[str, Any] = {
        "cited": one.text,
        "number": number,
        "has_name": bool(document.name) or bool(after and re.search(r"\w+\s+\w+", after.group().lstrip(" ,"))) or named,
        "has_date": bool(document.date) or named,
        "at": one.start,
    }
    row = registered(document.type, number, document.date)
    if row is None:
        return rules.Basis(**values)
    return rules.Basis(**values, is_found=True, **_known(row, on=on))


def number_of(document: Any) -> str:
    """The number as cited, or that of a law cited by its name where only one law bears it."""
    if document.number:
        return str(document.number)
    numbers = lexicon().numbers.get((document.type, document.name), ())
    return numbers[0] if len(numbers) == 1 else ""


def registered(type_name: str, number: str, issued: str | None) -> Any:
    """The entry of the register with this type and number, of this day where one is cited; None without exactly one."""
    if not number:
        return None
    key = identity.number_key(number)
    rows = [one for one in lawbase.by_number(number) if one.number_key == key and one.type == type_name]
    dated = [one for one in rows if issued and str(one.issued_on) == issued]
    rows = dated or rows
    return rows[0] if len(rows) == 1 else None


def _known(row: Any, *, on: date) -> dict[str, Any]:
    """What the register knows of an entry, as the rule takes it."""
    events = lawbase.events_of(row)
    state = effect.state_on(events, on)
    gone = state == EffectState.EXPIRED
    paused = state == EffectState.SUSPENDED
    return {
        "rank": loader.law().rank_of_text(row.type, row.number) or _local_rank(row),
        "issuer": row.issuer,
        "issued_on": row.issued_on,
        "in_force_from": row.effective_on,
        "in_force_to": min(effect.ends_on(events) or on, on) - timedelta(days=1) if gone else None,
        "suspended": ((on, None),) if paused else (),
        "is_effect_known": state != EffectState.UNKNOWN,
    }


def _local_rank(row: Any) -> int | None:
    kind = next((kind for symbol, kind in LOCAL.items() if row.number.endswith(symbol)), "")
    if not kind or row.issuer_unit_id is None:
        return None
    return loader.law().rank_of_kind(kind, office.directory().unit(row.issuer_unit_id).level)


def _relied_on(text: str, found: Sequence[citations.Reference]) -> dict[str, int]:
    """Numbers of the texts the body says it was given its task by, and where it first says so."""
    numbers: dict[str, int] = {}
    for one in found:
        document: Any = one.document
        before = text[max(0, one.start - 60) : one.start].rsplit("\n", 1)[-1]
        if one.relation != "basis" and not isinstance(document, str) and document.number and _GIVEN.search(before):
            numbers.setdefault(document.number, one.start)
    return numbers


def _two_kinds(cited: Sequence[citations.Reference]) -> Iterator[rules.Finding]:
    """One basis gives the power and another the content."""
    power = [one for one in cited if _POWER in one.text]
    at = cited[0].start
    if not power:
        words = f"Chưa thấy căn cứ về thẩm quyền (Luật {_POWER})."
        yield rules.Finding(content="B", key="no_power", words=words, is_wrong=False, at=at)
    if len(power) == len(cited):
        words = "Chưa thấy căn cứ về nội dung."
        yield rules.Finding(content="B", key="no_content", words=words, is_wrong=False, at=at)
