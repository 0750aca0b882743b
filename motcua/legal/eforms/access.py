"""Whose draft is it: the account's, or the browser session's before anyone logs in. Nobody else can reach it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.legal.eforms.models import Draft
from motcua.legal.eforms.queries import form


class Person(Protocol):
    """Whoever fills in a form: an actor with an account, or a stranger with none."""

    @property
    def account_id(self) -> UUID | None:
        """The account, None for a stranger."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A line of «việc đang khai dở»: which procedure, at which step, until when it is kept."""

    id: UUID
    procedure_code: str
    form_name: str
    step: str
    updated_at: datetime
    expires_at: datetime


def own_drafts(by: Person, *, session_key: str, at: datetime) -> QuerySet[Draft]:
    """The drafts this person may see: an account sees its own, a stranger those of the session; expired ones never."""
    return Draft.objects.filter(_owned(by, session_key), expires_at__gt=at)


def open_draft(by: Person, procedure_code: str, *, session_key: str, at: datetime) -> Draft | None:
    """The person's draft for that procedure, or None: absent, expired and another's answer alike."""
    return own_drafts(by, session_key=session_key, at=at).filter(procedure_code=procedure_code).first()


def readable_drafts(by: Person, *, session_key: str, at: datetime, lang: str = "vi") -> tuple[DraftRow, ...]:
    """The person's unfinished forms, the last saved first."""
    found = own_drafts(by, session_key=session_key, at=at).order_by("-updated_at")
    return tuple(
        DraftRow(
            draft.id,
            draft.procedure_code,
            form(draft.form_key, draft.form_version).title(lang),
            draft.step,
            draft.updated_at,
            draft.expires_at,
        )
        for draft in found
    )


def _owned(by: Person, session_key: str) -> Q:
    if by.account_id is not None:
        return Q(account_id=by.account_id)
    return Q(account__isnull=True, session_key=session_key) & ~Q(session_key="")
