"""What the parser hands out: references over the original text, and their JSON form."""

from typing import NamedTuple

from motcua.legal.citations.rules.cleaning import Clean
from motcua.legal.citations.rules.found import Found


class CitedDocument(NamedTuple):
    """A document as cited; `number` canonical, `as_written` as the text has it; dates ISO, or a year alone."""

    type: str
    number: str | None
    as_written: str | None
    date: str | None
    name: str | None
    issuer: str | None


class Reference(NamedTuple):
    """One citation: `text == original[start:end]`; `document` is «SELF» or «SELF:Nghị định» within the citing text."""

    text: str
    start: int
    end: int
    document: CitedDocument | str
    paths: tuple[str, ...]
    relation: str
    warnings: tuple[str, ...] = ()
    effective: str | None = None
    style: tuple[str, ...] = ()
    attached: str | None = None

    def as_json(self) -> dict[str, object]:
        """The line `motcua cite` prints; `effective`, `style`, `attached` only where there is something to say."""
        document = self.document
        line: dict[str, object] = {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "document": document if isinstance(document, str) else document._asdict(),
            "paths": list(self.paths),
            "relation": self.relation,
            "warnings": list(self.warnings),
        }
        line |= {"effective": self.effective} if self.effective else {}
        line |= {"style": list(self.style)} if self.style else {}
        return line | ({"attached": self.attached} if self.attached else {})


def reference(clean: Clean, found: Found) -> Reference:
    """The finished reference, its offsets led back to the original."""
    start, end = clean.back(found.start, found.end)
    return Reference(
        text=clean.original[start:end],
        start=start,
        end=end,
        document=_document(clean, found),
        paths=tuple(found.paths),
        relation=str(found.relation),
        warnings=tuple(sorted(found.warnings)) if found.warnings else (),
        effective=found.document.effective if found.document else None,
        style=tuple(sorted(style)) if found.targets and (style := found.style) else (),
        attached=found.attached,
    )


def _document(clean: Clean, found: Found) -> CitedDocument | str:
    document = found.document
    if document is None:
        return "SELF"
    if document.is_self:
        return f"SELF:{document.self_kind}"
    number, written = document.number, document.written
    if number is not None and written is None:
        start, end = clean.back(number.start, number.end)
        written = clean.original[start:end]
    return CitedDocument(
        document.kind, number.canonical if number else None, written, document.date, document.name, document.issuer
    )
