"""Where each person lands after log-in, and how a citation of the law is said."""

import pytest
from django.test import Client

from motcua.faces.portal.templatetags.portal import cited
from motcua.house.office.tests import people


def landing(who):
    return people.enter(Client(), who).get("/bat-dau/").url


def test_an_officer_who_reads_dossiers_lands_on_the_work_list(minh):
    assert landing(minh) == "/mot-cua/"


def test_a_citizen_lands_on_the_own_dossiers(lan):
    assert landing(lan) == "/ho-so-cua-toi/"


def test_a_stranger_is_asked_to_log_in():
    assert Client().get("/bat-dau/").url.startswith("/tai-khoan/dang-nhap/")


def test_the_portal_leads_an_officer_back_to_work_and_nobody_else(minh, lan):
    shown = {who: people.enter(Client(), who).get("/").content.decode() for who in (minh, lan)}

    assert {who: 'href="/bat-dau/"' in html for who, html in shown.items()} == {minh: True, lan: False}


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("60/2014/QH13, 16.2", "khoản 2 Điều 16, 60/2014/QH13"),
        ("61/2018/NĐ-CP, 17.1.b; 85/2019/TT-BTC, 3", "điểm b khoản 1 Điều 17, 61/2018/NĐ-CP; Điều 3, 85/2019/TT-BTC"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),
        ("", ""),
    ],
)
def test_a_citation_is_said_as_a_citizen_reads_it(basis, words):
    assert cited(basis) == words
