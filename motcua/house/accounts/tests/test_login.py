"""Ways in: password, second factor, lock-out, what a stranger may learn."""

import pytest
from django.urls import reverse

from motcua.house.accounts import acts, rules
from motcua.house.accounts.choices import DEMO_PASSWORD
from motcua.house.accounts.models import Account
from motcua.house.accounts.tests import people
from motcua.house.accounts.tests.people import AT, PASSWORD

pytestmark = pytest.mark.django_db
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."


def log_in(client, login, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": login, "password": password}, **more)


def who(client):
    return client.session.get("_auth_user_id")


@pytest.mark.parametrize("typed", ["0905000123", "0905 000 123", "+84905000123"])
def test_a_citizen_logs_in_however_the_number_is_typed(client, typed):
    lan = people.lan()

    answer = log_in(client, typed)

    assert (answer.status_code, who(client)) == (302, str(lan.pk))


def test_an_officer_is_in_only_after_the_second_factor(client):
    minh = people.minh()

    first = log_in(client, "minh")
    between = who(client)
    page = client.get(reverse("mfa_authenticate"))
    client.post(reverse("mfa_authenticate"), {"code": people.code()})

    assert first["Location"] == reverse("mfa_authenticate")
    assert (between, who(client)) == (None, str(minh.pk))
    assert "Nhập mã 6 số" in page.content.decode()
    assert client.get(reverse("accounts:profile")).status_code == 200


def test_a_wrong_code_is_refused_and_a_used_one_is_not_good_again(client, django_user_model):
    people.minh()
    used = people.code()
    log_in(client, "minh")

    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000" if used != "000000" else "111111"})
    client.post(reverse("mfa_authenticate"), {"code": used})
    client.post(reverse("account_logout"))
    log_in(client, "minh")
    again = client.post(reverse("mfa_authenticate"), {"code": used})

    assert "Mã không đúng hoặc đã dùng" in wrong.content.decode()
    assert "Mã không đúng hoặc đã dùng" in again.content.decode()
    assert who(client) is None


def test_codes_are_not_guessed(client):
    people.minh()
    log_in(client, "minh")
    for _ in range(rules.CODE.most):
        client.post(reverse("mfa_authenticate"), {"code": "12345"})

    answer = client.post(reverse("mfa_authenticate"), {"code": people.code()})

    assert "Bạn đã thử quá nhiều lần" in answer.content.decode()
    assert who(client) is None


def test_a_recovery_code_stands_in_for_the_app_once(client):
    minh = people.minh()
    codes = minh.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    log_in(client, "minh")

    client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert who(client) == str(minh.pk)
    assert minh.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes() == codes[1:]


def test_an_officer_without_a_second_factor_can_only_set_it_up(client):
    minh = people.minh(factor=False)
    log_in(client, "minh")

    sent = client.get(reverse("accounts:profile"))
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": people.code(secret)})

    assert sent["Location"] == reverse("mfa_activate_totp")
    assert "Công chức phải bật xác thực hai lớp" in page.content.decode()
    assert done["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(done["Location"]).status_code == 200
    assert client.get(reverse("accounts:profile")).status_code == 200
    assert minh.authenticator_set.count() == 2


def test_a_session_opened_before_the_second_factor_was_set_up_stays_outside(client):
    minh = people.minh(factor=False)
    log_in(client, "minh")

    acts.set_second_factor(minh, people.SECRET)

    answer = client.get(reverse("accounts:profile"), follow=True)

    assert [address for address, _ in answer.redirect_chain] == [reverse("mfa_activate_totp"), reverse("account_login")]
    assert who(client) is None


def test_one_may_turn_back_at_the_second_factor(client):
    people.minh()
    lan = people.lan()
    log_in(client, "minh")

    back = client.get(reverse("account_login"))
    client.get(reverse("account_login") + "?lai=1")
    log_in(client, "0905000123")

    assert back["Location"] == reverse("mfa_authenticate")
    assert who(client) == str(lan.pk)


def test_an_officer_cannot_switch_the_second_factor_off_and_a_citizen_can(client):
    acts.set_second_factor(people.lan(), people.SECRET)
    people.minh()

    for login in ("minh", "0905000123"):
        log_in(client, login)
        client.post(reverse("mfa_authenticate"), {"code": people.code()})
        client.post(reverse("mfa_deactivate_totp"))
        client.post(reverse("account_logout"))

    has = {row.login: row.authenticator_set.exists() for row in Account.objects.all()}
    assert has == {"minh": True, "0905000123": False}


def test_a_one_time_password_must_be_changed_first(client):
    account = acts.open_officer_account(login="an", full_name="Trịnh Thu An", password=PASSWORD, at=AT)
    log_in(client, "an")

    sent = client.get(reverse("accounts:profile"))
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "mat-khau-moi-34", "password2": "mat-khau-moi-34"},
    )

    account.refresh_from_db()
    assert sent["Location"] == reverse("account_change_password")
    assert (account.must_change_password, account.check_password("mat-khau-moi-34")) == (False, True)
    assert who(client) == str(account.pk)


def test_an_unknown_login_a_wrong_password_and_a_locked_account_answer_alike(client):
    people.lan()
    acts.switch(people.minh(), active=False)

    said = [log_in(client, *pair).content.decode() for pair in (("0911222333",), ("0905000123", "sai"), ("minh",))]

    assert [WRONG in page for page in said] == [True, True, True]
    assert who(client) is None


def test_five_failures_lock_the_login_out_even_for_the_right_password(client):
    people.lan()
    answers = [log_in(client, "0905000123", "sai") for _ in range(5)]

    locked = log_in(client, "0905 000 123")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert (locked.status_code, who(client)) == (429, None)
    assert "Bạn đã nhập sai 5 lần. Đợi 15 phút rồi thử lại." in locked.content.decode()


def test_a_login_that_does_not_exist_is_locked_out_alike(client):
    answers = [log_in(client, "0911222333", "sai").status_code for _ in range(5)]

    assert answers == [200, 200, 200, 200, 429]


def test_a_lock_out_does_not_reach_another_login_nor_another_address(client):
    lan, minh = people.lan(), people.minh()
    for _ in range(5):
        log_in(client, "0905000123", "sai")

    assert log_in(client, "minh")["Location"] == reverse("mfa_authenticate")
    client.cookies.clear()
    assert log_in(client, "0905000123", REMOTE_ADDR="10.0.0.9").status_code == 302
    assert (who(client), str(minh.pk) == who(client)) == (str(lan.pk), False)


def test_many_addresses_together_do_not_guess_a_password(client):
    people.lan()
    for number in range(rules.LOGIN_BY_NAME.most):
        log_in(client, "0905000123", "sai", REMOTE_ADDR=f"10.0.0.{number}")

    answer = log_in(client, "0905000123", REMOTE_ADDR="10.0.1.1")

    assert "Bạn đã thử quá nhiều lần" in answer.content.decode()
    assert who(client) is None


def test_the_forwarded_address_counts_only_behind_our_own_proxy(client, settings, failures):
    people.lan()
    log_in(client, "0905000123", "sai", HTTP_X_FORWARDED_FOR="6.6.6.6, 10.1.1.1", REMOTE_ADDR="127.0.0.1")
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    log_in(client, "0905000123", "sai", HTTP_X_FORWARDED_FOR="6.6.6.6, 10.1.1.1", REMOTE_ADDR="127.0.0.1")

    assert sorted(failures.values_list("ip_address", flat=True)) == ["10.1.1.1", "127.0.0.1"]


def test_a_way_in_leads_back_to_where_one_was_but_never_elsewhere(client):
    people.lan()
    form = {"login": "0905000123", "password": PASSWORD}

    home = client.post(reverse("account_login") + "?next=/tai-khoan/", form)
    client.post(reverse("account_logout"))
    away = client.post(reverse("account_login") + "?next=//elsewhere.example/", form)

    assert (home["Location"], away["Location"]) == ("/tai-khoan/", "/bat-dau/")


def test_a_demo_lists_its_people_fills_the_form_and_shows_the_code(client, settings):
    settings.DEMO = True
    acts.set_second_factor(
        acts.open_officer_account(login="hoa", full_name="Lê Thị Hoa", password=DEMO_PASSWORD, at=AT, demo=True),
        people.SECRET,
    )
    people.minh()

    page = client.get(reverse("account_login") + "?ai=hoa").content.decode()
    log_in(client, "hoa", DEMO_PASSWORD)
    code_page = client.get(reverse("mfa_authenticate")).content.decode()
    client.get(reverse("account_login"))

    assert ("Lê Thị Hoa" in page, "Trần Văn Minh" in page) == (True, False)
    assert f'value="{DEMO_PASSWORD}"' in page
    assert "<script>" not in page
    assert people.code() in code_page
    assert "chỉ ở bản thử nghiệm" in code_page


def test_a_demo_shows_the_code_of_nobody_else(client, settings):
    settings.DEMO = True
    people.minh()
    log_in(client, "minh")

    assert client.get(reverse("mfa_authenticate")).context["demo_code"] is None


def test_outside_a_demo_its_people_stay_out_and_are_not_shown(client):
    acts.open_account(login="lan@example.vn", full_name="Lan", password=DEMO_PASSWORD, at=AT, demo=True)

    page = client.get(reverse("account_login") + "?ai=lan@example.vn").content.decode()
    answer = log_in(client, "lan@example.vn", DEMO_PASSWORD)

    assert DEMO_PASSWORD not in page
    assert (WRONG in answer.content.decode(), who(client)) == (True, None)
