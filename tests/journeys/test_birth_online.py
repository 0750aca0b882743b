"""The main way: Lan registers her child online, the office settles it, anybody tells a true paper from a false."""

import shutil
import subprocess

import pytest

from motcua.instruments.vault.tests import samples
from tests.journeys.citizens import BIRTH, LAN, apply_online
from tests.journeys.walker import NARROW

TRUE = "do cơ quan cấp và còn nguyên vẹn"


SEND = "Gửi bản dự thảo cho người yêu cầu xác nhận"
AMEND = "Sửa nội dung tờ khai"
MENDED = {"child.home_town": "Phường Bàn Thạch, thành phố Đà Nẵng", "reason": "asked"}
WRONG = "Quê quán của con đúng là Phường Bàn Thạch, thành phố Đà Nẵng."


def confirm(lan, hanh, key, code):
    """No proposal before the draft is confirmed; a slip Lan finds in her form is mended; she confirms the second."""
    hanh.go(f"/mot-cua/ho-so/{code}/viec/propose/").press("Trình phê duyệt").sees("Hồ sơ nộp trực tuyến: chọn")
    hanh.act(code, SEND).sees("Chờ người yêu cầu xác nhận bản dự thảo", "hết ngày 26/11/2026")
    lan.go("/ho-so-cua-toi/").sees("Chờ xác nhận bản dự thảo")
    lan.go(f"/ho-so-cua-toi/{key}/").sees("Việc bạn cần làm: kiểm tra bản dự thảo", "hết ngày 26/11/2026")
    lan.page.set_viewport_size(NARROW)
    assert lan.overflow() <= 0
    status, content, _ = lan.fetch(lan.page.locator("a[href*='/du-thao/']").first.get_attribute("href"))
    assert (status, content[:4]) == (200, b"%PDF")
    lan.fill({"words": WRONG}).press("Có chỗ chưa đúng").sees("Đã gửi chỗ chưa đúng cho công chức")
    hanh.go(f"/mot-cua/ho-so/{code}/").sees("Người yêu cầu báo bản dự thảo có chỗ chưa đúng", WRONG)
    hanh.act(code, AMEND, **MENDED).sees("Đã sửa: Quê quán")
    lan.go(f"/ho-so-cua-toi/{key}/").sees("Nội dung tờ khai được sửa", "Lý do: Người yêu cầu đề nghị sửa")
    hanh.act(code, SEND)
    lan.go(f"/ho-so-cua-toi/{key}/").press("Đúng, tôi xác nhận").sees("Bạn xác nhận bản dự thảo là đúng")
    hanh.go(f"/mot-cua/ho-so/{code}/").sees("Người yêu cầu đã xác nhận bản dự thảo là đúng")


@pytest.fixture
def certificate(house, people, tmp_path):
    """Lan's way from the form to the signed certificate in her hand."""
    picture = tmp_path / "giay-chung-sinh.png"
    picture.write_bytes(samples.picture("PNG", (600, 400)))
    lan, minh, hanh = people(house, LAN), people(house, "minh"), people(house, "hanh")

    key = apply_online(lan, "1.001193", BIRTH, picture=picture)
    lan.sees("Bạn nộp hồ sơ", "Mã hồ sơ và ngày hẹn có khi hồ sơ được tiếp nhận")
    minh.go("/mot-cua/viec/submitted/").sees("Nguyễn Thị Lan")
    minh.act(key, "Tiếp nhận")
    code = minh.page.title().split()[0]
    lan.go(f"/ho-so-cua-toi/{key}/").sees(code, "Hồ sơ được tiếp nhận")
    hanh.act(code, "Nhận việc")
    confirm(lan, hanh, key, code)
    hanh.act(code, "Trình phê duyệt")
    people(house, "hoa").act(code, "Ký kết quả")
    people(house, "thu").act(code, "Chuyển kết quả về một cửa")

    lan.go(f"/ho-so-cua-toi/{key}/")
    link = lan.page.locator("a[href*='/ket-qua/']").first.get_attribute("href")
    status, content, _ = lan.fetch(link)
    assert status == 200
    file = tmp_path / "giay-khai-sinh.pdf"
    file.write_bytes(content)
    return code, file


def check(stranger, file):
    stranger.go("/kiem-tra/").page.set_input_files("input[type=file]", file)
    stranger.page.locator("form[method=post][enctype] button").first.click()
    return stranger.look()


def test_lan_gets_the_certificate_and_a_changed_byte_is_told(house, people, certificate, tmp_path):
    code, file = certificate
    stranger = people(house)

    check(stranger, file).sees(TRUE, "Giấy khai sinh", "chứng thư thử nghiệm, không có giá trị pháp lý")
    content = bytearray(file.read_bytes())
    content[len(content) // 3] ^= 1
    forged = tmp_path / "sua.pdf"
    forged.write_bytes(content)
    check(stranger, forged).sees("Không dùng tệp này")
    assert TRUE not in stranger.words
    if shutil.which("pdfsig"):
        said = subprocess.run(["pdfsig", file], capture_output=True, text=True, check=False).stdout
        assert "Signature is Valid" in said
        assert "Total document signed" in said

    minh = people(house, "minh").go(f"/mot-cua/ho-so/{code}/?phan=result")
    verify = minh.words.partition("mã kiểm tra ")[2].split()[0]
    stranger.go(f"/kiem-tra/{verify}/").sees("Cơ quan có cấp kết quả mang mã này", "Giấy khai sinh")
    stranger.go(f"/tra-cuu/?ma={code}").sees("Đã trả kết quả")
    assert "Nguyễn Thị Lan" not in stranger.words


def test_lan_is_told_what_is_wrong_and_loses_nothing(house, people):
    lan = people(house, LAN).go("/nop/1.001193/")
    lan.answer({**BIRTH, "requester.birth_date.day": "31", "requester.birth_date.month": "2"})

    lan.press("Lưu và tiếp tục").sees("31/02/1990 không có thật")

    assert lan.page.locator('[name="requester.full_name"]').input_value() == "Nguyễn Thị Lan"
    assert lan.page.locator('[name="requester.birth_date.day"]').input_value() == "31"
    assert lan.page.evaluate("document.activeElement.closest('[role=alert]') !== null")
