"""Closed lists: kinds of activity and source, states of every thing, acts, grades; with their Vietnamese names."""

from enum import StrEnum


class ActivityKind(StrEnum):
    """What a planned activity is."""

    COLLECT = "collect"
    INSPECT = "inspect"
    SURVEY = "survey"
    CONFERENCE = "conference"
    SETTLE = "settle"


ACTIVITY_NAME = {
    ActivityKind.COLLECT: "Thu thập thông tin",
    ActivityKind.INSPECT: "Kiểm tra",
    ActivityKind.SURVEY: "Điều tra, khảo sát",
    ActivityKind.CONFERENCE: "Hội nghị, tọa đàm",
    ActivityKind.SETTLE: "Xử lý kết quả theo dõi",
}


class Source(StrEnum):
    """Where an observation comes from."""

    PRESS = "press"
    PETITION = "petition"
    DOSSIER = "dossier"
    INSPECTION = "inspection"
    REPORT = "report"


SOURCE_NAME = {
    Source.PRESS: "Báo chí, mạng xã hội",
    Source.PETITION: "Phản ánh, kiến nghị của người dân",
    Source.DOSSIER: "Hồ sơ thủ tục hành chính",
    Source.INSPECTION: "Kiểm tra, khảo sát",
    Source.REPORT: "Báo cáo của cơ quan, đơn vị",
}


class Grade(StrEnum):
    """How enforcement is judged from an observation or finding."""

    GOOD = "good"
    LIMITED = "limited"
    WRONG = "wrong"
    TEXT = "text"


GRADE_NAME = {
    Grade.GOOD: "Thi hành đúng, đầy đủ",
    Grade.LIMITED: "Thi hành còn hạn chế, chậm",
    Grade.WRONG: "Thi hành sai quy định",
    Grade.TEXT: "Vướng mắc do quy định của văn bản",
}


class PlanState(StrEnum):
    """Life of a plan."""

    DRAFTED = "drafted"
    ISSUED = "issued"
    DONE = "done"


class InspectionState(StrEnum):
    """Life of an inspection."""

    DECIDED = "decided"
    CONCLUDED = "concluded"


class ProposalState(StrEnum):
    """Life of a proposal."""

    SENT = "sent"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CLOSED = "closed"


class SurveyState(StrEnum):
    """Life of a survey."""

    DRAFTED = "drafted"
    OPEN = "open"
    CLOSED = "closed"


class ReportState(StrEnum):
    """Life of a report."""

    DRAFTED = "drafted"
    ISSUED = "issued"


STATE_NAME: dict[str, str] = {
    PlanState.DRAFTED: "Dự thảo",
    PlanState.ISSUED: "Đã ban hành",
    PlanState.DONE: "Đã hoàn thành",
    InspectionState.DECIDED: "Đang kiểm tra",
    InspectionState.CONCLUDED: "Đã kết luận",
    ProposalState.SENT: "Chờ trả lời",
    ProposalState.ANSWERED: "Đã trả lời, chờ xét",
    ProposalState.ACCEPTED: "Được tiếp thu",
    ProposalState.REJECTED: "Không được tiếp thu",
    ProposalState.CLOSED: "Đã khép",
    SurveyState.OPEN: "Đang khảo sát",
}
CLOSED_SURVEY = "Đã kết thúc"
"""`closed` of a survey; the same code of a proposal reads otherwise."""


class QuestionKind(StrEnum):
    """What answers a question takes."""

    CHOICE = "choice"
    SCALE = "scale"


QUESTION_NAME = {QuestionKind.CHOICE: "Chọn một trong các trả lời", QuestionKind.SCALE: "Thang điểm 1 đến 5"}
SCALE = ("1 – Rất không đồng ý", "2", "3", "4", "5 – Rất đồng ý")


class Live(StrEnum):
    """What the system itself can count, for inputs of the criteria that are then never typed."""

    DOSSIERS_ON_TIME = "dossiers_on_time"
    DOSSIERS_LATE = "dossiers_late"
    PETITIONS_RECEIVED = "petitions_received"
    PETITIONS_ASSESSED = "petitions_assessed"
    INSPECTIONS = "inspections"
    CONCLUSIONS_DUE = "conclusions_due"
    CONCLUSIONS_DONE = "conclusions_done"


LIVE_NAME = {
    Live.DOSSIERS_ON_TIME: "hồ sơ một cửa",
    Live.DOSSIERS_LATE: "hồ sơ một cửa",
    Live.PETITIONS_RECEIVED: "thông tin từ phản ánh, kiến nghị",
    Live.PETITIONS_ASSESSED: "thông tin từ phản ánh, kiến nghị đã đánh giá",
    Live.INSPECTIONS: "các cuộc kiểm tra đã ghi",
    Live.CONCLUSIONS_DUE: "phát hiện của các cuộc kiểm tra đã kết luận",
    Live.CONCLUSIONS_DONE: "kiến nghị từ phát hiện đã được tiếp thu",
}


class Act(StrEnum):
    """What is done to the things of this module, as the journal names it."""

    DRAFT_PLAN = "draft_plan"
    EDIT_PLAN = "edit_plan"
    ADD_ACTIVITY = "add_activity"
    EDIT_ACTIVITY = "edit_activity"
    ISSUE_PLAN = "issue_plan"
    AMEND_PLAN = "amend_plan"
    FINISH_ACTIVITY = "finish_activity"
    COMPLETE_PLAN = "complete_plan"
    RECORD_OBSERVATION = "record_observation"
    ASSESS_OBSERVATION = "assess_observation"
    OPEN_FIGURES = "open_figures"
    ENTER_FIGURES = "enter_figures"
    DECIDE_INSPECTION = "decide_inspection"
    ADD_FINDING = "add_finding"
    CONCLUDE_INSPECTION = "conclude_inspection"
    SEND_PROPOSAL = "send_proposal"
    ANSWER_PROPOSAL = "answer_proposal"
    ACCEPT_PROPOSAL = "accept_proposal"
    REJECT_PROPOSAL = "reject_proposal"
    CLOSE_PROPOSAL = "close_proposal"
    DRAFT_SURVEY = "draft_survey"
    ADD_QUESTION = "add_question"
    OPEN_SURVEY = "open_survey"
    ADD_REPLY = "add_reply"
    CLOSE_SURVEY = "close_survey"
    DRAFT_REPORT = "draft_report"
    EDIT_REPORT = "edit_report"
    ISSUE_REPORT = "issue_report"


ACT_NAME = {
    Act.DRAFT_PLAN: "Lập dự thảo kế hoạch",
    Act.EDIT_PLAN: "Sửa dự thảo kế hoạch",
    Act.ADD_ACTIVITY: "Thêm hoạt động",
    Act.EDIT_ACTIVITY: "Sửa hoạt động",
    Act.ISSUE_PLAN: "Ban hành kế hoạch",
    Act.AMEND_PLAN: "Sửa đổi, bổ sung kế hoạch",
    Act.FINISH_ACTIVITY: "Hoàn thành hoạt động",
    Act.COMPLETE_PLAN: "Hoàn thành kế hoạch",
    Act.RECORD_OBSERVATION: "Ghi thông tin",
    Act.ASSESS_OBSERVATION: "Đánh giá thông tin",
    Act.OPEN_FIGURES: "Mở biểu số liệu",
    Act.ENTER_FIGURES: "Nhập số liệu",
    Act.DECIDE_INSPECTION: "Ghi quyết định kiểm tra",
    Act.ADD_FINDING: "Ghi phát hiện",
    Act.CONCLUDE_INSPECTION: "Kết luận kiểm tra",
    Act.SEND_PROPOSAL: "Gửi kiến nghị",
    Act.ANSWER_PROPOSAL: "Ghi trả lời",
    Act.ACCEPT_PROPOSAL: "Xét: được tiếp thu",
    Act.REJECT_PROPOSAL: "Xét: không được tiếp thu",
    Act.CLOSE_PROPOSAL: "Khép kiến nghị",
    Act.DRAFT_SURVEY: "Lập phiếu khảo sát",
    Act.ADD_QUESTION: "Thêm câu hỏi",
    Act.OPEN_SURVEY: "Mở khảo sát",
    Act.ADD_REPLY: "Nhập phiếu trả lời",
    Act.CLOSE_SURVEY: "Kết thúc khảo sát",
    Act.DRAFT_REPORT: "Lập dự thảo báo cáo",
    Act.EDIT_REPORT: "Sửa dự thảo báo cáo",
    Act.ISSUE_REPORT: "Ban hành báo cáo",
}
