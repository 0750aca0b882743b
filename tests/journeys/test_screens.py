"""Every main page of every role: axe finds nothing serious, and nothing is wider than a telephone."""

import re

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
REVIEW = tuple(
    f"/mot-cua/ra-soat/{place}"
    for place in ("", "viec/", "viec/mo/", "nam/", "nam/lap/", "he-thong-hoa/", "he-thong-hoa/lap/", "quy-dinh/")
)
PUBLISHED = (
    "/van-ban/cong-bo/",
    "/van-ban/cong-bo/het-hieu-luc-2025-p20341/",
    "/van-ban/cong-bo/he-thong-hoa-20231231-tk/",
)
FOLLOWED = {
    "/mot-cua/ra-soat/viec/": ("", "phieu/"),
    "/mot-cua/ra-soat/nam/": ("",),
    "/mot-cua/ra-soat/he-thong-hoa/": ("",),
    "/mot-cua/theo-doi/so-lieu/": ("", "nhap/"),
    "/mot-cua/theo-doi/bao-cao/": ("", "viet/"),
    "/mot-cua/theo-doi/ke-hoach/": ("",),
    "/mot-cua/theo-doi/kien-nghi/": ("",),
    "/mot-cua/theo-doi/kiem-tra/": ("",),
    "/mot-cua/theo-doi/thong-tin/": ("",),
    "/mot-cua/theo-doi/khao-sat/": ("",),
}
"""Lists of which one row is opened, with the pages of that row."""
OLD_DECISION = "/van-ban/quyet-dinh-902-2018-qd-ubnd/"
LAW = (
    "/van-ban/", "/van-ban/?q=hoa+giai", "/van-ban/ap-dung/?ngay=2022-06-01", "/van-ban/con-hieu-luc/",
    "/van-ban/con-hieu-luc/?nam=2023&cua=dia-phuong", "/van-ban/het-hieu-luc/2023/", OLD_DECISION,
    f"{OLD_DECISION}?ngay=2022-06-01", f"{OLD_DECISION}so-sanh/?tu=2018-10-01&den=2022-06-01",
)  # fmt: skip
REGISTER = (
    *(f"/mot-cua/van-ban/{place}" for place in ("", "?khac=1", "nhap/", "de-xuat/")),
    *(
        f"ENTRY{place}"
        for place in (
            "", "noi-dung/", "noi-dung/?ngay=2022-06-01", "noi-dung/?ban=1", "so-sanh/", "so-sanh/?tu=2018-10-01&ca=1",
            "vien-dan/", "hieu-luc/", "loi-van/", "sua/", "tep/",
        )
    ),
    "PLANvien-dan/", "TAKE_BACK",
)  # fmt: skip
"""ENTRY is an old decision, PLAN one from whose text something waits, TAKE_BACK where a decision is taken back."""
DRAFTING = tuple(
    f"/mot-cua/du-thao/{place}" for place in ("", "van-ban/", "kiem-tra-tep/", "chuong-trinh/", "quy-dinh/")
)
DRAFTS = ("drafting", "appraising", "published", "appraised")
"""States of which one draft is opened: DRAFT_ and the state."""
PLACES = {
    "": (
        "/du-thao/",
        "/", "/thu-tuc/", "/thu-tuc/1.001193/", "/tra-cuu/", "/kiem-tra/", "/tre-hen/", "/cong-khai/",
        "/tai-khoan/dang-nhap/", *LAW, *PUBLISHED,
    ),
    LAN: ("/ho-so-cua-toi/", "/nop/1.001193/", "/thong-bao/", "/tai-khoan/"),
    "minh": (
        "/mot-cua/", "/mot-cua/viec/submitted/", "/mot-cua/viec/to_return/", "/mot-cua/viec/waiting/",
        "/mot-cua/viec/all/", "/mot-cua/tim/?q=nguyen", "/mot-cua/tiep-nhan/", "/mot-cua/tiep-nhan/2.000815/",
        "/mot-cua/tiep-nhan/1.001193/", "DOSSIER", "DOSSIER?phan=form", "DOSSIER?phan=history&vi-sao=1",
        "DOSSIER?phan=fees", "DOSSIER?phan=result", "/mot-cua/so/", "/mot-cua/so/chung-thuc/", "/mot-cua/the-thuc/",
    ),
    "hanh": (
        *DRAFTING, "/mot-cua/du-thao/van-ban/them/", "DRAFT_drafting", "DRAFT_appraising", "DRAFT_published",
        "DRAFT_appraisingmay-phat-hien/", "APPRAISAL",
        "/mot-cua/", "/mot-cua/nhieu/take_up/", "DOSSIER", "DOSSIERviec/ask_supplement/", "DOSSIERviec/amend/",
        "/mot-cua/so/can-lam/",
    ),
    "hoa": ("/mot-cua/viec/to_sign/", "/mot-cua/nhieu/sign/", "DOSSIERviec/apologise/", *WATCH, *REVIEW, *REGISTER),
    "thu": ("/mot-cua/", "DOSSIER", "DRAFT_appraised", "SEAL"),
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
    known = {"DOSSIER": dossier, **(entries_of(walker) if who == "hoa" else {})}
    known |= drafts_of(walker) if who in {"hanh", "thu"} else {}
    places = []
    for place in PLACES[who]:
        for name, address in known.items():
            place = place.replace(name, address)  # noqa: PLW2901
        places.append(place)
    return places + ([page for list_page in FOLLOWED for page in rows_of(walker, list_page)] if who == "hoa" else [])


def entries_of(walker):
    """Addresses of two entries in the register, and of a decision to take back."""

    def found(number):
        walker.page.goto(f"{walker.house.url}/mot-cua/van-ban/?tim={number}")
        return walker.page.locator("tbody a").first.get_attribute("href")

    entry, plan = found("902/2018"), found("905/KH-UBND")
    walker.page.goto(walker.house.url + entry)
    back = walker.page.get_by_role("link", name="Xem xét lại").first.get_attribute("href")
    return {"ENTRY": entry, "PLAN": plan, "TAKE_BACK": back}


def drafts_of(walker):
    """Addresses of a draft in each of some states, of the appraisal under way and of the seal that waits."""

    def found(place, words=""):
        walker.page.goto(walker.house.url + place)
        links = walker.page.get_by_role("link", name=words, exact=True) if words else walker.page.locator("tbody a")
        return links.first.get_attribute("href") if links.count() else ""

    drafts = {f"DRAFT_{state}": found(f"/mot-cua/du-thao/van-ban/?trang-thai={state}") for state in DRAFTS}
    appraisal = found(drafts["DRAFT_appraising"], "Ghi ý kiến thẩm định")
    return drafts | {"APPRAISAL": appraisal, "SEAL": found(drafts["DRAFT_appraised"], "Đóng dấu báo cáo")}


def rows_of(walker, list_page):
    """The pages of the last row of a list, the oldest."""
    walker.page.goto(walker.house.url + list_page)
    shape = re.compile(f"^{list_page}[0-9a-f-]{{36}}/$")
    links = [one.get_attribute("href") or "" for one in walker.page.locator("main a").all()]
    row = [link for link in links if shape.match(link)][-1]
    return [row + page for page in FOLLOWED[list_page]]


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
