"""An issued text in the register of legal documents, and there what is done to it afterwards."""

from datetime import datetime
from typing import Any

from motcua.base.vn.rules import fold
from motcua.bureau.drafting import loader, queries, rules
from motcua.bureau.drafting.choices import HANDLING_NAME, HandlingForm
from motcua.bureau.drafting.models import Draft, Handling
from motcua.house.office.rules import SYSTEM, Actor
from motcua.instruments.vault import queries as vault
from motcua.legal.lawbase import access as register_access
from motcua.legal.lawbase import acts as register
from motcua.legal.lawbase import queries as registered
from motcua.legal.lawbase.acts import AlreadyKept, Facts, NotAsWritten
from motcua.legal.lawbase.choices import CONFIRM, REGISTER, Nature, RelationKind
from motcua.legal.lawbase.rules.identity import number_key, type_from_number

RELATION = {
    HandlingForm.SUSPEND: RelationKind.STAYS,
    HandlingForm.REPEAL: RelationKind.REPEALS,
    HandlingForm.CORRECT: RelationKind.CORRECTS,
}
COUNCIL = "Hội đồng nhân dân"


def enter(draft: Draft, *, by: Actor, at: datetime) -> Draft:
    """Enter the numbered text into the register with its days and its words, and tie both; not saved.

    A second time changes nothing. What it repeals, amends and rests on is proposed there, as read. Refuses:
    NotThatWay when the register has a document of this number that differs.
    """
    if draft.document_id is not None:
        return draft
    facts = _facts(draft)
    kept = _same(draft, facts)
    if kept is None:
        actor = _actor(by, REGISTER, draft)
        try:
            kept = register.register(facts, keeper_id=draft.unit_id, by=actor, at=at)
        except (AlreadyKept, NotAsWritten) as refusal:
            raise rules.NotThatWay(str(refusal)) from refusal
    draft.document = kept
    _give_text(draft, kept, by=by, at=at)
    return draft


def _facts(draft: Draft) -> Facts:
    return Facts(
        issuer=queries.issuer_of(draft),
        type=loader.law().kind(draft.kind).short,
        title=draft.title,
        number=draft.number,
        issued_on=draft.signed_on,
        effective_on=draft.effective_on,
        nature=Nature.NORMATIVE,
        source="Ban hành tại cơ quan, từ dự thảo",
        issuer_unit_id=draft.agency_id,
        responsible_unit_id=draft.agency_id,
    )


def _same(draft: Draft, facts: Facts) -> Any:
    """The entry that is this document already; None without one. Refuses: NotThatWay when one differs."""
    key, issuer = number_key(facts.number), fold(facts.issuer)
    rows = [
        one
        for one in registered.by_number(facts.number)
        if one.number_key == key and one.type == facts.type and fold(one.issuer) == issuer
    ]
    for kept in rows:
        differs = [
            words
            for words, here, there in (
                ("ngày ban hành", facts.issued_on, kept.issued_on),
                ("ngày có hiệu lực", facts.effective_on, kept.effective_on),
                ("tên gọi", " ".join(fold(facts.title).split()), " ".join(fold(kept.title).split())),
            )
            if here != there
        ]
        if differs:
            what = ", ".join(differs)
            raise rules.NotThatWay(
                f"Sổ văn bản đã có {kept.name} của {kept.issuer}, khác về {what}: xem lại số, ngày, hoặc sửa trong sổ."
            )
        if Draft.objects.filter(document=kept).exclude(pk=draft.pk).exists():
            raise rules.NotThatWay(f"{kept.name} trong Sổ văn bản đã gắn với một dự thảo khác.")
    return rows[0] if rows else None


def _give_text(draft: Draft, kept: Any, *, by: Actor, at: datetime) -> None:
    """The words of the signed file, else of the last version; an entry that has a text keeps it."""
    if registered.current_text(kept) is not None:
        return
    version = queries.latest_version(draft)
    for file in filter(None, (draft.issued_file, version.file if version else None)):
        text = queries.words_of(vault.read(file), file.mime)
        if text.strip():
            register.add_version(kept, text, by=_actor(by, REGISTER, draft), at=at, file=file)
            return


def _actor(by: Actor, right: str, draft: Draft) -> Actor:
    """Who writes in the register: the officer where he may, else the system for him; drafting's own row names him."""
    return by if register_access.may(by, right, draft.unit_id) else SYSTEM


def enter_handling(made: Handling, draft: Draft, *, by: Actor, at: datetime) -> None:
    """The decision on an unlawful text as a confirmed relation, with the event it makes; the decision is its source.

    An issued text that is not in the register yet is entered first.
    """
    if draft.document is None:
        enter(draft, by=by, at=at)
    form = HandlingForm(made.form)
    actor = _actor(_actor(by, REGISTER, draft), CONFIRM, draft)
    try:
        acting = _acting(made, draft, by=actor, at=at)
        register.relate(acting, kind=RELATION[form], target=draft.document, by=actor, at=at, confirmed=True)
    except (AlreadyKept, NotAsWritten) as refusal:
        raise rules.NotThatWay(str(refusal)) from refusal


def _acting(made: Handling, draft: Draft, *, by: Actor, at: datetime) -> Any:
    kind = type_from_number(made.number) or "Văn bản"
    same = registered.same_document(made.body, kind, made.number, made.decided_on)
    if same is not None:
        return same
    name = f"{loader.law().kind(draft.kind).short} số {draft.number}"
    facts = Facts(
        issuer=made.body,
        type=kind,
        title=f"{HANDLING_NAME[HandlingForm(made.form)]} {name}",
        number=made.number,
        issued_on=made.decided_on,
        effective_on=made.decided_on,
        nature=Nature.ADMINISTRATIVE,
        source="Ghi khi xử lý văn bản",
    )
    return register.register(facts, keeper_id=draft.unit_id, by=by, at=at)
