"""Pages: the happy way of each form, what was typed stays after an error, and who opens nothing."""

import re
from html import unescape

import pytest
from django.urls import reverse

from motcua.bureau.law_watch import queries
from motcua.bureau.law_watch.choices import Source
from motcua.bureau.law_watch.models import (
    FigureSheet,
    Inspection,
    Observation,
    Plan,
    PlanActivity,
    Proposal,
    Survey,
    WatchReport,
)
from motcua.bureau.law_watch.tests import every, world
from motcua.bureau.law_watch.tests.test_reports import filled
from motcua.bureau.law_watch.urls import pages
from motcua.counter.dossiers.tests import world as dossiers
from motcua.house.journal import queries as journal
from motcua.house.office import queries as office
from motcua.house.office.models import Unit
from motcua.house.office.tests import people


def url(name, *args):
    return reverse(f"law_watch:{name}", args=args)


@pytest.fixture
def full(writes, issues):
    """One of everything in the ward."""
    filled(writes, issues)
    return {
        "plan": Plan.objects.get().pk, "observation": Observation.objects.first().pk,
        "activity": PlanActivity.objects.get(done_on=None).pk, "proposal": Proposal.objects.first().pk,
        "inspection": Inspection.objects.get().pk, "survey": Survey.objects.get().pk,
        "sheet": FigureSheet.objects.get().pk, "report": WatchReport.objects.get().pk,
    }  # fmt: skip


OF = {
    "ke-hoach": "plan", "hoat-dong": "activity", "thong-tin": "observation", "kiem-tra": "inspection",
    "kien-nghi": "proposal", "khao-sat": "survey", "so-lieu": "sheet", "bao-cao": "report",
}  # fmt: skip


def addresses(full):
    """Every page of the module, of rows that are there."""
    found = {}
    for page in pages:
        kwargs = {"key": full[OF[str(page.pattern).split("/")[0]]]} if "key" in page.pattern.converters else {}
        if "name" in page.pattern.converters:
            kwargs["name"] = "thong-tin"
        found[page.name] = (reverse(f"law_watch:{page.name}", kwargs=kwargs), page.callback.permission, bool(kwargs))
    return found


def told(client, full):
    return {name: client.get(address).status_code for name, (address, _, _) in addresses(full).items()}


def test_a_stranger_is_sent_to_the_login_page_from_every_page(client, full):
    assert set(told(client, full).values()) == {302}


def test_a_citizen_and_an_officer_of_the_counter_get_nothing(client, full):
    assert set(told(people.enter(client, people.lan()), full).values()) == {404}
    counter = people.officer("minh", "Trần Văn Minh", "P20341-HCC.TN", from_on=world.SINCE)
    assert set(told(people.enter(client, counter), full).values()) == {403}


def test_officers_of_another_ward_find_no_row_of_this_one(client, full, tuan):
    for who in (tuan, world.head_elsewhere()):
        found = told(people.enter(client, who), full)
        rows = {found[name] for name, (_, _, is_row) in addresses(full).items() if is_row}
        assert rows <= {403, 404}
        for name in ("home", "proposals", "plans", "observations", "inspections", "surveys", "figures", "reports"):
            text = client.get(url(name)).content.decode()
            assert not any(str(key) in text for key in full.values())


def test_who_heads_the_ward_opens_every_page(client, full, hoa):
    assert {name: code for name, code in told(people.enter(client, hoa), full).items() if code != 200} == {}


@pytest.mark.parametrize(("who", "rights"), [("hanh", {"watch.read", "watch.write"}), ("binh", {"watch.read"})])
def test_a_page_opens_to_who_holds_its_right(client, full, request, who, rights):
    officer = request.getfixturevalue("hanh") if who == "hanh" else world.binh()
    found = told(people.enter(client, officer), full)
    asked = {name: right for name, (_, right, _) in addresses(full).items()}

    expected = {name: 200 if right in rights else 403 for name, right in asked.items()}
    if who == "hanh":
        expected["change_activity"] = 403
    assert found == expected


def test_the_first_page_begins_with_the_proposals_nobody_answered(client, full, hanh):
    text = people.enter(client, hanh).get(url("home")).content.decode()

    assert "1 kiến nghị quá hạn chưa được trả lời." in text
    assert text.index("Kiến nghị quá hạn chưa trả lời") < text.index("Hoạt động trễ hạn")
    assert "quá hạn 31 ngày" in text
    assert "trễ 26 ngày" in text


def test_nothing_typed_is_lost_on_a_bad_day(client, hanh):
    typed = {
        "source": "press", "source_name": "Báo Sông Thu", "received_on": "31/02/2026", "group": "collection",
        "document": "Nghị định về chứng thực", "document_number": "23/2015/NĐ-CP", "dossier_code": "H17.101",
        "content": "Người dân phải chờ hai ngày.", "grade": "limited", "assessment": "Cần kiểm tra thêm",
    }  # fmt: skip
    client = people.enter(client, hanh)
    text = unescape(client.post(url("record_observation"), typed).content.decode())

    assert "không có thật" in text
    for value in typed.values():
        assert value in text
    assert 'value="limited" selected' in text
    refused = client.post(url("record_observation"), typed | {"received_on": "02/11/2026", "group": "compliance"})
    assert "không áp dụng ngày 02/11/2026" in refused.content.decode()
    assert "Người dân phải chờ hai ngày." in refused.content.decode()
    assert not Observation.objects.exists()
    client.post(url("record_observation"), typed | {"received_on": "02/11/2026"})
    assert Observation.objects.get().assessment == "Cần kiểm tra thêm"


def test_a_plan_is_made_issued_and_amended_on_the_pages(client, hoa):
    client = people.enter(client, hoa)
    client.post(url("draft_plan"), {"year": 2026, "purpose": "Đánh giá", "focus": "Hộ tịch\nChứng thực", "budget": ""})
    plan = Plan.objects.get()
    line = {
        "kind": "inspect", "what": "Kiểm tra", "lead": "Văn phòng", "cooperating": "Công an phường",
        "due_on": "30/10/2026", "product": "Kết luận",
    }  # fmt: skip
    client.post(url("add_activity", plan.pk), line)
    client.post(url("issue_plan", plan.pk), {"number": "15/KH-UBND", "issued_on": "20/01/2026"})
    activity = PlanActivity.objects.get()
    paper = {"number": "40/KH-UBND", "signed_on": "01/07/2026", "reason": "Lùi thời hạn"}
    client.post(url("change_activity", activity.pk), line | paper | {"due_on": "15/12/2026"})

    text = client.get(url("plan", plan.pk)).content.decode()
    assert "15/12/2026" in text
    assert "hạn 30/10/2026" in text
    assert "40/KH-UBND ngày 01/07/2026: Lùi thời hạn" in text
    after = PlanActivity.objects.get(ended_by=None)
    client.post(url("finish_activity", after.pk), {"done_on": "20/11/2026", "result": "Kết luận số 3"})
    client.post(url("complete_plan", plan.pk))
    assert Plan.objects.get().state == "done"


def test_a_proposal_goes_its_way_on_the_pages(client, hoa, issues):
    found = world.finding(issues)
    client = people.enter(client, hoa)
    letter = {
        "number": "21/UBND", "sent_on": "20/10/2026", "body": "Sở Tư pháp", "text": "Hướng dẫn", "due_on": "20/11/2026",
    }  # fmt: skip
    client.post(f"{url('send_proposal')}?phat-hien={found.pk}", letter)
    row = Proposal.objects.get()
    assert row.finding == found
    refused = client.post(url("close_proposal", row.pk), {"reason": ""}).content.decode()
    assert "nêu lý do khép kiến nghị" in refused
    client.post(url("answer_proposal", row.pk), {"answered_on": "21/11/2026", "number": "", "answer": "Đã rõ"})
    client.post(url("judge_proposal", row.pk), {"verdict": "rejected", "judgement": "Chưa đúng trọng tâm"})
    client.post(url("close_proposal", row.pk), {"reason": ""})
    assert Proposal.objects.get().state == "closed"


@pytest.mark.parametrize("origin", ["phat-hien", "thong-tin"])
def test_a_proposal_from_a_row_of_another_ward_is_not_found(client, origin, tuan, full):
    client = people.enter(client, tuan)
    key = {"phat-hien": queries.findings(Inspection.objects.get()).get().pk, "thong-tin": full["observation"]}[origin]

    assert client.get(f"{url('send_proposal')}?{origin}={key}").status_code == 404
    assert client.get(f"{url('send_proposal')}?{origin}=nonsense").status_code == 404


def test_figures_are_typed_and_computed_beside(client, hanh):
    client = people.enter(client, hanh)
    client.post(url("open_figures"), {"from_on": "01/01/2026", "to_on": "30/06/2026"})
    sheet = FigureSheet.objects.get()
    wrong = client.post(url("enter_figures", sheet.pk), {"cases_on_time": "90", "cases_late": "mười"}).content.decode()
    assert "nhập số nguyên" in wrong
    assert 'value="90"' in wrong
    assert 'value="mười"' in wrong
    client.post(url("enter_figures", sheet.pk), {"cases_on_time": "90", "cases_late": "10"})

    text = client.get(url("sheet", sheet.pk)).content.decode()
    assert "90,0" in text
    assert "cần xác nhận" in text


def test_a_survey_is_asked_and_answered_on_the_pages(client, hanh, writes):
    survey = every.opened(writes)
    client = people.enter(client, hanh)
    client.post(url("reply", survey.pk), {"q1": "0", "q2": "4"})
    assert "chưa có trả lời nào" in client.post(url("reply", survey.pk), {}).content.decode()

    text = client.get(url("survey", survey.pk)).content.decode()
    assert "1 (100,0 %)" in text
    assert "điểm trung bình 5,0" in text


def test_the_report_is_printed_and_its_annexes_are_files(client, full, hoa):
    client = people.enter(client, hoa)
    draft = client.get(url("report_pdf", full["report"]))
    annex = client.get(url("annex", full["report"], "kien-nghi"))

    assert (draft["Content-Type"], draft.content[:5]) == ("application/pdf", b"%PDF-")
    assert annex["Content-Disposition"] == 'attachment; filename="kien-nghi-20261031.csv"'
    assert annex.content.decode().count("\r\n") == 4
    assert client.get(url("annex", full["report"], "gi-do")).status_code == 404
    client.post(url("issue_report", full["report"]), {"number": "42/BC-UBND"})
    kept = client.get(url("report_pdf", full["report"]))
    assert (kept.status_code, kept.content[:5]) == (200, b"%PDF-")
    assert "giữ như lúc ban hành" in client.get(url("report", full["report"])).content.decode()


def main_button(page):
    """The one button that stands out."""
    return re.findall(r'btn-primary" href="[^"]+">(?:<svg.*?</svg>)?\s*([^<]+)', page, flags=re.DOTALL)


def test_the_main_button_is_the_next_step(client, hoa, writes):
    client = people.enter(client, hoa)
    report, seen = world.report(writes), world.observation(writes)

    def main(name, row):
        return main_button(client.get(url(name, row.pk)).content.decode())

    assert (main("report", report), main("observation", seen)) == (["Ban hành"], ["Đánh giá"])
    type(report).objects.filter(pk=report.pk).update(results="")
    type(seen).objects.filter(pk=seen.pk).update(assessed_at=world.AT, assessed_by="Hạnh", grade="good")
    assert (main("report", report), main("observation", seen)) == (["Viết báo cáo"], ["Gửi kiến nghị"])


def test_the_criteria_say_what_is_not_sure(client, hanh):
    text = people.enter(client, hanh).get(url("criteria")).content.decode()

    assert text.count("cần xác nhận") == 16
    assert text.index("80/2025/NĐ-CP") < text.index("59/2012/NĐ-CP")


def test_a_cited_dossier_opens_through_its_own_door(client, hanh, writes):
    row = world.observation(writes, dossier_code="H17.101-261102-0001")
    text = people.enter(client, hanh).get(url("observation", row.pk)).content.decode()

    assert reverse("dossiers:detail", args=["H17.101-261102-0001"]) in text


def test_who_saw_information_that_may_name_a_person_is_on_record(client, full, hanh):
    client = people.enter(client, hanh)
    client.get(url("observation", full["observation"]))
    client.get(url("report_pdf", full["report"]))
    client.get(url("annex", full["report"], "thong-tin"))

    assert [look.page for look in journal.looks_at("observation", full["observation"])] == ["observation"]
    assert sorted(look.page for look in journal.looks_at("watchreport", full["report"])) == ["report_pdf", "thong-tin"]


def test_a_late_dossier_becomes_information_with_its_code_and_is_offered_once(client, hanh, writes):
    minh = people.officer("minh", "Trần Văn Minh", "P20341-HCC.TN", from_on=world.SINCE)
    dossier = dossiers.received(people.actor(minh, on=dossiers.DAY))
    client = people.enter(client, hanh)
    assert f"?ho-so={dossier.code}" in client.get(url("observations")).content.decode()

    page = client.get(f"{url('record_observation')}?ho-so={dossier.code}").content.decode()
    assert f"Hồ sơ {dossier.code} trễ hạn: hẹn trả" in unescape(page)
    world.observation(writes, source=Source.DOSSIER, dossier_code=dossier.code)
    assert f"?ho-so={dossier.code}" not in client.get(url("observations")).content.decode()


def test_the_late_dossiers_of_another_agency_are_not_offered_though_its_desk_has_the_same_name(writes, hanh):
    minh = people.officer("minh", "Trần Văn Minh", "P20341-HCC.TN", from_on=world.SINCE)
    dossier = dossiers.received(people.actor(minh, on=dossiers.DAY))
    ours = office.directory().agency(office.directory().unit(dossier.unit_id))
    other = next(one for one in office.directory().units if office.directory().agency(one).id != ours.id)
    Unit.objects.filter(pk=other.id).update(name=office.directory().unit(dossier.unit_id).name)
    office.forget_directory()

    theirs = office.directory().agency(office.directory().unit(other.id))
    assert [one.code for one in queries.late_dossiers(ours.id, at=world.AT)] == [dossier.code]
    assert queries.late_dossiers(theirs.id, at=world.AT) == []
