"""What the machine finds in a real text: bases against the register, references to itself, the format."""

from datetime import date

import pytest

from motcua.bureau.drafting import acts, queries
from motcua.bureau.drafting.tests import world
from motcua.bureau.drafting.tests.world import AT, ON
from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts as lawbase
from motcua.legal.lawbase.acts.facts import Facts
from motcua.legal.lawbase.choices import EventKind
from motcua.legal.lawbase.models import LegalDocument

LAW = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;"
DECREE = "Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển và quản lý chợ;"


def register(kind, number, title, issued_on, effective_on, issuer="Chính phủ", **more):
    facts = Facts(
        issuer=issuer, type=kind, title=title, number=number, issued_on=issued_on, effective_on=effective_on, **more
    )
    return lawbase.register(facts, keeper_id=office.directory().unit("P20341").id, by=SYSTEM, at=AT)


@pytest.fixture
def registered(ward):
    register("Luật", "72/2025/QH15", "Tổ chức chính quyền địa phương", date(2025, 6, 16), date(2025, 6, 16), "Quốc hội")
    register("Nghị định", "60/2024/NĐ-CP", "Phát triển và quản lý chợ", date(2024, 6, 5), date(2024, 8, 1))


def found(by, *lines, content="B"):
    made = world.draft(by)
    acts.add_version(made, world.word(*lines), name="du-thao.docx", by=by, at=AT)
    return [(one.is_wrong, one.words) for one in queries.machine_findings(made, on=ON).under(content)]


def test_good_bases_are_passed_over_in_silence(drafts, registered):
    assert found(drafts, LAW, DECREE, *world.TEXT[2:]) == []


def test_a_text_without_bases_is_wrong(drafts, registered):
    assert found(drafts, *world.TEXT) == [(True, "Không tìm thấy căn cứ pháp lý nào trong dự thảo.")]


def test_an_unknown_basis_and_one_out_of_force_are_named(drafts, registered):
    register(
        "Nghị định", "02/2003/NĐ-CP", "Phát triển và quản lý chợ", date(2003, 1, 14), date(2003, 1, 29),
        expires_on=date(2024, 7, 31),
    )  # fmt: skip
    old = "Căn cứ Nghị định số 02/2003/NĐ-CP ngày 14 tháng 01 năm 2003 của Chính phủ về phát triển và quản lý chợ;"
    odd = "Căn cứ Nghị định số 999/2024/NĐ-CP ngày 05 tháng 7 năm 2024 của Chính phủ về chợ nổi;"

    words = found(drafts, LAW, old, odd, *world.TEXT[2:])
    assert [wrong for wrong, _ in words] == [True, False]
    assert words[0][1].startswith("Nghị định số 02/2003/NĐ-CP ngày 14 tháng 01 năm 2003 của Chính phủ: Đã hết hiệu lực")
    assert "Nghị định số 999/2024/NĐ-CP" in words[1][1]


def test_a_basis_without_day_or_name_and_out_of_order_is_told(drafts, registered):
    bare = "Căn cứ Nghị định số 60/2024/NĐ-CP;"

    words = [text.split(": ", 1)[1] for _, text in found(drafts, bare, LAW, *world.TEXT[2:])]
    assert "Căn cứ chưa ghi tên gọi của văn bản." in words
    assert any(text.endswith("nhưng có hiệu lực pháp lý cao hơn.") for text in words)


def test_a_delegating_text_must_stand_among_the_bases(drafts, registered):
    body = "Điều 1. Quyết định này quy định chi tiết khoản 2 Điều 9 Nghị định số 60/2024/NĐ-CP."

    assert any("không có trong phần căn cứ" in words for _, words in found(drafts, LAW, body))
    assert not any("không có trong phần căn cứ" in words for _, words in found(drafts, LAW, DECREE, body))


def test_an_article_that_is_not_there_is_found(drafts, registered):
    body = (
        "Điều 1. Chợ mở cửa theo quy định tại Điều 2 Quyết định này.",
        "Điều 2. Giờ mở cửa theo Điều 7 Quyết định này.",
    )

    assert found(drafts, LAW, *body, content="D") == [
        (True, "Dẫn “Điều 7 Quyết định này” nhưng dự thảo không có Điều 7.")
    ]


def test_the_format_is_held_against_the_rules_of_the_day(drafts, registered):
    words = found(drafts, LAW, *world.TEXT[2:], content="G")

    assert (True, "Chưa lấy ý kiến đợt nào.") in words
    assert len(words) > 3


def test_a_scan_says_that_its_words_were_not_read(drafts, registered):
    made = world.draft(drafts)
    empty = world.word("")
    acts.add_version(made, empty, name="trang.docx", by=drafts, at=AT)

    machine = queries.machine_findings(made, on=ON)
    assert {one.content for one in machine.not_run} >= {"A", "B", "D", "G"}
    assert machine.under("B") == ()


MARKET = "Nghị định số 60/2024/NĐ-CP"
DEAD = "Nghị định số 02/2003/NĐ-CP"


@pytest.fixture
def ended(registered):
    """An ended decree, and one of which a clause is repealed, an article paused and another worded anew."""
    register(
        "Nghị định", "02/2003/NĐ-CP", "Phát triển và quản lý chợ", date(2003, 1, 14), date(2003, 1, 29),
        expires_on=date(2024, 7, 31),
    )  # fmt: skip
    market = LegalDocument.objects.get(number_key="60/2024/nd-cp")
    for kind, scope in (
        (EventKind.REPEALED, "dieu-3/khoan-1"), (EventKind.SUSPENDED, "dieu-4"), (EventKind.REPLACED, "dieu-5"),
    ):  # fmt: skip
        what = lawbase.Happening(
            kind=kind, on=date(2026, 1, 1), scope=(scope,), acting_words="Nghị định số 1/2026/NĐ-CP"
        )
        lawbase.record_event(market, what, by=SYSTEM, at=AT, confirmed=True)


def test_what_the_text_sends_its_reader_to_and_is_no_longer_in_force_is_told_once_for_a_look(drafts, ended):
    lines = (
        f"1. Hạng chợ theo {DEAD}; chợ nổi theo Điều 7 {DEAD}.",
        f"2. Theo khoản 1 Điều 3, Điều 4, Điều 5 và khoản 2 Điều 3 {MARKET}.",
        f"3. Bãi bỏ Quyết định này khi {MARKET} hết hiệu lực.",
        f"4. Sửa đổi khoản 1 như sau: “1. Theo khoản 3 Điều 4 {MARKET}.”.",
    )
    told = [one for one in found(drafts, LAW, DECREE, *world.TEXT[2:], *lines, content="D") if "Dẫn" in one[1]]

    assert told == [
        (False, f"Dẫn {DEAD}, đã hết hiệu lực từ ngày 01/08/2024."),
        (False, f"Dẫn khoản 1 Điều 3 {MARKET}, quy định này đã hết hiệu lực."),
        (False, f"Dẫn Điều 4 {MARKET}, quy định này đang ngưng hiệu lực."),
    ]


def test_a_basis_of_which_the_provision_named_is_repealed_is_wrong(drafts, ended):
    basis = DECREE.replace("Căn cứ ", "Căn cứ khoản 1 Điều 3 ")

    assert found(drafts, LAW, basis, *world.TEXT[2:]) == [
        (True, f"Dẫn khoản 1 Điều 3 {MARKET}, quy định này đã hết hiệu lực.")
    ]
