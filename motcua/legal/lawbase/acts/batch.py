"""Files handed in together («nhập theo đợt»): kept aside, read one by one in the background, each decided once.

A row is decided in the transaction that enters its document: a worker killed in the middle leaves it waiting, and the
next one goes on there. A file that ends its worker twice is given up, so that the others are read.
"""

import csv
import hashlib
import io
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from motcua.house.office.rules import SYSTEM, Actor
from motcua.instruments.jobs import acts as jobs
from motcua.instruments.vault.rules import clean_name
from motcua.legal.lawbase import access, loader, queries
from motcua.legal.lawbase.acts.facts import AlreadyKept, Facts, NotAsWritten
from motcua.legal.lawbase.acts.taking import enter, store, take_in
from motcua.legal.lawbase.choices import REGISTER, RowState
from motcua.legal.lawbase.models import ImportRow, ImportRun, LegalDocument

if TYPE_CHECKING:
    from motcua.instruments.vault.models import StoredFile

_JOB = "motcua.legal.lawbase.jobs.read_import"
MOST_TRIES = 2
_ENDED = "Đọc tệp này làm tiến trình nền dừng hai lần, nên bỏ qua. Kiểm tra tệp, lưu lại rồi nhập riêng."
_AWAY = "Tệp tải lên không còn trên máy chủ; nhập lại tệp này."
UNREAD = "Không đọc được tệp vì lỗi ngoài dự kiến; đã ghi vào nhật ký máy chủ để quản trị viên xem."
_ANEW = {RowState.REVIEW, RowState.FAILED}


@transaction.atomic
def start_import(
    files: Iterable[tuple[str, bytes]], *, keeper_id: UUID, by: Actor, at: datetime, enters_at_once: bool = True
) -> ImportRun:
    """Keep the files aside and queue their reading; equal files count once. Refuses: NotAllowed, NotAsWritten."""
    access.require(by, REGISTER, keeper_id)
    run = ImportRun(keeper_id=keeper_id, enters_at_once=enters_at_once, ordered_at=at, ordered_by=by.name[:120])
    run.save(force_insert=True)
    folder = queries.import_folder(run.pk)
    folder.mkdir(parents=True, mode=0o700)
    try:
        rows = _kept_aside(run, files)
    except BaseException:
        shutil.rmtree(folder)
        raise
    ImportRow.objects.bulk_create(rows, batch_size=500)
    jobs.enqueue(_JOB, kwargs={"run": str(run.pk)})
    return run


def _kept_aside(run: ImportRun, files: Iterable[tuple[str, bytes]]) -> list[ImportRow]:
    rows: dict[str, ImportRow] = {}
    for name, content in files:
        digest = hashlib.sha256(content).hexdigest()
        if digest not in rows:
            ending = Path(name).suffix.lower()[:10]
            row = ImportRow(run=run, no=len(rows) + 1, name=clean_name(name)[:200], ending=ending, sha256=digest)
            queries.import_path(row).write_bytes(content)
            rows[digest] = row
    if not rows:
        raise NotAsWritten(f"Không có tệp nào để nhập (nhận {', '.join(loader.ENDINGS)}).")
    return list(rows.values())


def begin_row(row: ImportRow) -> bool:
    """Count one more try at reading the file; false when it has ended its reader too often or is no longer there."""
    if row.tries >= MOST_TRIES:
        return fail_row(row, _ENDED)
    if not queries.import_path(row).is_file():
        return fail_row(row, _AWAY)
    row.tries += 1
    row.pages_done = row.pages = 0
    row.save(update_fields=["tries", "pages_done", "pages"])
    return True


def note_page(row: ImportRow, done: int, of: int) -> None:
    """How far recognition has come, for the screen."""
    ImportRow.objects.filter(pk=row.pk).update(pages_done=done, pages=of)


def fail_row(row: ImportRow, reason: str) -> bool:
    """The file cannot be entered; always false."""
    with transaction.atomic():
        held = _held(row, {RowState.WAITING})
        if held is not None:
            _decide(held, RowState.FAILED, reason=reason)
    return False


@transaction.atomic
def settle_row(row: ImportRow, found: "loader.Incoming", *, at: datetime) -> None:
    """Enter what was read, or lay it before a person: recognised letters, and heads that say too little, always."""
    held = _held(row, {RowState.WAITING})
    if held is None:
        return
    by = replace(SYSTEM, name=f"Hệ thống, theo lệnh của {held.run.ordered_by}"[:120])
    file = None
    try:
        if found.is_vaulted:
            file = store(found, queries.import_path(held).read_bytes(), name=held.name, by=by, at=at)
        if held.run.enters_at_once and _is_plain(found):
            with transaction.atomic():
                taken = take_in(found, keeper_id=held.run.keeper_id, by=by, at=at, file=file)
            state = RowState.THERE if taken.was_there else RowState.ENTERED if taken.is_new else RowState.ADDED
            _decide(held, state, document=taken.document)
            return
        reason = ""
    except (AlreadyKept, NotAsWritten) as refused:
        reason = str(refused)
    _lay_before(held, found, file, reason)


@transaction.atomic
def lay_scan_before(row: ImportRow, *, reason: str, at: datetime) -> None:
    """A scan nobody could recognise: its file is kept, a person types the facts."""
    held = _held(row, {RowState.WAITING})
    if held is not None:
        by = replace(SYSTEM, name=f"Hệ thống, theo lệnh của {held.run.ordered_by}"[:120])
        found = loader.Incoming("", loader.NOTHING, notes=(reason,), is_vaulted=True, is_recognised=True)
        file = store(found, queries.import_path(held).read_bytes(), name=held.name, by=by, at=at)
        _lay_before(held, found, file, "")


@transaction.atomic
def enter_row(
    row: ImportRow, facts: Facts, text: str, *, by: Actor, at: datetime, is_retroactive: bool = False
) -> LegalDocument:
    """Enter what an officer has looked through. Refuses: NotAllowed, NotAsWritten, AlreadyKept."""
    held = _held(row, {RowState.REVIEW})
    if held is None:
        raise NotAsWritten("Tệp này không còn chờ xem lại.")
    if held.text.strip():
        read = loader.again(held.text, ending=held.ending)
        facts = replace(facts, source=facts.source or read.source[:300], foreign_label=read.foreign_label[:60])
    made = enter(
        facts, text, keeper_id=held.run.keeper_id, by=by, at=at, file=held.file, is_scan=held.is_recognised,
        is_retroactive=is_retroactive,
    )  # fmt: skip
    _decide(held, RowState.ENTERED, document=made)
    return made


@transaction.atomic
def drop_row(row: ImportRow, *, by: Actor) -> None:
    """Leave the file out of the register. Refuses: NotAllowed, NotAsWritten."""
    held = _held(row, {RowState.REVIEW})
    if held is None:
        raise NotAsWritten("Tệp này không còn chờ xem lại.")
    access.require(by, REGISTER, held.run.keeper_id)
    _decide(held, RowState.DROPPED, reason=f"{by.name} bỏ.")


def error_file(run: ImportRun) -> str:
    """What could not be entered, as CSV for a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(("tệp", "lý do"))
    for name, reason in run.rows.filter(state=RowState.FAILED).order_by("no").values_list("name", "reason"):
        writer.writerow([f"'{words}" if words.startswith(("=", "+", "-", "@")) else words for words in (name, reason)])
    return file.getvalue()


def _is_plain(found: "loader.Incoming") -> bool:
    head = found.head
    return not found.is_recognised and bool(head.issuer and head.type and head.number and head.issued_on)


def _held(row: ImportRow, states: set[RowState]) -> ImportRow | None:
    """The row, locked, if it is still in one of these states: whoever comes second does nothing."""
    return ImportRow.objects.select_for_update(of=("self",)).select_related("run").filter(
        pk=row.pk, state__in=states
    ).first()  # fmt: skip


def _lay_before(row: ImportRow, found: "loader.Incoming", file: "StoredFile | None", reason: str) -> None:
    row.text, row.notes = found.facts or found.text, list(found.notes)
    row.is_recognised, row.file = found.is_recognised, file
    row.state, row.reason = RowState.REVIEW, reason[:1000]
    row.save(update_fields=["text", "notes", "is_recognised", "file", "state", "reason"])
    _clear(row)


def _decide(row: ImportRow, state: RowState, *, document: LegalDocument | None = None, reason: str = "") -> None:
    row.state, row.document, row.reason, row.text = state, document, reason[:1000], ""
    row.save(update_fields=["state", "document", "reason", "text"])
    _clear(row)


def _clear(row: ImportRow) -> None:
    """The file kept aside is not needed once this is committed; the folder goes with its last file."""

    def clear() -> None:
        path = queries.import_path(row)
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()

    transaction.on_commit(clear)
