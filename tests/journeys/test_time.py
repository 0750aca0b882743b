"""The clock: a supplement restarts it, a refusal and an apology are on paper, lateness is public without names."""

import re

from tests.journeys.citizens import CERTIFICATE, LAN, apply_online
from tests.journeys.walker import NARROW

MOMENT = r"\d\d:\d\d \d\d/\d\d/\d{4}"


def accepted(house, people):
    """Lan's application for a certificate, accepted by Minh and taken up by Hạnh: key of Lan's, public code."""
    key = apply_online(people(house, LAN), "1.004873", CERTIFICATE)
    code = people(house, "minh").act(key, "Tiếp nhận").page.title().split()[0]
    people(house, "hanh").act(code, "Nhận việc")
    return key, code


def slips_of(walker, code):
    """Names of the slips on the dossier's page; each opens as a PDF."""
    walker.go(f"/mot-cua/ho-so/{code}/")
    links = walker.page.locator("a[href*='/phieu/']").all()
    for link in links:
        status, content, _ = walker.fetch(link.get_attribute("href"))
        assert (status, content[:5]) == (200, b"%PDF-")
    return [link.inner_text() for link in links]


def test_a_supplement_stops_the_clock_and_lans_answer_restarts_it(house, people, tmp_path):
    key, code = accepted(house, people)
    hanh, lan = people(house, "hanh"), people(house, LAN)
    before = hanh.go(f"/mot-cua/ho-so/{code}/").due

    hanh.act(
        code,
        "Yêu cầu bổ sung",
        items="Giấy báo tử của vợ hoặc chồng\nBản sao quyết định ly hôn",
        reason="Khoản 2 Điều 22.",
    )
    hanh.sees("Chờ bổ sung", "đang chờ người dân")
    lan.go(f"/ho-so-cua-toi/{key}/").sees(
        "Giấy báo tử của vợ hoặc chồng", "Bản sao quyết định ly hôn", "Khoản 2 Điều 22."
    )
    lan.fill({"words.1": "Tôi chưa kết hôn lần nào.", "words.2": "Tôi chưa ly hôn."}).press("Gửi bổ sung").sees(
        "Đã gửi bổ sung"
    )
    hanh.go(f"/mot-cua/ho-so/{code}/?phan=history").sees("Tính lại từ đầu khi nhận đủ bổ sung")

    moments = re.findall(MOMENT, hanh.page.locator("table").inner_text())
    assert "Đang thẩm tra" in hanh.words
    assert [moments[1], moments[3]] == [before, hanh.due]
    assert "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" in slips_of(hanh, code)


def test_a_refusal_comes_with_its_slip_and_its_reason(house, people):
    key, code = accepted(house, people)
    reason = "Khoản 1 Điều 21: đang có hôn nhân hợp pháp."

    people(house, "hanh").act(code, "Trình phê duyệt", proposal="refuse", reason=reason)
    hoa = people(house, "hoa").act(code, "Từ chối giải quyết", reason=reason)

    assert "Phiếu từ chối tiếp nhận giải quyết hồ sơ" in slips_of(hoa, code)
    lan = people(house, LAN).go(f"/ho-so-cua-toi/{key}/").sees("Hồ sơ bị từ chối", reason)
    assert lan.page.locator("a[href*='/phieu/']").count() >= 1
    people(house, "minh").act(code, "Trả kết quả")


def test_a_late_dossier_is_apologised_for_and_shown_without_a_name(house, people):
    hoa, stranger = people(house, "hoa"), people(house)
    hoa.go("/mot-cua/viec/all/")
    for link in hoa.page.locator(".work-group").first.locator(".work-open").all():
        hoa.go(link.get_attribute("href"))
        if hoa.page.get_by_role("link", name="Xin lỗi và hẹn lại", exact=True).count():
            break
    name, code = hoa.page.locator(".lead").first.inner_text().split(" · ")[0], hoa.page.title().split()[0]
    before = hoa.due

    hoa.act(code, "Xin lỗi và hẹn lại", reason="Chờ kết quả xác minh của phường Bàn Thạch.")
    stranger.go("/tre-hen/").sees(code, "Chờ kết quả xác minh của phường Bàn Thạch.", before, hoa.due)

    assert hoa.due != before
    assert name not in stranger.words
    assert hoa.page.get_by_role("link", name="Xin lỗi và hẹn lại", exact=True).count() == 0
    assert "Phiếu xin lỗi và hẹn lại ngày trả kết quả" in slips_of(hoa, code)
    stranger.page.set_viewport_size(NARROW)
    assert stranger.overflow() <= 0
