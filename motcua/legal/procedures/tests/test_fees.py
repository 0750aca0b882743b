"""Fees: worked examples of the statute, and what must hold for any number of pages and copies."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.legal.procedures.queries import get
from motcua.legal.procedures.rules import FeeUnknown, WrongCount, documents, fee_lines, total_vnd

ROOT = Path(__file__).resolve().parents[4]
FOLDERS = {"law_dir": ROOT / "law", "office_dir": ROOT / "office"}
NOV = date(2024, 11, 14)
COPIES = get("2.000815", NOV, **FOLDERS)
pages, copies = st.integers(1, 3000), st.integers(1, 500)


def cost(page_count, copy_count):
    return total_vnd(fee_lines(COPIES, answers={"pages": page_count, "copies": copy_count}))


def test_five_pages_three_copies_cost_21000():
    (line,) = fee_lines(COPIES, answers={"pages": 5, "copies": 3})

    assert (line.unit_vnd, line.quantity, line.amount_vnd, line.basis) == (7000, 3, 21000, "226/2016/TT-BTC, 4")
    assert line.label == "Phí chứng thực bản sao (5 trang)"


def test_three_hundred_pages_cost_the_most_a_copy_may_cost():
    (line,) = fee_lines(COPIES, answers={"pages": 300, "copies": 1})

    assert line.amount_vnd == 200000
    assert line.label == "Phí chứng thực bản sao (300 trang, mức tối đa một bản)"


@given(pages, copies)
def test_one_page_more_never_costs_less(page_count, copy_count):
    assert cost(page_count + 1, copy_count) >= cost(page_count, copy_count)


@given(pages, copies)
def test_one_copy_more_costs_exactly_one_copy_more(page_count, copy_count):
    assert cost(page_count, copy_count + 1) - cost(page_count, copy_count) == cost(page_count, 1)


@given(pages, copies)
def test_a_copy_costs_at_least_one_page_and_at_most_the_cap(page_count, copy_count):
    assert 2000 * copy_count <= cost(page_count, copy_count) <= 200000 * copy_count


@given(st.lists(st.tuples(pages, copies), min_size=1, max_size=5))
def test_several_documents_cost_the_sum_of_each(listed):
    answers = {"documents": [{"pages": p, "copies": c} for p, c in listed]}

    assert total_vnd(fee_lines(COPIES, answers=answers)) == sum(cost(p, c) for p, c in listed)


@given(st.integers(0, 2000), st.sampled_from(["direct", "online", "post"]))
def test_an_exemption_never_raises_the_price(days, channel):
    version = get("1.001193", NOV, **FOLDERS)
    answers = {"child.birth_date": date.fromordinal(NOV.toordinal() - days).isoformat(), "copies.count": 2}

    full = fee_lines(version, answers=answers, channel=channel)
    exempt = fee_lines(version, answers=answers, channel=channel, exemptions=["poor"])

    assert total_vnd(exempt) <= total_vnd(full)
    assert [line.label for line in exempt] == [line.label for line in full]


def test_an_exempt_line_stays_with_amount_0_and_its_reason():
    version = get("1.001193", NOV, **FOLDERS)

    (line,) = fee_lines(version, answers={"child.birth_date": "2024-01-01"}, exemptions=["disabled"])

    assert (line.unit_vnd, line.amount_vnd, line.exemption) == (5000, 0, "Người khuyết tật")
    assert line.basis == "60/2014/QH13, 11.1.a"


def test_copies_are_not_exempt_for_the_poor():
    version = get("2.000635", NOV, **FOLDERS)

    assert total_vnd(fee_lines(version, answers={"extract.copies": 2}, exemptions=["poor"])) == 16000


@pytest.mark.parametrize("written", ["hai", "-1", "1,5", "1000000"])
def test_a_count_that_is_no_number_is_refused(written):
    with pytest.raises(WrongCount):
        fee_lines(COPIES, answers={"pages": written, "copies": 1})


def test_a_fee_the_council_did_not_set_is_never_zero(tmp_path):
    version = get("1.004873", NOV, law_dir=ROOT / "law", office_dir=tmp_path)

    with pytest.raises(FeeUnknown, match=r"office/fees\.yaml"):
        fee_lines(version, answers={})


@pytest.mark.parametrize(
    "answers",
    [
        {"documents": [{"document.kind": "Bằng", "document.pages": 2, "document.copies": 3}]},
        {"document1.kind": "Bằng", "document1.pages": 2, "document1.copies": 3, "document2.kind": ""},
        {"documents[0].kind": "Bằng", "documents[0].pages": 2, "documents[0].copies": 3},
        {"document.kind": "Bằng", "document.pages": 2, "document.copies": 3},
        {"kind": "Bằng", "pages": 2, "copies": 3},
    ],
)
def test_documents_are_read_however_the_form_wrote_them(answers):
    (one,) = documents(answers)

    assert {name: one[name] for name in ("kind", "pages", "copies")} == {"kind": "Bằng", "pages": 2, "copies": 3}
