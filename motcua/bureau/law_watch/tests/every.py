"""Every act of the module: how its thing comes to stand where the act is open, and the act itself."""

from motcua.bureau.law_watch import acts, queries
from motcua.bureau.law_watch.choices import Grade, QuestionKind
from motcua.bureau.law_watch.tests import world
from motcua.bureau.law_watch.tests.world import AT, ON

PAPER = {"number": "40/KH-UBND", "signed_on": ON, "reason": "Đổi thời điểm"}


def opened(w):
    made = world.survey(w)
    acts.open_survey(made, by=w, at=AT)
    return made


def filled(w):
    made = opened(w)
    _reply(made, by=w)
    return made


def _reply(survey, by):
    return acts.add_reply(survey, {survey.questions.get(number=2).pk: 3}, by=by, at=AT)


def _with_line(w):
    made = world.plan(w)
    acts.add_activity(made, world.line(), by=w, at=AT)
    return made


def _done(w, h):
    plan = world.issued(w, h)
    acts.finish_activity(queries.standing(plan).get(), done_on=ON, result="Xong", by=w, at=AT)
    return plan


def _judged(w, h):
    return acts.judge_proposal(world.answered(w), is_accepted=True, judgement="Đủ", by=h, at=AT)


BEGIN = {
    "draft_plan": world.plan,
    "record_observation": world.observation,
    "open_figures": world.sheet,
    "decide_inspection": world.inspection,
    "send_proposal": world.proposal,
    "draft_survey": world.survey,
    "draft_report": lambda by: acts.draft_report(from_on=ON, to_on=ON, by=by, at=AT),
}
"""Acts that begin a thing: whoever may, begins it in the own unit."""
WRITE = {
    "edit_plan": (lambda w, _: world.plan(w), lambda t, by: acts.edit_plan(t, purpose="x", focus=["y"], by=by, at=AT)),
    "add_activity": (lambda w, _: world.plan(w), lambda t, by: acts.add_activity(t, world.line(), by=by, at=AT)),
    "edit_activity": (
        lambda w, _: queries.standing(_with_line(w)).get(),
        lambda t, by: acts.edit_activity(t, world.line("x"), by=by, at=AT),
    ),
    "finish_activity": (
        lambda w, h: queries.standing(world.issued(w, h)).get(),
        lambda t, by: acts.finish_activity(t, done_on=ON, result="x", by=by, at=AT),
    ),
    "assess_observation": (
        lambda w, _: world.observation(w),
        lambda t, by: acts.assess_observation(t, grade=Grade.GOOD, assessment="x", by=by, at=AT),
    ),
    "enter_figures": (lambda w, _: world.sheet(w), lambda t, by: acts.enter_figures(t, {"sessions": 1}, by=by, at=AT)),
    "add_finding": (lambda w, _: world.inspection(w), lambda t, by: world.finding(by, t)),
    "answer_proposal": (
        lambda w, _: world.proposal(w),
        lambda t, by: acts.answer_proposal(t, answer="x", answered_on=ON, by=by, at=AT),
    ),
    "add_question": (
        lambda w, _: world.survey(w),
        lambda t, by: acts.add_question(t, text="x", kind=QuestionKind.SCALE, by=by, at=AT),
    ),
    "open_survey": (lambda w, _: world.survey(w), lambda t, by: acts.open_survey(t, by=by, at=AT)),
    "add_reply": (lambda w, _: opened(w), _reply),
    "close_survey": (lambda w, _: filled(w), lambda t, by: acts.close_survey(t, by=by, at=AT)),
    "edit_report": (lambda w, _: world.report(w), lambda t, by: acts.edit_report(t, {"causes": "x"}, by=by, at=AT)),
}
ISSUE = {
    "issue_plan": (
        lambda w, _: _with_line(w),
        lambda t, by: acts.issue_plan(t, number="15/KH-UBND", issued_on=ON, by=by, at=AT),
    ),
    "amend_plan": (
        world.issued,
        lambda t, by: acts.amend_plan(t, **PAPER, given=world.line("x"), by=by, at=AT),
    ),
    "complete_plan": (_done, lambda t, by: acts.complete_plan(t, by=by, at=AT)),
    "conclude_inspection": (
        lambda w, _: world.inspection(w),
        lambda t, by: acts.conclude_inspection(t, conclusion="x", concluded_on=ON, by=by, at=AT),
    ),
    "accept_proposal": (
        lambda w, _: world.answered(w),
        lambda t, by: acts.judge_proposal(t, is_accepted=True, judgement="x", by=by, at=AT),
    ),
    "reject_proposal": (
        lambda w, _: world.answered(w),
        lambda t, by: acts.judge_proposal(t, is_accepted=False, judgement="x", by=by, at=AT),
    ),
    "close_proposal": (_judged, lambda t, by: acts.close_proposal(t, by=by, at=AT)),
    "issue_report": (lambda w, _: world.report(w), lambda t, by: acts.issue_report(t, number="42", by=by, at=AT)),
}
