"""The short way: a plain chain («điểm a khoản 2 Điều 5», «khoản 2 Điều này») that no list and no document goes on.

Most citations of a law are such; the grammar would read the same, slower. What is not plain is left to it.
"""

import re

from motcua.legal.citations.choices import SELF_TYPES, Level
from motcua.legal.citations.rules.document import Document
from motcua.legal.citations.rules.found import Found
from motcua.legal.citations.rules.targets import Target
from motcua.legal.citations.rules.units import NO_SPANS, NO_STYLE, NO_WARNINGS, Unit, is_compound
from motcua.legal.citations.rules.words import starts_line

_SELF = "|".join(sorted(SELF_TYPES, key=len, reverse=True))
_CHAIN = re.compile(
    r"(?:điểm (?P<point>[a-zđ]) )?(?:khoản (?P<clause>\d{1,3}) )?Điều (?P<article>\d{1,4}[a-zđ]?|này)(?!\w)"
    rf"(?: (?:của )?(?P<kind>{_SELF}) này(?!\w)"
    r"|(?=\.(?:\s|$)| (?:thì|mà|là|phải|không|để|khi|nếu|nhưng|với|đối|sửa|bổ|bãi|thay)(?!\w)| Điều \d))"
)
_REST = (NO_STYLE, NO_WARNINGS, NO_SPANS)


def read_plain(text: str, at: int) -> Found | None:
    """The citation that begins here, finished, if it is plain; None leaves it to the grammar."""
    chain = _CHAIN.match(text, at)
    if chain is None or starts_line(text, at):
        return None
    point, clause, article, kind = chain.groups()
    if article == "này" and (kind or not clause):
        return None
    units: dict[Level, Unit] = {}
    if point:
        units[Level.POINT] = Unit(Level.POINT, [point], at, at + 6, False, *_REST)
    if clause:
        start, end = chain.span("clause")
        units[Level.CLAUSE] = Unit(Level.CLAUSE, [clause], start - 6, end, False, *_REST)
    start, end = chain.span("article")
    this = article == "này"
    units[Level.ARTICLE] = Unit(Level.ARTICLE, [] if this else [article], start - 5, end, this, *_REST)
    if is_compound(text, at, next(iter(units))):
        return None
    document = None
    if kind:
        document = Document(chain.start("kind"), chain.end(), kind, self_kind=kind)
    path = "@art" if this else article
    path = f"{path}/{clause}/{point}" if clause and point else f"{path}/{clause or point}" if clause or point else path
    return Found(at, chain.end(), document, [Target(units, at, end)], [path])
