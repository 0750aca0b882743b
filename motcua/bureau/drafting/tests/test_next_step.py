"""The page of a draft says what comes next: one main button that works, or for whom the draft waits."""

import re

import pytest
from django.urls import reverse

from motcua.bureau.drafting import acts, queries
from motcua.bureau.drafting.choices import CheckKind, Conclusion, Judgement
from motcua.bureau.drafting.models import Draft
from motcua.bureau.drafting.tests import world
from motcua.bureau.drafting.tests.world import later
from motcua.house.office.tests import people


@pytest.fixture
def todo(client, cast):
    """What “Việc cần làm” offers a person on a draft: its words, the main button."""

    def answer(who, draft):
        page = people.enter(client, cast[who]).get(reverse("drafting:draft", args=[draft.pk])).content.decode()
        card = page.partition("Việc cần làm")[2].partition('class="prints"')[0]
        main = re.findall(r'btn-primary" href="[^"]+">([^<]+)<', card)
        return " ".join(re.sub(r"<[^>]+>", " ", card).split()), main

    return answer


def test_a_draft_without_a_text_asks_for_one_before_opinions_are_asked(todo, drafts):
    draft = world.draft(drafts)

    words, main = todo("duc", draft)
    assert (main, "Gửi lấy ý kiến" in words) == (["Thêm phiên bản"], False)
    acts.add_version(draft, world.file(*world.TEXT), name="a.docx", by=drafts, at=world.AT)
    assert todo("duc", draft)[1] == ["Gửi lấy ý kiến"]


def test_who_drafted_is_not_sent_to_appraise_and_reads_for_whom_it_waits(todo, drafts):
    draft = world.requested(drafts).draft

    assert todo("duc", draft)[1] == []
    assert "Đang chờ người thẩm định kiểm tra hồ sơ; bạn chưa phải làm gì." in todo("duc", draft)[0]
    assert todo("hanh", draft)[1] == ["Kiểm tra hồ sơ thẩm định"]


@pytest.mark.parametrize(
    ("conclusion", "button"),
    [(Conclusion.AFTER_MENDING, "Thêm phiên bản"), (Conclusion.NOT_READY, "Soạn thảo lại")],
)
def test_what_the_report_holds_up_is_not_offered_for_submission(
    todo, drafts, appraises, signs, conclusion, button
):  # fmt: skip
    one = world.reported(drafts, appraises, signs, conclusion, B=Judgement.UNFIT)

    words, main = todo("duc", one.draft)
    assert (main, "Trình dự thảo" in words, "Báo cáo thẩm định" in words) == ([button], False, True)


def test_a_mended_text_is_offered_for_submission(todo, drafts, appraises, signs):
    one = world.reported(drafts, appraises, signs, Conclusion.AFTER_MENDING, B=Judgement.UNFIT)
    acts.add_version(one.draft, world.file(*world.TEXT, "Điều 3. Thêm."), name="b.docx", by=drafts, at=later(5))

    assert todo("duc", one.draft)[1] == ["Trình dự thảo"]


def test_the_clerk_is_led_to_the_seal_until_the_text_is_issued(todo, drafts, appraises, signs, numbers):
    one = world.reported(drafts, appraises, signs)

    assert todo("thu", one.draft)[1] == ["Đóng dấu báo cáo"]
    assert "Đóng dấu báo cáo" not in todo("duc", one.draft)[0]
    issued = world.issued(drafts, appraises, signs, numbers)
    assert "Đóng dấu báo cáo" not in todo("thu", issued)[0]


def test_a_resolution_waits_for_the_board_and_a_day_that_was_kept_is_told_as_done(
    client, cast, todo, drafts, appraises, signs
):  # fmt: skip
    one = world.reported(drafts, appraises, signs)
    Draft.objects.filter(pk=one.draft_id).update(kind="council_resolution", meeting_on=later(40).date())
    draft = acts.submit(Draft.objects.get(pk=one.draft_id), number="9/TTr", by=drafts, at=later(6))
    before = todo("thu", draft)[0]
    acts.send_for_examination(draft, board="Ban Pháp chế", sent_on=later(7).date(), by=drafts, at=later(7))
    page = people.enter(client, cast["duc"]).get(reverse("drafting:draft", args=[draft.pk])).content.decode()
    done = [one.name for one in queries.milestones(draft, on=world.ON) if one.done_on]

    assert "Đóng dấu báo cáo" in before
    assert "Đang chờ Ban của Hội đồng nhân dân thẩm tra; bạn chưa phải làm gì." in " ".join(page.split())
    assert done == ["Gửi báo cáo thẩm định", "Gửi hồ sơ thẩm tra"]
    assert page.count("đã làm") == 2


def test_who_signs_and_who_seals_can_read_the_report_first(client, cast, drafts, appraises, signs):
    judged = world.judged(drafts, appraises)
    page = people.enter(client, cast["hoa"]).get(reverse("drafting:sign_report", args=[judged.pk])).content.decode()
    assert reverse("drafting:report_pdf", args=[judged.pk]) in page

    one = world.reported(drafts, appraises, signs)
    page = people.enter(client, cast["thu"]).get(reverse("drafting:seal_report", args=[one.pk])).content.decode()
    assert reverse("drafting:report_pdf", args=[one.pk]) in page
    assert "Mã PIN của con dấu số" in page


def test_a_published_text_that_was_checked_has_nothing_that_presses(todo, drafts, appraises, signs, numbers):
    issued = world.issued(drafts, appraises, signs, numbers)
    draft = acts.publish(issued, published_on=later(7).date(), where="Công báo", by=numbers, at=later(7))
    assert todo("hanh", draft)[1] == ["Ghi kết quả kiểm tra"]
    given = acts.CheckGiven(kind=CheckKind.SELF, body="Ủy ban nhân dân phường", checked_on=later(8).date())
    acts.record_check(draft, given, by=appraises, at=later(8))

    assert todo("hanh", draft)[1] == []


def test_a_stopped_draft_waits_for_nobody(todo, drafts, signs):
    draft = world.with_version(drafts)
    acts.stop_draft(draft, reason="Thôi", by=signs, at=world.AT)

    assert "Không còn việc nào phải làm." in todo("duc", draft)[0]
