"""«Bản sao trích lục hộ tịch»: everything the register holds today, with its notes [60/2014/QH13, 63-64].

An entry that is not in the digital register is copied from the paper book by an officer, who confirms it; the copy
says so.
"""

from typing import ClassVar

from motcua.base.vn.rules import day
from motcua.instruments.printing import rules as printing
from motcua.trades.civil_status import queries, rules
from motcua.trades.civil_status.choices import BOOK_NAME, RECORD_BOOK, BookKind, Registration
from motcua.trades.civil_status.handler.base import EntryTrade, Face, Plan
from motcua.trades.civil_status.models import RegisterEntry
from motcua.trades.civil_status.queries import Work


class ExtractTrade(EntryTrade):
    """Find the entry, or take what was copied from the paper book; number the copy in its own book."""

    kind: ClassVar[BookKind] = BookKind.COPY
    result: ClassVar[tuple[str, str, str]] = ("extract_copy", "Bản sao trích lục hộ tịch", "KQ.G15.000342")

    def plan(self, work: Work) -> Plan:
        """Refuses: NotInRegister when nothing is found and nothing was copied from the paper book."""
        record = work.code("extract.kind")
        entry = queries.original_entry(work, RECORD_BOOK.get(record))
        if entry is None and not (work.finding.get("content") or work.finding.get("lines")):
            raise rules.NotInRegister(
                f"Chưa thấy việc {rules.kind_words(record)} này trong sổ điện tử. "
                "Mở “Tra cứu, đối chiếu” để chép nội dung từ sổ giấy và xác nhận đã đối chiếu."
            )
        source = queries.source_words(entry) if entry else _paper_source(work, record)
        content = rules.copy_content(work.words, record=rules.kind_words(record), source=source)
        return Plan(Registration.ISSUED, rules.subject_of(work.words, "subject"), content, source=entry)

    def number(self, work: Work, entry: RegisterEntry) -> str:
        """Copies have their own running number and the sign of their kind."""
        return rules.copy_number(work.code("extract.kind"), entry.number, entry.year)

    def paper(self, work: Work, plan: Plan, face: Face) -> printing.ExtractCopy:
        """Every line of the entry and every note beside it."""
        entry = plan.source
        lines = rows_of_entry(entry) if entry else _rows_of_finding(work)
        return printing.ExtractCopy(
            **face.head,
            kind=rules.kind_words(work.code("extract.kind")),
            rows=tuple(printing.Row(label, value) for label, value in lines),
            notes=queries.note_text(entry) if entry else str(work.finding.get("notes") or ""),
            source=plan.content["nguonTrichLuc"],
        )


def rows_of_entry(entry: RegisterEntry) -> tuple[tuple[str, str], ...]:
    """Lines of an entry as an extract prints them, with where, when and by whom it was registered."""
    return (
        *rules.labelled(BookKind(entry.kind), entry.content),
        ("Nơi đăng ký", entry.registered_at),
        ("Số", entry.quoted),
        ("Ngày, tháng, năm đăng ký", day(entry.registered_on)),
        ("Người ký", f"{entry.signer_name}, {entry.signer_title}"),
    )


def _rows_of_finding(work: Work) -> tuple[tuple[str, str], ...]:
    kind = RECORD_BOOK.get(work.code("extract.kind"))
    found = work.finding
    envelope = (
        ("Nơi đăng ký", str(found.get("registered_at") or work.word("record.office"))),
        ("Số", str(found.get("number") or "")),
        ("Ngày, tháng, năm đăng ký", str(found.get("registered_on") or "")),
    )
    content = found.get("content")
    if kind is not None and isinstance(content, dict):
        lines = rules.labelled(kind, {key: str(value) for key, value in content.items()})
    else:
        lines = tuple(_line(text) for text in str(found.get("lines") or "").splitlines() if text.strip())
    return (*lines, *((label, value) for label, value in envelope if value))


def _line(text: str) -> tuple[str, str]:
    label, colon, value = text.partition(":")
    return (label.strip(), value.strip()) if colon else ("Nội dung", text.strip())


def _paper_source(work: Work, record: str) -> str:
    """Says that the lines come from the paper book and who compared them."""
    kind, found = RECORD_BOOK.get(record), work.finding
    name = BOOK_NAME[kind] if kind else f"Sổ {rules.kind_words(record)}"
    parts = [
        f"{name} (sổ giấy)",
        f"quyển số {found.get('book')}" if found.get("book") else "",
        f"số {found.get('number')}" if found.get("number") else "",
        f"ngày {found.get('registered_on')}" if found.get("registered_on") else "",
        f"đã đối chiếu với sổ giấy ({found.get('found_by')})" if found.get("found_by") else "đã đối chiếu với sổ giấy",
    ]
    return ", ".join(filter(None, parts))
