"""Levels, roles, and the acts each role may do: a list a head of division can read and correct."""

from enum import StrEnum


class Level(StrEnum):
    """What kind of unit it is. The first three and the ward are agencies; division and counter are parts of one."""

    PROVINCE = "province"
    CITY = "city"
    WARD = "ward"
    DIVISION = "division"
    COUNTER = "counter"


LEVEL_NAMES = {
    Level.PROVINCE: "Cấp tỉnh",
    Level.CITY: "Cấp huyện",
    Level.WARD: "Cấp xã",
    Level.DIVISION: "Phòng chuyên môn",
    Level.COUNTER: "Bộ phận Một cửa",
}
AGENCIES = frozenset({Level.PROVINCE, Level.CITY, Level.WARD})
"""Levels that are agencies of their own: the rights of the agency above stop at their door."""


class Role(StrEnum):
    """What a post is for."""

    COUNTER = "counter"
    SPECIALIST = "specialist"
    HEAD = "head"
    LEADER = "leader"
    CLERK = "clerk"
    REFORM = "reform"
    ADMIN = "admin"
    AUDITOR = "auditor"


ROLE_NAMES = {
    Role.COUNTER: "Tiếp nhận và trả kết quả",
    Role.SPECIALIST: "Thẩm tra",
    Role.HEAD: "Phê duyệt, ký",
    Role.LEADER: "Lãnh đạo Bộ phận Một cửa",
    Role.CLERK: "Văn thư, đóng dấu",
    Role.REFORM: "Cải cách hành chính",
    Role.ADMIN: "Quản trị hệ thống",
    Role.AUDITOR: "Kiểm tra, giám sát",
}

ACT_NAMES = {
    "dossier.read": "Xem hồ sơ",
    "dossier.read_personal": "Xem đầy đủ thông tin cá nhân trong hồ sơ",
    "dossier.receive": "Tiếp nhận hồ sơ",
    "dossier.assign": "Phân công người giải quyết",
    "dossier.examine": "Thẩm tra: yêu cầu bổ sung, lấy ý kiến, trình",
    "dossier.approve": "Phê duyệt, trả lại, từ chối",
    "dossier.sign": "Ký kết quả",
    "dossier.seal": "Vào số, đóng dấu, phát hành",
    "dossier.return": "Trả kết quả",
    "dossier.apologise": "Xin lỗi và hẹn lại ngày trả",
    "register.read": "Tra cứu sổ hộ tịch, sổ chứng thực",
    "register.write": "Ghi sổ hộ tịch, sổ chứng thực",
    "register.close": "Khóa sổ, duyệt sửa sổ",
    "law.register": "Vào sổ văn bản pháp luật, nhập nội dung",
    "law.confirm": "Xác nhận hiệu lực, quan hệ văn bản",
    "notice.write": "Soạn thông báo công khai",
    "report.read": "Xem báo cáo, chỉ số",
    "reform.manage": "Cập nhật kế hoạch, chỉ tiêu, nhiệm vụ",
    "petition.answer": "Xử lý phản ánh, kiến nghị",
    "watch.read": "Xem việc theo dõi tình hình thi hành pháp luật",
    "watch.write": "Theo dõi thi hành pháp luật: ghi thông tin, số liệu, kiểm tra, khảo sát, kiến nghị",
    "watch.issue": "Theo dõi thi hành pháp luật: ban hành kế hoạch, báo cáo; xét, khép kiến nghị",
    "law_review.read": "Xem việc rà soát, hệ thống hóa văn bản",
    "law_review.write": "Rà soát, hệ thống hóa: lập phiếu rà soát, danh mục, tập hợp văn bản",
    "law_review.decide": "Rà soát, hệ thống hóa: quyết định kết quả, phê duyệt, công bố danh mục",
    "kiosk.use": "Mở máy tự phục vụ, gọi số",
    "office.manage": "Quản lý đơn vị, vị trí, bổ nhiệm, ủy quyền",
    "account.manage": "Quản lý tài khoản công chức",
    "journal.verify": "Kiểm tra nhật ký hệ thống",
    "job.manage": "Xem việc nền, cho việc hỏng chạy lại",
}

NAME_ON_RECORD: dict[str, str] = {
    "office.create_officer": "Thêm công chức",
    "office.appoint": "Bổ nhiệm",
    "office.end_appointment": "Kết thúc bổ nhiệm",
    "office.reset_login": "Cấp mật khẩu một lần",
    "office.lock_account": "Khóa tài khoản",
    "office.unlock_account": "Mở khóa tài khoản",
    "office.delegate": "Ủy quyền",
    "office.revoke_delegation": "Chấm dứt ủy quyền",
}
"""Names of what the journal keeps of an officer."""

ROLE_ACTS: dict[Role, frozenset[str]] = {
    Role.COUNTER: frozenset(
        {"dossier.read", "dossier.read_personal", "dossier.receive", "dossier.return", "register.read", "kiosk.use"}
    ),
    Role.SPECIALIST: frozenset(
        {
            "dossier.read",
            "dossier.read_personal",
            "dossier.examine",
            "register.read",
            "register.write",
            "watch.read",
            "watch.write",
            "law.register",
            "law_review.read",
            "law_review.write",
        }
    ),
    Role.HEAD: frozenset(
        {
            "dossier.read",
            "dossier.read_personal",
            "dossier.assign",
            "dossier.approve",
            "dossier.sign",
            "dossier.apologise",
            "register.read",
            "register.close",
            "report.read",
            "petition.answer",
            "watch.read",
            "watch.write",
            "watch.issue",
            "law.register",
            "law.confirm",
            "law_review.read",
            "law_review.write",
            "law_review.decide",
        }
    ),
    Role.LEADER: frozenset(
        {
            "dossier.read",
            "dossier.read_personal",
            "dossier.receive",
            "dossier.return",
            "dossier.assign",
            "kiosk.use",
            "notice.write",
            "report.read",
            "petition.answer",
        }
    ),
    Role.CLERK: frozenset({"dossier.read", "dossier.seal", "register.read", "law.register"}),
    Role.REFORM: frozenset(
        {"report.read", "reform.manage", "petition.answer", "notice.write", "watch.read", "law_review.read"}
    ),
    Role.ADMIN: frozenset({"office.manage", "account.manage", "journal.verify", "job.manage"}),
    Role.AUDITOR: frozenset(
        {"dossier.read", "register.read", "report.read", "journal.verify", "watch.read", "law_review.read"}
    ),
}

REACH_BELOW = frozenset(
    {"report.read", "watch.read", "law_review.read", "office.manage", "account.manage", "journal.verify"}
)
"""Oversight acts reach the agencies below; every other act stays within the agency and its own divisions."""

DELEGABLE = frozenset({"dossier.assign", "dossier.approve", "dossier.sign", "dossier.apologise", "register.close"})
"""What a head may delegate in writing («ủy quyền»); what was delegated cannot be delegated on [30/2020/NĐ-CP, 13.3]."""
