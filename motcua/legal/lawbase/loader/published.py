"""JSON of a published document: copies of the national database in its two shapes, or our export.

Older copies hold chapters → articles → body; newer ones `provisionTree`, a tree of title, content and children.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.legal.lawbase.loader.html import text_of
from motcua.legal.lawbase.loader.refusals import NotReadable

_DEEPEST = 20
_SHOWN_DAY = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})")
_WRONG = (
    "Tệp JSON không đúng dạng: cần id và chapters (chương, điều), hoặc docNum và provisionTree, hoặc number và text."
)
_ENDS = "Nguồn ghi ngày hết hiệu lực {last:%d/%m/%Y}, lấy là ngày cuối còn hiệu lực; so lại với văn bản."


@dataclass(frozen=True, slots=True)
class Published:
    """What the file tells; empty where it tells nothing."""

    text: str
    number: str = ""
    type: str = ""
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    published_on: date | None = None
    source: str = ""
    label: str = ""
    notes: tuple[str, ...] = ()


def document_of(content: str) -> Published:
    """The document in the file. Refuses: NotReadable."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as reason:
        raise NotReadable("Tệp JSON bị hỏng.") from reason
    if not isinstance(found, dict):
        raise NotReadable(_WRONG)
    if isinstance(found.get("chapters"), list):
        text = _chapters(found["chapters"])
    elif isinstance(found.get("provisionTree"), list):
        return _national(found)
    elif isinstance(found.get("text"), str):
        text = found["text"]
    else:
        raise NotReadable(_WRONG)
    return Published(
        text=text,
        number=_words(found.get("number") or found.get("id")),
        type=_words(found.get("type")),
        title=_words(found.get("title")),
        issuer=_words(found.get("issuer")),
        issued_on=_day(found.get("issued_on")),
        effective_on=_day(found.get("effective_on")),
        expires_on=_day(found.get("expires_on")),
        published_on=_day(found.get("published_on")),
        source=_words(found.get("sourceUrl") or found.get("source")),
        label=_words(found.get("state")),
    )


def _national(found: dict[str, Any]) -> Published:
    """A document as the national database of legal documents hands it out."""
    lines: list[str] = []
    _branches(found["provisionTree"], lines, depth=0)
    last = _day(found.get("effTo"))
    return Published(
        text="\n".join(lines) + "\n",
        number=_words(found.get("docNum")),
        type=_named(found.get("docType")),
        title=_words(found.get("title")) or _words(found.get("docAbs")),
        issuer=_words(found.get("agencyName")),
        issued_on=_day(found.get("issueDate")),
        effective_on=_day(found.get("effFrom")),
        expires_on=last,
        published_on=_day(found.get("publicDate")),
        notes=(_ENDS.format(last=last),) if last else (),
        source=_words(found.get("sourceUrl") or found.get("source")),
        label=_named(found.get("effStatus")),
    )


def _branches(tree: list[Any], lines: list[str], *, depth: int) -> None:
    if depth > _DEEPEST or not all(isinstance(branch, dict) for branch in tree):
        raise NotReadable(_WRONG)
    for branch in sorted(tree, key=lambda one: _order(one.get("orderIndex"))):
        title, content = (text_of(str(branch.get(name) or "")).strip() for name in ("title", "content"))
        lines += [words for words in (title, content.removeprefix(title).strip()) if words]
        children = branch.get("children")
        _branches(children if isinstance(children, list) else [], lines, depth=depth + 1)


def _order(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _named(value: Any) -> str:
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _chapters(chapters: list[Any]) -> str:
    lines: list[str] = []
    for chapter in chapters:
        if not isinstance(chapter, dict):
            raise NotReadable(_WRONG)
        lines += [_words(chapter.get("title")), _words(chapter.get("subtitle"))]
        for article in chapter.get("articles") or []:
            if not isinstance(article, dict):
                raise NotReadable(_WRONG)
            number = _words(article.get("number")).rstrip(".:")
            lines.append(f"{number}. {_words(article.get('heading'))}".strip())
            lines.append(str(article.get("body") or "").strip("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        if shown := _SHOWN_DAY.match(value):
            return date(int(shown[3]), int(shown[2]), int(shown[1]))
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
