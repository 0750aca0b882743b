"""Systematisation: the set, the four lists, the proof, and publication blocked until each difference is explained."""

from datetime import date

import pytest

from motcua.bureau.law_review import acts, queries, rules
from motcua.bureau.law_review.choices import DifferenceKind, ListName, Proposal
from motcua.bureau.law_review.models import ListLine, SetMember
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT, ON
from motcua.house.journal import queries as journal
from motcua.instruments.printing.tests.pictures import words
from motcua.instruments.vault import queries as vault
from motcua.legal.lawbase.choices import EventKind


def numbers(row, name):
    return [line.number for line in queries.kept_lines(row) if line.list == name]


def differences(row):
    return [(one.kind, one.name) for one in queries.reconciled(row, on=ON).differences]


def publish(row, by):
    row = acts.approve_round(row, number="77/QĐ-UBND", approved_on=date(2026, 2, 20), by=by, at=AT)
    return acts.publish_round(row, by=by, at=AT)


def test_the_four_lists_come_from_the_set_the_register_and_the_decided_reviews(writes, decides):
    _, part, _ = world.year_of_ends()
    world.decided(writes, decides, part)
    row = world.listed(writes, decides)

    assert {name: numbers(row, name) for name in ListName} == {
        ListName.WHOLE: ["02/2021/QĐ-UBND"],
        ListName.PART: ["03/2025/QĐ-UBND"],
        ListName.IN_FORCE: ["03/2025/QĐ-UBND", "06/2025/QĐ-UBND"],
        ListName.TO_HANDLE: ["03/2025/QĐ-UBND"],
    }
    found = queries.reconciled(row, on=ON)
    assert (found.sum.previous, found.sum.issued, found.sum.ended, found.sum.in_force) == (1, 2, 1, 2)
    assert found.sum.is_balanced
    assert all(check.holds for check in found.checks)
    assert found.differences == ()
    handled = next(one.rows for one in queries.tables(row) if one.key == ListName.TO_HANDLE)
    assert handled[0][4:] == ("Sửa đổi, bổ sung", "Nâng mức chi; Theo yêu cầu", "Văn phòng", "31/03/2027")


def test_a_document_not_yet_effective_is_in_force_and_one_that_stays_is_not_to_handle(writes, decides):
    late = world.own("09/2025/QĐ-UBND", date(2025, 12, 28))
    world.decided(writes, decides, late, proposal=Proposal.KEEP)
    row = world.listed(writes, decides, ("1/2001/QĐ-UBND",))
    table = next(one.rows for one in queries.tables(row) if one.key == ListName.IN_FORCE)

    assert [one[2:] for one in table] == [
        ("09/2025/QĐ-UBND ngày 28/12/2025", "Quy định mức chi", "07/01/2026", "Chưa có hiệu lực")
    ]
    assert numbers(row, ListName.TO_HANDLE) == []


def test_every_way_the_sides_can_differ_has_its_name(writes, decides):
    world.year_of_ends()
    gone = world.own("07/2020/QĐ-UBND", date(2020, 5, 4), "Đã bãi bỏ", unit=world.CITY)
    world.happen(gone, EventKind.REPEALED, date(2022, 1, 1))
    world.own("09/2021/QĐ-UBND", date(2021, 5, 4), "Bị quên", unit=world.CITY)
    vague = world.own("08/2025/QĐ-UBND", date(2025, 11, 4), "Không rõ", effective_on=None)
    waiting = world.own("10/2025/QĐ-UBND", date(2025, 11, 5), "Chờ")
    world.happen(waiting, EventKind.REPEALED, date(2025, 12, 1), confirmed=False)
    lines = ("02/2021/QĐ-UBND", "07/2020/QĐ-UBND", "06/2025/QĐ-UBND", "99/2001/QĐ-UBND")
    row = world.listed(writes, decides, lines)
    kind = DifferenceKind

    assert [(one, name.split(",")[0]) for one, name in differences(row)] == [
        (kind.NOT_KEPT, "99/2001/QĐ-UBND"),
        (kind.ENDED_BEFORE, "Quyết định số 07/2020/QĐ-UBND ngày 04/05/2020"),
        (kind.IN_BOTH, "Quyết định số 06/2025/QĐ-UBND ngày 01/09/2025"),
        (kind.NOT_GATHERED, "Quyết định số 09/2021/QĐ-UBND ngày 04/05/2021"),
        (kind.UNCLEAR, f"{vague.name} ngày 04/11/2025"),
        (kind.UNDECIDED, f"{waiting.name} ngày 05/11/2025"),
    ]
    world.happen(waiting, EventKind.REPEALED, date(2025, 12, 2))
    assert (kind.CHANGED, f"{waiting.name} ngày 05/11/2025, Chờ") in differences(row)


def test_nothing_is_approved_or_published_until_each_difference_is_explained(writes, decides):
    world.own("09/2021/QĐ-UBND", date(2021, 5, 4), "Bị quên", unit=world.CITY)
    row = world.listed(writes, decides, ("99/2001/QĐ-UBND",))
    one, two = queries.reconciled(row, on=ON).differences
    with pytest.raises(rules.NotThatWay, match="Còn 2 chênh lệch chưa giải trình"):
        publish(row, decides)
    acts.explain(row, one, text="Bản giấy ghi nhầm số", by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match=r"Còn 1 chênh lệch.*09/2021"):
        publish(row, decides)
    acts.explain(row, two, text="Danh mục kỳ trước sót văn bản", by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match=r"Còn 1 chênh lệch.*09/2021"):
        publish(row, decides)
    row = acts.make_lists(row, by=writes, at=AT)
    assert numbers(row, ListName.IN_FORCE) == ["09/2021/QĐ-UBND"]
    row = acts.approve_round(row, number="77/QĐ-UBND", approved_on=date(2026, 2, 20), by=decides, at=AT)
    fresh = world.own("11/2021/QĐ-UBND", date(2021, 6, 4), "Mới thấy", unit=world.CITY)
    with pytest.raises(rules.NotThatWay, match="11/2021"):
        acts.publish_round(row, by=decides, at=AT)
    three = next(one for one in queries.reconciled(row, on=ON).differences if one.key == str(fresh.pk))
    acts.explain(row, three, text="Vào sổ muộn", by=writes, at=AT)

    row = acts.publish_round(row, by=decides, at=AT)
    assert (row.state, numbers(row, ListName.IN_FORCE)) == ("released", ["09/2021/QĐ-UBND"])
    assert "CÒN HIỆU LỰC" in words(vault.read(row.file))
    assert list(journal.history(row))[-1].facts == {"due_on": "2026-03-01", "sha256": row.file.sha256}


def test_a_forgotten_document_that_ended_in_the_period_is_a_difference_too(writes, decides):
    gone = world.own("09/2021/QĐ-UBND", date(2021, 5, 4), "Bị quên", unit=world.CITY)
    world.happen(gone, EventKind.REPEALED, date(2025, 3, 1))
    row = world.listed(writes, decides, ("02/2021/QĐ-UBND",))
    kinds = [one.kind for one in queries.reconciled(row, on=ON).differences]
    assert kinds == [DifferenceKind.NOT_KEPT, DifferenceKind.NOT_GATHERED]
    forgotten = queries.reconciled(row, on=ON).differences[1]
    acts.explain(row, forgotten, text="Danh mục kỳ trước sót", by=writes, at=AT)

    assert numbers(acts.make_lists(row, by=writes, at=AT), ListName.WHOLE) == ["09/2021/QĐ-UBND"]


def test_lists_with_a_document_in_two_of_them_or_in_none_are_not_approved(writes, decides):
    world.year_of_ends()
    row = world.listed(writes, decides)
    line = row.lines.filter(list=ListName.IN_FORCE).first()
    explained = queries.reconciled(row, on=ON)
    assert explained.open == ()
    doubled = ListLine.objects.create(round=row, document=line.document, list=ListName.WHOLE, no=9, kind="Quyết định")
    _explain_all(row, writes)
    with pytest.raises(rules.NotThatWay, match=f"cả danh mục hết hiệu lực.*sai ở {line.document.name}"):
        publish(row, decides)
    doubled.delete()
    line.delete()
    with pytest.raises(rules.NotThatWay, match=f"một trong hai danh mục.*sai ở {line.document.name}"):
        publish(row, decides)

    publish(acts.make_lists(row, by=writes, at=AT), decides)


def _explain_all(row, writes):
    for one in queries.reconciled(row, on=ON).open:
        acts.explain(row, one, text="Để xem danh mục có được phê duyệt không", by=writes, at=AT)


def test_what_is_no_difference_is_not_explained_and_an_explanation_says_something(writes, decides):
    row = world.listed(writes, decides, ("99/2001/QĐ-UBND",))
    [one] = queries.reconciled(row, on=ON).differences

    with pytest.raises(rules.NotThatWay, match="Ghi giải trình"):
        acts.explain(row, one, text=" ", by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="không còn"):
        acts.explain(row, rules.Difference(one.kind, "x", "x"), text="x", by=writes, at=AT)


def test_results_wait_for_reviews_that_are_not_decided(writes, decides):
    _, part, _ = world.year_of_ends()
    row = world.gathered(writes, decides)
    case = world.reviewed(writes, part)
    with pytest.raises(rules.NotThatWay, match="Còn 1 việc rà soát chưa quyết định: Quyết định số 03/2025"):
        acts.collect_results(row, by=writes, at=AT)
    acts.decide_review(case, decision="Đồng ý", by=decides, at=AT)

    assert acts.collect_results(row, by=writes, at=AT).state == "collected"


def test_a_set_is_gathered_after_its_period_only(writes, decides):
    row = acts.draft_round(from_on=date(2024, 1, 1), cut_off=date(2028, 12, 31), **world.PLAN, by=writes, at=AT)
    row = acts.issue_round_plan(row, number="9", planned_on=ON, by=decides, at=AT)

    with pytest.raises(rules.NotThatWay, match="kết thúc ngày 31/12/2028"):
        acts.gather(row, by=writes, at=AT)


def test_a_new_set_throws_away_the_lists_made_from_the_old_one(writes, decides):
    world.year_of_ends()
    row = world.listed(writes, decides)
    row = acts.gather(row, by=writes, at=AT)

    assert (row.state, row.lines.count()) == ("gathered", 0)


def test_the_next_round_begins_with_the_published_list_in_force(writes, decides):
    world.year_of_ends()
    publish(world.listed(writes, decides), decides)
    later = acts.draft_round(from_on=date(2026, 1, 1), cut_off=date(2026, 11, 1), **world.PLAN, by=writes, at=AT)
    later = acts.issue_round_plan(later, number="10", planned_on=ON, by=decides, at=AT)
    acts.gather(later, by=writes, at=AT)

    found = SetMember.objects.filter(round=later).values_list("document__number", "origin")
    assert sorted(found) == [("03/2025/QĐ-UBND", "previous"), ("06/2025/QĐ-UBND", "previous")]


def test_a_number_two_documents_share_is_not_guessed(writes, decides):
    world.own("02/2021/QĐ-UBND", date(2021, 3, 4), unit=world.CITY)
    world.own("02/2021/QĐ-UBND", date(2021, 8, 4), "Cùng số", unit=world.CITY)
    row = world.entered(writes, decides)

    assert [(one.document, one.words) for one in row.members.all()] == [(None, "02/2021/QĐ-UBND")]


@pytest.mark.parametrize("change", [{"cut_off": date(2024, 1, 1)}, {"scope": " "}])
def test_a_plan_has_days_in_order_and_all_its_parts(writes, change):
    with pytest.raises(rules.NotThatWay):
        acts.draft_round(**(world.PERIOD | world.PLAN | change), by=writes, at=AT)


def test_the_proof_takes_the_same_queries_however_many_documents(writes, decides, django_assert_max_num_queries):
    for no in range(12):
        world.own(f"{no + 20}/2025/QĐ-UBND", date(2025, 8, 1))
    row = world.listed(writes, decides)

    with django_assert_max_num_queries(20):
        assert queries.reconciled(row, on=ON).sum.in_force == 12
