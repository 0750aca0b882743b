"""Background work of the one-stop: papers and notices after an act has been kept. Thin: each calls acts."""

from contextlib import suppress

from django_tasks import task

from motcua.base.vn.rules import day
from motcua.base.worktime import clock
from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.choices import STATE_NAME, Act, State
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.rules import ActNotOpen
from motcua.house.accounts import acts as accounts
from motcua.house.office.rules import SYSTEM
from motcua.instruments.jobs.schedule import hourly, nightly
from motcua.instruments.notices import acts as notices
from motcua.legal.eforms import acts as eforms

TOLD: dict[Act, str] = {
    Act.ASK_BEFORE: "supplement_asked",
    Act.ASK_SUPPLEMENT: "supplement_asked",
    Act.DECLINE: "refused",
    Act.REFUSE: "refused",
    Act.SEND_DRAFT: "draft_sent",
    Act.RELEASE: "result_ready",
    Act.RETURN_RESULT: "returned",
    Act.APOLOGISE: "apology",
}
"""Acts an applicant is told of, and the template of the notice."""


@task()
def after_receipt(dossier_id: str) -> None:
    """Number and keep the receipt, tell the applicant."""
    dossier = queries.by_id(dossier_id)
    acts.issue_receipt(dossier, at=clock.now())
    _tell(dossier, "received")


@task()
def tell_applicant(dossier_id: str, act: str) -> None:
    """Tell the applicant of an act that concerns them."""
    if template := TOLD.get(Act(act)):
        _tell(queries.by_id(dossier_id), template)


def _tell(dossier: Dossier, template: str) -> None:
    sent = queries.last_draft(dossier) if template == "draft_sent" else None
    notices.notify(
        account_id=dossier.account_id,
        email=dossier.email,
        phone=dossier.phone,
        template=template,
        data={
            "code": dossier.code or "",
            "state": STATE_NAME[State(dossier.state)],
            **({"due": day(sent.answer_on)} if sent else {}),
        },
        dossier_code=dossier.code or "",
        at=clock.now(),
    )


@hourly(5)
@task()
def take_silence() -> None:
    """Drafts nobody answered in time count as confirmed; one that is answered meanwhile stays as it was answered."""
    now = clock.now()
    for dossier in queries.silent(on=now.date()):
        with suppress(ActNotOpen):
            acts.take_silence(dossier, by=SYSTEM, at=now)


@nightly("02:40")
@task()
def forget_the_old() -> None:
    """Forget drafts past their thirty days and counted log-in tries."""
    now = clock.now()
    eforms.purge_drafts(at=now)
    accounts.forget_tries(at=now)
