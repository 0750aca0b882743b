"""What is told of a document when it is entered, cleaned; and what is refused."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from motcua.base.vn.rules import fold
from motcua.legal.lawbase.choices import Nature, SignatureState
from motcua.legal.lawbase.rules import effect, identity
from motcua.legal.lawbase.rules.text import clean, latin

if TYPE_CHECKING:
    from motcua.legal.lawbase.models import LegalDocument


class AlreadyKept(ValueError):
    """The register has this document already: `document`, where it is known."""

    def __init__(self, words: str, document: "LegalDocument | None" = None) -> None:
        """The sentence for the officer, and what is there."""
        super().__init__(words)
        self.document = document


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


def columns(facts: Facts, *, is_retroactive: bool = False) -> dict[str, object]:
    """The columns of the table, cleaned. Refuses: NotAsWritten.

    A first day before the day of issue is taken only from who says that the text gives itself effect backwards
    («hiệu lực trở về trước»).
    """
    found: dict[str, object] = {name: getattr(facts, name) for name in NAMES}
    for name, longest in _LONGEST.items():
        text = " ".join(clean(str(found[name])).split())
        if len(text) > longest:
            raise NotAsWritten(f"Mục {LABELS.get(name, name)} dài hơn {longest} ký tự.")
        found[name] = text
    for name in ("issuer", "type", "title"):
        if not found[name]:
            raise NotAsWritten(f"Chưa ghi {LABELS[name]}.")
    if effect.is_retroactive(facts.issued_on, facts.effective_on) and not is_retroactive:
        raise NotAsWritten(
            "Ngày có hiệu lực không được trước ngày ban hành, trừ khi chính văn bản định hiệu lực trở về trước."
        )
    if facts.issued_on and facts.published_on and facts.published_on < facts.issued_on:
        raise NotAsWritten("Ngày đăng Công báo không được trước ngày ban hành.")
    if facts.effective_on and facts.expires_on and facts.expires_on < facts.effective_on:
        raise NotAsWritten("Ngày hết hiệu lực không được trước ngày có hiệu lực.")
    found["number"] = identity.canonical_number(facts.number)
    found["number_key"] = identity.number_key(facts.number)
    found["issuer_key"] = fold(latin(facts.issuer))
    return found


def dated_by_gazette(facts: Facts, days: int | None, *, before: Facts | None = None) -> Facts:
    """With the first day the text asks for, `days` after the gazette, where no other day was written.

    A day that was computed so from the gazette day of `before` is computed anew when that day is put right.
    """
    if days is None or facts.published_on is None:
        return facts
    computed = before.published_on + timedelta(days=days) if before and before.published_on else None
    if facts.effective_on not in {None, computed}:
        return facts
    return replace(facts, effective_on=facts.published_on + timedelta(days=days))


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
