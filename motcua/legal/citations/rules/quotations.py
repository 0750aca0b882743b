"""Amending articles: new text between “…” speaks of the amended document, not of the amending one."""

import re
from bisect import bisect_right

from motcua.legal.citations.choices import Relation
from motcua.legal.citations.rules.found import Found

_QUOTE = re.compile(r":\s*“([^“”]*)”")
_ARTICLE = re.compile(r"^[ #*]*Điều \d+\w?\s*[.:]", re.MULTILINE)


def _speaks_of(one: Found, amended: Found) -> bool:
    """Whether a provision in quoted text stays within the amended document: «Điều này», or «Nghị định này» of a decree."""
    if one.document is None:
        return True
    return one.is_self and amended.document is not None and one.document.kind == amended.document.kind


def settle_amended(text: str, found: list[Found]) -> None:
    """Give provisions without document, in an amending article and its quotations, the document they amend."""
    quotes = [(quote.start(1), quote.end(1)) for quote in _QUOTE.finditer(text)]
    headings = [heading.start() for heading in _ARTICLE.finditer(text)]
    starts = [start for start, _ in quotes]
    amended: Found | None = None
    article = -1
    for one in found:
        index = bisect_right(starts, one.start) - 1
        quoted = index >= 0 and one.start < quotes[index][1]
        here = bisect_right(headings, one.start)
        if not quoted and here != article:
            amended, article = None, here
        if quoted and amended and _speaks_of(one, amended):
            one.document = amended.document
        elif not quoted and one.relation is Relation.AMEND and not one.is_nested:
            if one.is_self and one.document is None and amended:
                one.document = amended.document
            elif not one.is_self:
                amended = one
        elif not quoted and one.relation is Relation.REPEAL and one.document is None and amended and not one.is_self:
            one.document = amended.document
