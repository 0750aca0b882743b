"""Provisions of the bases that give the draft's body something to settle, side by side with the draft's articles."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from motcua.bureau.drafting import loader, rules
from motcua.bureau.drafting.queries.bases import registered
from motcua.legal.citations import rules as citations
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import UNIT_NAMES, UnitKind
from motcua.legal.lawbase.rules.structure import path_id

MOST = 40
"""Delegating provisions shown that the draft does not name itself."""
_SETTLES = re.compile(r"quy định chi tiết|quy định cụ thể|được giao", re.IGNORECASE)
_STEPS = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT)


def delegations(
    source: rules.Source, found: Sequence[citations.Reference], about: rules.About
) -> tuple[rules.Delegation, ...]:
    """First those the draft says it settles («quy định chi tiết khoản 2 Điều 9 …»), then those found by their words."""
    articles = rules.articles_of(source.text)
    named = list(_named(source, found, articles))
    known = {(one.slug, one.unit_id) for one in named}
    told = (one for one in _by_words(found, about, articles) if (one.slug, one.unit_id) not in known)
    return (*named, *list(told)[:MOST])


def _named(
    source: rules.Source, found: Sequence[citations.Reference], articles: dict[str, frozenset[str]]
) -> Iterator[rules.Delegation]:
    seen = set()
    for one in found:
        document: Any = one.document
        before = source.text[max(0, one.start - 60) : one.start].rsplit("\n", 1)[-1]
        if isinstance(document, str) or one.relation == "basis" or not _SETTLES.search(before):
            continue
        row = registered(document.type, document.number or "", document.date)
        version = lawbase.current_text(row) if row is not None else None
        for path in one.paths:
            steps = path.split("/")
            if version is None or not steps[0][:1].isdigit() or len(steps) > len(_STEPS):
                continue
            unit_id = path_id(*zip(_STEPS, steps, strict=False))
            if (row.slug, unit_id) in seen:
                continue
            seen.add((row.slug, unit_id))
            if made := _delegation(row, version, unit_id, articles, at=one.start, is_named=True):
                yield made


def _by_words(
    found: Sequence[citations.Reference], about: rules.About, articles: dict[str, frozenset[str]]
) -> Iterator[rules.Delegation]:
    body = loader.law().kind(about.kind).body
    for one in found:
        document: Any = one.document
        if one.relation != "basis" or isinstance(document, str):
            continue
        row = registered(document.type, document.number or "", document.date)
        version = lawbase.current_text(row) if row is not None else None
        if version is None:
            continue
        for piece in version.provisions.filter(kind__in=_STEPS, text__contains=body).order_by("order"):
            if rules.gives_to(piece.text, body=body, level=about.level):
                made = _delegation(row, version, piece.unit_id, articles, at=one.start, is_named=False)
                if made:
                    yield made


def _delegation(
    row: Any, version: Any, unit_id: str, articles: dict[str, frozenset[str]], *, at: int, is_named: bool
) -> rules.Delegation | None:
    pieces = list(version.provisions.filter(unit_id=unit_id)) + list(
        version.provisions.filter(unit_id__startswith=f"{unit_id}/").order_by("order")
    )
    if not pieces:
        return None
    leaves = [one for one in pieces if not any(two.unit_id.startswith(f"{one.unit_id}/") for two in pieces)]
    points = tuple(
        rules.Point(_label(one.unit_id), one.text.strip(), rules.spoken_of(one.text, articles)) for one in leaves
    )
    return rules.Delegation(
        document=row.name,
        slug=row.slug,
        unit_id=unit_id,
        label=_label(unit_id),
        points=points,
        is_named=is_named,
        at=at,
        is_public=row.is_public,
    )


def _label(unit_id: str) -> str:
    """«điểm a khoản 2 Điều 9» from `dieu-9/khoan-2/diem-a`."""
    names = {"dieu": UNIT_NAMES[UnitKind.ARTICLE], "khoan": "khoản", "diem": "điểm", "tiet": "tiết"}
    steps = [step.partition("-") for step in unit_id.split("/")]
    return " ".join(f"{names.get(head, head)} {number.replace('dd', 'đ')}" for head, _, number in reversed(steps))
