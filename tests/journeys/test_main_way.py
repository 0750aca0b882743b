"""The main job from end to end: a citizen applies online, the office settles it, anybody verifies the result."""

import subprocess
from urllib.parse import parse_qs, urlsplit

ANSWERS = {
    "requester": {
        "requester.full_name": "Nguyễn Thị Lan",
        "requester.birth_date.day": "4",
        "requester.birth_date.month": "5",
        "requester.birth_date.year": "1990",
        "requester.personal_number": "099190000001",
        "requester.relation": "self",
        "requester.residence": "12 Hùng Vương",
    },
    "subject": {
        "subject.full_name": "Nguyễn Thị Lan",
        "subject.birth_date.day": "4",
        "subject.birth_date.month": "5",
        "subject.birth_date.year": "1990",
        "subject.sex": "female",
        "subject.residence": "12 Hùng Vương",
        "subject.residence_ward": "P20341",
    },
    "status": {"status.kind": "never_married"},
    "purpose": {"purpose.kind": "other", "purpose.text": "Vay vốn ngân hàng", "copies.count": "1"},
    "finish": {"undertaking": "yes"},
    "noi-nhan": {"counter": "P20341-HCC", "way": "online"},
}


def apply_online(lan):
    """Walk the wizard to its end and send."""
    lan.go("/nop/1.004873/")
    for _ in range(12):
        step = parse_qs(urlsplit(lan.page.url).query).get("step", ["requester"])[0]
        if step == "kiem-tra":
            break
        lan.fill(ANSWERS.get(step, {}))
        lan.press("Lưu và tiếp tục")
    lan.sees("Kiểm tra trước khi gửi", "12 Hùng Vương")
    lan.press("Gửi hồ sơ")
    return lan.page.url.rstrip("/").rpartition("/")[2]


def act(officer, key, name):
    """One act on the dossier's page, confirmed on its own page."""
    officer.go(f"/mot-cua/ho-so/{key}/")
    officer.page.locator(".acts a").filter(has_text=name).first.click()
    officer.look()
    officer.press(name)
    officer.sees("đã xong")


def test_a_citizen_applies_online_and_anybody_verifies_the_signed_result(house, people, tmp_path):
    lan = people(house, "lan@vidu.invalid")
    key = apply_online(lan)
    lan.sees("Bạn nộp hồ sơ")

    act(people(house, "minh"), key, "Tiếp nhận")
    hanh = people(house, "hanh")
    act(hanh, key, "Nhận việc")
    act(hanh, key, "Trình phê duyệt")
    act(people(house, "hoa"), key, "Ký kết quả")
    act(people(house, "minh"), key, "Thu phí, lệ phí") if "Còn phải nộp" in lan.words else None
    act(people(house, "thu"), key, "Chuyển kết quả về một cửa")

    lan.go(f"/ho-so-cua-toi/{key}/").sees("Có kết quả")
    minh = people(house, "minh").go(f"/mot-cua/ho-so/{key}/?phan=result")
    code = minh.words.partition("mã kiểm tra ")[2].split()[0]
    stranger = people(house)
    stranger.go(f"/kiem-tra/{code}/").sees("Giấy xác nhận tình trạng hôn nhân")
    link = minh.page.locator("a[href*='/ket-qua/']").first.get_attribute("href")
    status, pdf, _ = minh.fetch(link)
    file = tmp_path / "result.pdf"
    file.write_bytes(pdf)
    checked = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
    assert status == 200
    assert "Signature is Valid" in checked
    stranger.go("/kiem-tra/").page.set_input_files("input[type=file]", file)
    stranger.page.locator("form[method=post][enctype] button").first.click()
    stranger.look().sees("không có giá trị pháp lý")


def test_certified_copies_at_the_counter_take_few_keys(house, people):
    minh = people(house, "minh").go("/mot-cua/")
    minh.key("n").page.wait_for_url("**/tiep-nhan/")
    minh.page.locator("h1").click()
    minh.key("1").page.wait_for_url("**/2.000815/")
    minh.page.wait_for_timeout(300)
    minh.page.keyboard.type("Trần Văn Bình")
    minh.key("Tab").page.keyboard.type("Căn cước công dân")
    minh.key("Tab").key("2").key("Tab").key("3").key("Enter").page.wait_for_url("**/da-tiep-nhan/")
    minh.look().sees("Đã tiếp nhận", "Trần Văn Bình")

    assert minh.typed <= 12
    status, receipt, _ = minh.fetch(minh.page.get_by_role("link", name="In giấy hẹn").get_attribute("href"))
    assert (status, receipt[:5]) == (200, b"%PDF-")


def test_a_stranger_and_another_unit_get_nothing(house, people):
    stranger, tuan = people(house), people(house, "tuan")
    minh = people(house, "minh").go("/mot-cua/viec/all/")
    dossier = minh.page.locator("a.work-open").first.get_attribute("href")

    assert "/dang-nhap/" in stranger.fetch(dossier)[2]
    assert tuan.fetch(dossier)[0] == 404
    assert people(house, "lan@vidu.invalid").fetch(dossier)[0] == 404


def test_the_list_of_late_dossiers_names_nobody(house, people):
    page = people(house).go("/tre-hen/")

    page.sees("Hồ sơ trễ hẹn")
    assert "Nguyễn" not in page.words
    assert page.overflow() <= 0


def test_in_2024_the_ward_shows_the_way_to_the_division(old_house, people):
    page = people(old_house).go("/thu-tuc/2.000748/")

    page.sees("2.000748")
    assert people(old_house, "minh").go("/mot-cua/tiep-nhan/2.000748/").sees("Phòng Tư pháp")
