"""«Giấy xác nhận tình trạng hôn nhân»: valid six months, for the purpose it names [123/2015/NĐ-CP, 21-23]."""

from typing import ClassVar

from motcua.base.vn.rules import day
from motcua.instruments.printing import rules as printing
from motcua.trades.civil_status import rules
from motcua.trades.civil_status.choices import BookKind, Registration
from motcua.trades.civil_status.handler.base import EntryTrade, Face, Plan, person
from motcua.trades.civil_status.queries import Work


class MaritalStatusTrade(EntryTrade):
    """Certify the status for the time the person lived here, from the age of marriage on."""

    kind: ClassVar[BookKind] = BookKind.MARITAL_STATUS
    result: ClassVar[tuple[str, str, str]] = (
        "marital_status_certificate",
        "Giấy xác nhận tình trạng hôn nhân",
        "KQ.G15.000038",
    )

    def plan(self, work: Work) -> Plan:
        """From the age of marriage, or as the officer found, to the day of the certificate."""
        content = rules.marital_content(
            work.words,
            status=rules.marital_status(work.words, kind=work.code("status.kind")),
            purpose=rules.purpose(work.words, kind=work.code("purpose.kind")),
            lived_from=_lived_from(work),
            lived_to=day(work.on),
        )
        return Plan(Registration.ISSUED, rules.subject_of(work.words, "subject"), content)

    def paper(self, work: Work, plan: Plan, face: Face) -> printing.MaritalStatusCertificate:
        """Worded as the form has it."""
        since = plan.content["nxnThoiGianCuTruTu"]
        return printing.MaritalStatusCertificate(
            **face.head,
            requester=work.word("requester.full_name"),
            person=printing.Person(**person(work, "subject")),
            lived_at=work.word("subject.residence") or work.place,
            lived_from_on=rules.full_date(since) or since,
            lived_to_on=work.on,
            status=f"{plan.content['nxnTinhTrangHonNhan']}.",
            purpose=f"{plan.content['nxnMucDichSuDung']}.",
        )


def _lived_from(work: Work) -> str:
    if found := str(work.finding.get("lived_from") or ""):
        return found
    born = work.word("subject.birth_date")
    is_man = work.code("subject.sex") == "male"
    born_on = rules.full_date(born)
    if born_on:
        return day(rules.marriageable_from(born_on, is_man=is_man))
    return f"năm {int(born[-4:]) + (20 if is_man else 18)}" if born[-4:].isdecimal() else ""
