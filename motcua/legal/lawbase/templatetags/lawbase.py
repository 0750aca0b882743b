"""Words of the register for templates."""

import json
import re
from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from motcua.base.ui.choices import Tone
from motcua.base.ui.templatetags.ui import chip, link
from motcua.house.office.rules import Actor
from motcua.legal.lawbase import access
from motcua.legal.lawbase.choices import (
    FILE_NAMES,
    REGISTER,
    SIGNATURE_NAMES,
    STATE_NAMES,
    UNIT_NAMES,
    EffectState,
    FileKind,
    SignatureState,
    UnitKind,
)
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.queries import Laid, Link
from motcua.legal.lawbase.rules import bearings, diff, effect
from motcua.legal.lawbase.rules.pointintime import Piece

register = template.Library()
_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_TONES = {
    EffectState.IN_FORCE: Tone.GOOD,
    EffectState.NOT_YET: Tone.INFO,
    EffectState.PARTLY_EXPIRED: Tone.SOON,
    EffectState.PARTLY_SUSPENDED: Tone.SOON,
    EffectState.SUSPENDED: Tone.LATE,
    EffectState.EXPIRED: Tone.LATE,
}
_SIGNED = {
    SignatureState.VALID: Tone.GOOD,
    SignatureState.UNTRUSTED: Tone.SOON,
    SignatureState.GONE: Tone.SOON,
    SignatureState.CHANGED: Tone.LATE,
}


@register.simple_tag
def signature_chip(state: str) -> SafeString:
    """«Chữ ký số hợp lệ» and the other states of a kept file."""
    kind = SignatureState(state)
    return chip(gettext(SIGNATURE_NAMES[kind]), _SIGNED.get(kind, Tone.QUIET))


@register.simple_tag
def document_signature(document: LegalDocument) -> SafeString:
    """The same of a document: that of its file as issued, or that the register keeps no such file."""
    if not document.files.filter(kind=FileKind.ISSUED).exists():
        return chip(gettext("Chưa có tệp đã ký"), Tone.QUIET)
    return signature_chip(document.signature)


@register.filter
def signature_words(state: str) -> str:
    """The same without a chip, to stand in a sentence."""
    words = gettext(SIGNATURE_NAMES[SignatureState(state)])
    return words[:1].lower() + words[1:]


@register.filter
def file_kind(kind: str) -> str:
    """«Bản ban hành» and the other kinds of a kept file."""
    return gettext(FILE_NAMES[FileKind(kind)])


@register.filter
def signed_at(moment: str) -> str:
    """«16/11/2024 09:30:15» of a kept ISO moment."""
    try:
        return f"{datetime.fromisoformat(moment):%d/%m/%Y %H:%M:%S}"
    except ValueError:
        return ""


@register.simple_tag
def effect_chip(state: str) -> SafeString:
    """«Còn hiệu lực» and the other states, with tone and icon."""
    kind = EffectState(state)
    return chip(gettext(STATE_NAMES[kind]), _TONES.get(kind, Tone.QUIET))


@register.simple_tag
def data_block(content: dict[str, object]) -> SafeString:
    """A block of JSON-LD for search engines: data that no browser runs, with nothing in it that could end the block."""
    words = json.dumps(content, ensure_ascii=False)
    for mark in "<>&":
        words = words.replace(mark, f"\\u{ord(mark):04x}")
    return format_html('<script type="application/ld+json">{}</script>', SafeString(words))


@register.simple_tag
def document_page(document: LegalDocument, actor: Actor | None = None) -> str:
    """Where a reader finds the document: its public page; of one kept back its entry, for who keeps it; else ""."""
    if document.is_public:
        return link("portal:law_document", document.slug)
    if actor is not None and access.may(actor, REGISTER, document.keeper_id):
        return link("lawbase:document", document.pk)
    return ""


@register.simple_tag
def document_link(document: LegalDocument, actor: Actor) -> SafeString:
    """The document's name on an officers' page, leading to where this officer finds it."""
    address = document_page(document, actor)
    name = format_html('<a href="{}">{}</a>', address, document.name) if address else format_html("{}", document.name)
    if document.is_public:
        return name
    return format_html('{} <span class="muted">(không công khai)</span>', name)


@register.inclusion_tag("lawbase/_text.html")
def law_text(
    laid: list[Laid], by: dict[str, LegalDocument], at: str = "", actor: Actor | None = None
) -> dict[str, object]:
    """A text with its links and marks; `at`: the day as a query, for links to other documents.

    `actor`: the officer who reads it; without one nobody learns which document kept back changed the text.
    """
    return {"pieces": [_piece(one, by, at, actor) for one in laid], "actor": actor}


def _piece(one: Laid, by: dict[str, LegalDocument], at: str, actor: Actor | None) -> dict[str, object]:
    marks = [(mark, by[mark.by]) for mark in one.piece.marks if mark.by in by]
    return {
        "piece": one.piece,
        "state": one.state,
        "tag": one.tag,
        "head": [(part.text, _address(part.link, at)) for part in one.head],
        "words": [(part.text, _address(part.link, at)) for part in one.words],
        "marks": [(mark, document if actor or document.is_public else None) for mark, document in marks],
    }


def _address(to: Link | None, at: str) -> str:
    """Within the text a place; elsewhere the permanent address of the provision, or of its document."""
    if to is None:
        return ""
    if not to.slug:
        return f"#{to.unit}"
    if not to.unit:
        return link("portal:law_document", to.slug) + at
    return link("portal:law_provision", to.slug, to.unit) + at


@register.inclusion_tag("lawbase/_comparison.html")
def law_comparison(rows: list[diff.Row], old_title: str, new_title: str) -> dict[str, object]:
    """Two texts side by side, the words that differ marked; one provision a row, on a telephone one under the other."""
    return {"rows": rows, "old_title": old_title, "new_title": new_title}


@register.filter
def acting(by: dict[str, object], slug: str) -> object:
    """The document with this address, among those that changed a text."""
    return by.get(slug)


@register.filter
def differs(document: LegalDocument) -> bool:
    """Whether the label printed elsewhere says another state than the one kept for lists."""
    return bool(effect.disagreement(EffectState(document.state), document.foreign_label))


@register.filter
def outlined(unit: object) -> str:
    """«Điều 2. Mức chi»."""
    label, heading = str(getattr(unit, "label", "")), str(getattr(unit, "heading", ""))
    return f"{label}. {heading}" if heading else label


@register.filter
def piece_label(piece: Piece) -> str:
    """The same for a piece of a text on a day."""
    label = piece.number if piece.kind is UnitKind.HEADING else f"{UNIT_NAMES[piece.kind]} {piece.number}".strip()
    return f"{label}. {piece.heading}" if piece.heading else label


@register.filter
def spoken(unit_id: str) -> str:
    """«khoản 1 Điều 2»."""
    return bearings.spoken(unit_id)


@register.filter
def with_days(words: str) -> str:
    """A citation that is kept as it was resolved, its day written as people write it."""
    return _ISO_DAY.sub(r"\3/\2/\1", words)


@register.filter
def depth(unit_id: str) -> int:
    """How far in a provision stands."""
    return min(unit_id.count("/"), 4)
