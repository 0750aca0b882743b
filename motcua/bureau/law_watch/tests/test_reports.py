"""The report: computed from its period, printed, issued once, and unchanged by what comes later."""

from datetime import date

import pypdfium2
import pytest

from motcua.bureau.law_watch import acts, queries, rules
from motcua.bureau.law_watch.choices import Grade
from motcua.bureau.law_watch.models import FigureSheet
from motcua.bureau.law_watch.tests import every, world
from motcua.bureau.law_watch.tests.world import AT, ON
from motcua.house.journal import queries as journal
from motcua.instruments.printing import queries as printing
from motcua.instruments.vault import queries as vault


def filled(w, h):
    """A year in the ward: a plan half done, two pieces of information, an inspection, two proposals, figures."""
    plan = world.issued(w, h, world.line(), world.line("Hội nghị", due_on=date(2026, 9, 1)))
    acts.finish_activity(queries.standing(plan).get(number=2), done_on=date(2026, 9, 1), result="Đã họp", by=w, at=AT)
    acts.record_observation(world.seen(received_on=date(2026, 3, 2)), grade=Grade.LIMITED, by=w, at=AT)
    world.observation(w)
    found = world.finding(w)
    acts.send_proposal(world.letter(due_on=date(2026, 10, 25)), finding=found, by=w, at=AT)
    world.answered(w, number="30/UBND")
    acts.enter_figures(world.sheet(w), {"cases_on_time": 90, "cases_late": 10}, by=w, at=AT)
    every.filled(w)
    return world.report(w)


def words(pdf):
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf)]


def sections(report):
    return queries.sections(report, queries.annexes(report))


def body(report):
    return "\n".join(line for section in sections(report) for line in section.paragraphs)


def test_the_outline_says_what_the_rows_of_the_period_say(writes, issues, elsewhere):
    report = filled(writes, issues)
    world.observation(elsewhere, received_on=date(2026, 3, 3))
    text = body(report)

    assert [section.heading.partition(".")[0] for section in sections(report)] == ["I", "II", "III", "IV"]
    for said in (
        "Kế hoạch số 15/KH-UBND ngày 20/01/2026; lĩnh vực trọng tâm: Chứng thực.",
        "Đã hoàn thành 1/2 hoạt động đến hạn trong kỳ (Phụ lục I).",
        "Đã thu thập 1 thông tin: báo chí, mạng xã hội 1 (Phụ lục II).",
        "Kiểm tra 1 cuộc, đã kết luận 0; 1 phát hiện (Phụ lục III).",
        "Khảo sát 1 cuộc, 1 phiếu trả lời (Phụ lục V).",
        "tổng số vụ việc đã giải quyết: 100 vụ việc; tỷ lệ giải quyết đúng hạn: 90,0%",
        "Kết quả: Thi hành đúng, kịp thời.",
        "Đã gửi 2 kiến nghị, 1 được trả lời, 1 quá hạn chưa trả lời (Phụ lục IV).",
    ):
        assert said in text


def test_the_annexes_list_the_rows_of_the_period_and_of_this_agency_only(writes, issues, elsewhere):
    report = filled(writes, issues)
    world.proposal(elsewhere)
    found = {table.key: [row[1] for row in table.rows] for table in queries.annexes(report)}

    assert found["hoat-dong"] == ["Kiểm tra: Hội nghị", "Kiểm tra: Kiểm tra công tác chứng thực"]
    assert found["thong-tin"] == ["02/03/2026"]
    assert found["kien-nghi"] == ["21/UBND ngày 20/10/2026", "30/UBND ngày 20/10/2026"]
    assert len(found["khao-sat"]) == 7
    assert len(found["so-lieu"]) == 4


def test_an_empty_period_says_so_in_every_part(writes):
    report = acts.draft_report(from_on=date(2025, 7, 1), to_on=date(2025, 7, 31), by=writes, at=AT)

    assert [section.paragraphs for section in sections(report)] == [["Trong kỳ không có."]] * 4
    assert [table.rows for table in queries.annexes(report)] == [()] * 7


def test_the_issued_report_is_kept_as_printed_whatever_comes_later(writes, issues):
    report = acts.issue_report(filled(writes, issues), number="42/BC-UBND", by=issues, at=AT)
    before = queries.annexes(report)
    world.observation(writes, received_on=date(2026, 4, 1))
    acts.enter_figures(report_sheet(report), {"cases_late": 99}, by=writes, at=AT)

    report.refresh_from_db()
    first, *rest = words(vault.read(report.file))
    assert (report.state, report.issued_on, report.issued_by) == ("issued", ON, "Nguyễn Thị Hoa")
    assert queries.annexes(report) == before
    assert "Số: 42/BC-UBND" in first
    assert "ỦY BAN NHÂN DÂN PHƯỜNG TAM KỲ" in first
    assert "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" in " ".join([first, *rest])
    assert sum("Kèm theo Báo cáo số 42/BC-UBND" in page for page in rest) == 6
    assert list(journal.history(report))[-1].facts == {"number": "42/BC-UBND", "sha256": report.file.sha256}


def report_sheet(report):
    return FigureSheet.objects.get(agency_id=report.agency_id)


def test_a_report_is_issued_once_after_its_period_with_number_and_assessment(writes, issues):
    running = acts.draft_report(from_on=date(2026, 11, 1), to_on=ON, by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="kết thúc ngày 25/11/2026"):
        acts.issue_report(running, number="1", by=issues, at=AT)
    report = world.report(writes)
    with pytest.raises(rules.NotThatWay, match="Ghi số"):
        acts.issue_report(report, number=" ", by=issues, at=AT)
    acts.edit_report(report, {"causes": "x"}, by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="đánh giá chung"):
        acts.issue_report(report, number="42", by=issues, at=AT)
    acts.edit_report(report, {"results": "x"}, by=writes, at=AT)
    acts.issue_report(report, number="42", by=issues, at=AT)

    with pytest.raises(rules.ActNotOpen):
        acts.issue_report(report, number="43", by=issues, at=AT)
    with pytest.raises(rules.ActNotOpen):
        acts.edit_report(report, {}, by=writes, at=AT)
    with pytest.raises(rules.NotThatWay, match="đã có báo cáo"):
        world.report(writes)


def test_a_draft_prints_without_a_number(writes):
    report = world.report(writes)
    who = queries.signatory(report, by=writes, on=ON)
    paper = queries.report_paper(report, queries.annexes(report), on=ON, signatory=who)

    assert (paper.number, who.name, who.title) == ("", "Lê Thị Hạnh", "")
    assert "BÁO CÁO" in words(printing.render(paper))[0]


def test_an_empty_annex_is_not_printed_and_the_words_refer_to_the_ones_that_are(writes):
    world.proposal(writes)
    report = world.report(writes)
    tables = queries.annexes(report)
    paper = queries.report_paper(report, tables, on=ON, signatory=queries.signatory(report, by=writes, on=ON))

    assert [(annex.number, annex.title) for annex in paper.annexes] == [
        ("Phụ lục I", "Kiến nghị xử lý kết quả theo dõi")
    ]
    assert "Đã gửi 1 kiến nghị, 0 được trả lời (Phụ lục I)." in body(report)
