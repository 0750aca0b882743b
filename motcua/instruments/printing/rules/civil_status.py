"""Results in civil status («hộ tịch»): certificates and extracts.

Legal basis: [60/2014/QH13, 4, 62–63]; the Ministry's form circular gives the blanks.
Vietnamese words: giấy khai sinh = birth certificate · trích lục = extract · bản sao = copy · cải chính = correction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.instruments.printing.rules.base import Letterhead, Paper, PartialDay, Row, Signatory


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person as an extract names them; `paper` is «giấy tờ tùy thân»."""

    name: str
    born_on: PartialDay
    gender: str = ""
    ethnicity: str = ""
    nationality: str = "Việt Nam"
    residence: str = ""
    paper: str = ""
    personal_number: str = ""


@dataclass(frozen=True, kw_only=True)
class Child(Person):
    """The person whose birth is registered."""

    born_in_words: str
    birth_place: str
    home_place: str


@dataclass(frozen=True, kw_only=True)
class Parent:
    """Father or mother on the birth certificate; every field may be empty (unknown father)."""

    name: str = ""
    born_year: str = ""
    ethnicity: str = ""
    nationality: str = ""
    residence: str = ""


@dataclass(frozen=True, kw_only=True)
class CivilStatusPaper(Paper):
    """What civil-status results share; `registered_on` is the day of the entry in the register."""

    letterhead: Letterhead
    number: str
    signatory: Signatory


@dataclass(frozen=True, kw_only=True)
class BirthCertificate(CivilStatusPaper):
    """«Giấy khai sinh»."""

    layout: ClassVar[str] = "birth_certificate"
    title: ClassVar[str] = "Giấy khai sinh"
    child: Child
    mother: Parent
    father: Parent
    declarant: str
    declarant_paper: str
    registered_at_place: str
    registered_on: date


@dataclass(frozen=True, kw_only=True)
class Spouse(Person):
    """Husband or wife."""


@dataclass(frozen=True, kw_only=True)
class MarriageCertificate(CivilStatusPaper):
    """«Giấy chứng nhận kết hôn»; both spouses sign beside the officer."""

    layout: ClassVar[str] = "marriage_certificate"
    title: ClassVar[str] = "Giấy chứng nhận kết hôn"
    husband: Spouse
    wife: Spouse
    registered_at_place: str
    registered_on: date


@dataclass(frozen=True, kw_only=True)
class DeathExtract(CivilStatusPaper):
    """«Trích lục khai tử»."""

    layout: ClassVar[str] = "death_extract"
    title: ClassVar[str] = "Trích lục khai tử"
    person: Person
    died_at: datetime | PartialDay
    died_in_words: str
    death_place: str
    cause: str
    registered_at_place: str
    entry_number: str
    registered_on: date


@dataclass(frozen=True, kw_only=True)
class ChangeExtract(CivilStatusPaper):
    """«Trích lục thay đổi/cải chính/bổ sung hộ tịch»; `kind` is the act in lower case, «cải chính hộ tịch»."""

    layout: ClassVar[str] = "change_extract"
    title: ClassVar[str] = "Trích lục"
    kind: str
    person: Person
    changed_paper: str
    changes: Sequence[Row]
    basis: str
    registered_at_place: str
    entry_number: str
    registered_on: date

    @property
    def heading(self) -> str:
        """«Trích lục cải chính hộ tịch»."""
        return f"{self.title} {self.kind}"


@dataclass(frozen=True, kw_only=True)
class MaritalStatusCertificate(CivilStatusPaper):
    """«Giấy xác nhận tình trạng hôn nhân», valid six months."""

    layout: ClassVar[str] = "marital_status"
    title: ClassVar[str] = "Giấy xác nhận tình trạng hôn nhân"
    requester: str
    person: Person
    lived_at: str
    lived_from_on: PartialDay
    lived_to_on: PartialDay
    status: str
    purpose: str
    validity: str = "06 tháng kể từ ngày cấp"


@dataclass(frozen=True, kw_only=True)
class ExtractCopy(CivilStatusPaper):
    """«Bản sao trích lục hộ tịch»: every line of the register as it stands today; `source` says which entry."""

    layout: ClassVar[str] = "extract_copy"
    title: ClassVar[str] = "Trích lục"
    kind: str
    rows: Sequence[Row]
    notes: str = ""
    source: str

    @property
    def heading(self) -> str:
        """«Trích lục khai sinh (bản sao)»."""
        return f"{self.title} {self.kind} (bản sao)"
