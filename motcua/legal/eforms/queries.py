"""Forms on a day, the state of the law's form files, and the rows of a person's drafts."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from motcua.legal.eforms import access, loader
from motcua.legal.eforms.loader import NoSuchForm
from motcua.legal.eforms.rules import Answer, Choice, Form, spoken


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A line of «việc đang khai dở»: which procedure, at which step, until when it is kept."""

    id: UUID
    procedure_code: str
    form_name: str
    step: str
    updated_at: datetime
    expires_at: datetime


def form(key: str, on: date) -> Form:
    """The form («tờ khai») as its text and code tables stand on that day. Refuses: NoSuchForm."""
    return loader.form(Path(settings.LAW_DIR), key, on)


def form_keys() -> tuple[str, ...]:
    """Keys of all forms, for checks of the procedures that name them."""
    return loader.keys(Path(settings.LAW_DIR))


def table(name: str, on: date) -> tuple[Choice, ...]:
    """A code table (`ethnic_groups`, `nationalities`, `provinces`, `wards`, …) on that day."""
    return loader.table(Path(settings.LAW_DIR), name, on)


def spoken_answers(key: str, values: dict[str, Answer], on: date, lang: str = "vi") -> dict[str, str]:
    """Kept answers in words, by key, by the form of the day they were given: for papers, registers, lists."""
    return spoken(form(key, on), values, lang)


def check_forms() -> list[str]:
    """What is wrong in `law/forms/` and `law/tables/`: «file:line: what», empty when nothing is."""
    return loader.check(Path(settings.LAW_DIR))


def drafts(by: access.Person, *, session_key: str, at: datetime, lang: str = "vi") -> tuple[DraftRow, ...]:
    """The person's unfinished forms, the last saved first."""
    found = access.own_drafts(by, session_key=session_key, at=at).order_by("-updated_at")
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


__all__ = [
    "DraftRow",
    "NoSuchForm",
    "check_forms",
    "drafts",
    "form",
    "form_keys",
    "spoken_answers",
    "table",
]
