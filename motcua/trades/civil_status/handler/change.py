"""Change, correction, addition of civil-status data, ethnic group determined again [60/2014/QH13, 26-29, 46-47]."""

from datetime import datetime
from typing import ClassVar

from motcua.house.office.rules import Actor
from motcua.instruments.printing import rules as printing
from motcua.trades.civil_status import acts, queries, rules
from motcua.trades.civil_status.choices import RECORD_BOOK, BookKind, Duty, NoteKind, Registration
from motcua.trades.civil_status.handler.base import EntryTrade, Face, Plan, person
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.queries import Work


class ChangeTrade(EntryTrade):
    """Write the change, note it beside the original, or inform the registry that holds it [60/2014/QH13, 28.3]."""

    kind: ClassVar[BookKind] = BookKind.CHANGE
    result: ClassVar[tuple[str, str, str]] = (
        "change_extract",
        "Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
        "KQ.G15.000037",
    )

    def plan(self, work: Work) -> Plan:
        """The kind of change is the kind of registration; the basis is what the officer found, else the reason."""
        code = work.code("change.kind")
        content = rules.change_content(work.words, kind=rules.change_kind(code), basis=_basis(work))
        return Plan(
            Registration(code),
            rules.subject_of(work.words, "subject"),
            content,
            source=queries.original_entry(work, RECORD_BOOK.get(work.code("record.kind"))),
        )

    def paper(self, work: Work, plan: Plan, face: Face) -> printing.ChangeExtract:
        """From what to what, on which record."""
        before, after = plan.content["noiDungTu"], plan.content["noiDungThanh"]
        moved = f"Từ “{before}” thành “{after}”" if before else f"“{after}”"
        return printing.ChangeExtract(
            **face.head,
            kind=plan.content["loaiThayDoi"],
            person=printing.Person(**person(work, "subject")),
            changed_paper=_record_words(work),
            changes=(printing.Row(plan.content["mucThayDoi"], moved),),
            basis=plan.content["canCu"],
            registered_at_place=work.place,
            entry_number=face.entry_number,
            registered_on=work.on,
        )

    def after(self, work: Work, plan: Plan, entry: RegisterEntry, *, by: Actor, at: datetime) -> None:
        """A note beside the original where it is held here, else the duty to inform its registry."""
        if plan.source is None:
            acts.follow(entry, Duty.NOTIFY_ORIGIN, whom=work.word("record.office"))
            return
        acts.note(
            plan.source,
            kind=NoteKind(plan.registration.value),
            words=rules.note_words(
                kind=plan.content["loaiThayDoi"],
                item=plan.content["mucThayDoi"].lower(),
                before=plan.content["noiDungTu"],
                after=plan.content["noiDungThanh"],
                basis=f"Trích lục số {self.number(work, entry)} ngày {work.on:%d/%m/%Y}",
            ),
            basis=f"Trích lục số {self.number(work, entry)} ngày {work.on:%d/%m/%Y} của {work.agency.name}",
            dossier=work.dossier,
            new_name=plan.content["noiDungThanh"] if work.code("change.item") == "full_name" else "",
            by=by,
            at=at,
        )


def _basis(work: Work) -> str:
    return str(work.finding.get("basis") or "") or work.word("change.reason")


def _record_words(work: Work) -> str:
    parts = [
        work.word("record.kind"),
        f"số {work.word('record.number')}" if work.word("record.number") else "",
        f"quyển số {work.word('record.book')}" if work.word("record.book") else "",
        f"đăng ký ngày {work.word('record.registered_on')}" if work.word("record.registered_on") else "",
        f"tại {work.word('record.office')}" if work.word("record.office") else "",
    ]
    return ", ".join(filter(None, parts))
