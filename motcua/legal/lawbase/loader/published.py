"""JSON of a published document: chapters → articles → body, as copies of the national database, or our export."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.legal.lawbase.loader.refusals import NotReadable

_WRONG = "Tệp JSON không đúng dạng: cần id và chapters (chương, điều), hoặc number và text."


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
    source: str = ""
    label: str = ""


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
        source=_words(found.get("sourceUrl") or found.get("source")),
        label=_words(found.get("state")),
    )


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
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
