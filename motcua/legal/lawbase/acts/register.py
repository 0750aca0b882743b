"""Enter a document, give it a text, put its facts right, record a change of words."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from motcua.house.journal import acts as journal
from motcua.house.office.rules import Actor
from motcua.legal.lawbase import access, queries
from motcua.legal.lawbase.acts.citing import read_citations
from motcua.legal.lawbase.acts.effect import day_of, settle_state
from motcua.legal.lawbase.acts.facts import (
    NAMES,
    AlreadyKept,
    Facts,
    NotAsWritten,
    address_of,
    columns,
    dated_by_gazette,
)
from motcua.legal.lawbase.acts.indexing import index_document, index_version, unindex_version
from motcua.legal.lawbase.acts.own_events import set_own_events
from motcua.legal.lawbase.acts.racing import anew_when_raced
from motcua.legal.lawbase.acts.redating import move_what_follows
from motcua.legal.lawbase.choices import CONFIRM, REGISTER, PatchKind
from motcua.legal.lawbase.models import DocumentVersion, LegalDocument, Provision, TextPatch
from motcua.legal.lawbase.rules.first_day import gazette_days
from motcua.legal.lawbase.rules.structure import Tree, parse

if TYPE_CHECKING:
    from motcua.instruments.vault.models import StoredFile

MOST_LETTERS = 5_000_000
READ_AT_ONCE = 60_000
"""Letters of a text whose citations are read with it; longer ones wait for the night."""


@anew_when_raced
def register(facts: Facts, *, keeper_id: UUID, by: Actor, at: datetime, is_retroactive: bool = False) -> LegalDocument:
    """Enter a document («vào sổ văn bản»); its own days become confirmed events. The text comes by `add_version`.

    Refuses: NotAllowed, NotAsWritten, AlreadyKept (same issuer, type, number and day).
    """
    access.require(by, REGISTER, keeper_id)
    values = columns(facts, is_retroactive=is_retroactive)
    same = LegalDocument.objects.filter(
        issuer_key=values["issuer_key"], type=values["type"], number_key=values["number_key"],
        issued_on=facts.issued_on,
    )  # fmt: skip
    if facts.issued_on is None:
        same = same.filter(title=values["title"])
    if (kept := same.first()) is not None:
        raise AlreadyKept(f"Sổ đã có {kept.name} của {kept.issuer}.", kept)
    start = address_of(facts, frozenset())
    taken = frozenset(LegalDocument.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    document = LegalDocument(
        **values, slug=address_of(facts, taken), keeper_id=keeper_id, registered_at=at, journal_seq=0
    )
    journal.write(document, act="law.register", by=by, at=at, number=document.number, issuer=document.issuer)
    document.save(force_insert=True)
    set_own_events(document, by=by, at=at)
    index_document(document)
    _read_again(document)
    return document


@anew_when_raced
def correct(
    document: LegalDocument, changes: Mapping[str, Any], *, reason: str, by: Actor, at: datetime,
    is_retroactive: bool = False,
) -> LegalDocument:  # fmt: skip
    """Put the facts of an entry right («đính chính thông tin»); the journal keeps the old ones. The address stays.

    What it does to other documents from its own first day moves with that day, decided or not, in whose register it
    may be (`queries.following` tells beforehand); what has a day of its own stays. Where anything confirmed would move,
    only who confirms may. A first day counted from the gazette is computed once the gazette's day is known.
    Refuses: NotAllowed, NotAsWritten, AlreadyKept, unknown names (KeyError).
    """
    access.require(by, REGISTER, document.keeper_id)
    if not reason.strip():
        raise NotAsWritten("Chưa ghi lý do sửa.")
    kept = LegalDocument.objects.select_for_update().get(pk=document.pk)
    if unknown := set(changes) - set(NAMES):
        raise KeyError(*unknown)
    before, right = _before_and_after(kept, changes)
    values = columns(right, is_retroactive=is_retroactive)
    same = LegalDocument.objects.exclude(pk=kept.pk).filter(
        issuer_key=values["issuer_key"], type=values["type"], number_key=values["number_key"],
        issued_on=right.issued_on,
    )  # fmt: skip
    if right.issued_on is None:
        same = same.filter(title=values["title"])
    if (other := same.first()) is not None:
        raise AlreadyKept("Sổ đã có một văn bản khác cùng cơ quan, loại, số và ngày ban hành.", other)
    names = {*changes, "effective_on"} if right.effective_on != before.effective_on else set(changes)
    old = {name: _plain(getattr(before, name)) for name in sorted(names)}
    for name, value in values.items():
        setattr(kept, name, value)
    journal.write(kept, act="law.correct", by=by, at=at, before=old, reason=reason)
    kept.save(update_fields=[*values, *journal.CHAIN])
    set_own_events(kept, by=by, at=at)
    index_document(kept)
    if right.is_public and not before.is_public:
        _found_again(kept)
    _read_again(kept)
    if before.effective_on is None and right.effective_on is not None:
        kept.versions.filter(is_current=True).update(citations_read_at=None)
    if (now := queries.first_day(kept)) is not None and now != (before.effective_on or before.issued_on):
        if not access.may(by, CONFIRM, kept.keeper_id) and queries.moves_confirmed(kept, to=now):
            raise NotAsWritten(
                "Ngày mới làm đổi ngày của thay đổi đã xác nhận ở văn bản khác: chuyển người được giao xác nhận sửa."
            )
        move_what_follows(kept, to=now, by=by, at=at)
    kept.refresh_from_db(fields=[*journal.CHAIN])
    return kept


@anew_when_raced
def add_version(
    document: LegalDocument,
    text: str,
    *,
    by: Actor,
    at: datetime,
    file: "StoredFile | None" = None,
    language: str = "vi",
    read: bool = True,
) -> DocumentVersion:
    """Give the document a text, parsed into provisions and searchable; the text before stays, no longer current.

    Its citations are read and proposed at once, unless `read` is false or it is long: then the night reads them. Where
    it begins so many days after the gazette and no first day is written, that is kept, and computed if it can be.

    Refuses: NotAllowed, NotAsWritten (nothing to read, or longer than five million letters), AlreadyKept (same text).
    """
    access.require(by, REGISTER, document.keeper_id)
    if not text.strip():
        raise NotAsWritten("Văn bản không có chữ nào đọc được.")
    if len(text) > MOST_LETTERS or "\x00" in text:
        raise NotAsWritten("Văn bản quá dài hoặc có ký tự lạ, không nhập được.")
    kept = LegalDocument.objects.select_for_update().get(pk=document.pk)
    digest = hashlib.sha256(text.encode()).hexdigest()
    earlier = list(kept.versions.order_by("no"))
    if any(version.digest == digest for version in earlier):
        raise AlreadyKept("Nội dung này đã có trong sổ.", kept)
    for version in earlier:
        if version.is_current and version.language == language:
            _retire(version)
    made = DocumentVersion(
        document=kept, no=len(earlier) + 1, language=language, text=text, digest=digest, file=file, made_at=at,
        made_by=by.name,
    )  # fmt: skip
    made.save(force_insert=True)
    tree = parse(text)
    _keep_provisions(made, tree)
    facts = {"no": made.no, "digest": digest}
    if language == "vi" and _ask_for_gazette(kept, tree, by=by, at=at):
        facts["effective_on"] = _plain(kept.effective_on)
    journal.write(kept, act="law.version", by=by, at=at, **facts)
    kept.save(update_fields=[*journal.CHAIN])
    if read and language == "vi" and len(text) <= READ_AT_ONCE:
        read_citations(made, at=at)
        kept.refresh_from_db(fields=[*journal.CHAIN])
    for name in ("effective_on", "gazette_days", *journal.CHAIN):
        setattr(document, name, getattr(kept, name))
    return made


@anew_when_raced
def patch(
    document: LegalDocument, *, acting: LegalDocument, kind: PatchKind, on: date, by: Actor, at: datetime,
    target: str = "", text: str = "", phrase: str = "",
) -> TextPatch:  # fmt: skip
    """Record one change of words by another document; how it fits is told when the text on a day is asked for.

    Refuses: NotAllowed, NotAsWritten.
    """
    access.require(by, REGISTER, document.keeper_id)
    if acting.pk == document.pk:
        raise NotAsWritten("Văn bản không tự sửa đổi mình.")
    kept = LegalDocument.objects.select_for_update().get(pk=document.pk)
    made = TextPatch(
        document=kept, acting=acting, kind=kind, target=target, on=on, text=text, phrase=phrase,
        follows=on == queries.first_day(acting),
        order=kept.patches.filter(acting=acting).count(), recorded_at=at, recorded_by=by.name,
    )  # fmt: skip
    made.save(force_insert=True)
    journal.write(kept, act="law.patch", by=by, at=at, kind=str(kind), target=target, acting=acting.slug)
    kept.save(update_fields=[*journal.CHAIN])
    settle_state(kept, on=day_of(at))
    return made


def _before_and_after(document: LegalDocument, changes: Mapping[str, Any]) -> tuple[Facts, Facts]:
    before = Facts(**{name: getattr(document, name) for name in NAMES})
    return before, dated_by_gazette(replace(before, **changes), document.gazette_days, before=before)


def first_day_after(document: LegalDocument, changes: Mapping[str, Any]) -> date | None:
    """The first day as `correct` would leave it; other names are passed over."""
    _, right = _before_and_after(document, {name: value for name, value in changes.items() if name in NAMES})
    return right.effective_on or right.issued_on


def _ask_for_gazette(document: LegalDocument, tree: Tree, *, by: Actor, at: datetime) -> bool:
    """«Có hiệu lực sau N ngày kể từ ngày đăng Công báo»: N is kept; with the gazette day it gives the first day.

    Whether it gave it now.
    """
    if document.effective_on is not None:
        return False
    document.gazette_days = gazette_days(tree)
    if document.gazette_days is not None and document.published_on is not None:
        document.effective_on = document.published_on + timedelta(days=document.gazette_days)
        set_own_events(document, by=by, at=at)
        move_what_follows(document, to=document.effective_on, by=by, at=at)
    document.save(update_fields=["gazette_days", "effective_on"])
    return document.effective_on is not None


def _read_again(document: LegalDocument) -> None:
    """Texts that cite this number are read again at night: it is known now, or no longer one document's alone."""
    if document.number_key:
        citing = DocumentVersion.objects.filter(is_current=True, citations__number_key=document.number_key)
        DocumentVersion.objects.filter(pk__in=citing.values("pk")).update(citations_read_at=None)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, date | UUID) else value


def _keep_provisions(version: DocumentVersion, tree: Tree) -> None:
    rows = []
    for order, unit in enumerate(tree.walk(), start=1):
        row = Provision(document=version.document, version=version, unit_id=unit.id[:200], kind=unit.kind, order=order)
        row.number, row.heading, row.text = unit.number[:40], unit.heading[:1000], tree.own(unit)
        rows.append(row)
    Provision.objects.bulk_create(rows, batch_size=500)
    index_version(version, tree, zip(tree.walk(), rows, strict=True))


def _found_again(document: LegalDocument) -> None:
    """What was kept back is public now: its current texts are found."""
    for version in document.versions.filter(is_current=True):
        tree = parse(version.text)
        index_version(version, tree, zip(tree.walk(), version.provisions.order_by("order"), strict=True))


def _retire(version: DocumentVersion) -> None:
    """No longer current, so no longer found."""
    unindex_version(version)
    version.is_current = False
    version.save(update_fields=["is_current"])
