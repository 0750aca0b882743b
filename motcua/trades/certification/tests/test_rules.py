"""The circular's own examples of numbering, and what may not be certified."""

from datetime import date

import pytest

from motcua.legal.procedures.rules import Problem
from motcua.trades.certification import rules
from motcua.trades.certification.choices import BookKind, Relation


@pytest.mark.parametrize(
    ("papers", "count"),
    [
        (("CMND mang tên ông Nguyễn Văn A", "CMND mang tên bà Nguyễn Thị B", "Sổ hộ khẩu"), 3),
        (("Tờ khai lý lịch cá nhân", "Giấy ủy quyền nhận lương hưu"), 2),
        (("Bản dịch hộ chiếu", "Bản dịch thư mời hội nghị", "Bản dịch hợp đồng"), 3),
        (("Hợp đồng chuyển nhượng quyền sử dụng đất", "Hợp đồng cho thuê cửa hàng"), 2),
    ],
)
def test_the_examples_of_the_circular_take_a_number_for_each_paper(papers, count):
    assert len(rules.numbered([{"kind": name} for name in papers])) == count


def test_several_copies_from_one_original_at_one_time_take_one_number():
    (only,) = rules.numbered([{"kind": "Bằng tốt nghiệp", "pages": 2, "copies": "30"}])

    assert (only.pages, only.copies) == (2, 30)


def test_two_cards_of_the_same_kind_are_two_originals():
    assert len(rules.numbered([{"kind": "Căn cước công dân"}, {"kind": "Căn cước công dân"}])) == 2


def test_a_paper_without_a_name_is_refused():
    with pytest.raises(ValueError, match="tên từng giấy tờ"):
        rules.numbered([{"pages": 2}])


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([7], "07 – quyển số 01/2026-SCT/BS"),
        ([1234, 1235], "1234, 1235 – quyển số 01/2026-SCT/BS"),
        ([1, 2, 3, 4, 5], "01–05 – quyển số 01/2026-SCT/BS"),
    ],
)
def test_numbers_are_written_with_their_book(numbers, words):
    assert rules.number_words(numbers, rules.book_label(1, 2026, BookKind.COPY)) == words


def test_each_kind_has_its_sign():
    assert [rules.book_label(2, 2024, kind).partition("-")[2] for kind in BookKind] == [
        "SCT/BS",
        "SCT/CK,ĐC",
        "SCT/CKND",
        "SCT/HĐ,GD",
    ]


@pytest.mark.parametrize("relation", [relation for relation in Relation if relation is not Relation.NONE])
def test_nobody_certifies_a_signature_for_self_or_near_kin(relation):
    with pytest.raises(rules.RefusedByLaw, match=r"23/2015/NĐ-CP, 9\.3"):
        rules.may_certify_signature(signer="Lê Thị Hoa", requester="Nguyễn Thị Lan", relation=relation)


def test_a_requester_of_the_officers_own_name_goes_to_another_officer():
    rules.may_certify_signature(signer="Lê Thị Hoa", requester="Nguyễn Thị Lan")

    with pytest.raises(rules.RefusedByLaw, match="người có thẩm quyền khác"):
        rules.may_certify_signature(signer="Lê Thị Hoa", requester="LÊ THỊ  HOA")


def test_only_blocking_problems_of_certification_stop_it():
    advice = Problem("CT_NO_COPY", "x", "y", blocks=False)
    elsewhere = Problem("PLACE", "x", "y")
    rules.stop_at([advice, elsewhere])

    with pytest.raises(rules.RefusedByLaw, match=r"Đóng dấu mật \[23/2015/NĐ-CP, 22\.3\]"):
        rules.stop_at([advice, Problem("CT_NO_COPY", "Đóng dấu mật", "23/2015/NĐ-CP, 22.3")])


def test_a_book_is_closed_when_its_year_is_over():
    with pytest.raises(rules.TooEarly):
        rules.may_close(2024, date(2024, 12, 30))

    rules.may_close(2024, date(2024, 12, 31))
    assert rules.month_days(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))
