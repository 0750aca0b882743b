"""Birth, marriage, death: the three events registered most."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import ClassVar

from motcua.base.worktime.rules import VN
from motcua.house.office.rules import Actor
from motcua.instruments.printing import rules as printing
from motcua.trades.civil_status import acts, rules
from motcua.trades.civil_status.choices import BookKind, Duty, Registration
from motcua.trades.civil_status.handler.base import EntryTrade, Face, Plan, identity_words, is_again, person
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.queries import Work

WAITS = "chờ cấp"
"""Stands in the place of the personal number until the national database gives it."""


class BirthTrade(EntryTrade):
    """«Giấy khai sinh» [60/2014/QH13, 14-16]."""

    kind: ClassVar[BookKind] = BookKind.BIRTH
    result: ClassVar[tuple[str, str, str]] = ("birth_certificate", "Giấy khai sinh", "KQ.G15.000031")

    def plan(self, work: Work) -> Plan:
        """On time within 60 days of the birth; the personal number only as the national database gave it."""
        number = str(work.finding.get("personal_number") or "")
        born_on = rules.full_date(work.word("child.birth_date"))
        if born_on is None:
            raise ValueError("Ngày sinh của trẻ chưa đủ ngày, tháng, năm nên chưa ghi sổ được.")
        kind = Registration.AGAIN if is_again(work) else rules.birth_registration(born_on, work.asked_on)
        subject = replace(rules.subject_of(work.words, "child"), personal_number=number)
        return Plan(kind, subject, rules.birth_content(work.words, personal_number=number))

    def paper(self, work: Work, plan: Plan, face: Face) -> printing.BirthCertificate:
        """Unknown father or mother: the lines stay open."""
        return printing.BirthCertificate(
            **face.head,
            child=printing.Child(
                **{**person(work, "child"), "personal_number": plan.subject.personal_number or WAITS},
                born_in_words=plan.content["nksNgaySinhBangChu"],
                birth_place=work.word("child.birth_place"),
                home_place=work.word("child.home_town"),
            ),
            mother=_parent(work, "mother"),
            father=_parent(work, "father"),
            declarant=work.word("requester.full_name"),
            declarant_paper=identity_words(work, "requester"),
            registered_at_place=work.place,
            registered_on=work.on,
        )

    def after(self, work: Work, plan: Plan, entry: RegisterEntry, *, by: Actor, at: datetime) -> None:
        """Without a personal number the duty to fetch it stays."""
        del by, at
        if not plan.subject.personal_number:
            acts.follow(entry, Duty.PERSONAL_NUMBER, due_on=work.on)


class MarriageTrade(EntryTrade):
    """«Giấy chứng nhận kết hôn», within the country and with a foreign element [60/2014/QH13, 17-18, 37-38]."""

    kind: ClassVar[BookKind] = BookKind.MARRIAGE
    result: ClassVar[tuple[str, str, str]] = ("marriage_certificate", "Giấy chứng nhận kết hôn", "KQ.G15.000032")

    def plan(self, work: Work) -> Plan:
        """Both parties are found again by their names."""
        kind = Registration.AGAIN if is_again(work) else Registration.FIRST
        subject = rules.subject_of(work.words, "husband", second="wife")
        content = rules.marriage_content(work.words) | {"ngayXacLapQuanHeHonNhan": f"{work.on:%d/%m/%Y}"}
        return Plan(kind, subject, content)

    def paper(self, work: Work, plan: Plan, face: Face) -> printing.MarriageCertificate:
        """Both parties, side by side."""
        del plan
        return printing.MarriageCertificate(
            **face.head,
            husband=printing.Spouse(**person(work, "husband")),
            wife=printing.Spouse(**person(work, "wife")),
            registered_at_place=work.place,
            registered_on=work.on,
        )


class DeathTrade(EntryTrade):
    """«Trích lục khai tử» [60/2014/QH13, 32-34, 51-52]."""

    kind: ClassVar[BookKind] = BookKind.DEATH
    result: ClassVar[tuple[str, str, str]] = ("death_extract", "Trích lục khai tử", "KQ.G15.000034")

    def plan(self, work: Work) -> Plan:
        """On time within 15 days of the death."""
        died_on = rules.full_date(work.word("deceased.died_on"))
        if died_on is None:
            raise ValueError("Ngày chết chưa đủ ngày, tháng, năm nên chưa ghi sổ được.")
        kind = Registration.AGAIN if is_again(work) else rules.death_registration(died_on, work.asked_on)
        return Plan(kind, rules.subject_of(work.words, "deceased"), rules.death_content(work.words))

    def paper(self, work: Work, plan: Plan, face: Face) -> printing.DeathExtract:
        """With hour and minute where they are known."""
        died_on = work.word("deceased.died_on")
        return printing.DeathExtract(
            **face.head,
            person=printing.Person(**person(work, "deceased")),
            died_at=_moment(rules.full_date(died_on), work.word("deceased.died_at_time")) or died_on,
            died_in_words=plan.content["nktNgayChetGhiBangChu"],
            death_place=work.word("deceased.place"),
            cause=work.word("deceased.cause"),
            registered_at_place=work.place,
            entry_number=face.entry_number,
            registered_on=work.on,
        )

    def after(self, work: Work, plan: Plan, entry: RegisterEntry, *, by: Actor, at: datetime) -> None:
        """Lock the record of the dead; of a foreigner, tell the Ministry of Foreign Affairs."""
        del plan, by, at
        acts.follow(entry, Duty.LOCK_DEATH, due_on=work.on)
        if work.code("deceased.nationality") not in {"", "VN"}:
            acts.follow(entry, Duty.NOTIFY_FOREIGN)


def _parent(work: Work, key: str) -> printing.Parent:
    born = work.word(f"{key}.birth_date")
    return printing.Parent(
        name=work.word(f"{key}.full_name"),
        born_year=born[-4:],
        ethnicity=work.word(f"{key}.ethnic_group"),
        nationality=work.word(f"{key}.nationality"),
        residence=work.word(f"{key}.residence"),
    )


def _moment(on: date | None, clock: str) -> datetime | date | None:
    """The day, with its hour and minute when both are known."""
    if on is None or not clock:
        return on
    try:
        return datetime.combine(on, time.fromisoformat(clock), tzinfo=VN)
    except ValueError:
        return on
