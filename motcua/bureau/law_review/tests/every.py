"""Every act of the module: how its thing comes to stand where the act is open, and the act itself."""

from datetime import date

from motcua.bureau.law_review import acts, queries
from motcua.bureau.law_review.tests import world
from motcua.bureau.law_review.tests.world import AT, ON

DAY = date(2026, 1, 20)


def _differing(w, h):
    """A round with one difference: a number of the previous list that the register does not know."""
    return world.listed(w, h, ("99/2001/QĐ-UBND",))


def _explain(row, by):
    [found] = queries.reconciled(row, on=ON).differences
    return acts.explain(row, found, text="Bản giấy bị mất", by=by, at=AT)


BEGIN = {
    "begin_review": world.begun,
    "compute_list": world.computed,
    "draft_round": world.drafted,
}
"""Acts that begin a thing: whoever may, begins it in the own unit."""
WRITE = {
    "fill_slip": (lambda w, _: world.begun(w), lambda t, by: acts.fill_slip(t, world.slip(), by=by, at=AT)),
    "close_review": (world.decided, lambda t, by: acts.close_review(t, outcome="Đã sửa", by=by, at=AT)),
    "check_list": (lambda w, _: world.computed(w), lambda t, by: acts.check_list(t, remark="Đúng", by=by, at=AT)),
    "edit_round": (lambda w, _: world.drafted(w), lambda t, by: acts.edit_round(t, **world.PLAN, by=by, at=AT)),
    "enter_previous": (world.planned, lambda t, by: acts.enter_previous(t, ["1/2001/QĐ-UBND"], by=by, at=AT)),
    "gather": (world.entered, lambda t, by: acts.gather(t, by=by, at=AT)),
    "collect_results": (world.gathered, lambda t, by: acts.collect_results(t, by=by, at=AT)),
    "make_lists": (world.collected, lambda t, by: acts.make_lists(t, by=by, at=AT)),
    "explain": (_differing, _explain),
}
DECIDE = {
    "return_review": (
        lambda w, _: world.reviewed(w),
        lambda t, by: acts.return_review(t, reason="Thiếu căn cứ", by=by, at=AT),
    ),
    "decide_review": (
        lambda w, _: world.reviewed(w),
        lambda t, by: acts.decide_review(t, decision="Đồng ý", by=by, at=AT),
    ),
    "approve_list": (
        lambda w, _: world.checked(w),
        lambda t, by: acts.approve_list(t, number="12/QĐ-UBND", approved_on=DAY, by=by, at=AT),
    ),
    "publish_list": (world.approved, lambda t, by: acts.publish_list(t, by=by, at=AT)),
    "issue_round_plan": (
        lambda w, _: world.drafted(w),
        lambda t, by: acts.issue_round_plan(t, number="9/KH-UBND", planned_on=DAY, by=by, at=AT),
    ),
    "approve_round": (
        lambda w, h: (world.year_of_ends(), world.listed(w, h))[1],
        lambda t, by: acts.approve_round(t, number="77/QĐ-UBND", approved_on=DAY, by=by, at=AT),
    ),
    "publish_round": (world.ratified, lambda t, by: acts.publish_round(t, by=by, at=AT)),
}
SYSTEM_ONLY = {"propose_review", "join_change", "redate_change"}
