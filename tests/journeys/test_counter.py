"""At the counter: certified copies under pressure, slips printed, the keyboard alone, papers that are not enough."""

import io

import pikepdf

from tests.journeys.walker import Walker, log_in

MOST_KEYS = 12


def test_certified_copies_take_no_more_than_twelve_keys_besides_the_name(house, people):
    minh = people(house, "minh").go("/mot-cua/")

    minh.key("n").page.wait_for_url("**/tiep-nhan/")
    minh.key("1").page.wait_for_url("**/2.000815/")
    minh.page.keyboard.type("Trần Thị Bích Vân")
    paid = minh.page.locator('[name="is_paid"]')
    assert not paid.is_checked()
    minh.key("Tab").type("CCCD").key("Tab").key("Tab").type("3").key("F2")
    assert paid.is_checked()
    minh.key("Enter")
    minh.page.wait_for_url("**/da-tiep-nhan/")
    minh.look().sees("Trần Thị Bích Vân", "6.000 đ, đã thu")

    assert minh.typed <= MOST_KEYS, minh.typed
    minh.page.evaluate("document.activeElement.blur()")
    minh.page.keyboard.press("p")
    minh.page.wait_for_url("**/giay-hen.pdf")
    status, receipt, _ = minh.fetch(minh.page.url)
    with pikepdf.open(io.BytesIO(receipt)) as pdf:
        assert (status, len(pdf.pages)) == (200, 1)


def test_the_work_list_is_worked_by_the_keyboard_alone(house, people):
    hoa = people(house, "hoa").go("/mot-cua/")
    rows = hoa.page.locator(".work-open")
    where = "document.activeElement.getAttribute('href')"
    first, second = rows.nth(0).get_attribute("href"), rows.nth(1).get_attribute("href")

    hoa.key("ArrowDown")
    assert hoa.page.evaluate(where) == first
    hoa.key("ArrowDown")
    assert hoa.page.evaluate(where) == second
    hoa.key("ArrowDown").key("ArrowUp").key("ArrowUp").key("ArrowDown")
    assert hoa.page.evaluate(where) == second
    hoa.key("Enter").page.wait_for_url(f"**{second}")
    hoa.look()
    hoa.page.go_back()
    hoa.key("ArrowDown").key("k").page.wait_for_url("**/viec/sign/")
    hoa.look().sees("Ký kết quả")
    hoa.page.go_back()
    hoa.key("/").page.keyboard.type("nguyen")
    hoa.key("Enter").page.wait_for_url("**/tim/?q=nguyen")
    hoa.look()
    hoa.key("?")
    assert hoa.page.locator("dialog#keys").is_visible()
    hoa.key("Escape")
    assert not hoa.page.locator("dialog#keys").is_visible()


def test_what_is_missing_is_told_at_once_and_what_was_typed_stays(house, people):
    minh = people(house, "minh").go("/mot-cua/tiep-nhan/1.000656/")
    minh.fill({"requester.full_name": "Võ Văn Tám", "deceased.full_name": "Võ Văn Sáu"})

    minh.press("Tiếp nhận")

    assert minh.page.locator('[name="requester.full_name"]').input_value() == "Võ Văn Tám"
    assert minh.page.locator('[name="deceased.full_name"]').input_value() == "Võ Văn Sáu"
    assert minh.page.evaluate("document.activeElement.closest('[role=alert]') !== null")


def test_a_law_that_forbids_is_named_with_its_article(house, people):
    minh = people(house, "minh").go("/mot-cua/tiep-nhan/2.000815/")
    minh.fill({"requester.full_name": "Võ Văn Tám", "document.kind": "Bằng lái", "look.original.flaw": "erased"})

    minh.press("Tiếp nhận").sees("Chưa tiếp nhận được", "tẩy xóa", "22.1")


def test_a_form_outlives_the_session_of_who_fills_it_in(house, people):
    minh = people(house, "minh")
    minh.page.clock.install()
    minh.go("/mot-cua/tiep-nhan/1.000656/").fill({"requester.full_name": "Võ Văn Tám"})

    minh.page.clock.fast_forward("31:00")
    minh.page.context.clear_cookies()
    minh.page.locator("button.btn-primary[name=receive]").click()
    minh.page.wait_for_selector("dialog#asleep[open]")
    minh.look().sees("Phiên làm việc đã hết", "vẫn còn trên trang này")
    again = log_in(Walker(minh.page.context.new_page(), house), "minh")
    again.page.close()
    minh.press("Quay lại biểu mẫu")
    with minh.page.expect_navigation():  # the form first asks whether the session is awake, and goes then
        minh.page.locator("button.btn-primary[name=receive]").click()
    minh.look().sees("chỗ cần sửa")

    assert minh.page.locator('[name="requester.full_name"]').input_value() == "Võ Văn Tám"
