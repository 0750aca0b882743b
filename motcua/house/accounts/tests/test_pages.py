"""Sign-up, passwords, one's own page; and who may open which."""

import re
from pathlib import Path

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation

from motcua.house.accounts import rules, urls
from motcua.house.accounts.models import Account
from motcua.house.accounts.tests import people
from motcua.house.accounts.tests.people import PASSWORD

pytestmark = pytest.mark.django_db
LAN = {"full_name": "nguyễn  Thị Lan", "login": "0905 000 123", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def lan(client):
    """Lan, logged in with her password."""
    account = people.lan()
    client.post(reverse("account_login"), {"login": account.login, "password": PASSWORD})
    return account


def said(answer):
    return answer.content.decode()


def test_a_citizen_signs_up_and_is_in(client):
    answer = client.post(reverse("account_signup"), LAN)

    account = Account.objects.get()
    assert (answer.status_code, client.session["_auth_user_id"]) == (302, str(account.pk))
    assert (account.login, account.phone, account.email, account.kind) == ("0905000123", "0905000123", "", "citizen")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"login": "minh"}, "Nhập số điện thoại"),
        ({"full_name": "Lan 😀"}, "Họ"),
        ({"password2": "khac"}, "Hai lần nhập mật khẩu không giống nhau."),
    ],
)
def test_a_sign_up_that_cannot_be_says_why(client, changed, words):
    answer = client.post(reverse("account_signup"), LAN | changed)

    assert words in said(answer)
    assert Account.objects.count() == 0


def test_a_weak_password_is_refused(client, settings):
    settings.AUTH_PASSWORD_VALIDATORS = [
        {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}}
    ]

    answer = client.post(reverse("account_signup"), LAN | {"password1": "ngan", "password2": "ngan"})

    assert "10 ký tự" in said(answer)
    assert Account.objects.count() == 0


def test_a_login_in_use_is_refused_in_general_words(client):
    people.lan()

    assert "Không tạo được tài khoản với thông tin này" in said(client.post(reverse("account_signup"), LAN))


def test_sign_ups_from_one_address_are_limited(client):
    people.lan()
    for _ in range(rules.SIGN_UP.most):
        client.post(reverse("account_signup"), LAN)

    assert "Bạn đã thử quá nhiều lần" in said(client.post(reverse("account_signup"), LAN))


def test_a_forgotten_password_is_set_anew_through_the_letter(client):
    minh = people.minh()

    client.post(reverse("account_reset_password"), {"email": "Minh@example.vn"})
    (letter,) = mail.outbox
    link = re.search(r"https?://[^/]+(/\S+)", letter.body)[1]
    form = client.get(link)["Location"]
    answer = client.post(form, {"password1": "mat-khau-moi-34", "password2": "mat-khau-moi-34"})
    again = client.get(link)

    minh.refresh_from_db()
    assert "Đặt lại mật khẩu" in letter.subject
    assert (minh.check_password("mat-khau-moi-34"), answer["Location"]) == (
        True,
        reverse("account_reset_password_from_key_done"),
    )
    assert "Liên kết không còn dùng được" in said(again)
    assert "_auth_user_id" not in client.session


def test_an_address_without_an_account_answers_alike_and_gets_no_letter(client):
    people.minh()

    answers = [
        client.post(reverse("account_reset_password"), {"email": email})["Location"]
        for email in ("minh@example.vn", "nobody@example.vn")
    ]

    assert answers[0] == answers[1]
    assert [letter.to for letter in mail.outbox] == [["minh@example.vn"]]


def test_letters_to_one_address_are_limited(client):
    people.minh()
    for _ in range(rules.RESET.most + 2):
        client.post(reverse("account_reset_password"), {"email": "minh@example.vn"})

    assert len(mail.outbox) == rules.RESET.most


def test_a_changed_password_needs_the_current_one(client, lan):
    form = {"oldpassword": "sai", "password1": "mat-khau-moi-34", "password2": "mat-khau-moi-34"}

    answer = client.post(reverse("account_change_password"), form)

    lan.refresh_from_db()
    assert "Mật khẩu hiện tại không đúng." in said(answer)
    assert lan.check_password(PASSWORD) is True


def test_lan_changes_her_own_page(client, lan):
    form = {
        "full_name": "Nguyễn Thị Lan",
        "birth_date": "05/11/1990",
        "phone": "+84 905 000 999",
        "email": "",
        "language": "en",
    }

    answer = client.post(reverse("accounts:profile"), form)

    lan.refresh_from_db()
    assert answer.status_code == 302
    assert (lan.birth_date.isoformat(), lan.phone, lan.language) == ("1990-11-05", "0905000999", "en")


def test_a_date_that_does_not_exist_is_named(client, lan):
    answer = client.post(
        reverse("accounts:profile"), {"full_name": "Lan", "birth_date": "31/02/1990", "language": "vi"}
    )

    assert "Ngày sinh không có thật" in said(answer)


def test_an_officer_does_not_change_the_own_name(client):
    minh = people.minh()
    client.post(reverse("account_login"), {"login": "minh", "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": people.code()})

    client.post(reverse("accounts:profile"), {"full_name": "Người Khác", "language": "vi"})

    minh.refresh_from_db()
    assert minh.full_name == "Trần Văn Minh"


def test_logging_out_takes_a_click(client, lan):
    client.get(reverse("account_logout"))
    still = "_auth_user_id" in client.session
    client.post(reverse("account_logout"))

    assert (still, "_auth_user_id" in client.session) == (True, False)


def named():
    return [row for row in urls.pages if getattr(row, "name", None) and not row.pattern.regex.groupindex]


def test_every_page_says_what_it_needs():
    assert {row.callback.permission for row in named()} == {"public", "account"}


def test_a_stranger_is_sent_to_the_login_page_from_every_page_that_needs_an_account(client):
    wanted = [row.name for row in named() if row.callback.permission == "account"]

    answers = {name: client.get(reverse(name)) for name in wanted}

    assert {name: answer.status_code for name, answer in answers.items()} == dict.fromkeys(wanted, 302)
    assert all(answer["Location"].startswith(reverse("account_login")) for answer in answers.values())


def test_every_sentence_has_its_english():
    folder = Path(__file__).parents[1] / "locale/en/LC_MESSAGES"
    sentences = re.findall(r'^msgid "(.+)"$', (folder / "django.po").read_text(), re.MULTILINE)

    with translation.override("en"):
        same = [words for words in sentences if translation.gettext(words) == words]

    assert len(sentences) > 100
    assert same == ["E-mail"]


def test_the_words_of_the_pages_are_all_in_the_list():
    folder = Path(__file__).parents[1]
    listed = set(re.findall(r'^msgid "(.+)"$', (folder / "locale/en/LC_MESSAGES/django.po").read_text(), re.MULTILINE))

    used = {
        words
        for page in folder.glob("templates/**/*.html")
        for words in re.findall(r'{% translate "([^"]+)"', page.read_text())
    } | {words for code in folder.rglob("*.py") for words in re.findall(r'\b_\(\s*"([^"]+)"', code.read_text())}

    assert used - listed == set()


def test_a_page_is_in_the_visitors_language(client):
    said_in = {
        language: said(client.get(reverse("account_login"), headers={"Accept-Language": language}))
        for language in ("vi", "en")
    }

    assert ["Mật khẩu" in page for page in said_in.values()] == [True, False]
    assert ["Forgotten password" in page for page in said_in.values()] == [False, True]
