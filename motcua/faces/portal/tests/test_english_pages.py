"""Every page a citizen can open, in English: what stays Vietnamese is marked as Vietnamese (`lang="vi"`)."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from motcua.counter.dossiers import acts
from motcua.counter.dossiers.models import Dossier
from motcua.counter.dossiers.queries import law_of
from motcua.counter.dossiers.tests import ways as office
from motcua.counter.dossiers.tests import world
from motcua.faces.portal.templatetags.portal import cited
from motcua.faces.portal.tests import ways
from motcua.house.office.tests import people
from motcua.instruments.notices import acts as notices
from motcua.legal.procedures import queries as procedures

VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
BESIDE = re.compile(r"(?<=\w )\([^()]+\)|(?<=\d) đ\b")
"""The official word in brackets behind the English one, and the sign of the currency."""
LANGUAGES = dict(django_settings.LANGUAGES).values()
SAID = ("aria-label", "title", "placeholder", "alt")
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "use", "rect", "circle"}
PUBLIC = ["portal:home", "portal:procedures", "portal:track", "portal:verify", "portal:late", "portal:staff"]
DAY = timedelta(days=1)
OWN = ["accounts:profile", "account_change_password", "account_reauthenticate", "notices:inbox"]
KIOSK = ["kiosk:start", "kiosk:lookup", "kiosk:procedures"]


class Reader(HTMLParser):
    """Collects what a reader sees or hears as English and is written in Vietnamese letters."""

    def __init__(self):
        super().__init__()
        self.langs, self.found = [("", "")], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        lang = given.get("lang") or self.langs[-1][1]
        self.note(lang, *(given.get(name) or "" for name in SAID))
        if tag not in VOID:
            self.langs.append((tag, lang))

    def handle_endtag(self, tag):
        if tag in {opened for opened, _ in self.langs}:
            while self.langs.pop()[0] != tag:
                pass

    def handle_startendtag(self, _tag, attrs):
        self.note(dict(attrs).get("lang") or self.langs[-1][1], *(dict(attrs).get(name) or "" for name in SAID))

    def handle_data(self, data):
        tag, lang = self.langs[-1]
        if tag == "title":
            data = data.removesuffix(django_settings.PUBLIC_NAME)
        if tag not in ("script", "style"):
            self.note(lang, data)

    def note(self, lang, *texts):
        if lang == "en":
            self.found += [
                " ".join(text.split())
                for text in texts
                if VIETNAMESE.search(BESIDE.sub("", text)) and text not in LANGUAGES
            ]


def left_in_vietnamese(response):
    reader = Reader()
    reader.feed(response.content.decode())
    assert reader.langs == [("", "")]
    return reader.found


@pytest.fixture
def english(client):
    client.cookies[django_settings.LANGUAGE_COOKIE_NAME] = "en"
    return client


@pytest.fixture
def own(page):
    page.cookies[django_settings.LANGUAGE_COOKIE_NAME] = "en"
    return page


def opened(client, url, status=200):
    response = client.get(url)
    assert (response.status_code, '<html lang="en">' in response.content.decode()) == (status, True)
    return response


def sent(client, name, **answers):
    response = client.post(reverse(name), answers)
    assert (response.status_code, '<html lang="en">' in response.content.decode()) == (200, True)
    return response


def test_the_reader_finds_vietnamese_and_respects_its_mark():
    reader = Reader()
    reader.feed('<html lang="en"><p title="Hồ sơ">Dossier <b lang="vi">Hồ sơ <i>một</i></b> đã nộp<br></p>')
    reader.feed("<p>Receipt (giấy hẹn), 8.000 đ</p><p>(giấy hẹn)</p></html>")

    assert reader.found == ["Hồ sơ", "đã nộp", "(giấy hẹn)"]


@pytest.mark.parametrize("name", [*PUBLIC, *KIOSK, "account_login", "account_signup", "account_reset_password"])
def test_a_public_page_leaves_nothing_unmarked(english, name):
    assert left_in_vietnamese(opened(english, reverse(name))) == []


@pytest.mark.parametrize("name", ["portal:procedure", "kiosk:procedure"])
def test_a_procedure_is_told_in_english(english, name):
    for version in procedures.listing(world.TUESDAY.date()):
        assert left_in_vietnamese(opened(english, reverse(name, args=[version.code]))) == [], version.code


def test_each_step_of_an_application_is_asked_in_english(own):
    ways.to_check(own)

    for step in ["requester", "child", "mother", "copies", "giay-to", "noi-nhan", "kiem-tra"]:
        assert left_in_vietnamese(opened(own, f"{ways.WIZARD}?step={step}")) == [], step
    assert left_in_vietnamese(opened(own, reverse("portal:mine"))) == []


def test_an_own_dossier_is_told_in_english(own):
    ways.send(own)
    dossier = Dossier.objects.get()

    for url in ["portal:one", "portal:withdraw"]:
        assert left_in_vietnamese(opened(own, reverse(url, args=[dossier.pk]))) == []
    assert left_in_vietnamese(opened(own, reverse("portal:mine"))) == []


WAYS = ["supplement_before", "fee_asked", "declined", "supplement_asked", "consulting", "confirm_asked", "confirmed"]


@pytest.mark.parametrize("way", [*WAYS, "refused", "done"])
def test_an_own_dossier_is_told_in_english_on_its_whole_way(own, lan, minh, way):
    cast = office.Cast(minh, world.hanh(), world.hoa(), world.thu(), lan)
    dossier = getattr(office, way)(cast)
    Dossier.objects.update(account_id=lan.pk)
    acts.issue_receipt(dossier, at=world.TUESDAY)
    people.enter(Client(), minh).get(f"/mot-cua/ho-so/{dossier.code or dossier.pk}/")

    assert left_in_vietnamese(opened(own, reverse("portal:one", args=[dossier.pk]))) == []
    assert left_in_vietnamese(opened(own, reverse("portal:mine"))) == []


def test_an_answer_that_is_not_whole_is_sent_back_in_english(own, lan, minh):
    cast = office.Cast(minh, world.hanh(), world.hoa(), world.thu(), lan)
    dossier = office.supplement_asked(cast)
    Dossier.objects.update(account_id=lan.pk)

    told = own.post(reverse("portal:answer", args=[dossier.pk]), {}, follow=True)

    assert 'lang="vi">Giấy báo tử</span>.' in told.content.decode()
    assert left_in_vietnamese(told) == []


def test_a_late_dossier_with_a_new_day_is_told_in_english(english, settings, lan, minh):
    cast = office.Cast(minh, world.hanh(), world.hoa(), world.thu(), lan)
    dossier = office.in_progress(cast)
    late = world.TUESDAY + 9 * DAY
    acts.apologise(
        dossier, reason="Xác minh lâu.", fault_step="examine", new_due_at=late + DAY, by=cast.by.hoa, at=late
    )
    settings.CLOCK = late

    page = opened(english, reverse("portal:late"))

    assert "new day set" in page.content.decode()
    assert left_in_vietnamese(page) == []


def test_a_citation_is_said_in_english_and_the_number_stays_vietnamese():
    with translation.override("en"):
        said = cited("61/2018/NĐ-CP, 17.1.b; 66.7/2025/NQ-CP")

    number = '<span lang="vi">61/2018/NĐ-CP</span>'
    assert said == f'point b clause 1 Article 17, {number}; <span lang="vi">66.7/2025/NQ-CP</span>'


def test_what_anybody_may_look_up_is_told_in_english(english, settings, lan, minh):
    cast = office.Cast(minh, world.hanh(), world.hoa(), world.thu(), lan)
    late = office.in_progress(cast)
    done = office.done(cast)
    result = done.results.get()
    settings.CLOCK = world.TUESDAY + 9 * DAY

    shown = [
        sent(english, "portal:track", ma=late.code, rieng=late.secret),
        opened(english, reverse("portal:verify_code", args=[result.verify_code])),
        opened(english, reverse("portal:late")),
        sent(english, "kiosk:lookup", code=late.code.partition("-")[2].replace("-", "")),
        opened(english, f"{reverse('portal:track')}?ma=H17.101-1", status=404),
    ]
    assert [left_in_vietnamese(page) for page in shown] == [[]] * len(shown)
    assert law_of(late).name_en in shown[0].content.decode()
    assert late.code in shown[2].content.decode()
    assert late.code in shown[3].content.decode()


@pytest.mark.parametrize("name", OWN)
def test_the_pages_of_the_own_account_are_told_in_english(own, lan, minh, name):
    cast = office.Cast(minh, world.hanh(), world.hoa(), world.thu(), lan)
    dossier = office.in_progress(cast, account_id=lan.pk)
    people.enter(Client(), minh).get(f"/mot-cua/ho-so/{dossier.code}/")
    notices.notify(template="received", data={"code": dossier.code}, at=world.TUESDAY, account_id=lan.pk)

    assert left_in_vietnamese(opened(own, reverse(name))) == []


def test_a_page_that_is_not_there_is_told_in_english(english):
    assert left_in_vietnamese(opened(english, "/thu-tuc/9.999999/", status=404)) == []


def test_wrong_answers_are_told_in_english(own):
    wrong = own.post(f"{ways.WIZARD}?step=requester", {**ways.REQUESTER, "requester.full_name": ""})
    ways.answer(own)
    nowhere = own.post(f"{ways.WIZARD}?step=noi-nhan", {})

    assert [wrong.status_code, nowhere.status_code] == [422, 422]
    assert left_in_vietnamese(wrong) + left_in_vietnamese(nowhere) == []


def test_the_official_name_stands_beside_the_english_one(english):
    page = opened(english, reverse("portal:procedure", args=["1.001193"])).content.decode()

    assert '<p lang="vi">Đăng ký khai sinh</p>' in page
    assert 'Certificate of live birth <span lang="vi" class="muted">(Giấy chứng sinh)</span>' in page
    assert 'Registering a birth late <span lang="vi" class="muted">(Lệ phí đăng ký khai sinh quá hạn)</span>' in page


def test_the_law_files_say_everything_a_citizen_reads_in_english():
    for version in procedures.listing(world.TUESDAY.date()):
        parts = [*version.papers, *version.fees, *version.exemptions, *version.results]
        parts += [step for process in version.processes for step in process.steps]
        assert [part.name for part in parts if not part.name_en] == []
        assert [rule.message for rule in version.rules if not rule.message_en] == []
