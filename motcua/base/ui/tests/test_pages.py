"""The gallery, the sample pages, the error pages, the language switch."""

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client
from django.views.csrf import csrf_failure

from motcua.base.ui.views import SAMPLES


@pytest.fixture
def shown(settings):
    settings.DEMO = True
    return Client()


def test_the_gallery_shows_every_component(shown):
    page = shown.get("/giao-dien/")

    assert page.status_code == 200
    for mark in (
        "chip-late",
        "notice-soon",
        "errors",
        "timeline",
        "work-row",
        "bars-target",
        "keypad",
        "drop-list",
        "qr-empty",
    ):
        assert mark in page.content.decode()


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_page_renders(shown, name):
    page = shown.get(f"/giao-dien/mau-{name}/")

    assert page.status_code == 200
    assert page.content.decode().count("<h1") == 1
    assert 'id="main"' in page.content.decode()


def test_an_unknown_sample_is_not_found(shown):
    page = shown.get("/giao-dien/mau-khong-co/")

    assert page.status_code == 404
    assert "Không có trang này" in page.content.decode()


@pytest.mark.parametrize("address", ["/giao-dien/", "/giao-dien/mau-ho-so/"])
def test_the_gallery_is_absent_in_an_office(settings, address):
    settings.DEMO = settings.DEBUG = False

    assert Client().get(address).status_code == 404


@pytest.mark.parametrize("layout", ["base", "desk", "portal", "kiosk", "paper"])
def test_a_layout_renders_with_nothing_given(layout):
    html = render_to_string(f"ui/{layout}.html", {})

    assert '<html lang="vi">' in html
    assert 'href="#main"' in html


@pytest.mark.parametrize("page", ["404", "403", "500", "403_csrf"])
def test_an_error_page_says_what_to_do_next(page):
    html = render_to_string(f"{page}.html", {})

    assert "Làm gì tiếp" in html
    assert html.count("<li>") == 2


def test_a_refused_form_gets_our_page():
    page = csrf_failure(HttpRequest(), reason="old")

    assert page.status_code == 403
    assert "Trang đã mở quá lâu" in page.content.decode()


def test_a_citizen_may_change_the_language(shown):
    shown.post("/ngon-ngu/", {"language": "en", "next": "/giao-dien/mau-cong-dan/"})

    assert '<html lang="en">' in shown.get("/giao-dien/mau-cong-dan/").content.decode()


def test_the_desk_sends_its_token_with_every_small_update(shown):
    html = shown.get("/giao-dien/mau-ban-lam-viec/").content.decode()

    assert 'hx-headers=\'{"X-CSRFToken": "' in html
    assert "django_htmx/htmx-2" in html


def test_a_confirm_page_asks_one_question():
    html = render_to_string(
        "ui/confirm.html", {"question": "Từ chối hồ sơ này?", "confirm_label": "Từ chối", "back_url": "/h"}
    )

    assert "<h1>Từ chối hồ sơ này?</h1>" in html
    assert ">Từ chối</button>" in html
    assert "Không, quay lại" in html
