"""What every trade of civil status does: read the dossier, plan the entry, write it, give the paper."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import transaction

from motcua.counter.dossiers import queries as dossiers
from motcua.counter.dossiers.acts import Settlement
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor
from motcua.instruments.printing import rules as printing
from motcua.trades.civil_status import acts, queries, rules
from motcua.trades.civil_status.choices import BOOK_NAME, BookKind, Registration
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.queries import Work

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier


@dataclass(frozen=True)
class Plan:
    """The entry to write, and the older entry it is about, if any."""

    registration: Registration
    subject: rules.Subject
    content: Mapping[str, str]
    source: RegisterEntry | None = None


@dataclass(frozen=True)
class Face:
    """What a paper shows of its entry; `head` are the fields every paper shares. A draft has no numbers."""

    head: Mapping[str, Any]
    entry_number: str = ""


class EntryTrade(ABC):
    """Settle a dossier by one entry in one register and one paper."""

    kind: ClassVar[BookKind]
    result: ClassVar[tuple[str, str, str]]
    """Key, name and national code of the paper, where the law file names none."""

    @abstractmethod
    def plan(self, work: Work) -> Plan:
        """What is to be entered. Refuses: ValueError with the sentence for the officer."""

    @abstractmethod
    def paper(self, work: Work, plan: Plan, face: Face) -> printing.Paper:
        """The paper of the entry."""

    def number(self, work: Work, entry: RegisterEntry) -> str:
        """The number printed on the paper."""
        del work
        return rules.paper_number(self.kind, entry.number, entry.year)

    def after(self, work: Work, plan: Plan, entry: RegisterEntry, *, by: Actor, at: datetime) -> None:
        """Notes and duties that follow the entry; none unless the trade says so."""
        del work, plan, entry, by, at

    def draft(self, dossier: "Dossier", *, at: datetime) -> printing.Paper:
        """The paper as it would be printed now, without a number («dự thảo»). Refuses: ValueError."""
        work = queries.work_of(dossier, at=at)
        blank = printing.Signatory(name="", title="")
        return self.paper(work, self.plan(work), Face(head(work, number="", signatory=blank)))

    @transaction.atomic
    def settle(self, dossier: "Dossier", *, signer: str, title: str, by: Actor, at: datetime) -> Settlement:
        """Write the entry and give the numbered paper. Refuses: ValueError, NotAllowed, BookClosed."""
        work = queries.work_of(dossier, at=at)
        plan = self.plan(work)
        written = acts.Written(
            kind=self.kind,
            registration=plan.registration,
            subject=plan.subject,
            content=plan.content,
            signer=signer,
            title=title,
            performed_by=dossier.officer.name if dossier.officer else by.name,
            dossier=dossier,
            source=plan.source,
        )
        entry = acts.enter(written, agency=work.agency, unit=work.unit, on=work.on, by=by, at=at)
        self.after(work, plan, entry, by=by, at=at)
        number = self.number(work, entry)
        signatory = signatory_of(signer, title, work, by=by)
        face = Face(head(work, number=number, signatory=signatory), entry.quoted)
        key, name, national_code = self.result_of(dossier)
        return Settlement(
            kind=key,
            name=name,
            number=number,
            paper=self.paper(work, plan, face),
            national_code=national_code,
            register_ref=f"{BOOK_SHORT[self.kind]} quyển số {entry.book.label}, số {entry.number:02}",
        )

    def result_of(self, dossier: "Dossier") -> tuple[str, str, str]:
        """Key, name and national code of the result: by the law of the dossier, else the trade's own."""
        results = dossiers.law_of(dossier).results
        return (results[0].key, results[0].name, results[0].code) if results else self.result


BOOK_SHORT = {**BOOK_NAME, BookKind.CHANGE: "Sổ đăng ký thay đổi, cải chính, bổ sung hộ tịch"}


def head(work: Work, *, number: str, signatory: printing.Signatory) -> dict[str, Any]:
    """Fields every civil-status paper shares."""
    code = work.dossier.code or ""
    return {
        "on": work.on,
        "demo": settings.DEMO,
        "qr": f"{settings.SITE_URL}/tra-cuu/?ma={code}" if code else "",
        "code": code,
        "letterhead": dossiers.letterhead(work.agency),
        "number": number,
        "signatory": signatory,
    }


def signatory_of(signer: str, title: str, work: Work, *, by: Actor) -> printing.Signatory:
    """Who signs, with the lines above the title: for the People's Committee, and for its chair [30/2020/NĐ-CP]."""
    capacity = office.signing_capacity(by.officer_id, work.unit, work.on) if by.officer_id else None
    if capacity is None:
        return printing.Signatory(name=signer, title=title)
    lines = [] if capacity.prefix == "TUQ." else ["TM. Ủy ban nhân dân"]
    if capacity.prefix:
        lines.append(f"{capacity.prefix} {capacity.on_behalf_of}".strip())
    return printing.Signatory(name=signer, title=capacity.title, authority=tuple(lines))


def person(work: Work, key: str) -> dict[str, Any]:
    """A person of the form as papers name them."""
    paper_kind, paper_number = rules.identity(work.words, key)
    personal_number = work.word(f"{key}.personal_number")
    return {
        "name": work.word(f"{key}.full_name"),
        "born_on": rules.full_date(work.word(f"{key}.birth_date")) or work.word(f"{key}.birth_date"),
        "gender": work.word(f"{key}.sex"),
        "ethnicity": work.word(f"{key}.ethnic_group"),
        "nationality": work.word(f"{key}.nationality"),
        "residence": work.word(f"{key}.residence"),
        "paper": "" if personal_number else paper_words(paper_kind, paper_number, work, key),
        "personal_number": personal_number,
    }


def paper_words(kind: str, number: str, work: Work, key: str) -> str:
    """«Hộ chiếu số B1234567, cấp ngày 05/11/2020»."""
    if not number:
        return kind
    issued = work.word(f"{key}.paper_issued_on")
    return f"{kind or 'Giấy tờ tùy thân'} số {number}{f', cấp ngày {issued}' if issued else ''}"


def identity_words(work: Work, key: str) -> str:
    """The paper of who came: personal number, or another paper with its number."""
    kind, number = rules.identity(work.words, key)
    return paper_words(kind, number, work, key)


def is_again(work: Work) -> bool:
    """Whether the procedure registers again what was lost («đăng ký lại»): its form says so."""
    return (work.dossier.form_key or "").endswith("_again")
