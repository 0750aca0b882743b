"""A name mistyped at the counter is mended: typed anew, explained, a new receipt, and nothing filed again."""

import io

import pikepdf

from tests.journeys.walker import NARROW

TYPED = {"requester.full_name": "Trần Thị Bích Vâng", "document.kind": "Thẻ căn cước"}


def test_a_mistyped_name_is_mended_and_the_receipt_printed_again(house, people):
    minh = people(house, "minh").go("/mot-cua/tiep-nhan/2.000815/").fill(TYPED)
    minh.page.locator("input[name^='paper.'][value=seen]").first.check()
    minh.page.locator("input[name=is_paid]").check()
    minh.press("Tiếp nhận").sees("Đã tiếp nhận")
    minh.fetch(minh.path.replace("da-tiep-nhan/", "giay-hen.pdf"))
    minh.follow("Xem hồ sơ").follow("Sửa nội dung tờ khai")

    minh.fill({"requester.full_name": "Trần Thị Bích Vân"})
    minh.press("Sửa nội dung tờ khai").sees("Chọn lý do sửa.")
    assert minh.page.locator('[name="requester.full_name"]').input_value() == "Trần Thị Bích Vân"
    minh.fill({"reason": "mistyped", "document.copies": "2"}).press("Sửa nội dung tờ khai")
    minh.sees("Phí, lệ phí đổi từ 2.000 đ thành 4.000 đ: thu thêm 2.000 đ", "Còn phải thu thêm 2.000 đ")
    minh.page.set_viewport_size(NARROW)
    assert minh.overflow() <= 0
    minh.press("Sửa nội dung tờ khai")

    minh.sees("Sửa nội dung tờ khai: đã xong", "Giấy hẹn đã in mang nội dung cũ", "“Trần Thị Bích Vâng” →")
    assert minh.overflow() <= 0
    status, receipt, _ = minh.fetch(minh.page.get_by_role("link", name="In lại giấy hẹn").get_attribute("href"))
    with pikepdf.open(io.BytesIO(receipt)) as pdf:
        assert (status, len(pdf.pages)) == (200, 1)
