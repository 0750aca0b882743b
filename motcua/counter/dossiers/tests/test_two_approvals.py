"""Three levels of government: the division submits, the city signs; nobody signs over the step between."""

from datetime import date, datetime

import pytest

from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts, rules
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.tests import world
from motcua.counter.dossiers.views.dossier import act_links
from motcua.house.office import queries as office
from motcua.house.office.tests import people
from motcua.legal.procedures import queries as procedures

pytestmark = pytest.mark.django_db
AT = datetime(2024, 11, 14, 9, tzinfo=VN)
SINCE = date(2021, 1, 1)


@pytest.fixture
def proposed(ward, settings):
    """A change of civil status that Quang proposes to the head of the division on 14/11/2024."""
    settings.CLOCK = AT
    for login, name, post in (
        ("dung", "Hồ Văn Dũng", "TK-HCC.TN"),
        ("quang", "Đỗ Văn Quang", "TK-TP.CV"),
        ("tam", "Vũ Thị Tâm", "TK-TP.TP"),
    ):
        people.officer(login, name, post, from_on=SINCE)
    units = office.directory()
    law = procedures.get("2.000748", AT.date())
    given = world.intake(
        law=law, received_unit=units.unit("TK-HCC"), unit=units.unit("TK-TP"), agency=units.unit("TK"),
        form_key=law.eform, answers={},
    )  # fmt: skip
    dossier = acts.receive(given, by=by("dung"), at=AT)
    dossier = acts.take_up(dossier, officer=officer("quang"), by=by("quang"), at=AT)
    return acts.propose(dossier, grant=True, by=by("quang"), at=AT)


def officer(login):
    return people.Officer.objects.get(code=login)


def by(login):
    return people.actor(officer(login), AT.date())


def test_the_head_of_the_division_approves_and_does_not_sign(proposed):
    offered = [act["name"] for act in act_links(proposed, by("tam"))]

    assert (offered[0], "Ký kết quả" in offered) == ("Phê duyệt", False)
    with pytest.raises(rules.ActNotOpen, match="Trước khi ký còn bước “Chủ tịch ký”"):
        acts.sign(proposed, by=by("tam"), at=AT)


def test_after_the_approval_the_signature_is_open(proposed):
    approved = acts.approve(proposed, by=by("tam"), at=AT)

    assert (approved.state, rules.next_approval([], approved.step_no)) == (State.APPROVED, None)
    assert "Ký kết quả" in [act["name"] for act in act_links(approved, by("tam"))]
