"""How certification plugs into the one-stop: each paper of the dossier gets its number; one file, a page for each."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import transaction

from motcua.base.vn.rules import date_in_words
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import queries as dossiers
from motcua.counter.dossiers.acts import Settlement, register_trade
from motcua.house.office import queries as office
from motcua.house.office.choices import Level
from motcua.house.office.rules import Actor, UnitRow
from motcua.instruments.printing import rules as printing
from motcua.legal.procedures.rules import documents, fee_lines, problems, total_vnd
from motcua.trades.certification import acts, rules
from motcua.trades.certification.choices import BookKind, Relation

if TYPE_CHECKING:
    from motcua.counter.dossiers.models import Dossier


@dataclass(frozen=True)
class Work:
    """A dossier as the trade reads it: what is certified, for whom, by which office."""

    dossier: "Dossier"
    answers: Mapping[str, Any]
    papers: tuple[rules.Original, ...]
    agency: UnitRow
    unit: UnitRow
    at: datetime
    on: date

    def answer(self, key: str) -> str:
        """One answer as text."""
        return str(self.answers.get(key) or "").strip()

    @property
    def requester(self) -> str:
        """Who asks."""
        return self.answer("requester.full_name") or self.dossier.applicant_name

    @property
    def requester_paper(self) -> str:
        """The number by which the requester was identified."""
        return self.answer("requester.personal_number") or self.answer("requester.paper_number")


class CertificationTrade(ABC):
    """Check what the law forbids, give the numbers, print the attestations."""

    kind: ClassVar[BookKind]
    result: ClassVar[tuple[str, str, str]]

    @abstractmethod
    def paper(self, work: Work, sheets: Sequence[printing.Sheet], head: Mapping[str, Any]) -> printing.Paper:
        """One page of attestation for each sheet."""

    def check(self, work: Work, *, signer: str) -> None:
        """Refuses: RefusedByLaw."""
        del signer
        law = dossiers.law_of(work.dossier)
        rules.stop_at(problems(law, work.answers, on=work.dossier.submitted_at.astimezone(VN).date()))

    def draft(self, dossier: "Dossier", *, at: datetime) -> printing.Paper:
        """The attestations without numbers («dự thảo»). Refuses: RefusedByLaw, ValueError."""
        work = work_of(dossier, at=at)
        self.check(work, signer="")
        sheets = [_sheet(paper, number="", book="") for paper in work.papers]
        return self.paper(work, sheets, _head(work, printing.Signatory(name="", title="")))

    @transaction.atomic
    def settle(self, dossier: "Dossier", *, signer: str, title: str, by: Actor, at: datetime) -> Settlement:
        """Write the book lines and give the attestations. Refuses: RefusedByLaw, NotAllowed, BookClosed, ValueError."""
        work = work_of(dossier, at=at)
        self.check(work, signer=signer)
        request = acts.Request(
            kind=self.kind,
            requester=work.requester,
            requester_paper=work.requester_paper,
            papers=[(paper, self.fee(work, paper)) for paper in work.papers],
            signer=signer,
            title=title,
            performed_by=dossier.officer.name if dossier.officer else by.name,
            dossier=dossier,
        )
        lines = acts.certify(request, agency=work.agency, unit=work.unit, by=by, at=at)
        book = lines[0].book.label
        sheets = [
            _sheet(paper, number=f"{line.number:02}", book=book) for paper, line in zip(work.papers, lines, strict=True)
        ]
        key, name, national_code = self.result_of(dossier)
        return Settlement(
            kind=key,
            name=name,
            number=rules.number_words([line.number for line in lines], book),
            paper=self.paper(work, sheets, _head(work, _signatory(signer, title, work, by))),
            national_code=national_code,
            register_ref=f"Sổ chứng thực quyển số {book}",
        )

    def fee(self, work: Work, paper: rules.Original) -> int:
        """Fee of one paper by the law of the dossier; nothing where the whole dossier is free."""
        if not work.dossier.fee_vnd:
            return 0
        one = {"kind": paper.document, "pages": paper.pages, "copies": paper.copies, "count": paper.copies}
        on = work.dossier.submitted_at.astimezone(VN).date()
        lines = fee_lines(
            dossiers.law_of(work.dossier), answers={"documents": [one]}, channel=work.dossier.channel, on=on
        )
        return total_vnd(lines)

    def result_of(self, dossier: "Dossier") -> tuple[str, str, str]:
        """Key, name and national code of the result: by the law of the dossier, else the trade's own."""
        results = dossiers.law_of(dossier).results
        return (results[0].key, results[0].name, results[0].code) if results else self.result


class CopyTrade(CertificationTrade):
    """«Chứng thực bản sao từ bản chính» [23/2015/NĐ-CP, 18-22]."""

    kind: ClassVar[BookKind] = BookKind.COPY
    result: ClassVar[tuple[str, str, str]] = ("certified_copy", "Bản sao có chứng thực từ bản chính", "KQ.G15.000021")

    def paper(self, work: Work, sheets: Sequence[printing.Sheet], head: Mapping[str, Any]) -> printing.Paper:
        """«Chứng thực bản sao đúng với bản chính»."""
        del work
        if len(sheets) > 1:
            return printing.CopyCertifications(**head, sheets=sheets)
        (one,) = sheets
        return printing.CopyCertification(
            **head, number=one.number, book=one.book, document=one.document, pages=one.pages, copies=one.copies
        )


class SignatureTrade(CertificationTrade):
    """«Chứng thực chữ ký» [23/2015/NĐ-CP, 23-26]."""

    kind: ClassVar[BookKind] = BookKind.SIGNATURE
    result: ClassVar[tuple[str, str, str]] = (
        "certified_signature",
        "Giấy tờ, văn bản được chứng thực chữ ký, điểm chỉ",
        "KQ.G15.000022",
    )

    def check(self, work: Work, *, signer: str) -> None:
        """Also nobody certifies for self or near kin [23/2015/NĐ-CP, 9.3]. Refuses: RefusedByLaw."""
        super().check(work, signer=signer)
        relation = Relation(work.answer("signer.relation") or Relation.NONE)
        if signer:
            rules.may_certify_signature(signer=signer, requester=work.requester, relation=relation)

    def paper(self, work: Work, sheets: Sequence[printing.Sheet], head: Mapping[str, Any]) -> printing.Paper:
        """«Lời chứng chứng thực chữ ký»."""
        words = date_in_words(work.on)
        common = {
            **head,
            "at": work.at,
            "day_in_words": words[:1].lower() + words[1:],
            "done_at_place": office.directory().unit(work.dossier.received_unit_id).name,
            "signers": (
                printing.Signer(
                    name=work.requester,
                    paper=f"số {work.requester_paper}" if work.requester_paper else "",
                    form="điểm chỉ" if work.answer("signature.form") == "fingerprint" else "ký",
                ),
            ),
        }
        if len(sheets) > 1:
            return printing.SignatureCertifications(**common, sheets=sheets)
        (one,) = sheets
        return printing.SignatureCertification(**common, number=one.number, book=one.book, document=one.document)


def register() -> None:
    """Plug both trades in."""
    register_trade("certification.copy", CopyTrade())
    register_trade("certification.signature", SignatureTrade())


def work_of(dossier: "Dossier", *, at: datetime) -> Work:
    """Read a dossier. Refuses: ValueError for a paper without a name."""
    directory = office.directory()
    return Work(
        dossier=dossier,
        answers=dossier.answers,
        papers=rules.numbered(documents(dossier.answers)),
        agency=directory.unit(dossier.agency_id),
        unit=directory.unit(dossier.unit_id),
        at=at,
        on=at.astimezone(VN).date(),
    )


def _sheet(paper: rules.Original, *, number: str, book: str) -> printing.Sheet:
    return printing.Sheet(number=number, book=book, document=paper.document, pages=paper.pages, copies=paper.copies)


def _head(work: Work, signatory: printing.Signatory) -> dict[str, Any]:
    code = work.dossier.code or ""
    return {
        "on": work.on,
        "demo": settings.DEMO,
        "qr": f"{settings.SITE_URL}/tra-cuu/?ma={code}" if code else "",
        "code": code,
        "letterhead": _letterhead(work),
        "signatory": signatory,
    }


def _letterhead(work: Work) -> printing.Letterhead:
    """The justice division certifies under its own name and seal, a ward as People's Committee [23/2015/NĐ-CP, 5]."""
    if work.unit.level == Level.DIVISION and work.agency.level == Level.CITY:
        return printing.Letterhead(office=work.unit.short_name, parent=work.agency.name, place=work.agency.short_name)
    return dossiers.letterhead(work.agency)


def _signatory(signer: str, title: str, work: Work, by: Actor) -> printing.Signatory:
    capacity = office.signing_capacity(by.officer_id, work.unit, work.on) if by.officer_id else None
    if capacity is None:
        return printing.Signatory(name=signer, title=title)
    line = f"{capacity.prefix} {capacity.on_behalf_of}".strip()
    return printing.Signatory(name=signer, title=capacity.title, authority=(line,) if capacity.prefix else ())
