"""Who has no business here gets nothing: strangers, other citizens, other wards' officers. English for guests."""

from tests.journeys.citizens import CERTIFICATE, LAN, apply_online
from tests.journeys.walker import NARROW

OFFICES = (
    "/mot-cua/", "/mot-cua/viec/all/", "/mot-cua/tim/?q=lan", "/mot-cua/tiep-nhan/", "/mot-cua/tiep-nhan/2.000815/",
    "/mot-cua/nhieu/sign/", "/mot-cua/so/", "/mot-cua/so/chung-thuc/", "/mot-cua/co-quan/", "/mot-cua/co-quan/quyen/",
    "/mot-cua/co-quan/cong-chuc/",
)  # fmt: skip


def test_strangers_citizens_and_other_officers_get_nothing(house, people):
    key = apply_online(people(house, LAN), "1.004873", CERTIFICATE)
    minh = people(house, "minh").act(key, "Tiếp nhận")
    code = minh.page.title().split()[0]
    receipt = minh.page.get_by_role("link", name="In giấy hẹn").get_attribute("href")
    inside = [f"/mot-cua/ho-so/{code}/", f"/mot-cua/ho-so/{code}/viec/sign/", receipt]

    stranger, khanh, tuan = people(house), people(house, "khanh@vidu.invalid"), people(house, "tuan")

    assert {stranger.fetch(path)[2].split("?")[0] for path in (*OFFICES, *inside)} == {"/tai-khoan/dang-nhap/"}
    assert {khanh.fetch(path)[0] for path in (*OFFICES, *inside)} == {404}
    assert [tuan.fetch(path)[0] for path in inside] == [404] * 3
    own = f"/ho-so-cua-toi/{key}/"
    assert (people(house, LAN).fetch(own)[0], khanh.fetch(own)[0], tuan.fetch(own)[0]) == (200, 404, 404)
    assert stranger.fetch(own)[2].startswith("/tai-khoan/dang-nhap/")
    stranger.go(f"/tra-cuu/?ma={code}").sees("Được tiếp nhận")
    assert "Lan" not in stranger.words


def test_the_portal_speaks_english(house, people):
    guest = people(house).go("/")
    guest.press("EN English")
    assert guest.page.get_attribute("html", "lang") == "en"
    for path in ("/", "/thu-tuc/", "/thu-tuc/1.000894/", "/tra-cuu/", "/kiem-tra/", "/tre-hen/", "/cong-khai/"):
        guest.go(path)
        assert "Tra cứu hồ sơ" not in guest.page.locator("header").inner_text()
        guest.page.set_viewport_size(NARROW)
        assert guest.overflow() <= 0, path
    guest.go("/thu-tuc/1.000894/").sees("Marriage")
    guest.press("VI Tiếng Việt").sees("Đăng ký kết hôn")
