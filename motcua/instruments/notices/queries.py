"""What a person was told; what could not be sent."""

from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.template.loader import render_to_string

from motcua.instruments.notices.choices import About, State
from motcua.instruments.notices.models import Notice
from motcua.instruments.notices.rules import LANGUAGES, Contact


def inbox(account_id: UUID) -> QuerySet[Notice]:
    """The person's notices in the system, latest first."""
    return Notice.objects.filter(account_id=account_id, channel="in_app").order_by("-id")


def unread(account_id: UUID) -> int:
    """How many of them are new."""
    return inbox(account_id).filter(read_at=None).count()


def was_told(account_id: UUID | None, once: str) -> bool:
    """Whether this person was told this already."""
    return Notice.objects.filter(account_id=account_id, once=once).exists()


def reminders(account_id: UUID) -> QuerySet[Notice]:
    """Reminders the officer has not read, latest first."""
    return inbox(account_id).filter(about=About.REMINDER, read_at=None)


def of_dossier(code: str) -> QuerySet[Notice]:
    """Everything told about one dossier, first notice first."""
    return Notice.objects.filter(dossier_code=code).order_by("id") if code else Notice.objects.none()


def failed() -> QuerySet[Notice]:
    """Notices that could not be sent, latest first."""
    return Notice.objects.filter(state=State.FAILED).order_by("-id")


def contact(account_id: UUID | None, *, email: str = "", phone: str = "", language: str = "") -> Contact:
    """Where to reach someone: what was given for this dossier goes before what stands in the account."""
    person = get_user_model().objects.filter(pk=account_id).first() if account_id else None
    language = language or getattr(person, "language", "")
    return Contact(
        account_id=account_id,
        email=email or getattr(person, "email", ""),
        phone=phone or getattr(person, "phone", ""),
        language=language if language in LANGUAGES else "vi",
    )


def text(about: str, language: str, values: dict[str, str], *, is_short: bool) -> tuple[str, str]:
    """Subject and body of a notice; a short one has no subject. Refuses: TemplateDoesNotExist."""
    name = f"notices/{language}/{about}{'.short' if is_short else ''}.txt"
    rendered = render_to_string(name, values).strip()
    if is_short:
        return "", rendered
    subject, _, body = rendered.partition("\n")
    return subject.strip(), body.strip()
