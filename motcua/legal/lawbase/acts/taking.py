"""Take a read file into the register: the entry if it is new, its text, and its bases as relations."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from motcua.base.vn.rules import fold
from motcua.house.office.rules import Actor
from motcua.instruments.vault import acts as vault
from motcua.instruments.vault.rules import NotAccepted
from motcua.legal.lawbase import queries
from motcua.legal.lawbase.acts.attaching import keep
from motcua.legal.lawbase.acts.facts import Facts, NotAsWritten
from motcua.legal.lawbase.acts.register import add_version, register
from motcua.legal.lawbase.choices import RECOGNISED, FileKind, Nature, SignatureState
from motcua.legal.lawbase.loader import Incoming
from motcua.legal.lawbase.models import DocumentVersion, LegalDocument

if TYPE_CHECKING:
    from motcua.instruments.vault.models import StoredFile


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: the entry, whether it is new, whether the text was there already."""

    document: LegalDocument
    is_new: bool
    was_there: bool


@transaction.atomic
def take_in(
    found: Incoming, *, keeper_id: UUID, by: Actor, at: datetime, path: Path | None = None,
    file: "StoredFile | None" = None,
) -> Taken:  # fmt: skip
    """Enter what was read. A text that is kept already changes nothing, so that a batch can be run again.

    Its citations become unconfirmed relations, resolved when the number is one document's alone. Letters recognised
    from a picture never take the place of a text: of such a file only the file is kept.
    Refuses: NotAllowed, NotAsWritten, AlreadyKept.
    """
    digest = hashlib.sha256(found.text.encode()).hexdigest()
    kept = DocumentVersion.objects.filter(digest=digest).select_related("document").first()
    if kept is not None:
        return Taken(kept.document, is_new=False, was_there=True)
    head = found.head
    if not head.issuer:
        raise NotAsWritten("Chưa đọc được cơ quan ban hành.")
    if not head.type:
        raise NotAsWritten("Chưa đọc được loại văn bản.")
    same = _same(found)
    document = same or register(_facts(found), keeper_id=keeper_id, by=by, at=at)
    if path is not None and found.is_vaulted:
        file = store(found, path.read_bytes(), name=path.name, by=by, at=at)
    is_read_better = found.is_recognised and queries.current_text(document) is not None
    if not is_read_better:
        add_version(document, found.text, by=by, at=at, file=file)
    if file is not None:
        _keep(document, file, is_scan=found.is_recognised, by=by, at=at)
    return Taken(document, is_new=same is None, was_there=is_read_better)


def _same(found: Incoming) -> LegalDocument | None:
    """The entry the text is of; without a number or a day, only one of the same title: neither says which."""
    head = found.head
    kept = queries.same_document(head.issuer, head.type, head.number, head.issued_on)
    if kept is None or (kept.number_key and head.issued_on is not None):
        return kept
    same = LegalDocument.objects.filter(
        issuer_key=kept.issuer_key, type=kept.type, number_key=kept.number_key, issued_on=head.issued_on
    )
    title = " ".join(fold(_facts(found).title).split())
    return next((one for one in same if " ".join(fold(one.title).split()) == title), None)


def store(found: Incoming, content: bytes, *, name: str, by: Actor, at: datetime) -> "StoredFile":
    """The file in the vault: as it came, or as the .docx it was turned into. Refuses: NotAsWritten."""
    name = f"{Path(name).stem}.docx" if found.kept else name
    try:
        return vault.store(found.kept or content, name=name, by=by, at=at, purpose="law")
    except NotAccepted as reason:
        raise NotAsWritten(str(reason)) from reason


def _keep(document: LegalDocument, file: "StoredFile", *, is_scan: bool, by: Actor, at: datetime) -> None:
    """The file as issued; kept once, whatever number of texts was read from it."""
    if not document.files.filter(file__sha256=file.sha256).exists():
        keep(document, file, kind=FileKind.ISSUED, is_scan=is_scan, by=by, at=at)


@transaction.atomic
def enter(
    facts: Facts, text: str, *, keeper_id: UUID, by: Actor, at: datetime, file: "StoredFile | None" = None,
    is_scan: bool = False, is_retroactive: bool = False,
) -> LegalDocument:  # fmt: skip
    """Enter a document an officer has looked through, with its text if there is one.

    Refuses: NotAllowed, NotAsWritten, AlreadyKept.
    """
    document = register(facts, keeper_id=keeper_id, by=by, at=at, is_retroactive=is_retroactive)
    if text.strip():
        add_version(document, text, by=by, at=at, file=file)
    if file is not None:
        _keep(document, file, is_scan=is_scan, by=by, at=at)
    return document


def _facts(found: Incoming) -> Facts:
    head = found.head
    return Facts(
        issuer=head.issuer,
        type=head.type,
        number=head.number,
        title=(found.title or f"{head.type} {head.number}")[:1000],
        issued_on=head.issued_on,
        effective_on=found.effective_on,
        expires_on=found.expires_on,
        published_on=found.published_on,
        nature=Nature.NORMATIVE if found.is_normative else Nature.ADMINISTRATIVE,
        signature=SignatureState.UNKNOWN if found.is_vaulted else SignatureState.NONE,
        source=found.source[:300] or (RECOGNISED if found.is_recognised else ""),
        sure="low" if found.is_recognised else "medium" if found.notes else "high",
        foreign_label=found.foreign_label[:60],
        is_public=found.is_normative,
    )
