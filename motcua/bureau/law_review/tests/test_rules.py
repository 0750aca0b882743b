"""Chains of bases, lines of lists, days and the proof: plain examples and a property, no database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.bureau.law_review import loader, rules
from motcua.bureau.law_review.choices import Act, CaseState, DifferenceKind, ListName
from motcua.legal.lawbase.choices import EventKind

DAY = date(2025, 6, 1)


def graph(*pairs):
    """Level by level from (below, above) pairs."""
    return lambda level: [rules.Link(above, below, "căn cứ vào") for below, above in pairs if above in level]


def test_what_rests_on_a_basis_is_found_through_what_lies_between_with_its_chain():
    found = rules.resting_on("law", graph(("decree", "law"), ("ours", "decree")), through=lambda _: True)

    assert [(step.document, step.basis) for step in found["ours"]] == [("ours", "decree"), ("decree", "law")]
    assert list(found) == ["decree", "ours"]


def test_a_circle_of_bases_ends_and_names_each_document_once():
    pairs = [("b", "a"), ("c", "b"), ("b", "c"), ("a", "c"), ("d", "c"), ("d", "b")]
    found = rules.resting_on("a", graph(*pairs), through=lambda _: True)

    assert sorted(found) == ["b", "c", "d"]
    assert len(found["d"]) == 2


def test_a_chain_does_not_go_through_a_document_that_is_no_longer_applied():
    found = rules.resting_on("law", graph(("decree", "law"), ("ours", "decree")), through=lambda key: key != "decree")

    assert found == {}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=60))
def test_every_chain_leads_to_the_changed_document_without_coming_back(pairs):
    names = [(f"d{below}", f"d{above}") for below, above in pairs if below != above]
    found = rules.resting_on("d0", graph(*names), through=lambda _: True)

    for key, chain in found.items():
        assert chain[0].document == key
        assert chain[-1].basis == "d0"
        assert len({step.document for step in chain}) == len(chain)


def happened(kind, on, **values):
    return rules.Happened(kind=kind, on=on, **values)


def test_an_end_before_the_year_hides_the_document_and_an_end_outweighs_a_pause():
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    pause, end = happened(EventKind.SUSPENDED, DAY), happened(EventKind.REPEALED, date(2025, 9, 1))

    assert rules.whole_end([pause, end], first, last) is end
    assert rules.whole_end([pause], first, last) is pause
    assert rules.whole_end([pause, happened(EventKind.EXPIRES, date(2024, 5, 1))], first, last) is None
    assert rules.whole_end([happened(EventKind.REPEALED, DAY, is_part=True)], first, last) is None


def test_of_two_pauses_the_line_tells_the_one_that_still_holds():
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    over = happened(EventKind.SUSPENDED, date(2025, 2, 1), until=date(2025, 3, 1))
    stayed, resumed = happened(EventKind.STAYED, date(2025, 4, 1)), happened(EventKind.RESUMED, date(2025, 5, 1))
    again = happened(EventKind.SUSPENDED, date(2025, 9, 1))

    assert rules.whole_end([over, stayed, resumed, again], first, last) is again
    assert rules.whole_end([over, stayed, resumed], first, last) is over


def test_partial_endings_of_one_document_make_one_line():
    parts = rules.part_ends(
        [
            happened(EventKind.REPEALED, date(2025, 9, 1), is_part=True, provisions="Điều 3", acting="Quyết định số 6"),
            happened(EventKind.AMENDED, DAY, provisions="Điều 2", is_part=True, acting="Quyết định số 5"),
            happened(EventKind.SUPPLEMENTED, DAY, is_part=True, provisions="Điều 9"),
            happened(EventKind.REPEALED, date(2026, 1, 1), is_part=True, provisions="Điều 4"),
        ],
        date(2025, 1, 1),
        date(2025, 12, 31),
    )

    assert rules.joined(parts) == (
        "Điều 2; Điều 3",
        "Được sửa đổi bởi Quyết định số 5 từ 01/06/2025; Bị bãi bỏ bởi Quyết định số 6 từ 01/09/2025",
        DAY,
    )


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (happened(EventKind.EXPIRES, DAY, acting="ghi trong chính văn bản"), "Hết hiệu lực: ghi trong chính văn bản"),
        (
            happened(EventKind.SUSPENDED, DAY, until=date(2025, 7, 1), acting="Quyết định số 5"),
            "Bị tạm ngưng hiệu lực bởi Quyết định số 5 (đến hết ngày 01/07/2025)",
        ),
        (happened(EventKind.REPEALED, DAY), "Bị bãi bỏ"),
    ],
)
def test_the_reason_says_what_ended_the_document(event, words):
    assert rules.reason_of(event) == words


def test_the_days_come_from_the_decree_of_their_time():
    regimes, cut_offs = loader.regimes(), loader.cut_offs()

    assert rules.yearly_due(regimes, 2025) == date(2026, 1, 31)
    assert rules.round_due(regimes, date(2023, 12, 31)) == date(2024, 2, 29)
    assert rules.round_due(regimes, date(2028, 12, 31)) == date(2029, 3, 1)
    assert rules.next_cut_off(cut_offs, date(2026, 11, 25)).on == date(2028, 12, 31)
    assert rules.period_of(regimes, date(2028, 12, 31)) == (date(2024, 1, 1), date(2028, 12, 31))
    assert [rules.regime_on(regimes, on).key for on in (date(2025, 3, 31), date(2025, 4, 1))] == ["nd34", "nd79"]
    assert rules.regime_on(regimes, date(2010, 1, 1)).key == "nd34"


def sides(**given):
    keys = ("previous", "issued", "supplemented", "whole", "part", "in_force", "to_handle", "listed", "unclear")
    given.setdefault("listed", given.get("in_force", ""))
    return rules.Sides(**{key: frozenset(given.get(key, "")) for key in keys})


def test_the_proof_holds_when_every_document_is_accounted_for():
    found = sides(previous="abc", issued="d", whole="a", part="b", in_force="bcd", to_handle="c")
    total = rules.sum_of(found)

    assert (total.previous, total.issued, total.ended, total.expected, total.in_force) == (3, 1, 1, 3, 3)
    assert total.is_balanced
    assert all(check.holds for check in rules.checks(found, {}))


@pytest.mark.parametrize(
    ("given", "no", "broken"),
    [
        ({"previous": "ab", "whole": "a", "in_force": "b", "listed": "ab"}, 0, ("Văn bản a",)),
        ({"previous": "ab", "in_force": "ab", "listed": "b"}, 1, ("Văn bản a",)),
        ({"previous": "abc", "in_force": "b", "listed": "b", "unclear": "c"}, 1, ("Văn bản a",)),
        ({"previous": "ab", "whole": "a", "in_force": "ab", "listed": "b"}, 2, ("Văn bản a",)),
        ({"previous": "ab", "part": "a", "in_force": "b"}, 3, ("Văn bản a",)),
        ({"previous": "ab", "to_handle": "a", "in_force": "b"}, 4, ("Văn bản a",)),
        ({"previous": "b", "whole": "a", "in_force": "b"}, 5, ("Văn bản a",)),
        ({"previous": "ab", "in_force": "bc"}, 6, ("Văn bản a", "Văn bản c")),
    ],
)
def test_a_broken_proof_names_its_documents_even_when_the_numbers_are_equal(given, no, broken):
    found = rules.checks(sides(**given), {key: f"Văn bản {key}" for key in "abc"})

    assert found[no].broken == broken


def test_a_supplemented_document_is_counted_apart_and_keeps_the_balance():
    found = sides(previous="ab", supplemented="c", whole="a", in_force="bc")
    total = rules.sum_of(found)

    assert (total.supplemented, total.expected, total.is_balanced) == (1, 2, True)
    assert all(check.holds for check in rules.checks(found, {}))


def test_an_explained_difference_no_longer_blocks():
    one = rules.Difference(DifferenceKind.NOT_KEPT, "x", "x")
    two = rules.Difference(DifferenceKind.UNCLEAR, "x", "x")

    assert rules.unexplained([one, two], [("not_kept", "x")]) == (two,)


def test_a_table_has_the_columns_of_its_form_and_is_harmless_in_a_spreadsheet():
    form = loader.regimes()[0].form(ListName.WHOLE)
    line = rules.Line(
        document_id="x", list=ListName.WHOLE, kind="Quyết định", number="", issued_on=None, title="=1+1", on_day=DAY
    )
    shown = rules.table(form, [line])

    assert shown.head[:2] == ("STT", "Tên loại văn bản")
    assert shown.rows == (("1", "Quyết định", "Không số", "=1+1", "", "01/06/2025"),)
    assert "'=1+1" in rules.as_csv(shown)


def test_a_closed_review_takes_no_slip():
    with pytest.raises(rules.ActNotOpen, match="Lập phiếu rà soát"):
        rules.next_state(rules.CASE, CaseState.CLOSED, Act.FILL_SLIP)
