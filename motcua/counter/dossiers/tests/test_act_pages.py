"""The page of each act: asks, does it, and says in words why not; the same act to several dossiers."""

import pytest
from django.urls import reverse

from motcua.counter.dossiers import acts, forms
from motcua.counter.dossiers.choices import ACT_NAME, Act, State
from motcua.counter.dossiers.models import Consultation, Dossier, DueChange, IssuedSlip, Result, Supplement
from motcua.counter.dossiers.tests import ways
from motcua.counter.dossiers.tests.world import TUESDAY
from motcua.instruments.vault.tests.samples import no_room

WHY = {"reason": "Điều 28 Luật Hộ tịch."}
WAYS = {
    Act.RECEIVE: ("minh", ways.submitted, {}, State.RECEIVED),
    Act.ASK_BEFORE: ("minh", ways.submitted, {"items": "Ảnh rõ hơn", **WHY}, State.SUPPLEMENT_BEFORE),
    Act.ASK_FEE: ("minh", ways.submitted, {}, State.FEE_ASKED),
    Act.PAY: ("minh", ways.fee_asked, {"vnd": "15000", "how": "cash"}, State.SUBMITTED),
    Act.DECLINE: ("minh", ways.submitted, WHY, State.DECLINED),
    Act.ASSIGN: ("hoa", ways.received, {"officer": "hanh"}, State.ASSIGNED),
    Act.TAKE_UP: ("hanh", ways.received, {}, State.IN_PROGRESS),
    Act.ASK_SUPPLEMENT: ("hanh", ways.in_progress, {"items": "- Giấy báo tử\n\n", **WHY}, State.SUPPLEMENT_ASKED),
    Act.SUPPLEMENT: ("minh", ways.supplement_asked, {}, State.IN_PROGRESS),
    Act.CONSULT: (
        "hanh", ways.in_progress,
        {"asked": "UBND phường Bàn Thạch", "question": "Xác minh", "answer_by": "2026-03-12T10:00"}, State.CONSULTING,
    ),
    Act.ANSWER: ("hanh", ways.consulting, {"words": "Chưa kết hôn."}, State.IN_PROGRESS),
    Act.SEND_DRAFT: ("hanh", ways.filed_in_progress, {}, State.CONFIRM_ASKED),
    Act.PROPOSE: ("hanh", ways.in_progress, {"proposal": "grant"}, State.PROPOSED),
    Act.APPROVE: ("hoa", ways.proposed, {}, State.APPROVED),
    Act.SEND_BACK: ("hoa", ways.proposed, WHY, State.IN_PROGRESS),
    Act.REFUSE: ("hoa", ways.proposed_refusal, WHY, State.REFUSED),
    Act.SIGN: ("hoa", ways.proposed, {}, State.SIGNED),
    Act.RELEASE: ("thu", ways.signed, {}, State.DONE),
    Act.RETURN_RESULT: ("minh", ways.done, {"to": "Nguyễn Thị Lan", "way": "desk"}, State.RETURNED),
    Act.APOLOGISE: (
        "hoa", ways.received, {"fault_step": "Thẩm tra", "new_on": "2026-03-17", **WHY}, State.RECEIVED,
    ),
    Act.WITHDRAW: ("minh", ways.received, WHY, State.WITHDRAWN),
    Act.STOP: ("minh", ways.received, WHY, State.STOPPED),
}  # fmt: skip


def page_of(dossier, act):
    return reverse("dossiers:act", args=[dossier.code or dossier.pk, act.value])


def filled(cast, fields):
    return {**fields, "officer": str(cast.hanh.pk)} if "officer" in fields else fields


def test_every_act_of_an_officer_has_its_page_and_is_tried_here():
    assert set(WAYS) == set(forms.FORMS)


@pytest.mark.parametrize("act", WAYS, ids=lambda act: act.value)
def test_the_page_asks_and_then_does(cast, at_desk, act):
    who, make, fields, after = WAYS[act]
    dossier = make(cast)
    client = at_desk(cast.who(who))

    asked = client.get(page_of(dossier, act))
    seen = {"seen": asked.context["form"]["seen"].initial}
    done = client.post(page_of(dossier, act), {**filled(cast, fields), **seen}, follow=True)

    assert asked.status_code == 200
    assert [str(message) for message in done.context["messages"]][0].startswith(f"{ACT_NAME[act]}: đã xong")
    assert ways.fresh(dossier).state == after


def test_a_dossier_no_longer_at_that_step_says_so(cast, at_desk):
    ended, ready = ways.declined(cast), ways.done(cast)
    told = {}
    for act, (who, _, fields, _) in WAYS.items():
        dossier = ready if act in {Act.DECLINE, Act.RECEIVE, Act.ASK_FEE} else ended
        answer = at_desk(cast.who(who)).post(page_of(dossier, act), filled(cast, fields))
        told[act] = answer.status_code, "Hồ sơ không còn ở bước này" in answer.content.decode()

    assert told == dict.fromkeys(WAYS, (422, True))
    assert [ways.fresh(one).journal_seq for one in (ended, ready)] == [ended.journal_seq, ready.journal_seq]


def test_an_empty_page_says_what_it_needs_and_does_nothing(cast, at_desk):
    needed = [act for act, (_, _, fields, _) in WAYS.items() if set(fields) - {"way", "how"}]
    told = {}
    for act in needed:
        who, make, _, _ = WAYS[act]
        dossier = make(cast)
        answer = at_desk(cast.who(who)).post(page_of(dossier, act))
        unmoved = ways.fresh(dossier).journal_seq == dossier.journal_seq
        told[act] = answer.status_code, bool(answer.context["form"].errors), unmoved

    assert len(needed) > 8
    assert told == dict.fromkeys(needed, (422, True, True))


@pytest.mark.parametrize(
    ("act", "wrong", "said"),
    [
        (Act.PROPOSE, {"proposal": "refuse", "reason": " "}, "Nêu lý do đề nghị từ chối"),
        (Act.CONSULT, {"asked": "UBND", "question": "?", "answer_by": "2026-03-01T10:00"}, "sau thời điểm này"),
        (Act.CONSULT, {"asked": "UBND", "question": "?", "answer_by": "31/02/2026"}, "không đúng"),
        (Act.PAY, {"vnd": "14000", "how": "cash"}, "15000 đồng"),
        (Act.APOLOGISE, {"fault_step": "Thẩm tra", "new_on": "2026-03-15", **WHY}, "cơ quan nghỉ"),
        (Act.APOLOGISE, {"fault_step": "Thẩm tra", "new_on": "2026-03-11", **WHY}, "phải sau ngày hẹn cũ"),
        (Act.APOLOGISE, {"fault_step": "Thẩm tra", "new_on": "2031-03-11", **WHY}, "2031"),
        (Act.ASSIGN, {"officer": "00000000-0000-7000-8000-000000000000"}, "00000000"),
        (Act.WITHDRAW, {"reason": "x" * 1001}, "không quá 1000 ký tự"),
        (Act.RETURN_RESULT, {"to": " ", "way": "desk"}, "họ tên người nhận"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_told_in_words_and_kept_on_the_page(cast, at_desk, act, wrong, said):
    who, make, _, _ = WAYS[act]
    dossier = make(cast)

    answer = at_desk(cast.who(who)).post(page_of(dossier, act), wrong)

    form = answer.context["form"]
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert {name: form[name].value() for name in wrong if name in form.fields} == wrong
    assert ways.fresh(dossier).journal_seq == dossier.journal_seq


def test_who_is_overtaken_is_told_by_whom_and_may_press_again(cast, at_desk):
    dossier = ways.in_progress(cast)
    client, page = at_desk(cast.hanh), page_of(dossier, Act.PROPOSE)
    seen = client.get(page).context["form"]["seen"].initial
    acts.apologise(
        dossier, reason="Chờ xác minh.", fault_step="Thẩm tra", new_due_at=TUESDAY.replace(day=17, hour=17),
        by=cast.by.hoa, at=TUESDAY,
    )  # fmt: skip

    told = client.post(page, {"proposal": "grant", "seen": seen})
    again = client.post(page, {"proposal": "grant", "seen": told.context["form"]["seen"].value()})

    assert told.status_code == 422
    assert "Nguyễn Thị Hoa vừa làm việc “Xin lỗi và hẹn lại” lúc 09:00 10/03/2026" in told.content.decode()
    assert again.status_code == 302
    assert ways.fresh(dossier).state == State.PROPOSED


def test_an_act_of_somebody_else_is_forbidden_and_an_unknown_one_not_found(cast, at_desk):
    dossier = ways.proposed(cast)
    client = at_desk(cast.minh)

    answers = [client.get(page_of(dossier, Act.SIGN)), client.post(page_of(dossier, Act.SIGN))]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert client.get(reverse("dossiers:act", args=[dossier.code, "submit"])).status_code == 404
    assert ways.fresh(dossier).state == State.PROPOSED


def test_what_is_missing_is_asked_line_by_line(cast, at_desk):
    dossier = ways.in_progress(cast)
    lines = " - Giấy báo tử\n\n• Căn cước của chồng \n"

    at_desk(cast.hanh).post(page_of(dossier, Act.ASK_SUPPLEMENT), {"items": lines, **WHY})

    assert Supplement.objects.get().items == ["Giấy báo tử", "Căn cước của chồng"]
    assert IssuedSlip.objects.get().content["items"] == ["Giấy báo tử", "Căn cước của chồng"]


def test_a_second_request_is_warned_of(cast, at_desk):
    dossier = acts.supplement(ways.supplement_asked(cast), by=cast.by.minh, at=TUESDAY)

    page = at_desk(cast.hanh).get(page_of(dossier, Act.ASK_SUPPLEMENT))

    assert "đã yêu cầu bổ sung 1 lần" in page.content.decode()


def test_an_apology_counts_to_the_last_open_minute_of_the_new_day(cast, at_desk):
    dossier = ways.received(cast)
    fields = {"fault_step": "Thẩm tra", "new_on": "2026-03-17", **WHY}

    at_desk(cast.hoa).post(page_of(dossier, Act.APOLOGISE), fields)

    assert ways.fresh(dossier).due_at == TUESDAY.replace(day=17, hour=17)
    assert DueChange.objects.get(reason="apology").words == "Thẩm tra: Điều 28 Luật Hộ tịch."


def test_a_question_to_another_agency_keeps_its_deadline(cast, at_desk):
    dossier = ways.in_progress(cast)

    at_desk(cast.hanh).post(page_of(dossier, Act.CONSULT), WAYS[Act.CONSULT][2])

    assert Consultation.objects.get().due_at == TUESDAY.replace(day=12, hour=10)


@pytest.mark.slow
def test_a_full_disk_signs_nothing_and_says_so(cast, at_desk):
    dossier = ways.proposed(cast)
    client = at_desk(cast.hoa)

    with no_room():
        answer = client.post(page_of(dossier, Act.SIGN), {})

    assert answer.status_code == 422
    assert "hết chỗ lưu tệp" in answer.content.decode()
    assert (ways.fresh(dossier).state, Result.objects.count()) == (State.PROPOSED, 0)
    assert client.post(page_of(dossier, Act.SIGN), {}).status_code == 302


# --- several at once ------------------------------------------------------------------
def test_of_several_signed_at_once_the_failing_one_says_why_and_the_rest_stand(cast, at_desk):
    good, gone = ways.proposed(cast), ways.proposed(cast)
    client = at_desk(cast.hoa)
    offered = [row.code for row in client.get("/mot-cua/nhieu/sign/").context["rows"]]
    acts.send_back(gone, reason="Xem lại.", by=cast.by.hoa, at=TUESDAY)

    answer = client.post("/mot-cua/nhieu/sign/", {"dossier": [str(gone.pk), str(good.pk)]})

    assert set(offered) == {good.code, gone.code}
    assert [(code, bool(problem)) for code, problem in answer.context["outcomes"]] == [
        (gone.code, True),
        (good.code, False),
    ]
    assert [row.code for row in answer.context["rows"]] == []
    assert {one.code: one.state for one in Dossier.objects.all()} == {
        good.code: State.SIGNED,
        gone.code: State.IN_PROGRESS,
    }


def test_nothing_ticked_does_nothing(cast, at_desk):
    ways.proposed(cast)

    answer = at_desk(cast.hoa).post("/mot-cua/nhieu/sign/")

    assert (answer.status_code, answer.context["outcomes"], len(answer.context["rows"])) == (200, [], 1)


@pytest.mark.parametrize("act", ["withdraw", "refuse", "no-such-act"])
def test_only_harmless_acts_are_done_to_several(cast, at_desk, act):
    assert at_desk(cast.hoa).post(f"/mot-cua/nhieu/{act}/").status_code == 404


def test_without_its_time_stamp_nothing_is_signed_and_the_head_reads_why(cast, at_desk, settings):
    dossier, settings.TSA_URL = ways.proposed(cast), "http://127.0.0.1:9/"
    hoa = at_desk(cast.hoa)

    one = hoa.post(f"/mot-cua/ho-so/{dossier.code}/viec/sign/", {})
    many = hoa.post("/mot-cua/nhieu/sign/", {"dossier": [str(dossier.pk)]})

    assert (one.status_code, many.status_code) == (422, 200)
    assert "Chưa lấy được dấu thời gian nên chưa ký" in one.content.decode()
    assert many.context["outcomes"] == [(dossier.code, "Chưa lấy được dấu thời gian nên chưa ký. Xin thử lại sau.")]
    assert (ways.fresh(dossier).state, Result.objects.count()) == (State.PROPOSED, 0)


def test_a_wrong_pin_is_tried_once_for_all_because_tokens_lock(cast, at_desk):
    first, second = ways.proposed(cast), ways.proposed(cast)
    hoa, chosen = at_desk(cast.hoa), {"dossier": [str(first.pk), str(second.pk)]}

    answer = hoa.post("/mot-cua/nhieu/sign/", {**chosen, "pin": "111111"})

    assert answer.context["outcomes"] == [
        (first.code, "Mật khẩu của khóa ký không đúng."),
        (second.code, "Chưa thử ký: Mật khẩu của khóa ký không đúng."),
    ]
    assert 'type="password" name="pin"' in answer.content.decode()
    assert Result.objects.count() == 0
