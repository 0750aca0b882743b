"""The draft that goes to who filed online: confirmed, corrected, or taken as confirmed by silence."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.db.utils import Error

from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers import acts, jobs, queries, rules
from motcua.counter.dossiers.choices import Act, Channel, State
from motcua.counter.dossiers.models import SentDraft
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.world import DAY, TUESDAY, as_actor
from motcua.house.accounts import acts as accounts
from motcua.house.journal import queries as journal
from motcua.house.office.access import NotAllowed
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.instruments.jobs.models import Job
from motcua.instruments.notices.models import Notice
from motcua.instruments.printing.tests.pictures import words
from motcua.instruments.vault import queries as vault
from motcua.legal.procedures import queries as procedures
from motcua.legal.procedures import rules as law

NOON = TUESDAY + timedelta(hours=3)
WEDNESDAY_NIGHT = datetime(2026, 3, 11, 23, 59, tzinfo=VN)
THURSDAY = datetime(2026, 3, 12, 0, 5, tzinfo=VN)
WRONG = "Ngày sinh đúng là 05/04/1990."
CIVIL_STATUS = {
    *("1.000656", "1.000894", "1.001193", "1.004859", "1.004873", "2.000635", "2.000748", "2.000806"),
}


def last(dossier):
    entry = list(journal.history(dossier))[-1]
    return entry.act, entry.name, entry.at, entry.facts


# --- what the law asks ---------------------------------------------------------------
def test_the_law_asks_it_of_every_civil_status_procedure_filed_online_and_of_no_other():
    on = date(2026, 11, 25)
    asked = {
        (version.code, channel.value)
        for version in procedures.listing(on)
        for channel in Channel
        if law.confirmation_for(version, channel)
    }

    assert asked == {(code, "online") for code in CIVIL_STATUS}


@pytest.mark.parametrize(("on", "asks"), [(date(2022, 2, 17), False), (date(2022, 2, 18), True)])
def test_the_law_asks_it_since_the_circular_is_in_force(on, asks):
    assert bool(law.confirmation_for(procedures.get("1.001193", on), "online")) == asks


@pytest.mark.parametrize(
    ("sent", "limit", "until"),
    [
        (date(2026, 3, 10), "1d", date(2026, 3, 11)),
        (date(2026, 3, 13), "1d", date(2026, 3, 16)),
        (date(2026, 3, 13), "1wd", date(2026, 3, 16)),
        (date(2026, 4, 29), "1d", date(2026, 5, 4)),
        (date(2026, 3, 13), "3d", date(2026, 3, 16)),
        (date(2026, 3, 13), "3wd", date(2026, 3, 18)),
    ],
)
def test_the_day_of_sending_is_not_counted_and_the_last_day_is_never_a_day_off(sent, limit, until):
    assert rules.last_day_to_answer(sent, limit, calendar=worktime_files.calendar()) == until


def test_a_limit_of_hours_is_no_time_to_answer():
    with pytest.raises(ValueError, match="tính bằng ngày"):
        rules.last_day_to_answer(DAY, "8h", calendar=worktime_files.calendar())


# --- sending ---------------------------------------------------------------------------
def test_the_draft_goes_out_marked_and_kept_with_its_last_day(cast):
    dossier = ways.filed_in_progress(cast)

    sent = acts.send_draft(dossier, by=cast.by.hanh, at=NOON)

    text = words(vault.read(sent.file))
    assert "BẢN DỰ THẢO – không có giá trị pháp lý" in text
    assert "Nguyễn Thị Lan" in text
    assert (sent.sent_by, sent.sent_at, sent.answer_on) == ("Lê Thị Hạnh", NOON, date(2026, 3, 11))
    assert last(dossier) == (
        "send_draft", "Lê Thị Hạnh", NOON,
        {"state": "confirm_asked", "answer_on": "2026-03-11", "file": sent.file.sha256},
    )  # fmt: skip


def test_the_applicant_is_told_until_when_an_answer_counts(cast):
    dossier = ways.confirm_asked(cast)
    queued = Job.objects.filter(task__endswith="tell_applicant").get()

    jobs.tell_applicant.func(str(dossier.pk), "send_draft")

    assert queued.kwargs == {"dossier_id": str(dossier.pk), "act": "send_draft"}
    notice = Notice.objects.get(account_id=cast.lan.pk, channel="in_app")
    assert (notice.about, notice.dossier_code) == ("draft_sent", dossier.code)
    assert "hết ngày 11/03/2026" in notice.body
    assert "Lan" not in notice.body


def test_what_the_law_asks_not_to_confirm_is_proposed_at_once(cast):
    dossier = ways.in_progress(cast)

    with pytest.raises(rules.ActNotOpen, match="trình được ngay"):
        acts.send_draft(dossier, by=cast.by.hanh, at=NOON)

    assert acts.propose(dossier, grant=True, by=cast.by.hanh, at=NOON).state == State.PROPOSED


def test_an_online_dossier_is_not_proposed_before_its_draft_is_confirmed(cast):
    dossier = ways.filed_in_progress(cast)

    with pytest.raises(rules.NotConfirmed, match="Gửi bản dự thảo cho người yêu cầu xác nhận"):
        acts.propose(dossier, grant=True, by=cast.by.hanh, at=NOON)

    assert ways.fresh(dossier).state == State.IN_PROGRESS
    assert acts.propose(dossier, grant=False, reason="Đang có chồng.", by=cast.by.hanh, at=NOON).state == "proposed"


def test_only_an_examining_officer_of_the_unit_sends_it(cast, tuan):
    dossier = ways.filed_in_progress(cast)

    for other in (as_actor(tuan), cast.by.minh, cast.by.lan):
        with pytest.raises(NotAllowed):
            acts.send_draft(dossier, by=other, at=NOON)

    assert SentDraft.objects.count() == 0


# --- the answer ----------------------------------------------------------------------------
def test_a_confirmed_draft_may_be_proposed(cast):
    dossier = ways.confirm_asked(cast)

    acts.confirm_draft(dossier, by=cast.by.lan, at=NOON)

    assert last(dossier) == ("confirm_draft", "Nguyễn Thị Lan", NOON, {"state": "confirmed"})
    sent = SentDraft.objects.get()
    assert (sent.answer, sent.answered_at) == ("confirmed", NOON)
    assert acts.propose(dossier, grant=True, by=cast.by.hanh, at=NOON).state == State.PROPOSED


def test_a_correction_goes_back_to_the_specialist_and_asks_for_another_draft(cast):
    dossier = ways.confirm_asked(cast)

    back = acts.correct_draft(dossier, words=f" {WRONG} ", by=cast.by.lan, at=NOON)

    assert (back.state, back.officer_id, back.step_role) == ("in_progress", cast.hanh.pk, "specialist")
    assert last(dossier) == ("correct_draft", "Nguyễn Thị Lan", NOON, {"state": "in_progress", "reason": WRONG})
    with pytest.raises(rules.NotConfirmed):
        acts.propose(dossier, grant=True, by=cast.by.hanh, at=NOON)
    acts.send_draft(dossier, by=cast.by.hanh, at=NOON)
    assert list(SentDraft.objects.order_by("sent_at").values_list("answer", "words")) == [
        ("corrected", WRONG),
        ("", ""),
    ]


def test_a_correction_says_what_is_wrong(cast):
    dossier = ways.confirm_asked(cast)

    with pytest.raises(ValueError, match="chỗ chưa đúng"):
        acts.correct_draft(dossier, words="  ", by=cast.by.lan, at=NOON)

    assert ways.fresh(dossier).state == State.CONFIRM_ASKED


def test_nobody_answers_in_the_applicants_place(cast, tuan):
    dossier = ways.confirm_asked(cast)
    other = accounts.open_account(login="0905000999", full_name="Lê Văn Tám", password="x" * 12, at=people.AT)

    for who in (cast.by.hanh, cast.by.minh, as_actor(tuan), people.actor(other, DAY)):
        with pytest.raises(NotAllowed):
            acts.confirm_draft(dossier, by=who, at=NOON)
        with pytest.raises(NotAllowed):
            acts.correct_draft(dossier, words=WRONG, by=who, at=NOON)

    assert SentDraft.objects.get().answer == ""


@pytest.mark.parametrize("make", [ways.filed_in_progress, ways.confirmed])
def test_there_is_an_answer_only_while_one_is_waited_for(cast, make):
    dossier = make(cast)

    for act in (acts.confirm_draft, acts.take_silence):
        by = SYSTEM if act is acts.take_silence else cast.by.lan
        with pytest.raises(rules.ActNotOpen):
            act(dossier, by=by, at=THURSDAY)
    with pytest.raises(rules.ActNotOpen):
        acts.correct_draft(dossier, words=WRONG, by=cast.by.lan, at=THURSDAY)

    assert ways.fresh(dossier).journal_seq == dossier.journal_seq


def test_what_the_head_sends_back_is_confirmed_anew(cast, hoa):
    dossier = acts.propose(ways.confirmed(cast), grant=True, by=cast.by.hanh, at=NOON)

    acts.send_back(dossier, reason="Sai nơi sinh.", by=cast.by.hoa, at=NOON)

    with pytest.raises(rules.NotConfirmed):
        acts.propose(dossier, grant=True, by=cast.by.hanh, at=NOON)


def test_the_clock_runs_on_while_the_applicant_reads(cast):
    dossier = ways.confirm_asked(cast)
    due_at = dossier.due_at

    after = acts.correct_draft(dossier, words=WRONG, by=cast.by.lan, at=NOON)

    assert after.due_at == due_at
    assert rules.standing(State.CONFIRM_ASKED, due_at, at=due_at + timedelta(minutes=1)).key == "late"


# --- silence ---------------------------------------------------------------------------------
def test_silence_counts_only_when_the_whole_day_is_over(cast, settings):
    dossier = ways.confirm_asked(cast)
    told = []

    for now in (TUESDAY.replace(day=11, hour=20), THURSDAY, THURSDAY + timedelta(hours=1)):
        settings.CLOCK = now
        jobs.take_silence.func()
        told.append((ways.fresh(dossier).state, SentDraft.objects.get().answer))

    assert told == [("confirm_asked", ""), ("confirmed", "silent"), ("confirmed", "silent")]
    assert (last(dossier)[:2], last(dossier)[3]) == (("take_silence", "Hệ thống"), {"state": "confirmed"})


def test_silence_is_taken_by_the_system_alone_and_not_a_minute_early(cast):
    dossier = ways.confirm_asked(cast)

    for who in (cast.by.hanh, cast.by.hoa, cast.by.lan):
        with pytest.raises(NotAllowed):
            acts.take_silence(dossier, by=who, at=THURSDAY)
    with pytest.raises(rules.ActNotOpen, match="hết ngày 11/03/2026"):
        acts.take_silence(dossier, by=SYSTEM, at=WEDNESDAY_NIGHT)

    assert ways.fresh(dossier).state == State.CONFIRM_ASKED
    assert acts.take_silence(dossier, by=SYSTEM, at=THURSDAY).state == State.CONFIRMED


def test_a_withdrawn_dossier_is_not_silent(cast):
    waiting = ways.confirm_asked(cast)
    gone = ways.confirm_asked(cast)
    acts.withdraw(gone, reason="Đổi ý.", by=cast.by.lan, at=NOON)

    assert [one.pk for one in queries.silent(on=THURSDAY.date())] == [waiting.pk]
    assert queries.silent(on=WEDNESDAY_NIGHT.date()) == []


# --- all or nothing ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("make", "act", "who", "more"),
    [
        (ways.filed_in_progress, acts.send_draft, "hanh", {}),
        (ways.confirm_asked, acts.confirm_draft, "lan", {}),
        (ways.confirm_asked, acts.correct_draft, "lan", {"words": WRONG}),
        (ways.confirm_asked, acts.take_silence, "", {}),
    ],
)
def test_nothing_is_kept_when_the_journal_fails(cast, make, act, who, more):
    dossier = make(cast)
    before = list(SentDraft.objects.values()), dossier.state
    by = getattr(cast.by, who) if who else SYSTEM
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_entry RENAME TO journal_gone")

    with pytest.raises(Error, match="journal_entry"):
        act(dossier, by=by, at=THURSDAY, **more)

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_gone RENAME TO journal_entry")
    assert (list(SentDraft.objects.values()), ways.fresh(dossier).state) == before


# --- the officer's pages ----------------------------------------------------------------------------
def test_the_officer_is_offered_the_draft_first_and_sees_until_when_silence_becomes_consent(cast, at_desk):
    dossier = ways.filed_in_progress(cast)
    client, page = at_desk(cast.hanh), f"/mot-cua/ho-so/{dossier.code}/"
    offered = [(act["name"], act["main"]) for act in client.get(page).context["acts"]]
    acts.send_draft(dossier, by=cast.by.hanh, at=TUESDAY)

    shown = client.get(page)

    assert offered[0] == ("Gửi bản dự thảo cho người yêu cầu xác nhận", True)
    assert "hết ngày 11/03/2026" in shown.content.decode()
    assert {act["name"] for act in shown.context["acts"]} == set()


def test_a_counter_dossier_is_offered_no_draft_to_send(cast, at_desk):
    client = at_desk(cast.hanh)

    shown = client.get(f"/mot-cua/ho-so/{ways.in_progress(cast).code}/")

    assert shown.context["acts"][0]["name"] == "Trình phê duyệt"
    assert "Gửi bản dự thảo" not in shown.content.decode()


def test_the_correction_stands_plainly_on_the_dossier_until_the_next_draft(cast, at_desk):
    dossier = acts.correct_draft(ways.confirm_asked(cast), words=WRONG, by=cast.by.lan, at=TUESDAY)
    client, page = at_desk(cast.hanh), f"/mot-cua/ho-so/{dossier.code}/"

    back = client.get(page).content.decode()
    acts.send_draft(dossier, by=cast.by.hanh, at=NOON)
    again = client.get(page).content.decode()

    assert f"“{WRONG}”" in back
    assert f"“{WRONG}”" not in again


def test_the_page_that_proposes_says_what_to_do_first(cast, at_desk):
    dossier = ways.filed_in_progress(cast)

    answer = at_desk(cast.hanh).post(f"/mot-cua/ho-so/{dossier.code}/viec/propose/", {"proposal": "grant"})

    assert answer.status_code == 422
    assert "Hồ sơ nộp trực tuyến: chọn “Gửi bản dự thảo" in answer.content.decode()


def test_the_sent_draft_is_opened_by_those_who_may_see_the_person(cast, at_desk, tuan):
    dossier = ways.confirm_asked(cast)
    url = f"/mot-cua/ho-so/{dossier.code}/du-thao/{SentDraft.objects.get().pk}.pdf"

    told = {name: at_desk(who).get(url).status_code for name, who in {**vars(cast), "tuan": tuan}.items()}

    assert told == {"minh": 200, "hanh": 200, "hoa": 200, "thu": 403, "lan": 404, "tuan": 404}


def test_the_work_list_names_the_next_thing(cast, at_desk):
    ways.filed_in_progress(cast)
    ways.confirm_asked(cast)
    ways.confirmed(cast)

    groups = at_desk(cast.hanh).get("/mot-cua/").context["groups"]

    assert sorted((row.step, row.next_label) for group in groups for row in group.rows) == [
        ("Chờ xác nhận", ""),
        ("Thẩm tra", "Gửi dự thảo"),
        ("Thẩm tra", "Trình"),
    ]


def test_every_name_of_the_answers_is_on_record(cast):
    dossier = ways.confirmed(cast)

    titles = [entry.act for entry in journal.history(dossier)]

    assert titles == [*(Act.SUBMIT, Act.RECEIVE, Act.TAKE_UP), *(Act.SEND_DRAFT, Act.CONFIRM_DRAFT)]
