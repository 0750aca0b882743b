"""Background work of the one-stop: papers and notices after an act has been kept. Thin: each calls acts."""

from django_tasks import task

from motcua.base.worktime import clock
from motcua.counter.dossiers import acts, queries
from motcua.counter.dossiers.choices import STATE_NAME, Act, State
from motcua.counter.dossiers.models import Dossier
from motcua.house.accounts import acts as accounts
from motcua.instruments.jobs.schedule import nightly
from motcua.instruments.notices import acts as notices
from motcua.legal.eforms import acts as eforms

TOLD: dict[Act, str] = {
    Act.ASK_BEFORE: "supplement_asked",
    Act.ASK_SUPPLEMENT: "supplement_asked",
    Act.DECLINE: "refused",
    Act.REFUSE: "refused",
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
    notices.notify(
        account_id=dossier.account_id,
        email=dossier.email,
        phone=dossier.phone,
        template=template,
        data={"code": dossier.code or "", "state": STATE_NAME[State(dossier.state)]},
        dossier_code=dossier.code or "",
        at=clock.now(),
    )


@nightly("02:40")
@task()
def forget_the_old() -> None:
    """Forget drafts past their thirty days and counted log-in tries."""
    now = clock.now()
    eforms.purge_drafts(at=now)
    accounts.forget_tries(at=now)
