"""What is told of a document when it is entered, cleaned; and what is refused."""

from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from motcua.base.vn.rules import fold
from motcua.legal.lawbase.choices import Nature, SignatureState
from motcua.legal.lawbase.rules import identity
from motcua.legal.lawbase.rules.text import clean, latin


class AlreadyKept(ValueError):
    """The register has this document already."""


class NotAsWritten(ValueError):
    """What was entered cannot be so; the sentence is for the officer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """«Thuộc tính văn bản»."""

    issuer: str
    type: str
    title: str
    number: str = ""
    issued_on: date | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    published_on: date | None = None
    field: str = ""
    nature: Nature = Nature.NORMATIVE
    language: str = "vi"
    signature: SignatureState = SignatureState.UNKNOWN
    source: str = ""
    sure: str = "high"
    is_public: bool = True
    foreign_label: str = ""
    issuer_unit_id: UUID | None = None
    responsible_unit_id: UUID | None = None


NAMES = tuple(one.name for one in fields(Facts))
LABELS = {
    "issuer": "cơ quan ban hành", "type": "loại văn bản", "title": "tên gọi, trích yếu", "number": "số, ký hiệu",
}  # fmt: skip
_LONGEST = {"issuer": 200, "type": 60, "title": 1000, "number": 60, "field": 100, "source": 300, "foreign_label": 60}


def columns(facts: Facts) -> dict[str, object]:
    """The columns of the table, cleaned. Refuses: NotAsWritten."""
    found: dict[str, object] = {name: getattr(facts, name) for name in NAMES}
    for name, longest in _LONGEST.items():
        text = " ".join(clean(str(found[name])).split())
        if len(text) > longest:
            raise NotAsWritten(f"Mục {LABELS.get(name, name)} dài hơn {longest} ký tự.")
        found[name] = text
    for name in ("issuer", "type", "title"):
        if not found[name]:
            raise NotAsWritten(f"Chưa ghi {LABELS[name]}.")
    if facts.issued_on and facts.effective_on and facts.effective_on < facts.issued_on:
        raise NotAsWritten("Ngày có hiệu lực không được trước ngày ban hành.")
    if facts.effective_on and facts.expires_on and facts.expires_on < facts.effective_on:
        raise NotAsWritten("Ngày hết hiệu lực không được trước ngày có hiệu lực.")
    found["number"] = identity.canonical_number(facts.number)
    found["number_key"] = identity.number_key(facts.number)
    found["issuer_key"] = fold(latin(facts.issuer))
    return found


def address_of(facts: Facts, taken: frozenset[str]) -> str:
    """The document's permanent address: type and number, the issuer and the day where that is taken."""
    start = _words(facts.type)
    number = identity.slug(facts.number) or _words(facts.title)[:60].strip("-")
    base = f"{start}-{number}"[:90].strip("-")
    day = f"{facts.issued_on:%Y%m%d}" if facts.issued_on else ""
    for tried in (base, f"{base}-{day}" if day else "", f"{base}-{_words(facts.issuer)}"[:110].strip("-")):
        if tried and tried not in taken:
            return tried
    return next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)


def _words(text: str) -> str:
    return "-".join("".join(mark if mark.isascii() and mark.isalnum() else " " for mark in fold(latin(text))).split())
