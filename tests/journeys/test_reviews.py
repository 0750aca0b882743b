"""A basis is amended and reviews begin the same day; the January list and a systematisation are published."""

import io
import re
import zipfile

import pikepdf
from lxml import etree

from tests.journeys.walker import NARROW

AMENDING = """HỘI ĐỒNG NHÂN DÂN
THÀNH PHỐ TAM KỲ
Số: 975/2026/NQ-HĐND
NGHỊ QUYẾT
Sửa đổi, bổ sung một số điều của Nghị quyết số 936/2019/NQ-HĐND
Điều 1. Sửa đổi, bổ sung một số điều của Nghị quyết số 936/2019/NQ-HĐND
1. Sửa đổi Điều 2 như sau:
“Điều 2. Nội dung giao quy định
Giao Ủy ban nhân dân phường quy định chi tiết.”
2. Bãi bỏ Điều 3.
Điều 2. Hiệu lực thi hành
Nghị quyết này có hiệu lực từ ngày 01 tháng 12 năm 2026.
"""
REVIEWS, PUBLISHED = "/mot-cua/ra-soat/", "/van-ban/cong-bo/"
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def narrow(walker):
    """The same page on a telephone: looked at, and no wider than it."""
    wide = walker.page.viewport_size
    walker.page.set_viewport_size(NARROW)
    walker.look()
    assert walker.overflow() <= 0, walker.path
    walker.page.set_viewport_size(wide)
    return walker


def cells(content):
    """Every text of a spreadsheet."""
    book = zipfile.ZipFile(io.BytesIO(content))
    return [
        "".join(one.itertext()) for one in etree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{SPREADSHEET}si")
    ]


def entered(hoa):
    """The amending resolution is pasted, put right and entered; what was read from it waits for a word."""
    hoa.go("/mot-cua/van-ban/nhap/").fill({"pasted": AMENDING}).press("Đọc và xem lại")
    hoa.fill(
        {
            "type": "Nghị quyết", "number": "975/2026/NQ-HĐND", "issuer": "Hội đồng nhân dân thành phố Tam Kỳ",
            "title": "Nghị quyết sửa đổi Nghị quyết số 936/2019/NQ-HĐND", "issued_on": "2026-11-20",
            "effective_on": "2026-12-01", "nature": "normative",
        }
    )  # fmt: skip
    hoa.press("Vào sổ").sees("Đã vào sổ").page.locator("main a", has_text="Đọc từ văn bản").first.click()
    hoa.look()
    return narrow(hoa).sees("936/2019/NQ-HĐND")


def test_an_amended_basis_opens_reviews_the_same_day_and_one_is_settled(house, people):
    hoa = entered(people(house, "hoa"))
    hoa.press("Xác nhận mục đã chọn").sees("Đã quyết định")

    hanh = people(house, "hanh").go("/thong-bao/")
    hanh.sees("Nhắc việc: Nghị quyết số 936/2019/NQ-HĐND thay đổi – 2 văn bản phải rà soát")
    hanh.go(REVIEWS).sees("Nhắc việc")
    narrow(hanh).go(f"{REVIEWS}viec/?trang-thai=open")
    rows = hanh.page.locator(".work-row", has_text="936/2019/NQ-HĐND")
    assert sorted(rows.locator(".work-open").all_inner_texts()) == ["939/2024/QĐ-UBND", "940/KH-UBND"]
    narrow(hanh).follow("940/KH-UBND").sees(
        "Văn bản này dựa vào căn cứ đó qua 1 văn bản khác", "Kế hoạch số 940/KH-UBND căn cứ vào Quyết định số 939/2024"
    )
    hanh.go(f"{REVIEWS}viec/?trang-thai=open").follow("939/2024/QĐ-UBND")
    hanh.sees("Nghị quyết số 936/2019/NQ-HĐND được sửa đổi bởi Nghị quyết số 975/2026/NQ-HĐND từ ngày 01/12/2026")
    case = narrow(hanh).path

    hanh.follow("Lập phiếu rà soát").fill({"opinion": "Điều 2 mới giao phường quy định", "proposal": "amend"})
    hanh.press("Lưu phiếu, chờ quyết định").sees("Ghi nội dung kiến nghị.")
    assert hanh.page.locator('[name="opinion"]').input_value() == "Điều 2 mới giao phường quy định"
    hanh.fill({"content": "Sửa thẩm quyền quy định chi tiết", "lead": "Văn phòng HĐND và UBND", "due_on": "31/03/2027"})
    narrow(hanh).press("Lưu phiếu, chờ quyết định").sees("Đã lưu phiếu rà soát.", "Sửa đổi, bổ sung")
    hoa.go(case).follow("Quyết định").fill({"decision": "Đồng ý, giao Văn phòng soạn thảo."})
    narrow(hoa).press("Quyết định").sees("Đã quyết định. Phiếu rà soát được giữ như lúc này.")
    status, slip, _ = hoa.fetch(f"{case}ban-in/")
    with pikepdf.open(io.BytesIO(slip)) as pdf:
        assert (status, len(pdf.pages)) == (200, 1)


def test_the_list_of_a_year_is_made_checked_published_and_read_by_a_citizen(old_house, people):
    hanh = people(old_house, "hanh").go(f"{REVIEWS}nam/").follow("Lập danh mục năm").fill({"year": "2024"})
    hanh.press("Lập danh mục").sees("Năm 2024 chưa kết thúc")
    narrow(hanh).fill({"year": "2023"}).press("Lập danh mục").sees("Đã lập danh mục từ sổ văn bản.")
    place = narrow(hanh).path
    hanh.follow("Ghi kiểm tra").fill({"remark": "Đối chiếu từng bản giấy, khớp."})
    narrow(hanh).press("Đã kiểm tra").sees("Đã kiểm tra, chờ phê duyệt")

    hoa = (
        people(old_house, "hoa")
        .go(place)
        .follow("Phê duyệt")
        .fill({"number": "41/QĐ-UBND", "approved_on": "31/11/2024"})
    )
    hoa.press("Phê duyệt").sees("Ngày quyết định không có thật. Viết như 05/11/2024.")
    narrow(hoa).fill({"approved_on": "14/11/2024"}).press("Phê duyệt").sees("Đã phê duyệt danh mục.")
    hoa.follow("Công bố")
    narrow(hoa).press("Công bố").sees("Đã công bố. Người dân xem được ngay.")

    citizen = people(old_house).go(PUBLISHED)
    narrow(citizen).follow("Văn bản quy phạm pháp luật hết hiệu lực, ngưng hiệu lực năm 2023")
    narrow(citizen).sees("Quyết định số 41/QĐ-UBND (14/11/2024)", "902/2018/QĐ-UBND ngày 05/09/2018")
    book = cells(citizen.download(citizen.page.get_by_role("link", name="Bảng tính (.xlsx)")))
    assert "902/2018/QĐ-UBND ngày 05/09/2018" in book
    assert "Kèm theo Quyết định số 41/QĐ-UBND ngày 14/11/2024" in book
    citizen.page.get_by_role("link", name="902/2018/QĐ-UBND ngày 05/09/2018").click()
    citizen.look().sees("Quyết định số 902/2018/QĐ-UBND")
    citizen.go(PUBLISHED).page.locator("header button, header a", has_text="English").first.click()
    citizen.look().sees("Published lists of documents", "Legal documents that lost or paused effect in 2023")
    assert "41/QĐ-UBND" in people(old_house).fetch(f"{PUBLISHED}atom.xml")[1].decode()


def settled(hanh, hoa):
    """Every review that is open of documents of the round is settled, or the results cannot be gathered."""
    for number in ("11/2019/QĐ-UBND", "05/2025/QĐ-UBND", "939/2024/QĐ-UBND"):
        hanh.go(f"{REVIEWS}viec/?trang-thai=open")
        if hanh.page.get_by_role("link", name=number, exact=True).count():
            hanh.follow(number).follow("Lập phiếu rà soát").fill({"opinion": "Còn phù hợp", "proposal": "keep"})
            hanh.press("Lưu phiếu, chờ quyết định").sees("Đã lưu phiếu rà soát.")
        hoa.go(f"{REVIEWS}viec/?trang-thai=reviewed")
        if hoa.page.get_by_role("link", name=number, exact=True).count():
            hoa.follow(number).follow("Quyết định").fill({"decision": "Đồng ý"}).press("Quyết định")


def explained(hanh):
    """Every difference gets its explanation: what the machine read and nobody has decided on."""
    for _ in range(20):
        links = hanh.page.locator("main td a", has_text=re.compile("^Giải trình"))
        if not links.count():
            return hanh
        links.first.click()
        hanh.look().fill({"text": "Đề xuất đọc từ kế hoạch, chưa có căn cứ để bãi bỏ."}).press("Lưu giải trình")
    raise AssertionError(hanh.words)


def repealed(hoa, number):
    """The register says that a document ended before the cut-off, after the lists were made."""
    hoa.go(f"/mot-cua/van-ban/?tim={number}")
    hoa.page.locator("main a", has_text=number).first.click()
    hoa.look().follow("Ghi diễn biến hiệu lực")
    hoa.fill({"kind": "repealed", "on": "2026-10-01", "number": "31/2026/QĐ-UBND"})
    hoa.page.locator("[name=confirmed]").check()
    hoa.page.locator("main form button.btn-primary").first.click()
    return hoa.look()


def test_a_systematisation_closes_only_when_every_document_stands_in_its_list(house, people):
    hoa, hanh = people(house, "hoa"), people(house, "hanh")
    hoa.go(f"{REVIEWS}he-thong-hoa/").page.locator("td a").first.click()
    hoa.look().follow("Công bố kết quả").press("Công bố").sees("Đã công bố.")

    hanh.go(f"{REVIEWS}he-thong-hoa/").follow("Lập kế hoạch hệ thống hóa")
    plan = {
        "purpose": "Xác định văn bản còn hiệu lực",
        "scope": "Văn bản của phường",
        "assignment": "Văn phòng chủ trì",
    }
    hanh.fill({"from_on": "01/01/2026", "cut_off": "31/10/2026", **plan}).press("Lưu dự thảo kế hoạch")
    place = narrow(hanh).path
    hoa.go(place).follow("Ban hành kế hoạch").fill({"number": "77/KH-UBND", "planned_on": "05/01/2026"})
    hoa.press("Ban hành").sees("Đã ban hành kế hoạch.")
    hanh.go(place).follow("Tập hợp văn bản").press("Tập hợp").sees("Đã tập hợp văn bản.")
    hanh.follow("Tập hợp kết quả rà soát").press("Tập hợp kết quả").sees("việc rà soát chưa quyết định")
    settled(narrow(hanh), hoa)
    hanh.go(place).follow("Tập hợp kết quả rà soát").press("Tập hợp kết quả").sees("Đã tập hợp kết quả rà soát.")
    hanh.follow("Lập bốn danh mục").press("Lập danh mục").sees("khớp", "Còn đề xuất hiệu lực chưa quyết định trong sổ")
    narrow(explained(hanh))
    assert "chưa giải trình" not in hanh.words

    repealed(hoa, "09/2016/QĐ-UBND")
    hoa.go(place).sees("không khớp", "Danh mục đã lập khác với sổ văn bản hiện nay", "Còn 1 chênh lệch chưa giải trình")
    approval = {"number": "520/QĐ-UBND", "approved_on": "25/11/2026"}
    narrow(hoa).follow("Phê duyệt kết quả").fill(approval).press("Phê duyệt")
    hoa.sees("Còn 1 chênh lệch chưa giải trình: Quyết định số 09/2016/QĐ-UBND")
    assert hoa.page.locator('[name="number"]').input_value() == "520/QĐ-UBND"

    hanh.go(place).follow("Lập bốn danh mục").press("Lập danh mục")
    assert "chưa giải trình" not in hanh.words
    assert "không khớp" not in hanh.words
    hoa.go(place).follow("Phê duyệt kết quả").fill(approval).press("Phê duyệt").sees("Đã phê duyệt kết quả.")
    hoa.follow("Công bố kết quả").press("Công bố").sees("Đã công bố. Người dân xem được ngay.")
    citizen = (
        people(house).go(PUBLISHED).follow("Kết quả hệ thống hóa văn bản quy phạm pháp luật kỳ 01/01/2026 – 31/10/2026")
    )
    narrow(citizen).sees("Quyết định số 520/QĐ-UBND", "Còn hiệu lực", "Hết hiệu lực, ngưng hiệu lực toàn bộ")
    print_of = citizen.page.get_by_role("link", name="Bản in (PDF)").get_attribute("href")
    assert citizen.fetch(print_of)[1].startswith(b"%PDF")
