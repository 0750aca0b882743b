"""Every main page of every role: axe finds nothing serious, and nothing is wider than a telephone."""

import pytest

from tests.journeys.citizens import LAN
from tests.journeys.walker import NARROW, WIDE

WATCH = tuple(
    f"/mot-cua/theo-doi/{place}"
    for place in (
        "", "kien-nghi/", "ke-hoach/", "thong-tin/", "kiem-tra/", "khao-sat/", "so-lieu/", "bao-cao/", "tieu-chi/",
        "thong-tin/them/", "kiem-tra/them/", "kien-nghi/them/",
    )
)  # fmt: skip
DRAFTING = tuple(
    f"/mot-cua/du-thao/{place}" for place in ("", "van-ban/", "kiem-tra-tep/", "chuong-trinh/", "quy-dinh/")
)
PLACES = {
    "": (
        "/du-thao/",
        "/", "/thu-tuc/", "/thu-tuc/1.001193/", "/tra-cuu/", "/kiem-tra/", "/tre-hen/", "/cong-khai/",
        "/tai-khoan/dang-nhap/",
    ),
    LAN: ("/ho-so-cua-toi/", "/nop/1.001193/", "/thong-bao/", "/tai-khoan/"),
    "minh": (
        "/mot-cua/", "/mot-cua/viec/submitted/", "/mot-cua/viec/to_return/", "/mot-cua/viec/waiting/",
        "/mot-cua/viec/all/", "/mot-cua/tim/?q=nguyen", "/mot-cua/tiep-nhan/", "/mot-cua/tiep-nhan/2.000815/",
        "/mot-cua/tiep-nhan/1.001193/", "DOSSIER", "DOSSIER?phan=form", "DOSSIER?phan=history&vi-sao=1",
        "DOSSIER?phan=fees", "DOSSIER?phan=result", "/mot-cua/so/", "/mot-cua/so/chung-thuc/", "/mot-cua/the-thuc/",
    ),
    "hanh": (
        *DRAFTING, "/mot-cua/du-thao/van-ban/them/",
        "/mot-cua/", "/mot-cua/nhieu/take_up/", "DOSSIER", "DOSSIERviec/ask_supplement/", "DOSSIERviec/amend/",
        "/mot-cua/so/can-lam/",
    ),
    "hoa": ("/mot-cua/viec/to_sign/", "/mot-cua/nhieu/sign/", "DOSSIERviec/apologise/", *WATCH),
    "thu": ("/mot-cua/", "DOSSIER"),
    "quang": (
        "/mot-cua/co-quan/", "/mot-cua/co-quan/quyen/", "/mot-cua/co-quan/cong-chuc/", "/mot-cua/co-quan/uy-quyen/",
        "/mot-cua/viec-nen/", "/thong-bao/",
    ),
}  # fmt: skip
DOSSIER = {"minh": "/mot-cua/viec/all/", "hanh": "/mot-cua/", "hoa": "/mot-cua/viec/all/", "thu": "/mot-cua/viec/all/"}


def places_of(walker, who):
    """The pages to see; DOSSIER is one that this officer may work on now."""
    dossier = ""
    if who in DOSSIER:
        walker.page.goto(walker.house.url + DOSSIER[who])
        rows = walker.page.locator(".work-row", has_text="Thẩm tra").locator(".work-open")
        dossier = rows.last.get_attribute("href")
        if who == "hanh":
            examined = "a[href*='/viec/propose/'], a[href*='/viec/send_draft/']"
            working = walker.page.locator(f".work-row:has({examined}) .work-open")
            dossier = working.first.get_attribute("href")
    return [place.replace("DOSSIER", dossier) for place in PLACES[who]]


@pytest.mark.parametrize("who", PLACES, ids=lambda who: who.partition("@")[0] or "stranger")
def test_every_page_is_readable_wide_and_narrow(house, people, who):
    walker = people(house, who)
    wide = {}
    for place in places_of(walker, who):
        walker.page.set_viewport_size(WIDE)
        walker.go(place)
        walker.page.set_viewport_size(NARROW)
        if (over := walker.overflow()) > 0:
            wide[place] = over
    assert wide == {}
