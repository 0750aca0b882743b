"""Who is told what, where, and how it is sent."""

from datetime import date, datetime
from smtplib import SMTPRecipientsRefused
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import IntegrityError, transaction

from motcua.base.keys import new_id
from motcua.base.worktime.rules import VN
from motcua.instruments.jobs import queries as jobs
from motcua.instruments.jobs import schedule
from motcua.instruments.jobs.models import Job
from motcua.instruments.jobs.worker import Worker
from motcua.instruments.notices import acts, channels, queries, rules
from motcua.instruments.notices.choices import About
from motcua.instruments.notices.models import Notice
from motcua.instruments.notices.templatetags import notices as tags

AT = datetime(2024, 11, 5, 9, 30, tzinfo=VN)
CODE = "H47.20-241105-0001"
LAN = new_id()


@pytest.fixture(autouse=True)
def house(settings, tmp_path, monkeypatch, db):
    settings.DATA_DIR, settings.DEMO = tmp_path, True
    settings.SITE_URL, settings.PUBLIC_NAME = "https://motcua.example", "Một cửa Tư pháp"
    schedule.rounds()  # every module has registered its own before the list is emptied
    monkeypatch.setattr(schedule, "_ROUNDS", {})
    monkeypatch.setattr(channels, "_CHANNELS", {channel.code: channel for channel in channels.registered()})


def tell(template: str = "received", **options) -> tuple[Notice, ...]:
    return acts.notify(
        **{"template": template, "data": {"code": CODE}, "dossier_code": CODE, "at": AT, "account_id": LAN, **options}
    )


def where(notices) -> list[tuple[str, str, str]]:
    return [(notice.channel, notice.address, notice.state) for notice in notices]


def test_a_person_is_told_on_every_channel_that_reaches_them():
    notices = tell(email="lan@example.vn", phone="0905000123")

    assert where(notices) == [
        ("in_app", str(LAN), "sent"), ("email", "lan@example.vn", "queued"), ("sms", "0905000123", "queued"),
    ]  # fmt: skip
    assert list(queries.of_dossier(CODE)) == list(notices)


def test_someone_without_account_is_told_where_they_left_an_address():
    assert where(tell(account_id=None, email="lan@example.vn")) == [("email", "lan@example.vn", "queued")]
    assert tell(account_id=None) == ()


def test_the_account_is_asked_for_what_the_dossier_does_not_say():
    lan = get_user_model().objects.create(
        login="lan", full_name="Nguyễn Thị Lan", email="lan@example.vn", language="en", created_at=AT
    )

    in_app, email = tell(account_id=lan.pk)

    assert (email.address, in_app.subject) == ("lan@example.vn", f"Application {CODE} received")


def test_telling_costs_as_many_statements_for_three_channels_as_for_two(django_assert_num_queries):
    with django_assert_num_queries(5):  # savepoint, account, notices, jobs, release
        tell(email="lan@example.vn")
    with django_assert_num_queries(5):
        tell(email="lan@example.vn", phone="0905000123")


def test_an_act_rolled_back_tells_nobody():
    with transaction.atomic():
        tell(email="lan@example.vn")
        transaction.set_rollback(True)

    assert (Notice.objects.count(), Job.objects.count()) == (0, 0)


def test_sending_is_a_job_and_sends_once():
    tell(email="lan@example.vn", phone="0905000123")
    Worker().drain()
    sent = Notice.objects.get(channel="email")

    acts.send(sent, at=AT)

    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["lan@example.vn"], f"[Một cửa Tư pháp] Đã tiếp nhận hồ sơ {CODE}")
    ]
    assert {notice.state for notice in Notice.objects.all()} == {"sent"}


def test_the_demo_writes_sms_to_a_file_and_says_so(tmp_path):
    tell(phone="0905000123", data={"code": CODE, "due": "16:30 11/11/2024"})

    Worker().drain()

    assert (tmp_path / "sms-demo.log").read_text("utf-8") == (
        "[THỬ NGHIỆM – KHÔNG GỬI TIN NHẮN THẬT] 0905000123:"
        f" Hồ sơ {CODE} đã được tiếp nhận. Hẹn trả: 16:30 11/11/2024.\n"
    )


def test_outside_a_demo_there_is_no_sms_until_a_gateway_registers(settings):
    settings.DEMO = False
    before = where(tell(account_id=None, phone="0905000123"))

    class Gateway(channels.DemoSms):
        def address(self, contact):
            return contact.phone

    channels.register(Gateway())

    assert (before, where(tell(account_id=None, phone="0905000123"))) == ([], [("sms", "0905000123", "queued")])


@pytest.mark.parametrize("about", list(About))
@pytest.mark.parametrize("language", rules.LANGUAGES)
def test_each_notice_exists_in_both_languages_and_both_lengths(about, language):
    values = {"code": CODE, "due": "16:30 11/11/2024", "site": "https://motcua.example", "office": "Một cửa Tư pháp"}

    subject, body = queries.text(about, language, values, is_short=False)
    _, short = queries.text(about, language, values, is_short=True)

    assert CODE in subject
    assert CODE in body
    assert body.endswith("Một cửa Tư pháp")
    assert CODE in short
    assert "\n" not in short
    assert len(short) <= 160
    assert not any(mark in subject + body + short for mark in "{}%")


@pytest.mark.parametrize("values", [{"full_name": "Nguyễn Thị Lan"}, {"code": CODE, "phone": "0905000123"}])
def test_a_notice_carries_no_personal_data(values):
    with pytest.raises(rules.TooPersonal):
        tell(data=values)

    assert Notice.objects.count() == 0


def test_a_value_cannot_break_the_subject_into_headers():
    notice = tell(data={"code": "A\r\nBcc: x@example.vn"}, email="lan@example.vn")[1]

    Worker().drain()

    assert (notice.subject, mail.outbox[0].recipients()) == (
        "Đã tiếp nhận hồ sơ A Bcc: x@example.vn",
        ["lan@example.vn"],
    )


def test_an_unknown_template_is_refused():
    with pytest.raises(ValueError, match="is not a valid About"):
        tell("hello")


class Failing(channels.Email):
    def __init__(self, error: Exception) -> None:
        self.error = error

    def send(self, notice):  # noqa: ARG002
        raise self.error


def test_an_address_the_mail_server_refuses_is_not_tried_again():
    channels.register(Failing(SMTPRecipientsRefused({"lan@example.vn": (550, b"no such user")})))
    tell(email="lan@example.vn")

    Worker().drain()

    assert (queries.failed().get().channel, jobs.failed().get().attempts) == ("email", 1)


def test_a_mail_server_that_is_away_is_tried_again_and_given_up_visibly():
    channels.register(Failing(ConnectionRefusedError("away")))
    tell(email="lan@example.vn")

    seen = []
    for _ in range(5):
        Worker().drain()
        seen.append(Notice.objects.get(channel="email").state)
        Job.objects.filter(state="ready").update(run_after=AT)

    assert seen == ["queued", "queued", "queued", "queued", "failed"]
    assert queries.failed().get().error == "away"


def test_the_inbox_is_ones_own_latest_first_and_read_once():
    tell()
    tell("returned")
    tell(account_id=new_id())

    assert [notice.about for notice in queries.inbox(LAN)] == ["returned", "received"]
    newest = queries.inbox(LAN).first()
    assert acts.mark_read(LAN, at=AT, notice_id=newest.pk) == 1
    assert (queries.unread(LAN), acts.mark_read(LAN, at=AT), queries.unread(LAN)) == (1, 1, 0)


def test_nobody_marks_anothers_notice_as_read():
    (notice,) = tell()

    assert acts.mark_read(new_id(), at=AT, notice_id=notice.pk) == 0


def test_the_database_refuses_a_notice_sent_at_no_moment():
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(channel="email", about="received", body="a", state="sent", at=AT)


def test_a_reminder_is_written_once_for_each_threshold_that_is_reached():
    given = {"account_id": LAN, "what": "Danh mục năm 2025", "due_on": date(2026, 1, 31), "place": "/x/", "key": "a"}
    days = (date(2025, 11, 1), date(2026, 1, 2), date(2026, 1, 3), date(2026, 1, 31), date(2026, 2, 1))

    assert [acts.remind(**given, on=day, at=AT) for day in days] == [False, True, False, True, True]
    assert [one.subject.rpartition(" – ")[2] for one in queries.reminders(LAN)] == [
        "trễ 1 ngày", "hạn hôm nay", "còn 29 ngày",
    ]  # fmt: skip


def test_the_head_of_a_home_page_shows_what_is_late_before_what_came_last(rf):
    given = {"account_id": LAN, "place": "/x/", "at": AT, "on": date(2026, 1, 31)}
    for no, due in enumerate((date(2026, 1, 30), date(2026, 2, 15), date(2026, 2, 16), date(2026, 2, 17))):
        acts.remind(**given, what=f"Việc {no}", due_on=due, key=f"w{no}")
    request = rf.get("/")
    request.user = SimpleNamespace(pk=LAN)
    shown = tags.reminders({"request": request})

    assert [one.subject.partition(" – ")[0] for one in shown["rows"]] == ["Việc 0", "Việc 3", "Việc 2"]
    assert shown["has_more"]
