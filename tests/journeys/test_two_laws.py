"""One correction under two laws: in 2024 the division's work from fourteen on, today the ward's."""

CORRECTION = {
    "requester.full_name": "Phan Văn Nam",
    "requester.birth_date.day": "1",
    "requester.birth_date.month": "6",
    "requester.birth_date.year": "1980",
    "requester.personal_number": "099080000002",
    "requester.residence": "45 Trần Cao Vân",
    "requester.relation": "father",
    "requester.phone": "0900000045",
    "subject.full_name": "Phan Thị Mai",
    "subject.birth_date.day": "20",
    "subject.birth_date.month": "3",
    "subject.sex": "female",
    "subject.residence": "45 Trần Cao Vân",
    "record.kind": "birth",
    "record.number": "112",
    "record.office": "UBND phường An Mỹ",
    "change.kind": "correct",
    "change.item": "birth_date",
    "change.from": "21/03/2009",
    "change.to": "20/03/2009",
    "change.reason": "Sai sót của công chức khi đăng ký, căn cứ giấy chứng sinh.",
    "consent.subject": "yes",
    "consent.parents": "yes",
    "copies.wanted": "no",
    "undertaking": "yes",
    "paper.application": "taken",
    "paper.grounds": "taken",
    "paper.identity": "from_data",
}


def take_in(officer, code, **changes):
    """The intake page of a procedure, filled in and sent; what depends on the age is asked after the first sending."""
    officer.go(f"/mot-cua/tiep-nhan/{code}/").answer({**CORRECTION, **changes}).press("Tiếp nhận")
    if "Có 1 chỗ cần sửa" in officer.words:
        officer.answer({"consent.parents": "yes"}).press("Tiếp nhận")
    return officer


def test_in_2024_the_ward_shows_the_way_and_the_division_settles_it(old_house, people):
    fifteen = {"subject.birth_date.year": "2009", "subject.residence_ward": "X20341", "paper.identity": "seen"}
    thao = people(old_house, "thao")

    take_in(thao, "1.004859", **fifteen).sees("Chưa tiếp nhận được", "từ đủ 14 tuổi", "nộp tại Phòng Tư pháp")
    assert thao.page.get_by_role("link", name="Chuyển sang thủ tục 2.000748").count() == 1

    minh = people(old_house, "minh")
    take_in(minh, "2.000748", **fifteen).sees("Đã tiếp nhận", "H47.15")
    code = minh.path.split("/")[3]
    minh.go(f"/mot-cua/ho-so/{code}/").sees("Phòng Tư pháp thành phố Tam Kỳ")
    assert minh.due == "17:00 19/11/2024"
    people(old_house, "hanh").act(code, "Nhận việc").act(code, "Trình phê duyệt")
    people(old_house, "hoa").go("/mot-cua/").sees(code)


def test_today_the_ward_takes_it_itself(house, people):
    minh = people(house, "minh")

    take_in(minh, "1.004859", **{"subject.birth_date.year": "2011", "subject.residence_ward": "P20341"})

    minh.sees("Đã tiếp nhận", "Phan Văn Nam")
    code = minh.path.split("/")[3]
    assert code.startswith("H17.101-261125-")
    minh.go(f"/mot-cua/ho-so/{code}/").sees("Ủy ban nhân dân phường Tam Kỳ")
    assert minh.due == "17:00 30/11/2026"
