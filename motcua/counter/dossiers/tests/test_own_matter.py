"""Nobody settles an own application: known by the account that filed it, and by the personal number in it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.counter.dossiers import access, acts
from motcua.counter.dossiers.choices import Act, State
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.test_intake import CERTIFICATE, STATUS, given
from motcua.counter.dossiers.tests.world import STATUS_ANSWERS, TUESDAY, as_actor, intake
from motcua.house.accounts import acts as accounts
from motcua.house.office.access import NotAllowed
from motcua.instruments.vault.tests import samples

NUMBER = "099190123456"


def is_called(officer, number=NUMBER):
    accounts.keep_personal_number(officer.account, number)


@pytest.mark.parametrize(
    "own",
    [
        {"personal_number": NUMBER},
        {"answers": {**STATUS_ANSWERS, "subject.personal_number": NUMBER}},
        {"answers": {**STATUS_ANSWERS, "wife.personal_number": NUMBER}},
    ],
    ids=["the applicant", "the person the paper is about", "a party"],
)
def test_who_is_named_by_number_does_nothing_to_the_dossier(cast, own):
    dossier = ways.in_progress(cast, **own)
    everything = [act for act in Act if access.may(cast.by.hanh, act, dossier)]

    is_called(cast.hanh)

    assert everything != []
    assert [act for act in Act if access.may(as_actor(cast.hanh), act, dossier)] == []
    with pytest.raises(NotAllowed, match="người có tên trong hồ sơ"):
        acts.propose(dossier, grant=True, by=as_actor(cast.hanh), at=TUESDAY)
    assert ways.fresh(dossier).state == State.IN_PROGRESS


def test_another_number_and_a_dossier_without_one_hinder_nobody(cast):
    without, with_another = ways.in_progress(cast), ways.in_progress(cast, personal_number="099190000001")
    is_called(cast.hanh)

    done = [acts.propose(one, grant=True, by=as_actor(cast.hanh), at=TUESDAY) for one in (without, with_another)]

    assert [one.state for one in done] == [State.PROPOSED, State.PROPOSED]


def test_a_head_does_not_sign_an_own_certificate(cast):
    dossier = ways.proposed(cast, personal_number=NUMBER)
    is_called(cast.hoa)

    with pytest.raises(NotAllowed, match="người có tên"):
        acts.sign(dossier, by=as_actor(cast.hoa), at=TUESDAY)

    assert (ways.fresh(dossier).state, dossier.results.count()) == (State.PROPOSED, 0)


def test_the_work_is_not_given_to_who_applies(cast, at_desk):
    dossier = ways.received(cast, personal_number=NUMBER)
    is_called(cast.hanh)

    offered = at_desk(cast.hoa).get(f"/mot-cua/ho-so/{dossier.code}/viec/assign/").context["form"].fields["officer"]
    with pytest.raises(NotAllowed, match="Lê Thị Hạnh"):
        acts.assign(dossier, to=cast.hanh, by=cast.by.hoa, at=TUESDAY)

    assert [value for value, _ in offered.choices] == [""]
    assert ways.fresh(dossier).officer_id is None


def test_the_work_is_not_given_to_the_account_that_filed_it(cast):
    dossier = ways.received(cast, account_id=cast.hanh.account_id)

    with pytest.raises(NotAllowed, match="Lê Thị Hạnh"):
        acts.assign(dossier, to=cast.hanh, by=cast.by.hoa, at=TUESDAY)


def test_the_page_offers_no_act_and_answers_with_the_reason(cast, at_desk):
    dossier = ways.in_progress(cast, personal_number=NUMBER)
    is_called(cast.hanh)
    client = at_desk(cast.hanh)

    page, act = (client.get(f"/mot-cua/ho-so/{dossier.code}/{rest}") for rest in ("", "viec/propose/"))

    assert (page.status_code, page.context["acts"]) == (200, [])
    assert act.status_code == 403
    assert "Chuyển người khác xử lý" in act.content.decode()


def test_own_papers_are_not_touched(cast):
    dossier = ways.in_progress(cast, personal_number=NUMBER, papers=intake().papers)
    is_called(cast.hanh)
    upload = SimpleUploadedFile("can-cuoc.png", samples.picture("PNG"))

    with pytest.raises(NotAllowed):
        acts.attach(dossier.papers.get(), upload=upload, by=as_actor(cast.hanh), at=TUESDAY)


def test_a_clerk_does_not_take_in_an_own_application_and_loses_nothing_typed(cast, at_desk):
    is_called(cast.minh)

    page = at_desk(cast.minh).post(STATUS, given(CERTIFICATE))

    assert (page.status_code, Dossier.objects.count()) == (422, 0)
    assert "Chuyển người khác xử lý" in page.content.decode()
    assert page.context["values"]["requester.full_name"] == "Nguyễn Thị Lan"


def test_in_a_bulk_act_the_own_dossier_says_why_and_the_others_are_done(cast, at_desk):
    own, other = ways.proposed(cast, personal_number=NUMBER), ways.proposed(cast)
    is_called(cast.hoa)

    page = at_desk(cast.hoa).post("/mot-cua/nhieu/sign/", {"dossier": [str(own.pk), str(other.pk)]})

    assert dict(page.context["outcomes"]) == {own.code: access.OWN_MATTER, other.code: ""}


@pytest.mark.parametrize("who", ["tuan", "minh"])
def test_work_is_given_only_to_who_examines_there(cast, tuan, who):
    dossier, to = ways.received(cast), {"tuan": tuan, "minh": cast.minh}[who]

    with pytest.raises(NotAllowed, match="không được giao thẩm tra"):
        acts.assign(dossier, to=to, by=cast.by.hoa, at=TUESDAY)

    assert (ways.fresh(dossier).state, ways.fresh(dossier).officer) == (State.RECEIVED, None)
