"""One's own notices on a page: only one's own, the new ones marked, read by a button."""

import pytest

from motcua.house.accounts import acts as accounts
from motcua.house.office.tests import people
from motcua.instruments.notices import acts, queries

CODE = "H47.15-241114-0001"
URL = "/thong-bao/"


@pytest.fixture(autouse=True)
def ward(db, settings):
    settings.CLOCK = people.AT
    people.load_office()


@pytest.fixture
def lan():
    return people.lan()


@pytest.fixture
def other():
    return accounts.open_account(login="0900000009", full_name="Lê Văn Tám", password=people.PASSWORD, at=people.AT)


def tell(account, template="received", **more):
    told = acts.notify(
        template=template, data={"code": CODE}, dossier_code=CODE, at=people.AT, account_id=account.pk, **more
    )
    return told[0]


def shown(client, who):
    return people.enter(client, who).get(URL)


def test_ones_own_notices_are_shown_latest_first_and_the_new_ones_marked(client, lan, other):
    first, second = tell(lan), tell(lan, "returned")
    tell(other)
    acts.mark_read(lan.pk, at=people.AT, notice_id=first.pk)

    page = shown(client, lan)

    assert [notice.pk for notice, _ in page.context["rows"]] == [second.pk, first.pk]
    text = page.content.decode()
    assert (text.count(">chưa đọc<"), page.context["unread"]) == (1, 1)
    assert f"/ho-so-cua-toi/{CODE}/" in text


def test_one_notice_is_marked_as_read_then_all(client, lan):
    first, _, _ = tell(lan), tell(lan, "returned"), tell(lan, "apology")
    people.enter(client, lan)

    client.post(f"{URL}da-doc/", {"notice": str(first.pk)})
    after_one = queries.unread(lan.pk)
    client.post(f"{URL}da-doc/")

    assert (after_one, queries.unread(lan.pk)) == (2, 0)


def test_anothers_notice_is_not_marked_and_nonsense_marks_nothing(client, lan, other):
    theirs, _ = tell(other), tell(lan)
    people.enter(client, lan)

    client.post(f"{URL}da-doc/", {"notice": str(theirs.pk)})
    client.post(f"{URL}da-doc/", {"notice": "none"})

    assert (queries.unread(other.pk), queries.unread(lan.pk)) == (1, 1)


def test_a_stranger_must_log_in(client):
    answers = [client.get(URL), client.post(f"{URL}da-doc/")]

    assert [answer.url.partition("?")[0] for answer in answers] == ["/tai-khoan/dang-nhap/"] * 2


def test_an_officer_sees_the_page_in_vietnamese_under_the_officers_frame(client):
    minh = people.minh()
    tell(minh.account)

    page = people.enter(client, minh).get(URL, HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert '<body class="desk"' in page
    assert "Đánh dấu đã đọc tất cả" in page
    assert URL in client.get("/mot-cua/").content.decode()


def test_a_notice_keeps_the_language_it_was_written_in(client, lan):
    tell(lan)
    tell(lan, language="en")
    page = people.enter(client, lan).get(URL, HTTP_ACCEPT_LANGUAGE="en")

    assert [language for _, language in page.context["rows"]] == ["en", "vi"]
    assert "Mark all as read" in page.content.decode()


def test_the_page_costs_as_many_statements_for_thirty_notices_as_for_one(client, lan, django_assert_num_queries):
    people.enter(client, lan)
    tell(lan)
    client.get(URL)

    with django_assert_num_queries(4):  # session, account, the list, how many are new
        client.get(URL)
    for _ in range(30):
        tell(lan)
    with django_assert_num_queries(4):
        client.get(URL)


def test_nothing_told_says_so(client, lan):
    assert "Chưa có thông báo nào" in shown(client, lan).content.decode()
