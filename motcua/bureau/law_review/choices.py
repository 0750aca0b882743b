"""Closed lists: why a review begins, what it proposes, states of every thing, the four lists; Vietnamese names."""

from enum import StrEnum


class Trigger(StrEnum):
    """Why a document is reviewed."""

    BASIS = "basis"
    FIELD = "field"
    REQUEST = "request"


TRIGGER_NAME = {
    Trigger.BASIS: "Căn cứ thay đổi",
    Trigger.FIELD: "Theo chuyên đề, lĩnh vực",
    Trigger.REQUEST: "Theo yêu cầu",
}


class Proposal(StrEnum):
    """What the review proposes to do with the document or one of its provisions."""

    KEEP = "keep"
    REPEAL = "repeal"
    REPLACE = "replace"
    AMEND = "amend"
    ISSUE = "issue"
    SUSPEND = "suspend"


PROPOSAL_NAME = {
    Proposal.KEEP: "Giữ nguyên",
    Proposal.REPEAL: "Bãi bỏ",
    Proposal.REPLACE: "Thay thế",
    Proposal.AMEND: "Sửa đổi, bổ sung",
    Proposal.ISSUE: "Ban hành mới",
    Proposal.SUSPEND: "Ngưng hiệu lực",
}


class CaseState(StrEnum):
    """Life of a review."""

    OPEN = "open"
    REVIEWED = "reviewed"
    DECIDED = "decided"
    CLOSED = "closed"


class YearState(StrEnum):
    """Life of a yearly list."""

    COMPUTED = "computed"
    CHECKED = "checked"
    APPROVED = "approved"
    PUBLISHED = "published"


class RoundState(StrEnum):
    """Life of a systematisation, step by step."""

    DRAFTED = "drafted"
    PLANNED = "planned"
    GATHERED = "gathered"
    COLLECTED = "collected"
    LISTED = "listed"
    RATIFIED = "ratified"
    RELEASED = "released"


STATE_NAME: dict[str, str] = {
    CaseState.OPEN: "Chờ rà soát",
    CaseState.REVIEWED: "Đã rà soát, chờ quyết định",
    CaseState.DECIDED: "Đã quyết định, đang xử lý",
    CaseState.CLOSED: "Đã xong",
    YearState.COMPUTED: "Đã lập, chờ kiểm tra",
    YearState.CHECKED: "Đã kiểm tra, chờ phê duyệt",
    YearState.APPROVED: "Đã phê duyệt, chờ công bố",
    YearState.PUBLISHED: "Đã công bố",
    RoundState.DRAFTED: "Dự thảo kế hoạch",
    RoundState.PLANNED: "Đã ban hành kế hoạch",
    RoundState.GATHERED: "Đã tập hợp văn bản",
    RoundState.COLLECTED: "Đã tập hợp kết quả rà soát",
    RoundState.LISTED: "Đã rà soát lại, lập danh mục",
    RoundState.RATIFIED: "Đã phê duyệt kết quả, chờ công bố",
    RoundState.RELEASED: "Đã công bố kết quả",
}
STEPS = tuple(RoundState)
"""Order of work of a systematisation [79/2025/NĐ-CP, 51]."""


class ListName(StrEnum):
    """The four lists; the yearly one has the first two."""

    WHOLE = "whole"
    PART = "part"
    IN_FORCE = "in_force"
    TO_HANDLE = "to_handle"


YEARLY = (ListName.WHOLE, ListName.PART)
SLUGS = {
    ListName.WHOLE: "het-hieu-luc-toan-bo",
    ListName.PART: "het-hieu-luc-mot-phan",
    ListName.IN_FORCE: "con-hieu-luc",
    ListName.TO_HANDLE: "can-xu-ly",
}


class Origin(StrEnum):
    """How a document came into the gathered set."""

    PREVIOUS = "previous"
    ISSUED = "issued"


ORIGIN_NAME = {Origin.PREVIOUS: "Danh mục kỳ trước", Origin.ISSUED: "Ban hành trong kỳ"}


class DifferenceKind(StrEnum):
    """Ways in which the gathered set, the lists and the register do not agree."""

    NOT_KEPT = "not_kept"
    ENDED_BEFORE = "ended_before"
    IN_BOTH = "in_both"
    NOT_GATHERED = "not_gathered"
    UNCLEAR = "unclear"
    UNDECIDED = "undecided"
    CHANGED = "changed"


DIFFERENCE_NAME = {
    DifferenceKind.NOT_KEPT: "Có trong danh mục kỳ trước, không tìm thấy trong sổ văn bản",
    DifferenceKind.ENDED_BEFORE: "Danh mục kỳ trước ghi còn hiệu lực, sổ ghi đã hết hiệu lực trước kỳ này",
    DifferenceKind.IN_BOTH: "Vừa có trong danh mục kỳ trước, vừa ban hành trong kỳ",
    DifferenceKind.NOT_GATHERED: "Có hiệu lực trong kỳ theo sổ, ngoài danh mục kỳ trước và văn bản ban hành trong kỳ",
    DifferenceKind.UNCLEAR: "Đã tập hợp, nhưng sổ chưa xác định được hiệu lực",
    DifferenceKind.UNDECIDED: "Còn đề xuất hiệu lực chưa quyết định trong sổ",
    DifferenceKind.CHANGED: "Danh mục đã lập khác với sổ văn bản hiện nay",
}


class Act(StrEnum):
    """What is done to the things of this module, as the journal names it."""

    PROPOSE_REVIEW = "propose_review"
    JOIN_CHANGE = "join_change"
    REDATE_CHANGE = "redate_change"
    BEGIN_REVIEW = "begin_review"
    FILL_SLIP = "fill_slip"
    RETURN_REVIEW = "return_review"
    DECIDE_REVIEW = "decide_review"
    CLOSE_REVIEW = "close_review"
    COMPUTE_LIST = "compute_list"
    CHECK_LIST = "check_list"
    APPROVE_LIST = "approve_list"
    PUBLISH_LIST = "publish_list"
    DRAFT_ROUND = "draft_round"
    EDIT_ROUND = "edit_round"
    ISSUE_ROUND_PLAN = "issue_round_plan"
    ENTER_PREVIOUS = "enter_previous"
    GATHER = "gather"
    COLLECT_RESULTS = "collect_results"
    MAKE_LISTS = "make_lists"
    EXPLAIN = "explain"
    APPROVE_ROUND = "approve_round"
    PUBLISH_ROUND = "publish_round"


ACT_NAME = {
    Act.PROPOSE_REVIEW: "Đề xuất rà soát",
    Act.JOIN_CHANGE: "Thêm thay đổi của căn cứ",
    Act.REDATE_CHANGE: "Cập nhật thay đổi của căn cứ",
    Act.BEGIN_REVIEW: "Mở việc rà soát",
    Act.FILL_SLIP: "Lập phiếu rà soát",
    Act.RETURN_REVIEW: "Trả lại phiếu rà soát",
    Act.DECIDE_REVIEW: "Quyết định kết quả rà soát",
    Act.CLOSE_REVIEW: "Kết thúc việc rà soát",
    Act.COMPUTE_LIST: "Lập danh mục từ sổ văn bản",
    Act.CHECK_LIST: "Kiểm tra danh mục",
    Act.APPROVE_LIST: "Phê duyệt danh mục",
    Act.PUBLISH_LIST: "Công bố danh mục",
    Act.DRAFT_ROUND: "Lập kế hoạch hệ thống hóa",
    Act.EDIT_ROUND: "Sửa kế hoạch hệ thống hóa",
    Act.ISSUE_ROUND_PLAN: "Ban hành kế hoạch hệ thống hóa",
    Act.ENTER_PREVIOUS: "Nhập danh mục kỳ trước",
    Act.GATHER: "Tập hợp văn bản",
    Act.COLLECT_RESULTS: "Tập hợp kết quả rà soát",
    Act.MAKE_LISTS: "Rà soát lại, lập bốn danh mục",
    Act.EXPLAIN: "Giải trình chênh lệch",
    Act.APPROVE_ROUND: "Phê duyệt kết quả hệ thống hóa",
    Act.PUBLISH_ROUND: "Công bố kết quả hệ thống hóa",
}
