"""Bases, comparison, what the machine sees, the table of states."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.bureau.drafting import rules
from motcua.bureau.drafting.choices import Act, Conclusion, ItemState, State

LAW = rules.Basis(
    cited="Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", number="72/2025/QH15", is_found=True, rank=2,
    issuer="QH", issued_on=date(2025, 6, 16), in_force_from=date(2025, 6, 16),
)  # fmt: skip
DECREE = rules.Basis(
    cited="Nghị định số 60/2024/NĐ-CP", number="60/2024/NĐ-CP", is_found=True, rank=5, issuer="CP",
    issued_on=date(2024, 6, 5), in_force_from=date(2024, 8, 1),
)  # fmt: skip
DEMANDS = rules.Demands(rank=14, signed_on=date(2026, 11, 8), effective_on=date(2026, 11, 18), issuer="UBND-TK")


def found(*bases, demands=DEMANDS, relied_on=()):
    return [(one.fault, one.is_wrong) for one in rules.basis_findings(bases, demands, relied_on=relied_on)]


def test_good_bases_have_no_finding():
    assert found(LAW, DECREE, relied_on={"60/2024/NĐ-CP": 40}) == []


def test_an_unknown_text_asks_for_a_look():
    assert found(LAW, rules.Basis(cited="Nghị định số 999/2024/NĐ-CP")) == [(rules.Fault.UNKNOWN, False)]


@pytest.mark.parametrize(
    "changes",
    [
        {"in_force_to": date(2026, 11, 7)},
        {"in_force_from": date(2026, 11, 19), "issued_on": date(2026, 11, 1)},
        {"in_force_from": date(2026, 11, 15), "issued_on": date(2026, 11, 9)},
        {"suspended": ((date(2026, 11, 1), None),)},
    ],
)
def test_a_basis_out_of_force_on_the_day_of_signing_is_wrong(changes):
    assert found(LAW, replace(DECREE, **changes)) == [(rules.Fault.NOT_IN_FORCE, True)]


@pytest.mark.parametrize(
    "changes",
    [
        {"in_force_to": date(2026, 11, 8)},
        {"in_force_from": date(2026, 11, 18), "issued_on": date(2026, 11, 1)},
        {"suspended": ((date(2026, 1, 1), date(2026, 11, 7)),)},
    ],
)
def test_a_signed_basis_in_force_no_later_than_the_text_itself_will_do(changes):
    assert found(LAW, replace(DECREE, **changes)) == []


def test_a_basis_ranks_above_the_text_but_an_own_text_may_be_named():
    low = replace(DECREE, rank=14, issuer="UBND khác")

    assert found(low) == [(rules.Fault.TOO_LOW, True)]
    assert found(replace(low, issuer="UBND-TK")) == []
    assert found(replace(low, rank=15, issuer="UBND-TK")) == [(rules.Fault.TOO_LOW, True)]


def test_order_is_by_rank_then_by_day():
    younger = replace(DECREE, number="1/2025/NĐ-CP", issued_on=date(2025, 1, 2))

    assert found(DECREE, LAW) == [(rules.Fault.OUT_OF_ORDER, False)]
    assert found(younger, DECREE) == [(rules.Fault.OUT_OF_ORDER, False)]
    assert found(DECREE, younger) == []


def test_name_and_date_are_asked_for_as_the_rule_demands():
    bare = replace(DECREE, has_name=False, has_date=False)

    assert found(bare) == [(rules.Fault.NO_NAME, True), (rules.Fault.NO_DATE, True)]
    assert found(bare, demands=replace(DEMANDS, name=False, date=False)) == []


def test_a_text_the_body_relies_on_stands_among_the_bases():
    assert found(LAW, relied_on={"60/2024/NĐ-CP": 40}) == [(rules.Fault.MISSING, True)]


# --- comparison ---------------------------------------------------------------------------
def shown(side):
    return "".join(f"[{run.text}]" if run.changed else run.text for run in side)


def test_changed_words_are_marked_on_both_sides():
    (line,) = rules.compare("Chợ mở cửa từ 5 giờ.", "Chợ mở cửa từ 6 giờ.")

    assert (shown(line.old), shown(line.new)) == ("Chợ mở cửa từ [5] giờ.", "Chợ mở cửa từ [6] giờ.")


def test_new_and_dropped_paragraphs_stand_alone():
    lines = rules.compare("Điều 1.\nBỏ đoạn này hẳn.\nĐiều 3.", "Điều 1.\nĐiều 3.\nThêm mới.")

    assert [(shown(line.old), shown(line.new)) for line in lines] == [
        ("Điều 1.", "Điều 1."), ("[Bỏ đoạn này hẳn.]", ""), ("Điều 3.", "Điều 3."), ("", "[Thêm mới.]"),
    ]  # fmt: skip


@given(
    st.lists(st.text("ab ,.", min_size=1, max_size=12), max_size=6), st.lists(st.text("ab ,.", max_size=12), max_size=6)
)
def test_each_side_of_a_comparison_reads_as_its_text(old, new):
    lines = rules.compare("\n".join(old), "\n".join(new))

    for side, text in (("old", old), ("new", new)):
        read = ["".join(run.text for run in getattr(line, side)) for line in lines if getattr(line, side)]
        assert read == [part.strip() for part in text if part.strip()]


# --- the machine -----------------------------------------------------------------------------
TITLE = "Ban hành Quy chế quản lý chợ"
GOOD = "Điều 1. Quy chế quản lý chợ.\nĐiều 2. Quyết định này có hiệu lực từ ngày 20 tháng 12 năm 2026."


def in_words(text, title=TITLE):
    source = rules.plain(text)
    found = (
        *rules.scope_findings(source, title),
        *rules.procedure_words(source),
        *rules.effect_findings(source),
        *rules.repeal_findings(source),
    )
    return [(one.content, one.is_wrong) for one in found]


def test_a_sound_draft_has_nothing_to_report():
    assert in_words(GOOD) == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (GOOD.replace("Quy chế quản lý chợ", "Phân cấp nghĩa trang liệt sĩ"), [("A", False)]),
        (GOOD.replace("Điều 1.", "1."), [("A", False)]),
        (GOOD + "\nThành phần hồ sơ gồm mẫu đơn.", [("D", False)]),
        ("Điều 1. Quy chế quản lý chợ.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.", [("G", False)]),
        ("Điều 1. Quy chế quản lý chợ.", [("G", False)]),
        (GOOD + "\nCác quy định trước đây trái với Quyết định này đều bãi bỏ.", [("G", True)]),
        (GOOD + "\nBãi bỏ các quyết định trước đây về quản lý chợ.", [("G", True)]),
        (GOOD + "\nBãi bỏ Quyết định số 04/2021/QĐ-UBND trước đây của Ủy ban nhân dân phường.", []),
        (GOOD + "\nVăn bản dẫn chiếu được sửa đổi, thay thế thì áp dụng văn bản mới.", []),
    ],
)
def test_the_words_of_a_draft_are_seen(text, answer):
    assert in_words(text) == answer


SEVEN = rules.LimitRow(
    from_on=date(2025, 4, 1), to_on=None, by="78/2025/NĐ-CP", source="own", sure="high", key="consult",
    levels=("ward",), kinds=(), days=7, anchor="after", urgent=False, exists=True,
)  # fmt: skip
ROUND = rules.Period(from_on=date(2026, 11, 2), to_on=date(2026, 11, 9), least=SEVEN)
SHORT = rules.Period(from_on=date(2026, 11, 2), to_on=date(2026, 11, 8), least=SEVEN)


@pytest.mark.parametrize(
    ("done", "answer"),
    [
        (rules.Procedure(rounds=[ROUND]), []),
        (rules.Procedure(), ["consult"]),
        (rules.Procedure(rounds=[ROUND, SHORT]), ["consult"]),
        (rules.Procedure(rounds=[ROUND], posting_row=SEVEN), ["posting"]),
        (rules.Procedure(rounds=[ROUND], posting_row=SEVEN, postings=[SHORT]), ["posting"]),
        (rules.Procedure(rounds=[ROUND], posting_row=SEVEN, postings=[ROUND]), []),
        (rules.Procedure(rounds=[ROUND], missing_papers=["Tờ trình"]), ["dossier"]),
        (rules.Procedure(rounds=[ROUND], unhandled=2), ["unhandled"]),
    ],
)
def test_what_was_left_undone_is_told(done, answer):
    assert [one.key for one in rules.procedure_findings(done)] == answer


def test_who_issues_is_read_from_the_words_before_the_first_article():
    def kind(text):
        return rules.kind_in(rules.plain(text))[0]

    assert kind("Chủ tịch Ủy ban nhân dân phường ban hành Quyết định quy định chợ.\nĐiều 1. A") == "chair_decision"
    assert kind("Ủy ban nhân dân phường ban hành Quyết định quy định chợ.\nĐiều 1. A") == "committee_decision"
    assert kind("Hội đồng nhân dân ban hành Nghị quyết.\nĐiều 1. A") == "council_resolution"
    assert kind("Số: 04/2026/NQ-HĐND\nNGHỊ QUYẾT\nĐiều 1. A") == "council_resolution"
    assert kind("Điều 1. Chủ tịch Ủy ban nhân dân phường ban hành Quyết định cá biệt.") == ""


def test_a_day_of_effect_is_read_only_of_the_text_itself():
    def day(text):
        found = rules.effect_in(rules.plain(text))
        return found and found[0]

    assert day("Quyết định này có hiệu lực thi hành kể từ ngày 05 tháng 01 năm 2027.") == date(2027, 1, 5)
    assert day("Nghị quyết này có hiệu lực từ ngày 05/01/2027.") == date(2027, 1, 5)
    assert day("Nghị định số 60/2024/NĐ-CP có hiệu lực từ ngày 01 tháng 8 năm 2024.") is None
    assert day("Quyết định này có hiệu lực từ ngày 31 tháng 02 năm 2027.") is None


def test_a_finding_does_not_say_its_name_twice():
    named = rules.Finding(content="G", words="Lề trang: lề phải 31,8 mm", name="Lề trang")
    other = rules.Finding(content="A", words="Lề trang sai", name="Căn cứ")

    assert (named.said, other.said) == ("Lề phải 31,8 mm", "Lề trang sai")


def test_delegated_points_are_held_against_the_articles_by_their_words():
    articles = rules.articles_of("Điều 1. Phạm vi\nĐiều 2. Giờ mở cửa của chợ là 05 giờ, giờ đóng cửa là 19 giờ.")

    assert rules.spoken_of("a) Giờ mở cửa, giờ đóng cửa của chợ;", articles) == ("2",)
    assert rules.spoken_of("b) Nơi đỗ xe của người mua, người bán.", articles) == ()
    assert rules.gives_to("Ủy ban nhân dân cấp xã quy định giờ mở cửa.", body="Ủy ban nhân dân", level="ward")
    assert not rules.gives_to("Ủy ban nhân dân cấp tỉnh quy định giờ mở cửa.", body="Ủy ban nhân dân", level="ward")


# --- states -----------------------------------------------------------------------------------
def test_every_state_but_the_last_is_left_by_some_act_and_every_state_is_reached():
    reached = {after for (before, _), after in rules.NEXT.items() if before != after}
    left = {before for (before, _), after in rules.NEXT.items() if before not in {None, after}}

    assert reached == set(State)
    assert set(State) - left == {State.REPEALED, State.STOPPED}
    assert {act for _, act in rules.NEXT} == set(Act)


def test_an_act_out_of_its_state_is_refused_in_words():
    with pytest.raises(rules.ActNotOpen, match="“Ký báo cáo thẩm định” không làm được khi dự thảo đang ở trạng thái"):
        rules.next_state(State.DRAFTING, Act.SIGN_REPORT)


def submit(state, *, needs=True, conclusion=None, newer=False):
    rules.refuse_to_submit(state, needs_appraisal=needs, conclusion=conclusion, is_newer=newer)


def test_what_the_report_says_decides_whether_the_draft_is_submitted():
    submit(State.APPRAISED, conclusion=Conclusion.READY)
    submit(State.APPRAISED, conclusion=Conclusion.AFTER_MENDING, newer=True)
    submit(State.CONSULTED, needs=False)
    for refused in (
        lambda: submit(State.CONSULTED),
        lambda: submit(State.APPRAISED, conclusion=Conclusion.NOT_READY, newer=True),
        lambda: submit(State.APPRAISED, conclusion=Conclusion.AFTER_MENDING),
    ):
        with pytest.raises(rules.NotThatWay):
            refused()


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"dropped": True, "draft": None}, ItemState.DROPPED),
        ({"draft": None}, ItemState.PLANNED),
        ({"draft": None, "on": date(2026, 12, 1)}, ItemState.LATE),
        ({"draft": State.STOPPED}, ItemState.PLANNED),
        ({"draft": State.CONSULTED, "on": date(2026, 12, 1)}, ItemState.STARTED),
        ({"draft": State.PUBLISHED}, ItemState.DONE),
    ],
)
def test_a_line_of_the_programme_stands_where_its_draft_does(values, state):
    asked = {"dropped": False, "due_month": 11, "year": 2026, "on": date(2026, 11, 30)} | values

    assert rules.item_state(**asked) == state


def test_the_diagram_draws_the_table():
    assert "    appraising --> appraised: sign_report\n" in rules.diagram()
