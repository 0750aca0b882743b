"""The register of legal documents: what a repealed decision said in 2022, and an officer who reads a new one in."""

import pytest

from tests.journeys.walker import NARROW, WIDE

OLD, NEW = "Quyết định số 902/2018/QĐ-UBND", "Quyết định số 904/2023/QĐ-UBND"
TEXT = """ỦY BAN NHÂN DÂN THÀNH PHỐ TAM KỲ
Số: {number}/2026/QĐ-UBND
Tam Kỳ, ngày 02 tháng 11 năm 2026
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quyết định số 904/2023/QĐ-UBND
Căn cứ Nghị quyết số 901/2018/NQ-HĐND;
QUYẾT ĐỊNH:
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 904/2023/QĐ-UBND
1. Sửa đổi khoản 1 Điều 2 như sau:
“1. Chi thù lao cho hòa giải viên 250.000 đồng một vụ theo Nghị quyết số 901/2018/NQ-HĐND.”
2. Bãi bỏ khoản 3 Điều 2.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực từ ngày 15 tháng 11 năm 2026.
2. Riêng khoản 2 Điều 1 có hiệu lực từ ngày 01 tháng 01 năm 2027.
"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_citizen_finds_what_a_repealed_decision_said_in_2022(house, people, size):
    lan = people(house, size=size).go("/van-ban/")
    lan.fill({"q": "902/2018/QĐ-UBND"}).press("Tìm văn bản")
    lan.follow(OLD).sees("Văn bản này không còn hiệu lực", f"Từ ngày 15/03/2023: được thay thế bởi {NEW}")

    lan.fill({"ngay": "2022-06-01"}).press("Xem")
    lan.sees("Đây là lời văn vào ngày 01/06/2022", "Vào ngày đó: Hết hiệu lực một phần")
    lan.sees("Văn bản này không còn hiệu lực")
    lan.sees("1. Chi thù lao cho hòa giải viên 200.000 đồng một vụ, việc hòa giải không thành.", "từ ngày 26/05/2020")
    assert lan.overflow() <= 0

    lan.follow("So sánh").fill({"tu": "2018-10-01", "den": "2022-06-01"}).press("Xem")
    lan.sees("khoản 1 Điều 2", "150.000", "200.000", "Điều 2a. Chi tặng quà hòa giải viên giỏi")
    assert lan.overflow() <= 0
    lan.page.go_back()
    lan.page.go_back()

    lan.look().follow(NEW).sees("Còn hiệu lực")
    assert "Văn bản này không còn hiệu lực" not in lan.words
    assert lan.overflow() <= 0


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_citizen_asks_what_applied_on_a_day_and_reads_it(house, people, size):
    lan = people(house, size=size).go("/van-ban/")
    lan.page.locator("#vao-ngay").fill("2022-06-01")
    lan.page.locator("#vao-linh-vuc").select_option("Hòa giải ở cơ sở")
    lan.press("Xem văn bản áp dụng").sees("Áp dụng vào ngày 01/06/2022", OLD)
    assert NEW not in lan.words
    assert lan.overflow() <= 0
    lan.follow(OLD).sees("Đây là lời văn vào ngày 01/06/2022")


@pytest.mark.parametrize(("size", "number"), [(WIDE, "771"), (NARROW, "772")], ids=["wide", "narrow"])
def test_an_officer_enters_a_decision_decides_on_what_was_read_and_takes_one_back(house, people, size, number):
    hoa = people(house, "hoa", size=size).go("/mot-cua/van-ban/nhap/")
    hoa.fill({"pasted": TEXT.format(number=number)}).press("Đọc và xem lại")
    hoa.fill({"issuer": "Ủy ban nhân dân thành phố Tam Kỳ", "effective_on": "2026-11-15", "issued_on": "2026-11-02"})
    hoa.fill({"type": "Quyết định", "number": f"{number}/2026/QĐ-UBND", "title": "Sửa đổi mức chi"})
    assert hoa.overflow() <= 0
    hoa.press("Vào sổ").sees("Đã vào sổ")
    entry = hoa.path

    hoa.go(f"{entry}vien-dan/").sees("khoản 3 Điều 2", "từ 01/01/2027", "Đang có:", "Sẽ là:")
    assert hoa.overflow() <= 0
    hoa.press("Không xác nhận mục đã chọn").sees("Chưa ghi lý do không xác nhận.")
    for box in hoa.page.locator("input[name=event], input[name=patch]").all():
        box.uncheck()
    hoa.fill({"reason": "chỉ nhắc đến"}).press("Không xác nhận mục đã chọn").sees("Đã quyết định 1 mục.")

    hoa.go(entry).sees("không xác nhận", "chỉ nhắc đến")
    hoa.page.get_by_role("link", name="Xem xét lại").first.click()
    hoa.look().sees("Rút lại một quyết định").fill({"reason": "bấm nhầm"}).press("Xem xét lại")
    hoa.sees("Đã rút quyết định; mục này chờ xác nhận lại.")
    assert hoa.overflow() <= 0
    hoa.go(f"{entry}noi-dung/").sees("Điều 2. Hiệu lực thi hành")
    assert hoa.overflow() <= 0
