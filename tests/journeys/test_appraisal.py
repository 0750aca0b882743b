"""An appraiser with a draft that has nine planted faults finds the nine and no others; it is judged, signed, sealed."""

import shutil
import subprocess

import pytest

from motcua.bureau.drafting.tests import planted
from tests.journeys.walker import NARROW, WIDE

HOME = "/mot-cua/du-thao/"
SCAN = f"{HOME}kiem-tra-tep/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REGISTER = (
    "from motcua.base.worktime import clock; from motcua.bureau.drafting.tests import planted; "
    "planted.register(clock.now())"
)
TOLD = {
    "not_in_force": "Đã hết hiệu lực từ sau ngày 31/07/2024.",
    "unknown": "Không tìm thấy văn bản này trong cơ sở dữ liệu",
    "out_of_order": "nhưng ban hành trước.",
    "no_date": "Căn cứ chưa ghi ngày, tháng, năm ban hành.",
    "competence": "Chủ tịch Ủy ban nhân dân cấp xã không ban hành văn bản quy phạm pháp luật.",
    "own_reference": "nhưng dự thảo không có khoản 3 Điều 2.",
    "Q-10": "có dòng “QUYẾT ĐỊNH:”",
    "effect_day": "Có hiệu lực sớm nhất từ ngày 30/12/2026",
    "repeal_clause": "Bãi bỏ, thay thế chung chung",
}
"""What the page says of each."""
JUDGED = {"B": "mend", "C": "unfit", "D": "mend", "G": "mend"}


@pytest.fixture(scope="module")
def shelved(house):
    """The bases stand in the ward's register."""
    house.run("shell", "-c", REGISTER)
    return house


def drop(walker, name, content):
    file = {"name": name, "mimeType": WORD, "buffer": content}
    walker.page.locator('input[type="file"]').first.set_input_files(file)
    return walker


def findings(walker):
    """The lines of the list as they read, and that the page is not wider than a telephone."""
    walker.page.set_viewport_size(NARROW)
    walker.look()
    assert walker.overflow() <= 0
    walker.page.set_viewport_size(WIDE)
    return [" ".join(line.split()) for line in walker.page.locator("ol.findings > li").all_inner_texts()]


def shows_the_nine(walker):
    lines = findings(walker)
    assert len(lines) == 9, lines
    for name, words in TOLD.items():
        here = [line for line in lines if words in line]
        assert len(here) == 1, (name, lines)
        assert "Cách sửa:" in here[0], here
        assert "đoạn" in here[0].lower(), here


def test_a_file_dropped_in_shows_the_nine_and_the_right_one_none(shelved, people):
    hanh = people(shelved, "hanh")
    hanh.go(SCAN).fill({"on": "20/12/2026", "kind": "committee_decision", "level": "ward"})
    drop(hanh, "du-thao.docx", planted.planted()).press("Kiểm tra").sees("9 điều phát hiện")
    shows_the_nine(hanh)
    marked = hanh.download(hanh.page.get_by_role("link", name="Tải bản có nhận xét"))
    assert marked[:2] == b"PK"
    assert marked != planted.planted()

    hanh.go(SCAN).fill({"on": "20/12/2026", "kind": "committee_decision", "level": "ward"})
    drop(hanh, "du-thao.docx", planted.right().docx()).press("Kiểm tra").sees("Máy không phát hiện gì")
    assert findings(hanh) == []


def test_the_draft_is_appraised_judged_signed_and_sealed(shelved, people, tmp_path):
    duc, hanh, hoa, thu = (people(shelved, who) for who in ("duc", "hanh", "hoa", "thu"))

    duc.go(f"{HOME}van-ban/?trang-thai=consulted")
    duc.page.locator("a[href*='/du-thao/van-ban/'][href$='/']").filter(has_text="Quy").first.click()
    draft = duc.look().path
    duc.follow("Sửa thông tin dự thảo").fill({"title": planted.TITLE, "planned_on": "20/12/2026"}).press("Lưu")
    duc.follow("Thêm phiên bản")
    drop(duc, "du-thao.docx", planted.planted()).press("Thêm phiên bản").sees("Đã thêm phiên bản.")
    duc.follow("Gửi đề nghị thẩm định").fill({"letter": "31/VP"})
    for box in duc.page.locator("input[type=checkbox][name^=paper_]").all():
        box.check()
    duc.press("Gửi thẩm định")

    hanh.go(draft).follow("Máy phát hiện trong dự thảo")
    shows_the_nine(hanh)
    hanh.go(draft).follow("Kiểm tra hồ sơ thẩm định").follow("Nhận hồ sơ").press("Nhận hồ sơ")
    appraisal = hanh.path
    for content in "ABCDEFG":
        judgement = JUDGED.get(content, "fit")
        words = "Chỉnh lý theo phát hiện đã nêu." if content in JUDGED else ""
        hanh.go(f"{appraisal}noi-dung/{content.lower()}/").fill({"judgement": judgement, "text": words})
        hanh.press("Lưu ý kiến").sees("Đã lưu ý kiến thẩm định.")
    hanh.sees("đã ghi 7/7")

    hoa.go(f"{appraisal}ky/").fill({"number": "12/BC-UBND", "conclusion": "not_ready"})
    hoa.fill({"conclusion_words": "Sửa đủ chín điểm đã nêu."}).press("Ký báo cáo").sees("Đã ký báo cáo thẩm định.")
    thu.go(appraisal).follow("Đóng dấu").press("Đóng dấu").sees("Đã đóng dấu báo cáo thẩm định.")

    _, pdf, _ = hanh.fetch(f"{appraisal}bao-cao/")
    if program := shutil.which("pdfsig"):
        (tmp_path / "bao-cao.pdf").write_bytes(pdf)
        told = subprocess.run([program, tmp_path / "bao-cao.pdf"], capture_output=True, text=True, check=False).stdout
        assert told.count("Signature is Valid") == 2, told
