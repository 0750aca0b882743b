"""What search engines read of a legal document: schema.org Legislation as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse

from motcua.legal.lawbase.choices import EffectState, RelationKind

if TYPE_CHECKING:
    from motcua.legal.lawbase.models import LegalDocument
    from motcua.legal.lawbase.queries.documents import Related

_FORCE = {
    EffectState.IN_FORCE: "InForce",
    EffectState.PARTLY_EXPIRED: "PartiallyInForce",
    EffectState.PARTLY_SUSPENDED: "PartiallyInForce",
    EffectState.EXPIRED: "NotInForce",
    EffectState.NOT_YET: "NotInForce",
    EffectState.SUSPENDED: "NotInForce",
}
_DOES = {
    RelationKind.AMENDS: "legislationAmends",
    RelationKind.SUPPLEMENTS: "legislationAmends",
    RelationKind.REPEALS: "legislationRepeals",
    RelationKind.REPLACES: "legislationRepeals",
    RelationKind.CORRECTS: "legislationCorrects",
    RelationKind.CONSOLIDATES: "legislationConsolidates",
    RelationKind.DETAILS: "legislationEnsuresImplementationOf",
    RelationKind.BASED_ON: "citation",
}
_FILES = (("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          ("xml", "application/akn+xml"), ("json", "application/json"))  # fmt: skip


def legislation(
    document: LegalDocument, *, on: date, state: EffectState, related: Iterable[Related], has_text: bool
) -> dict[str, Any]:
    """The document as of the day; what is not known is left out, never null."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": _address(document),
        "url": _address(document),
        "name": document.title,
        "alternateName": document.name,
        "legislationIdentifier": document.number,
        "legislationType": document.type,
        "legislationPassedBy": {"@type": "Organization", "name": document.issuer},
        "legislationJurisdiction": "VN",
        "legislationDate": _iso(document.issued_on),
        "legislationDateOfApplicability": _iso(document.effective_on),
        "legislationDateVersion": on.isoformat(),
        "legislationLegalForce": f"https://schema.org/{_FORCE[state]}" if state in _FORCE else None,
        "about": document.field,
        "inLanguage": document.language,
    }
    for one in related:
        name = _DOES.get(one.kind)
        if name and one.document and not one.is_incoming:
            other = {"@type": "Legislation", "@id": _address(one.document), "name": one.document.name}
            found.setdefault(name, []).append(other)
    if has_text:
        found["encoding"] = [_file(document, ending, kind) for ending, kind in _FILES]
    return {name: value for name, value in found.items() if value}


def _file(document: LegalDocument, ending: str, kind: str) -> dict[str, str]:
    address = settings.SITE_URL + reverse("portal:law_file", args=[document.slug, ending])
    return {
        "@type": "LegislationObject",
        "contentUrl": address,
        "encodingFormat": kind,
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
    }


def _address(document: LegalDocument) -> str:
    return f"{settings.SITE_URL}{reverse('portal:law_document', args=[document.slug])}"


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None
