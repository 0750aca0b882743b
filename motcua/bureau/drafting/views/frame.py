"""What every page here shares: its section, a part of a draft behind its door, the colour of a state."""

from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.urls import reverse

from motcua.base.ui.choices import Tone
from motcua.base.worktime.rules import CalendarMissing
from motcua.bureau.drafting import access, rules
from motcua.bureau.drafting.choices import State
from motcua.bureau.drafting.models import Draft
from motcua.house.office.access import Request
from motcua.house.office.pages import Section
from motcua.instruments.signing.rules import KeyRefused, NoTimeStamp, NotSignable, WrongPassword
from motcua.instruments.vault import access as vault
from motcua.instruments.vault.rules import NoRoom, NotAccepted

TABS = {
    "home": "Tổng quan",
    "drafts": "Dự thảo",
    "scan": "Kiểm tra tệp",
    "programmes": "Chương trình",
    "law": "Quy định",
}
REFUSALS = (
    rules.NotThatWay,
    NotAccepted,
    NoRoom,
    CalendarMissing,
    KeyRefused,
    WrongPassword,
    NotSignable,
    NoTimeStamp,
)
"""What is said on the form, with all that was typed still there."""
STATE_TONE = {
    State.INCOMPLETE: Tone.SOON,
    State.RETURNED: Tone.SOON,
    State.ISSUED: Tone.SOON,
    State.PUBLISHED: Tone.GOOD,
    State.SUSPENDED: Tone.LATE,
    State.REPEALED: Tone.LATE,
    State.STOPPED: Tone.QUIET,
}


def _files_came_in(request: Request, form: BaseForm) -> bool:
    """Whether no file of the form was dropped for its size; says so on its field."""
    for name, field in form.fields.items():
        if not field.widget.needs_multipart_form:
            continue
        try:
            vault.refuse_too_large(request, name)
        except NotAccepted as refusal:
            form.full_clean()
            form.add_error(name, str(refusal))
            return False
    return True


SECTION = Section(
    name="drafting",
    tabs=TABS,
    flags={"may_write": access.WRITE},
    may=access.may,
    require=access.require,
    open_row=access.open_row,
    refusals=REFUSALS,
    came_in=_files_came_in,
    usual_tab="drafts",
)
framed, opened, asked = SECTION.framed, SECTION.opened, SECTION.asked


def part(request: Request, model: type[Any], key: UUID, right: str) -> tuple[Any, Draft]:
    """Something of a draft, and the draft; the actor may do this to it. Refuses: Http404, NotAllowed."""
    row, draft = access.open_part(request.actor, model, key)
    access.require(request.actor, right, draft.unit_id)
    return row, draft


def draft_url(draft: Draft) -> str:
    """Where the draft's own page is."""
    return reverse("drafting:draft", args=[draft.pk])


def tone_of(state: str) -> Tone:
    """The colour of a state, beside its words."""
    return STATE_TONE.get(State(state), Tone.INFO)
