"""Reviews: proposed once by a changed basis, through chains; begun on request; slip, decision, end."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts, jobs, queries, rules
from motcua.bureau.law_review.choices import CaseState, Proposal, Trigger
from motcua.bureau.law_review.models import ReviewCase
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT, ON
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM
from motcua.instruments.printing.tests.pictures import words
from motcua.instruments.vault import queries as vault
from motcua.legal.lawbase import acts as law
from motcua.legal.lawbase.choices import EventKind, PatchKind, RelationKind
from motcua.legal.lawbase.models import EffectEvent


def test_a_confirmed_change_of_a_basis_proposes_the_review_with_reason_and_path(ward):
    case = world.proposed()

    assert (case.document.number, case.state, case.trigger) == ("05/2025/QĐ-UBND", "open", "basis")
    assert case.reason == (
        "Nghị định số 901/2014/NĐ-CP được sửa đổi bởi Nghị định số 902/2026/NĐ-CP từ ngày 01/12/2026: Điều 8"
    )
    assert case.path == ["Quyết định số 05/2025/QĐ-UBND căn cứ vào Nghị định số 901/2014/NĐ-CP"]
    [entry] = journal.history(case)
    assert (entry.act, entry.name, entry.at) == ("propose_review", "Hệ thống", AT)
    event = EffectEvent.objects.get(acting__number="902/2026/NĐ-CP")
    facts = {"unit": "P20341", "document": case.document.slug, "event": str(event.pk), "steps": 1}
    assert entry.facts == facts


def test_the_same_change_proposes_a_document_once(ward):
    world.proposed()
    basis = EffectEvent.objects.get(acting__number="902/2026/NĐ-CP").document

    assert acts.propose_reviews(basis, by=SYSTEM, at=AT + timedelta(days=1)) == []
    assert ReviewCase.objects.count() == 1


def test_further_changes_join_the_slip_nobody_has_written_yet(writes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        basis, _ = world.changed_decree()
        acting = EffectEvent.objects.get(acting__number="902/2026/NĐ-CP").acting
        part = {"scope": ("dieu-9",), "scope_words": "Điều 9"}
        world.happen(basis, EventKind.REPEALED, date(2026, 12, 1), acting=acting, **part)
    case = ReviewCase.objects.get()

    assert [one.rpartition(": ")[2] for one in queries.reasons(case)] == ["Điều 8", "Điều 9"]
    assert [entry.act for entry in journal.history(case)] == ["propose_review", "join_change"]
    acts.fill_slip(case, world.slip(), by=writes, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        world.happen(basis, EventKind.SUSPENDED, date(2027, 2, 1))
    assert [len(queries.reasons(one)) for one in ReviewCase.objects.order_by("id")] == [2, 1]


def test_changed_words_of_a_basis_propose_the_review_and_an_amendment_with_its_words_is_one_matter(
    ward, django_capture_on_commit_callbacks
):
    basis, ours = world.decree("901/2014/NĐ-CP"), world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    world.rests(ours, basis)
    acting = world.decree("902/2026/NĐ-CP", date(2026, 10, 1), "Nghị định sửa đổi")
    with django_capture_on_commit_callbacks(execute=True):
        law.patch(
            basis, acting=acting, kind=PatchKind.DELETE, on=date(2026, 12, 1), target="dieu-8",
            by=replace(SYSTEM, on=ON), at=AT,
        )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        world.happen(basis, EventKind.AMENDED, date(2026, 12, 1), acting=acting)
    jobs.propose_reviews.func()
    case = ReviewCase.objects.get()

    [reason] = queries.reasons(case)
    assert reason == (
        "Nghị định số 901/2014/NĐ-CP được sửa đổi bởi Nghị định số 902/2026/NĐ-CP từ ngày 01/12/2026: "
        "Điều 8 (bãi bỏ điều, khoản, điểm)"
    )


def test_a_change_taken_back_is_told_on_the_slip_and_confirmed_again_opens_no_second_one(writes):
    case = world.proposed()
    event = case.changes.get().event
    law.reconsider(event, reason="Ghi nhầm số", by=replace(SYSTEM, on=ON), at=AT)
    assert queries.taken_back(case) == queries.reasons(case)

    law.decide(event, accept=True, by=replace(SYSTEM, on=ON), at=AT)
    assert acts.propose_reviews(event.document, by=SYSTEM, at=AT) == []
    assert queries.taken_back(case) == []


def test_a_document_made_after_the_change_is_left_alone(ward):
    basis, later = world.decree("901/2014/NĐ-CP"), world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    world.rests(later, basis)
    world.happen(basis, EventKind.AMENDED, date(2018, 1, 1))

    assert acts.propose_reviews(basis, by=SYSTEM, at=AT) == []


def test_only_the_system_proposes(writes):
    basis, _ = world.changed_decree()

    with pytest.raises(NotAllowed):
        acts.propose_reviews(basis, by=writes, at=AT)
    assert not ReviewCase.objects.exists()


def test_the_review_is_proposed_the_moment_the_change_is_confirmed(ward, django_capture_on_commit_callbacks):
    basis, ours = world.decree("901/2014/NĐ-CP"), world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    world.rests(ours, basis, RelationKind.DETAILS)
    with django_capture_on_commit_callbacks(execute=True):
        event = world.happen(basis, EventKind.REPEALED, date(2027, 1, 1), confirmed=False)
    assert not ReviewCase.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        law.decide(event, accept=True, by=replace(SYSTEM, on=ON), at=AT)

    case = ReviewCase.objects.get()
    assert (case.document, case.created_at) == (ours, AT)


def test_an_event_confirmed_at_once_is_heard_too(ward, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        world.changed_decree()

    assert ReviewCase.objects.count() == 1


def test_the_night_finds_what_was_related_after_the_change(ward):
    basis, _ = world.changed_decree()
    jobs.propose_reviews.func()
    later = world.own("07/2026/QĐ-UBND", date(2026, 3, 1))
    world.rests(later, basis, confirmed=False)
    jobs.propose_reviews.func()

    numbers = sorted(ReviewCase.objects.values_list("document__number", flat=True))
    assert numbers == ["05/2025/QĐ-UBND", "07/2026/QĐ-UBND"]
    path = ReviewCase.objects.get(document=later).path
    assert path == ["Quyết định số 07/2026/QĐ-UBND căn cứ vào Nghị định số 901/2014/NĐ-CP (quan hệ chưa xác nhận)"]


def test_reviews_reach_through_documents_of_others_and_end_in_a_circle(ward):
    law_text = world.decree("900/2013/NĐ-CP")
    between = world.decree("901/2014/NĐ-CP")
    ours = world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    second = world.own("06/2025/QĐ-UBND", date(2025, 9, 1))
    for source, target in ((between, law_text), (ours, between), (second, ours), (ours, second)):
        world.rests(source, target)
    world.happen(law_text, EventKind.REPLACED, date(2026, 12, 1))
    made = acts.propose_reviews(law_text, by=SYSTEM, at=AT)

    assert [(case.document.number, len(case.path)) for case in made] == [("05/2025/QĐ-UBND", 2), ("06/2025/QĐ-UBND", 3)]


def test_expired_documents_and_those_that_took_effect_only_are_left_alone(ward):
    basis, gone = world.decree("901/2014/NĐ-CP"), world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    world.rests(gone, basis)
    assert acts.propose_reviews(basis, by=SYSTEM, at=AT) == []
    world.happen(gone, EventKind.REPEALED, date(2026, 1, 1))
    world.happen(basis, EventKind.AMENDED, date(2026, 12, 1))

    assert acts.propose_reviews(basis, by=SYSTEM, at=AT) == []


def test_the_city_s_documents_are_reviewed_by_the_ward_that_carries_on(ward):
    basis, old = world.decree("901/2014/NĐ-CP"), world.own("02/2021/QĐ-UBND", date(2021, 3, 4), unit=world.CITY)
    world.rests(old, basis)
    world.happen(basis, EventKind.AMENDED, date(2026, 12, 1))
    [case] = acts.propose_reviews(basis, by=SYSTEM, at=AT)

    assert (case.agency.code, case.unit.code) == ("P20341", "P20341")


def test_a_graph_is_read_level_by_level_however_many_documents(ward, django_assert_num_queries):
    basis = world.decree("901/2014/NĐ-CP")
    for no in range(8):
        world.rests(world.own(f"{no + 1}/2025/QĐ-UBND", date(2025, 8, 1)), basis)
    graph = queries.Graph(basis, on=ON)

    with django_assert_num_queries(4):
        found = rules.resting_on(str(basis.pk), graph.links, through=graph.is_applied)
    assert len(found) == 8


def test_a_review_on_request_is_begun_once_while_it_is_open(writes):
    first = world.begun(writes)
    again = acts.begin_reviews(
        [first.document], trigger=Trigger.REQUEST, topic="Công văn 31/STP", reason="Lại", by=writes, at=AT
    )

    assert again == []
    assert ReviewCase.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [({"topic": " "}, "chuyên đề"), ({"reason": ""}, "lý do"), ({"documents": []}, "ít nhất một"),
     ({"trigger": Trigger.BASIS}, "ít nhất một")],
)  # fmt: skip
def test_a_review_is_not_begun_without_topic_reason_and_documents(writes, given, message):
    ours = world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    values = {"documents": [ours], "trigger": Trigger.FIELD, "topic": "x", "reason": "x"} | given

    with pytest.raises(rules.NotThatWay, match=message):
        acts.begin_reviews(values.pop("documents"), **values, by=writes, at=AT)


def test_documents_of_the_government_are_not_reviewed_here(writes):
    basis = world.decree("901/2014/NĐ-CP")

    with pytest.raises(rules.NotThatWay, match="không do cơ quan mình ban hành"):
        world.begun(writes, basis)


def test_a_slip_that_wants_something_done_says_what_who_and_when(writes):
    case = world.begun(writes)

    for given in ({"content": ""}, {"lead": " "}, {"due_on": None}, {"opinion": ""}, {"changed": ""}):
        with pytest.raises(rules.NotThatWay):
            acts.fill_slip(case, world.slip(**given), by=writes, at=AT)
    kept = acts.fill_slip(case, world.slip(Proposal.KEEP, content="", lead="", due_on=None), by=writes, at=AT)
    assert (kept.state, kept.reviewer, kept.reviewed_on) == (CaseState.REVIEWED, "Lê Thị Hạnh", ON)


def test_a_slip_is_written_anew_after_it_was_returned(writes, decides):
    case = world.reviewed(writes)
    case = acts.return_review(case, reason="Thiếu căn cứ", by=decides, at=AT)
    assert (case.state, case.returned_for) == ("open", "Thiếu căn cứ")
    again = (acts.LineGiven(provision="Điều 3", opinion="Còn phù hợp", proposal=Proposal.KEEP),)
    case = acts.fill_slip(case, world.slip(lines=again), by=writes, at=AT)

    assert (case.state, case.returned_for) == ("reviewed", "")
    assert list(case.lines.values_list("provision", flat=True)) == ["Điều 3"]


def test_the_decided_slip_is_printed_and_kept_with_its_hash(writes, decides):
    case = world.decided(writes, decides)
    text = words(vault.read(case.file))

    for said in ("PHIẾU RÀ SOÁT VĂN BẢN", "Khoản 1 Điều 2", "Nâng mức chi", "31/03/2027", "Đồng ý (25/11/2026)"):
        assert said in text
    assert list(journal.history(case))[-1].facts == {"proposal": "amend", "sha256": case.file.sha256}
    assert [one.pk for one in queries.to_handle([case.unit_id])] == [case.pk]


def resting(last=date(2026, 11, 24)):
    """A decision of the ward that rests on a decree which ends by its own term."""
    basis, ours = world.decree("901/2014/NĐ-CP"), world.own("05/2025/QĐ-UBND", date(2025, 8, 1))
    world.rests(ours, basis)
    law.correct(basis, {"expires_on": last}, reason="theo Điều 10", by=SYSTEM, at=AT)
    return basis, ours


def test_a_basis_that_ends_by_its_own_term_proposes_the_review_when_it_has_ended(
    ward, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        _, ours = resting()
    case = ReviewCase.objects.get()

    assert (case.document, case.reason) == (
        ours,
        "Nghị định số 901/2014/NĐ-CP hết hiệu lực (ghi trong chính văn bản) từ ngày 25/11/2026",
    )


def test_an_own_end_to_come_proposes_nothing_until_its_day_and_then_the_night_does(
    ward, settings, django_capture_on_commit_callbacks
):
    settings.DEMO = True
    with django_capture_on_commit_callbacks(execute=True):
        resting(date(2027, 3, 31))
    found = []
    for day in (AT, datetime(2027, 3, 31, 0, 40, tzinfo=VN), datetime(2027, 4, 1, 0, 40, tzinfo=VN)):
        settings.CLOCK = day
        jobs.propose_reviews.func()
        found.append(ReviewCase.objects.count())

    assert found == [0, 0, 1]


def test_an_own_end_put_right_after_its_review_began_keeps_the_review_and_tells_the_day(
    ward, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        basis, _ = resting()
    with django_capture_on_commit_callbacks(execute=True):
        law.correct(basis, {"expires_on": date(2026, 11, 20)}, reason="đọc nhầm", by=SYSTEM, at=AT)
    case = ReviewCase.objects.get()

    assert [one.rpartition(" ")[2] for one in (case.reason, *queries.reasons(case))] == ["21/11/2026"] * 2


def test_a_first_day_put_right_is_told_in_reviews_not_decided_and_a_signed_slip_stays(
    writes, decides, django_capture_on_commit_callbacks
):
    cases = {}
    acting = world.decree("902/2026/NĐ-CP", date(2026, 10, 1), "Nghị định sửa đổi")
    for name, number in (("open", "901/2014/NĐ-CP"), ("decided", "903/2014/NĐ-CP")):
        basis, ours = world.decree(number), world.own(f"{number[2]}5/2025/QĐ-UBND", date(2025, 8, 1))
        world.rests(ours, basis)
        with django_capture_on_commit_callbacks(execute=True):
            law.relate(acting, kind=RelationKind.REPEALS, target=basis, confirmed=True, by=SYSTEM, at=AT)
        cases[name] = ReviewCase.objects.get(document=ours)
    acts.fill_slip(cases["decided"], world.slip(), by=writes, at=AT)
    acts.decide_review(cases["decided"], decision="Đồng ý", by=decides, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        law.correct(acting, {"effective_on": date(2026, 12, 1)}, reason="nhầm", by=SYSTEM, at=AT)

    days = {}
    for name, case in cases.items():
        case.refresh_from_db()
        days[name] = {one.rpartition(" ")[2] for one in (case.reason, *queries.reasons(case))}
    assert days == {"open": {"01/12/2026"}, "decided": {"01/10/2026"}}
    assert [one.act for one in journal.history(cases["open"])] == ["propose_review", "redate_change"]
    assert ReviewCase.objects.count() == 2


def test_a_change_that_counts_from_a_later_day_reaches_documents_made_meanwhile(
    ward, django_capture_on_commit_callbacks
):
    basis, ours = world.decree("901/2014/NĐ-CP"), world.own("05/2026/QĐ-UBND", date(2026, 10, 20))
    world.rests(ours, basis)
    acting = world.decree("902/2026/NĐ-CP", date(2026, 10, 1), "Nghị định sửa đổi")
    with django_capture_on_commit_callbacks(execute=True):
        law.relate(acting, kind=RelationKind.REPEALS, target=basis, confirmed=True, by=SYSTEM, at=AT)
    before = ReviewCase.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        law.correct(acting, {"effective_on": date(2026, 12, 1)}, reason="nhầm", by=SYSTEM, at=AT)

    assert (before, ReviewCase.objects.get().document) == (0, ours)


def test_a_number_put_right_of_what_changed_the_basis_is_told_right(ward, django_capture_on_commit_callbacks):
    case = world.proposed()
    acting = EffectEvent.objects.get(acting__number="902/2026/NĐ-CP").acting
    with django_capture_on_commit_callbacks(execute=True):
        law.correct(acting, {"number": "920/2026/NĐ-CP"}, reason="nhầm số", by=SYSTEM, at=AT)
    case.refresh_from_db()

    assert ("902/2026/NĐ-CP" in case.reason, "920/2026/NĐ-CP" in case.reason) == (False, True)
