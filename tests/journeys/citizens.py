"""What Lan answers, and how she walks through the online application."""

from pathlib import Path

from tests.journeys.walker import Walker

LAN = "lan@vidu.invalid"
PERSON = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.birth_date.day": "4",
    "requester.birth_date.month": "5",
    "requester.birth_date.year": "1990",
    "requester.personal_number": "099190000001",
    "requester.residence": "12 Hùng Vương, phường Tam Kỳ",
    "requester.phone": "0900000001",
}
CERTIFICATE = {
    **PERSON,
    "requester.relation": "self",
    "subject.full_name": "Nguyễn Thị Lan",
    "subject.birth_date.day": "4",
    "subject.birth_date.month": "5",
    "subject.birth_date.year": "1990",
    "subject.sex": "female",
    "subject.personal_number": "099190000001",
    "subject.residence": "12 Hùng Vương, phường Tam Kỳ",
    "subject.residence_ward": "P20341",
    "status.kind": "never_married",
    "purpose.kind": "other",
    "purpose.text": "Vay vốn ngân hàng",
    "copies.count": "1",
    "undertaking": "yes",
}
BIRTH = {
    **PERSON,
    "requester.relation": "mother",
    "child.case": "both_parents",
    "child.full_name": "Trần Nguyễn Minh Anh",
    "child.birth_date.day": "2",
    "child.birth_date.month": "11",
    "child.birth_date.year": "2026",
    "child.sex": "female",
    "child.birth_place": "Bệnh viện Đa khoa Tam Kỳ (thử nghiệm)",
    "child.home_town": "Phường Tam Kỳ, thành phố Đà Nẵng",
    "mother.full_name": "Nguyễn Thị Lan",
    "mother.birth_date.day": "4",
    "mother.birth_date.month": "5",
    "mother.birth_date.year": "1990",
    "mother.personal_number": "099190000001",
    "mother.residence": "12 Hùng Vương, phường Tam Kỳ",
    "mother.residence_ward": "P20341",
    "father.full_name": "Trần Văn Hải",
    "father.birth_date.day": "",
    "father.birth_date.month": "",
    "father.birth_date.year": "1988",
    "father.personal_number": "099088000001",
    "father.residence": "12 Hùng Vương, phường Tam Kỳ",
    "father.residence_ward": "P20341",
    "parents.married": "yes",
    "copies.wanted": "no",
    "undertaking": "yes",
}


def apply_online(lan: Walker, code: str, answers: dict[str, str], *, picture: Path | None = None) -> str:
    """Through the wizard to its end: answers page by page, pictures where papers are asked; the dossier's key."""
    lan.go(f"/thu-tuc/{code}/").follow("Nộp trực tuyến")
    for _ in range(20):
        if "step=kiem-tra" in lan.page.url:
            break
        lan.answer(answers)
        if picture and "step=giay-to" in lan.page.url:
            for box in lan.page.locator("input[type=file]").all():
                box.set_input_files(picture)
        lan.press("Lưu và tiếp tục")
        assert not lan.page.locator(".error-summary").count(), lan.words[:1500]
    lan.sees("Kiểm tra trước khi gửi").press("Gửi hồ sơ")
    assert "/ho-so-cua-toi/" in lan.page.url, lan.words[:1500]
    return lan.path.rstrip("/").rpartition("/")[2]
