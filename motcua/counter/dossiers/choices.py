"""Closed lists of the one-stop: states, acts, channels, slips. National codes stand beside ours (`rules.NATIONAL`)."""

from enum import StrEnum

from motcua.legal.procedures.choices import CHANNEL_NAMES, KIND_NAMES, RETURN_NAMES, Channel, PaperKind, ReturnWay

__all__ = [
    "ACT_NAME",
    "AMEND_REASON_NAME",
    "CHANNEL_CODE",
    "CHANNEL_NAMES",
    "KIND_NAMES",
    "PAPER_STATE_NAME",
    "RETURN_NAMES",
    "SLIP_NAME",
    "STATE_NAME",
    "Act",
    "AmendReason",
    "Channel",
    "DraftAnswer",
    "PaperKind",
    "PaperState",
    "ReturnWay",
    "Slip",
    "State",
]


class State(StrEnum):
    """«trạng thái hồ sơ»: ours; `rules.NATIONAL` maps each to the ten of the National Portal."""

    SUBMITTED = "submitted"
    SUPPLEMENT_BEFORE = "supplement_before"
    FEE_ASKED = "fee_asked"
    DECLINED = "declined"
    RECEIVED = "received"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    SUPPLEMENT_ASKED = "supplement_asked"
    CONSULTING = "consulting"
    CONFIRM_ASKED = "confirm_asked"
    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    APPROVED = "approved"
    SIGNED = "signed"
    REFUSED = "refused"
    DONE = "done"
    RETURNED = "returned"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


STATE_NAME: dict[State, str] = {
    State.SUBMITTED: "Mới đăng ký",
    State.SUPPLEMENT_BEFORE: "Chờ hoàn thiện trước khi tiếp nhận",
    State.FEE_ASKED: "Chờ nộp phí, lệ phí",
    State.DECLINED: "Không tiếp nhận",
    State.RECEIVED: "Đã tiếp nhận",
    State.ASSIGNED: "Đã phân công",
    State.IN_PROGRESS: "Đang thẩm tra",
    State.SUPPLEMENT_ASKED: "Chờ bổ sung",
    State.CONSULTING: "Đang lấy ý kiến",
    State.CONFIRM_ASKED: "Chờ xác nhận bản dự thảo",
    State.CONFIRMED: "Đã xác nhận bản dự thảo",
    State.PROPOSED: "Chờ phê duyệt",
    State.APPROVED: "Chờ ký",
    State.SIGNED: "Đã ký",
    State.REFUSED: "Từ chối giải quyết",
    State.DONE: "Có kết quả",
    State.RETURNED: "Đã trả kết quả",
    State.STOPPED: "Dừng xử lý",
    State.WITHDRAWN: "Đã rút hồ sơ",
}


class Act(StrEnum):
    """What may be done to a dossier; each is one function in `acts` and one kind of journal row."""

    SUBMIT = "submit"
    ASK_BEFORE = "ask_before"
    RESUBMIT = "resubmit"
    ASK_FEE = "ask_fee"
    PAY = "pay"
    DECLINE = "decline"
    RECEIVE = "receive"
    ASSIGN = "assign"
    TAKE_UP = "take_up"
    ASK_SUPPLEMENT = "ask_supplement"
    SUPPLEMENT = "supplement"
    CONSULT = "consult"
    ANSWER = "answer"
    AMEND = "amend"
    SEND_DRAFT = "send_draft"
    CONFIRM_DRAFT = "confirm_draft"
    CORRECT_DRAFT = "correct_draft"
    TAKE_SILENCE = "take_silence"
    PROPOSE = "propose"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    SIGN = "sign"
    REFUSE = "refuse"
    RELEASE = "release"
    RETURN_RESULT = "return_result"
    APOLOGISE = "apologise"
    WITHDRAW = "withdraw"
    STOP = "stop"


ACT_NAME: dict[Act, str] = {
    Act.SUBMIT: "Nộp hồ sơ",
    Act.ASK_BEFORE: "Yêu cầu hoàn thiện trước tiếp nhận",
    Act.RESUBMIT: "Nộp lại hồ sơ đã hoàn thiện",
    Act.ASK_FEE: "Yêu cầu nộp phí, lệ phí",
    Act.PAY: "Thu phí, lệ phí",
    Act.DECLINE: "Từ chối tiếp nhận",
    Act.RECEIVE: "Tiếp nhận",
    Act.ASSIGN: "Phân công",
    Act.TAKE_UP: "Nhận việc",
    Act.ASK_SUPPLEMENT: "Yêu cầu bổ sung",
    Act.SUPPLEMENT: "Nhận bổ sung",
    Act.CONSULT: "Lấy ý kiến",
    Act.ANSWER: "Nhận ý kiến",
    Act.AMEND: "Sửa nội dung tờ khai",
    Act.SEND_DRAFT: "Gửi bản dự thảo cho người yêu cầu xác nhận",
    Act.CONFIRM_DRAFT: "Người yêu cầu xác nhận bản dự thảo",
    Act.CORRECT_DRAFT: "Người yêu cầu báo bản dự thảo có chỗ chưa đúng",
    Act.TAKE_SILENCE: "Hết hạn trả lời, coi như đồng ý với bản dự thảo",
    Act.PROPOSE: "Trình phê duyệt",
    Act.APPROVE: "Phê duyệt",
    Act.SEND_BACK: "Trả lại để xem xét",
    Act.SIGN: "Ký kết quả",
    Act.REFUSE: "Từ chối giải quyết",
    Act.RELEASE: "Chuyển kết quả về một cửa",
    Act.RETURN_RESULT: "Trả kết quả",
    Act.APOLOGISE: "Xin lỗi và hẹn lại",
    Act.WITHDRAW: "Rút hồ sơ",
    Act.STOP: "Dừng giải quyết",
}


CHANNEL_CODE = {Channel.DIRECT: 1, Channel.ONLINE: 2, Channel.POST: 3}
"""National `KenhThucHien`."""


class DraftAnswer(StrEnum):
    """What the applicant said of the draft of the result; silence counts as consent [01/2022/TT-BTP]."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    SILENT = "silent"


class AmendReason(StrEnum):
    """Why the declaration of an accepted dossier is amended («sửa nội dung tờ khai»)."""

    MISTYPED = "mistyped"
    ASKED = "asked"
    OTHER = "other"


AMEND_REASON_NAME: dict[AmendReason, str] = {
    AmendReason.MISTYPED: "Nhập sai khi tiếp nhận",
    AmendReason.ASKED: "Người yêu cầu đề nghị sửa",
    AmendReason.OTHER: "Lý do khác",
}


class Slip(StrEnum):
    """The statutory slips of a dossier [01/2018/TT-VPCP, 9; 03/2025/TT-VPCP, annex I]."""

    RECEIPT = "receipt"
    SUPPLEMENT_REQUEST = "supplement_request"
    REFUSAL = "refusal"
    APOLOGY = "apology"
    STOP_NOTICE = "stop_notice"


SLIP_NAME = {
    Slip.RECEIPT: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    Slip.SUPPLEMENT_REQUEST: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    Slip.REFUSAL: "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    Slip.APOLOGY: "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
    Slip.STOP_NOTICE: "Thông báo dừng giải quyết hồ sơ",
}


class PaperState(StrEnum):
    """What became of a paper on the checklist."""

    MISSING = "missing"
    TAKEN = "taken"
    SEEN = "seen"
    FROM_DATA = "from_data"


PAPER_STATE_NAME = {
    PaperState.MISSING: "thiếu",
    PaperState.TAKEN: "đã nhận",
    PaperState.SEEN: "đã đối chiếu, trả lại",
    PaperState.FROM_DATA: "khai thác từ dữ liệu",
}
