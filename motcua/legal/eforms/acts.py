"""Keeping and dropping drafts. A draft is nobody's legal act: it stands in no journal and may be deleted."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from motcua.legal.eforms import access
from motcua.legal.eforms.models import Draft
from motcua.legal.eforms.rules import Form, Raw, merged
from motcua.legal.eforms.rules.text import as_text

DRAFT_DAYS = 30
DRAFT_MAX_BYTES = 256 * 1024


class DraftTooLong(ValueError):
    """More was typed than a form can hold; the message is for the person."""


@transaction.atomic
def save_draft(
    *, by: access.Person, session_key: str, procedure_code: str, form: Form, answers: Raw, step: str, at: datetime
) -> Draft:
    """Keep what was typed, over what was kept before, as it was typed; the draft lives 30 days from now.

    Names that the form does not ask are left out. The first save gives the draft its `submission_key`, which stays:
    a form sent twice carries one key. Refuses: DraftTooLong; PermissionError for a stranger without a session.
    """
    if by.account_id is None and not session_key:
        raise PermissionError("Chưa có phiên làm việc để lưu bản nháp.")
    saved = {
        "form_key": form.key,
        "form_version": form.version,
        "step": step,
        "updated_at": at,
        "expires_at": at + timedelta(days=DRAFT_DAYS),
    }
    draft = _locked(by, procedure_code, session_key=session_key, at=at, fresh=saved)
    typed = {key: _storable(as_text(value)) for key, value in answers.items()}
    draft.answers = merged(form, draft.answers, typed)
    if len(json.dumps(draft.answers, ensure_ascii=False).encode()) > DRAFT_MAX_BYTES:
        raise DraftTooLong("Nội dung khai quá dài, không lưu được. Rút gọn các ô dài rồi lưu lại.")
    for name, value in saved.items():
        setattr(draft, name, value)
    draft.save(update_fields=["answers", *saved])
    return draft


@transaction.atomic
def keep_extras(draft: Draft, values: Mapping[str, str], *, by: access.Person, session_key: str, at: datetime) -> Draft:
    """Keep what goes with the form but is not asked by it: uploaded papers, where to file, how to receive.

    Refuses: Draft.DoesNotExist for a draft that is gone or somebody else's.
    """
    row = access.own_drafts(by, session_key=session_key, at=at).select_for_update().get(pk=draft.pk)
    row.extras = {**row.extras, **{key: _storable(value) for key, value in values.items()}}
    row.save(update_fields=["extras"])
    return row


@transaction.atomic
def discard_draft(draft: Draft, *, by: access.Person, session_key: str, at: datetime) -> bool:
    """Delete the draft, when it is sent or given up. True for the one call that removed it, then False."""
    mine = access.own_drafts(by, session_key=session_key, at=at).filter(pk=draft.pk)
    return mine.delete()[0] == 1


@transaction.atomic
def adopt_drafts(*, by: access.Person, session_key: str, at: datetime) -> int:
    """After login, the session's drafts become the account's; of two for one procedure the later saved stays."""
    if by.account_id is None or not session_key:
        return 0
    moved = 0
    for draft in Draft.objects.select_for_update().filter(account__isnull=True, session_key=session_key):
        twin = Draft.objects.filter(account_id=by.account_id, procedure_code=draft.procedure_code).first()
        if draft.expires_at <= at or (twin and twin.expires_at > at and twin.updated_at >= draft.updated_at):
            draft.delete()
            continue
        if twin:
            twin.delete()
        draft.account_id, draft.session_key = by.account_id, ""
        draft.save(update_fields=["account", "session_key"])
        moved += 1
    return moved


def purge_drafts(*, at: datetime) -> int:
    """Delete what has expired: the nightly job's work. Gives the number deleted."""
    return Draft.objects.filter(expires_at__lte=at).delete()[0]


def _locked(
    by: access.Person, procedure_code: str, *, session_key: str, at: datetime, fresh: Mapping[str, object]
) -> Draft:
    """The person's row for that procedure, locked; a fresh one where there is none or it has expired."""
    owner = {"account_id": by.account_id, "session_key": "" if by.account_id else session_key}
    rows = Draft.objects.select_for_update()
    rows.filter(**owner, procedure_code=procedure_code, expires_at__lte=at).delete()
    draft, _ = rows.get_or_create(**owner, procedure_code=procedure_code, defaults=fresh)
    return draft


def _storable(text: str) -> str:
    """Text that both databases hold: PostgreSQL refuses the null character and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
