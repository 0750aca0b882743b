"""After issue: checks with their findings, and the handling of an unlawful text [79/2025/NĐ-CP, 9–12]."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.bureau.drafting import access, rules
from motcua.bureau.drafting.acts import entry
from motcua.bureau.drafting.acts.base import in_order, moved, not_to_come, note, words
from motcua.bureau.drafting.choices import Act, CheckKind, HandlingForm, Head
from motcua.bureau.drafting.models import Check, CheckFinding, Draft, Handling
from motcua.house.office.rules import Actor


@dataclass(frozen=True, kw_only=True)
class CheckGiven:
    """A check: by whom, when, what was found under which head; nothing found means lawful."""

    kind: CheckKind
    body: str
    checked_on: date
    number: str = ""
    found: Sequence[tuple[Head, str]] = ()


@dataclass(frozen=True, kw_only=True)
class HandlingGiven:
    """A decision on an unlawful text."""

    form: HandlingForm
    number: str
    decided_on: date
    body: str
    reason: str


@transaction.atomic
def record_check(draft: Draft, given: CheckGiven, *, by: Actor, at: datetime) -> Check:
    """Record a self-check or a check by the body above. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    draft = moved(draft, Act.RECORD_CHECK, by=by, right=access.CHECK)
    in_order(draft.signed_on or given.checked_on, given.checked_on, "Ngày kiểm tra so với ngày ký")
    not_to_come(given.checked_on, at)
    found = [(head, text.strip()) for head, text in given.found if text.strip()]
    check = Check.objects.create(
        draft=draft,
        kind=given.kind.value,
        body=words(given.body, "Ghi cơ quan kiểm tra."),
        checked_on=given.checked_on,
        number=given.number.strip(),
        is_lawful=not found,
        recorded_at=at,
        recorded_by=by.name,
    )
    CheckFinding.objects.bulk_create(CheckFinding(check_made=check, head=head.value, text=text) for head, text in found)
    facts: dict[str, Any] = {"kind": given.kind.value, "body": check.body, "checked_on": given.checked_on.isoformat()}
    note(draft, Act.RECORD_CHECK, by=by, at=at, found=[f"{head.value}: {text}" for head, text in found], **facts)
    return check


@transaction.atomic
def handle_text(draft: Draft, given: HandlingGiven, *, by: Actor, at: datetime, check: Check | None = None) -> Handling:
    """Record the decision to suspend, repeal or correct the text; the register of legal documents knows it at once.

    Refuses: NotAllowed, ActNotOpen, NotThatWay.
    """
    act = rules.HANDLING_ACT[given.form]
    draft = moved(draft, act, by=by, right=access.DECIDE)
    in_order(draft.signed_on or given.decided_on, given.decided_on, "Ngày xử lý so với ngày ký văn bản")
    not_to_come(given.decided_on, at)
    number = words(given.number, "Ghi số quyết định hoặc văn bản xử lý.")
    if draft.handlings.filter(number=number, decided_on=given.decided_on).exists():
        raise rules.NotThatWay("Văn bản xử lý này đã được ghi.")
    if check is not None and check.draft_id != draft.pk:
        raise rules.NotThatWay("Kết quả kiểm tra này của văn bản khác.")
    made = Handling.objects.create(
        draft=draft,
        check_made=check,
        form=given.form.value,
        number=number,
        decided_on=given.decided_on,
        body=words(given.body, "Ghi cơ quan, người quyết định xử lý."),
        reason=words(given.reason, "Ghi nội dung trái pháp luật, lý do xử lý."),
    )
    entry.enter_handling(made, draft, by=by, at=at)
    facts: dict[str, Any] = {
        "number": number,
        "decided_on": given.decided_on.isoformat(),
        "body": made.body,
        "reason": made.reason,
    }
    note(draft, act, by=by, at=at, fields=("state", "document"), **facts)
    return made


@transaction.atomic
def publish_handling(made: Handling, *, published_on: date, where: str, by: Actor, at: datetime) -> Handling:
    """Record that the result of handling was published. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    draft = moved(made.draft, Act.PUBLISH_HANDLING, by=by, right=access.ISSUE)
    made = Handling.objects.select_for_update(of=("self",)).get(pk=made.pk)
    if made.published_on is not None:
        raise rules.ActNotOpen("Kết quả xử lý này đã được công bố.")
    in_order(made.decided_on, published_on, "Ngày công bố so với ngày quyết định")
    not_to_come(published_on, at)
    made.published_on, made.published_where = published_on, words(where, "Ghi nơi công bố.")
    made.save(update_fields=["published_on", "published_where"])
    facts: dict[str, Any] = {
        "number": made.number,
        "published_on": published_on.isoformat(),
        "where": made.published_where,
    }
    note(draft, Act.PUBLISH_HANDLING, by=by, at=at, **facts)
    return made
