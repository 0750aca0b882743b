"""Keep a document's files («tệp kèm theo»), with what their signatures are worth at that moment."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.files.base import File
from django.db import transaction

from motcua.house.journal import acts as journal
from motcua.house.office.rules import Actor
from motcua.instruments.signing import queries as signing
from motcua.instruments.signing.rules import NotSignable, SignatureReport
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault import queries as vault_queries
from motcua.instruments.vault.rules import Kind, NotAccepted
from motcua.legal.lawbase import access
from motcua.legal.lawbase.acts.facts import NotAsWritten
from motcua.legal.lawbase.choices import REGISTER, FileKind, SignatureState
from motcua.legal.lawbase.models import DocumentFile, LegalDocument
from motcua.legal.lawbase.rules import signatures

if TYPE_CHECKING:
    from motcua.instruments.vault.models import StoredFile


@transaction.atomic
def attach(
    document: LegalDocument, content: bytes | File[bytes], *, name: str, kind: FileKind, by: Actor, at: datetime,
    label: str = "", is_public: bool = True,
) -> DocumentFile:  # fmt: skip
    """Keep one more file with a document. Refuses: NotAllowed, NotAsWritten (what the vault does not take)."""
    access.require(by, REGISTER, document.keeper_id)
    try:
        stored = vault.store(content, name=name, by=by, at=at, purpose="law")
    except NotAccepted as reason:
        raise NotAsWritten(str(reason)) from reason
    return keep(document, stored, kind=kind, label=label, is_public=is_public, by=by, at=at)


@transaction.atomic
def keep(
    document: LegalDocument, stored: "StoredFile", *, kind: FileKind, by: Actor, at: datetime, label: str = "",
    is_public: bool = True, is_scan: bool = False,
) -> DocumentFile:  # fmt: skip
    """The same with a file the vault holds already; the file as issued gives the document its signature state.

    Refuses: NotAllowed, NotAsWritten (the document has this file already).
    """
    access.require(by, REGISTER, document.keeper_id)
    kept = LegalDocument.objects.select_for_update().get(pk=document.pk)
    if kept.files.filter(file__sha256=stored.sha256).exists():
        raise NotAsWritten("Tệp này đã được giữ cùng văn bản.")
    state, told = _worth(stored, is_scan=is_scan)
    made = DocumentFile(
        document=kept, file=stored, kind=kind, label=label[:200], signature=state, signatures=told,
        is_public=is_public, added_at=at, added_by=by.name[:120],
    )  # fmt: skip
    made.save(force_insert=True)
    if kind is FileKind.ISSUED:
        kept.signature = state
    journal.write(kept, act="law.file", by=by, at=at, sha256=stored.sha256, kind=str(kind), signature=str(state))
    kept.save(update_fields=["signature", *journal.CHAIN])
    document.signature, document.journal_seq, document.journal_head = (
        kept.signature, kept.journal_seq, kept.journal_head,
    )  # fmt: skip
    return made


@transaction.atomic
def show_file(made: DocumentFile, *, is_public: bool, by: Actor, at: datetime) -> DocumentFile:
    """Let everybody take the file away, or no longer. Refuses: NotAllowed."""
    kept = LegalDocument.objects.select_for_update().get(pk=made.document_id)
    access.require(by, REGISTER, kept.keeper_id)
    made.is_public = is_public
    made.save(update_fields=["is_public"])
    journal.write(kept, act="law.show_file", by=by, at=at, sha256=made.file.sha256, is_public=is_public)
    kept.save(update_fields=[*journal.CHAIN])
    return made


def _worth(stored: "StoredFile", *, is_scan: bool) -> tuple[SignatureState, list[signatures.Told]]:
    reports: tuple[SignatureReport, ...] = ()
    if stored.mime == Kind.PDF.mime:
        try:
            reports = signing.check(vault_queries.read(stored), is_old=True)
        except NotSignable:
            return SignatureState.GONE, []
    if not reports:
        return (SignatureState.SCANNED if is_scan else SignatureState.NONE), []
    return signatures.worst(reports), signatures.told(reports)
