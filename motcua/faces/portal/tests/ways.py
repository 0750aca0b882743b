"""Lan's whole application for a birth, page by page, as a browser sends it."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WIZARD = "/nop/1.001193/"
REQUESTER = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.birth_date.day": "5",
    "requester.birth_date.month": "11",
    "requester.birth_date.year": "1996",
    "requester.personal_number": "099196000001",
    "requester.relation": "mother",
    "requester.residence": "12 Hùng Vương, phường Tam Kỳ",
}
CHILD = {
    "child.case": "no_father",
    "child.full_name": "Nguyễn Văn An",
    "child.birth_date": "01/03/2026",
    "child.sex": "male",
    "child.ethnic_group": "01",
    "child.nationality": "VN",
    "child.birth_place": "Bệnh viện Đa khoa Quảng Nam, phường Tam Kỳ, thành phố Đà Nẵng",
    "child.home_town": "Phường Tam Kỳ, thành phố Đà Nẵng",
}
MOTHER = {
    "mother.full_name": "Nguyễn Thị Lan",
    "mother.birth_date": "1996",
    "mother.ethnic_group": "01",
    "mother.nationality": "VN",
    "mother.personal_number": "099196000001",
    "mother.residence_ward": "P20341",
}
COPIES = {"copies.wanted": "no", "undertaking": "yes"}
GROUPS = [("requester", REQUESTER), ("child", CHILD), ("mother", MOTHER), ("copies", COPIES)]
WHERE = {"counter": "P20341-HCC", "way": "online"}


def picture(name: str = "giay-chung-sinh.png") -> SimpleUploadedFile:
    """A real, small picture."""
    drawn = BytesIO()
    Image.new("RGB", (40, 40), "white").save(drawn, "PNG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/png")


def answer(page, groups=GROUPS):
    """Fill the groups in; every page must lead on."""
    for key, answers in groups:
        response = page.post(f"{WIZARD}?step={key}", answers)
        assert response.status_code == 302, (key, response.context["errors"])


def to_check(page, **more):
    """Everything up to the last page."""
    answer(page)
    page.post(f"{WIZARD}?step=giay-to", {"paper.birth_notice": picture()})
    page.post(f"{WIZARD}?step=noi-nhan", {**WHERE, **more})
    return page.get(f"{WIZARD}?step=kiem-tra")


def send(page):
    """The last click."""
    shown = to_check(page)
    assert shown.status_code == 200, shown.status_code
    key = shown.context.get("submission_key")
    return page.post(f"{WIZARD}?step=kiem-tra", {"submission_key": key} if key else {})
