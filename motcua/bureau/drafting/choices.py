"""Closed lists: states of a draft, acts, conclusions, verdicts, kinds of check and handling; with Vietnamese names."""

from enum import StrEnum


class State(StrEnum):
    """Where a draft stands."""

    DRAFTING = "drafting"
    CONSULTING = "consulting"
    CONSULTED = "consulted"
    ASKED = "asked"
    INCOMPLETE = "incomplete"
    APPRAISING = "appraising"
    APPRAISED = "appraised"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ADOPTED = "adopted"
    ISSUED = "issued"
    PUBLISHED = "published"
    SUSPENDED = "suspended"
    REPEALED = "repealed"
    STOPPED = "stopped"


STATE_NAME = {
    State.DRAFTING: "Đang soạn thảo",
    State.CONSULTING: "Đang lấy ý kiến",
    State.CONSULTED: "Đã tổng hợp ý kiến",
    State.ASKED: "Đã gửi thẩm định",
    State.INCOMPLETE: "Hồ sơ thẩm định phải bổ sung",
    State.APPRAISING: "Đang thẩm định",
    State.APPRAISED: "Đã thẩm định",
    State.SUBMITTED: "Đã trình",
    State.RETURNED: "Được trả lại để hoàn thiện",
    State.ADOPTED: "Đã thông qua",
    State.ISSUED: "Đã ban hành, chờ đăng",
    State.PUBLISHED: "Đã ban hành",
    State.SUSPENDED: "Bị đình chỉ thi hành",
    State.REPEALED: "Đã bị bãi bỏ",
    State.STOPPED: "Dừng soạn thảo",
}


class Act(StrEnum):
    """What is done to a draft, as the journal names it."""

    START = "start"
    EDIT = "edit"
    ADD_VERSION = "add_version"
    OPEN_ROUND = "open_round"
    RECORD_ANSWER = "record_answer"
    HANDLE_ANSWER = "handle_answer"
    CLOSE_ROUND = "close_round"
    POST = "post"
    COMMENT = "comment"
    MODERATE_COMMENT = "moderate_comment"
    HANDLE_COMMENT = "handle_comment"
    CLOSE_POSTING = "close_posting"
    REQUEST_APPRAISAL = "request_appraisal"
    ASK_MISSING = "ask_missing"
    RECEIVE_DOSSIER = "receive_dossier"
    WRITE_OPINION = "write_opinion"
    SIGN_REPORT = "sign_report"
    SEAL_REPORT = "seal_report"
    REWORK = "rework"
    SUBMIT = "submit"
    RETURN = "return"
    SEND_EXAMINATION = "send_examination"
    RECORD_EXAMINATION = "record_examination"
    ADOPT = "adopt"
    ISSUE = "issue"
    PUBLISH = "publish"
    STOP = "stop"
    RECORD_CHECK = "record_check"
    SUSPEND = "suspend"
    REPEAL = "repeal"
    CORRECT = "correct"
    PUBLISH_HANDLING = "publish_handling"


ACT_NAME = {
    Act.START: "Lập dự thảo",
    Act.EDIT: "Sửa thông tin dự thảo",
    Act.ADD_VERSION: "Thêm phiên bản",
    Act.OPEN_ROUND: "Gửi lấy ý kiến",
    Act.RECORD_ANSWER: "Ghi ý kiến",
    Act.HANDLE_ANSWER: "Tiếp thu, giải trình ý kiến",
    Act.CLOSE_ROUND: "Kết thúc lấy ý kiến",
    Act.POST: "Đăng tải dự thảo",
    Act.COMMENT: "Góp ý của người dân",
    Act.MODERATE_COMMENT: "Duyệt góp ý",
    Act.HANDLE_COMMENT: "Tiếp thu, giải trình góp ý",
    Act.CLOSE_POSTING: "Kết thúc đăng tải",
    Act.REQUEST_APPRAISAL: "Gửi đề nghị thẩm định",
    Act.ASK_MISSING: "Yêu cầu bổ sung hồ sơ thẩm định",
    Act.RECEIVE_DOSSIER: "Nhận hồ sơ thẩm định",
    Act.WRITE_OPINION: "Ghi ý kiến thẩm định",
    Act.SIGN_REPORT: "Ký báo cáo thẩm định",
    Act.SEAL_REPORT: "Đóng dấu báo cáo thẩm định",
    Act.REWORK: "Soạn thảo lại",
    Act.SUBMIT: "Trình dự thảo",
    Act.RETURN: "Trả lại để hoàn thiện",
    Act.SEND_EXAMINATION: "Gửi thẩm tra",
    Act.RECORD_EXAMINATION: "Ghi báo cáo thẩm tra",
    Act.ADOPT: "Ghi kết quả thông qua",
    Act.ISSUE: "Cấp số, ban hành",
    Act.PUBLISH: "Ghi đăng công báo, niêm yết",
    Act.STOP: "Dừng soạn thảo",
    Act.RECORD_CHECK: "Ghi kết quả kiểm tra",
    Act.SUSPEND: "Đình chỉ thi hành",
    Act.REPEAL: "Bãi bỏ",
    Act.CORRECT: "Đính chính",
    Act.PUBLISH_HANDLING: "Ghi công bố kết quả xử lý",
}


class ProgrammeAct(StrEnum):
    """What is done to a programme, as the journal names it."""

    DRAFT_PROGRAMME = "draft_programme"
    ADD_ITEM = "add_item"
    DROP_ITEM = "drop_item"
    ISSUE_PROGRAMME = "issue_programme"


class ProgrammeState(StrEnum):
    """Life of a programme."""

    DRAFTED = "drafted"
    ISSUED = "issued"


PROGRAMME_STATE_NAME = {ProgrammeState.DRAFTED: "Dự kiến", ProgrammeState.ISSUED: "Đã ban hành"}


class ItemState(StrEnum):
    """Where a line of the programme stands; computed from its draft."""

    PLANNED = "planned"
    LATE = "late"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


ITEM_STATE_NAME = {
    ItemState.PLANNED: "Chưa soạn thảo",
    ItemState.LATE: "Quá tháng, chưa soạn thảo",
    ItemState.STARTED: "Đang thực hiện",
    ItemState.DONE: "Đã ban hành",
    ItemState.DROPPED: "Đưa ra khỏi chương trình",
}


class Verdict(StrEnum):
    """What the drafter does with an opinion («tiếp thu, giải trình»)."""

    TAKEN = "taken"
    PARTLY = "partly"
    EXPLAINED = "explained"


VERDICT_NAME = {
    Verdict.TAKEN: "Tiếp thu",
    Verdict.PARTLY: "Tiếp thu một phần",
    Verdict.EXPLAINED: "Giải trình",
}


class CommentState(StrEnum):
    """What became of a comment from the portal."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"


COMMENT_STATE_NAME = {
    CommentState.WAITING: "Chờ duyệt",
    CommentState.SHOWN: "Đã đăng",
    CommentState.HIDDEN: "Không đăng",
}


class Judgement(StrEnum):
    """The appraiser's judgement of one content."""

    FIT = "fit"
    MEND = "mend"
    UNFIT = "unfit"
    APART = "apart"


JUDGEMENT_NAME = {
    Judgement.FIT: "Phù hợp",
    Judgement.MEND: "Cần chỉnh lý",
    Judgement.UNFIT: "Không phù hợp",
    Judgement.APART: "Không thuộc dự thảo này",
}


class Conclusion(StrEnum):
    """How the appraisal ends."""

    READY = "ready"
    AFTER_MENDING = "after_mending"
    NOT_READY = "not_ready"


CONCLUSION_NAME = {
    Conclusion.READY: "Đủ điều kiện trình",
    Conclusion.AFTER_MENDING: "Đủ điều kiện trình sau khi hoàn thiện",
    Conclusion.NOT_READY: "Chưa đủ điều kiện trình",
}


class CheckKind(StrEnum):
    """Who checks an issued text."""

    SELF = "self"
    COMPETENT = "competent"


CHECK_NAME = {CheckKind.SELF: "Tự kiểm tra", CheckKind.COMPETENT: "Kiểm tra theo thẩm quyền"}


class Head(StrEnum):
    """The five heads under which an issued text is checked."""

    BASIS = "basis"
    COMPETENCE = "competence"
    CONTENT = "content"
    FORM = "form"
    PROCEDURE = "procedure"


HEAD_NAME = {
    Head.BASIS: "Căn cứ pháp lý",
    Head.COMPETENCE: "Thẩm quyền",
    Head.CONTENT: "Nội dung",
    Head.FORM: "Thể thức, kỹ thuật trình bày",
    Head.PROCEDURE: "Trình tự, thủ tục",
}


class HandlingForm(StrEnum):
    """How an unlawful text is handled [79/2025/NĐ-CP, 28]."""

    SUSPEND = "suspend"
    REPEAL = "repeal"
    CORRECT = "correct"


HANDLING_NAME = {
    HandlingForm.SUSPEND: "Đình chỉ thi hành",
    HandlingForm.REPEAL: "Bãi bỏ",
    HandlingForm.CORRECT: "Đính chính",
}
