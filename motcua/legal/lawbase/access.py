"""Who may write in the register. Reading is public, but for single decisions kept back («văn bản cá biệt»)."""

from uuid import UUID

from django.http import Http404

from motcua.house.office import queries as office
from motcua.house.office.access import NotAllowed, keeping
from motcua.house.office.rules import Actor, UnitRow
from motcua.legal.lawbase.choices import CONFIRM, REGISTER
from motcua.legal.lawbase.models import DocumentFile, EffectEvent, ImportRow, ImportRun, LegalDocument

__all__ = [
    "CONFIRM",
    "REGISTER",
    "keepers",
    "may",
    "open_document",
    "open_entry",
    "open_event",
    "open_file",
    "open_row",
    "open_run",
    "own_unit",
    "require",
    "shown_to",
]

may = keeping.may


def require(actor: Actor, act: str, keeper_id: UUID) -> None:
    """Refuses: NotAllowed."""
    if not may(actor, act, keeper_id):
        raise NotAllowed("Bạn không được giao việc này trong sổ văn bản của đơn vị này.")


def own_unit(actor: Actor) -> UnitRow:
    """The unit in whose register the actor enters documents. Refuses: NotAllowed."""
    for path in actor.paths(REGISTER):
        return office.directory().unit(path)
    raise NotAllowed("Bạn không được giao việc vào sổ văn bản.")


def keepers(actor: Actor, act: str) -> list[UUID]:
    """Units in whose registers the actor holds the right."""
    return keeping.units(actor, act)


def open_entry(actor: Actor, key: UUID) -> LegalDocument:
    """The door to an entry for who keeps it. Refuses: Http404."""
    found = LegalDocument.objects.filter(pk=key).first()
    if found is None or not may(actor, REGISTER, found.keeper_id):
        raise Http404
    return found


def shown_to(actor: Actor, refusal: ValueError) -> LegalDocument | None:
    """What stands in the way of an act, where the actor may open its entry."""
    found = getattr(refusal, "document", None)
    return found if isinstance(found, LegalDocument) and may(actor, REGISTER, found.keeper_id) else None


def open_document(slug: str) -> LegalDocument:
    """The door for everybody. Refuses: Http404."""
    found = LegalDocument.objects.filter(slug=slug, is_public=True).first()
    if found is None:
        raise Http404
    return found


def open_event(actor: Actor, key: UUID) -> EffectEvent:
    """The door to an event the actor may decide. Refuses: Http404."""
    found = EffectEvent.objects.select_related("document", "acting").filter(pk=key).first()
    if found is None or not may(actor, CONFIRM, found.document.keeper_id):
        raise Http404
    return found


def open_run(actor: Actor, key: UUID) -> ImportRun:
    """The door to an import for who keeps that register. Refuses: Http404."""
    found = ImportRun.objects.filter(pk=key).first()
    if found is None or not may(actor, REGISTER, found.keeper_id):
        raise Http404
    return found


def open_row(actor: Actor, key: UUID) -> ImportRow:
    """The door to one file of an import. Refuses: Http404."""
    found = ImportRow.objects.select_related("run", "document", "file").filter(pk=key).first()
    if found is None or not may(actor, REGISTER, found.run.keeper_id):
        raise Http404
    return found


def open_file(actor: Actor, key: UUID) -> DocumentFile:
    """The door to a kept file, also one not shown to everybody. Refuses: Http404."""
    found = DocumentFile.objects.select_related("file", "document").filter(pk=key).first()
    if found is None or not may(actor, REGISTER, found.document.keeper_id):
        raise Http404
    return found
