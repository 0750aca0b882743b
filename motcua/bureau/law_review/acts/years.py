"""The yearly list of documents that lost or paused effect: computed, checked, approved, published by 31/01."""

from datetime import date, datetime

from django.db import transaction

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import access, loader, queries, rules
from motcua.bureau.law_review.acts.base import begin, keep_lines, note, opened, words
from motcua.bureau.law_review.choices import Act, YearState
from motcua.bureau.law_review.models import Announced, ExpiryList
from motcua.house.office import queries as office
from motcua.house.office.rules import Actor
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import acts as vault


@transaction.atomic
def compute_list(year: int, *, by: Actor, at: datetime) -> ExpiryList:
    """Make the list of a year from the register, or make it anew before it is approved.

    Refuses: NotAllowed, ActNotOpen, NotThatWay (the year is not over, or the agency was not there).
    """
    unit = access.own_unit(by)
    agency = office.directory().agency(unit)
    on = at.astimezone(VN).date()
    if year >= on.year:
        raise rules.NotThatWay(f"Năm {year} chưa kết thúc: danh mục lập từ 01/01/{year + 1}.")
    if year < agency.valid_from.year:
        raise rules.NotThatWay(f"Năm {year} {agency.name} chưa thành lập: danh mục do cơ quan trước đó lập.")
    lines = queries.year_lines(agency, year)
    row = ExpiryList.objects.filter(agency_id=agency.id, year=year).first()
    regime = rules.regime_on(loader.regimes(), date(year + 1, 1, 1)).key
    facts = {"year": year, "lines": len(lines)}
    if row is None:
        slug = f"het-hieu-luc-{year}-{agency.code.lower()}"
        row = begin(
            ExpiryList, Act.COMPUTE_LIST, unit=unit, by=by, at=at, facts=facts, year=year, slug=slug, regime=regime
        )
    else:
        row = opened(row, rules.YEAR, YearState, Act.COMPUTE_LIST, by=by)
        row.regime = regime
        row.checked_on, row.checked_by, row.check_note = None, "", ""
        fields = ("state", "regime", "checked_on", "checked_by", "check_note")
        note(row, Act.COMPUTE_LIST, by=by, at=at, fields=fields, **facts)
    keep_lines(row, lines)
    return row


@transaction.atomic
def check_list(row: ExpiryList, *, remark: str, by: Actor, at: datetime) -> ExpiryList:
    """Say that the list was checked against the papers.

    Refuses: NotAllowed, ActNotOpen, NotThatWay (the register moved, no words).
    """
    row = opened(row, rules.YEAR, YearState, Act.CHECK_LIST, by=by)
    _as_register(row)
    row.checked_on, row.checked_by = at.astimezone(VN).date(), by.name
    row.check_note = words(remark, "Ghi cách kiểm tra và kết quả.")
    note(row, Act.CHECK_LIST, by=by, at=at, fields=("state", "checked_on", "checked_by", "check_note"))
    return row


@transaction.atomic
def approve_list(row: ExpiryList, *, number: str, approved_on: date, by: Actor, at: datetime) -> ExpiryList:
    """Approve the list by a decision. Refuses: NotAllowed, ActNotOpen, NotThatWay (register moved, no number)."""
    row = opened(row, rules.YEAR, YearState, Act.APPROVE_LIST, by=by, right=access.DECIDE)
    _as_register(row)
    approve(row, number=number, approved_on=approved_on, by=by, at=at)
    fields = ("state", "number", "approved_on", "approved_by")
    note(row, Act.APPROVE_LIST, by=by, at=at, fields=fields, number=row.number, approved_on=str(approved_on))
    return row


@transaction.atomic
def publish_list(row: ExpiryList, *, by: Actor, at: datetime) -> ExpiryList:
    """Publish the approved list: public page, feed, print kept. Refuses: NotAllowed, ActNotOpen."""
    row = opened(row, rules.YEAR, YearState, Act.PUBLISH_LIST, by=by, right=access.DECIDE)
    publish(row, by=by, at=at)
    due = rules.yearly_due(loader.regimes(), row.year)
    facts = {"due_on": str(due), "sha256": row.file.sha256 if row.file else ""}
    note(row, Act.PUBLISH_LIST, by=by, at=at, fields=PUBLISHED, **facts)
    return row


PUBLISHED = ("state", "published_on", "published_at", "published_by", "file")


def approve(row: Announced, *, number: str, approved_on: date, by: Actor, at: datetime) -> None:
    """Set number and day of the approving paper. Refuses: NotThatWay (no number, a day ahead)."""
    row.number = words(number, "Ghi số, ký hiệu của quyết định.")
    if approved_on > at.astimezone(VN).date():
        raise rules.NotThatWay("Ngày quyết định không được sau hôm nay.")
    row.approved_on, row.approved_by = approved_on, by.name


def publish(row: Announced, *, by: Actor, at: datetime) -> None:
    """Print the lists, keep the print, and mark the row published."""
    on = at.astimezone(VN).date()
    who = queries.signatory(row, by=by, on=on)
    pdf = printing.render(queries.lists_paper(row, on=on, signatory=who))  # type: ignore[arg-type]
    row.file = vault.store(pdf, name=f"{row.slug}.pdf", by=by, at=at, purpose="law_review_lists", is_own=True)
    row.published_on, row.published_at, row.published_by = on, at, by.name


def _as_register(row: ExpiryList) -> None:
    """Refuses: NotThatWay when the register now says something else than the list."""
    agency = office.directory().unit(row.agency_id)
    if queries.kept_lines(row) != queries.year_lines(agency, row.year):
        raise rules.NotThatWay("Sổ văn bản đã thay đổi từ khi lập danh mục. Lập lại danh mục rồi kiểm tra.")
