"""The codified law («Bộ pháp điển»): its source notes put the title of a document before the date."""

import re

from motcua.legal.citations.rules.dates import read_date, read_effect
from motcua.legal.citations.rules.document import Document
from motcua.legal.citations.rules.issuers import read_issuer
from motcua.legal.citations.rules.words import MUST, TYPE, UPPER

_TITLE = re.compile(rf" (?=[{UPPER}])(?!{TYPE}{MUST}(?:số|này|\d)|Điều|Chương|Mục|Phần)")
_NOTED = re.compile(
    rf" (?:quy{MUST}định|hướng{MUST}dẫn|về|ban{MUST}hành|(?=[{UPPER}])(?!{TYPE}{MUST}(?:số|này|\d)|Điều|Chương))"
)
_EFFECT = re.compile(rf"có{MUST}hiệu{MUST}lực")
_ISSUED = re.compile(rf"ban{MUST}hành{MUST}ngày{MUST}")
_OF = re.compile(rf"{MUST}của{MUST}")
_WINDOW = 900
RELATED = re.compile(rf"có{MUST}nội{MUST}dung{MUST}liên{MUST}quan{MUST}đến")


def take_title_date(text: str, document: Document, *, in_note: bool = False) -> int:
    """Date, issuer and day of effect that stand behind a title which begins with a capital right after the number.

    The place of that date, so that a law named last in the title does not take it for its own; -1 where there is none.
    """
    title = _NOTED if in_note else _TITLE
    if document.number is None or document.date or title.match(text, document.end) is None:
        return -1
    limit = min(len(text), document.end + _WINDOW)
    line = text.find("\n", document.end, limit)
    limit = line if line >= 0 else limit
    effect = _EFFECT.search(text, document.end, limit)
    if effect and (at := _before_effect(text, document, effect.start())) >= 0:
        return at
    issued = _ISSUED.search(text, document.end, limit)
    day = read_date(text, issued.end()) if issued else None
    if issued is None or day is None:
        return -1
    document.date, document.title_end = day.iso, issued.start()
    return issued.end() - 5


def _before_effect(text: str, document: Document, effect: int) -> int:
    """«… ngày D của ISSUER, có hiệu lực thi hành kể từ ngày E»: where D stands."""
    at = text.rfind("ngày ", document.end, effect)
    day = read_date(text, at) if at >= 0 else None
    of = _OF.match(text, day.end) if day else None
    issuer = read_issuer(text, of.end()) if of else None
    if day is None or issuer is None or effect - issuer[1] > 3:
        return -1
    document.date, document.issuer, document.title_end = day.iso, issuer[0], at
    starts = read_effect(text, effect)
    document.effective = starts.iso if starts else None
    return at


def give_back_date(document: Document, at: int) -> None:
    """Take from a law the date that belongs to the document in whose title it stands last."""
    if document.date_at >= 0 and document.date_at <= at < document.end:
        document.end = document.date_at
        document.date = document.issuer = document.effective = None
