"""Drafts of the result that went to the applicant to be confirmed («bản dự thảo gửi xác nhận»)."""

from datetime import date

from motcua.base.rows import row
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.models import Dossier, SentDraft
from motcua.counter.dossiers.queries.law import confirmation_of


def last_draft(dossier: Dossier) -> SentDraft | None:
    """The draft sent last, answered or not; asks the database only where the law wants a draft confirmed."""
    if confirmation_of(dossier) is None:
        return None
    return row(SentDraft, "dossier_id = %s ORDER BY sent_at DESC, id DESC LIMIT 1", dossier.pk)


def silent(*, on: date) -> list[Dossier]:
    """Dossiers whose applicant let the last day to answer pass before this day, longest first."""
    return list(
        Dossier.objects.filter(
            state=State.CONFIRM_ASKED, drafts__answered_at__isnull=True, drafts__answer_on__lt=on
        ).order_by("drafts__answer_on", "id")
    )
