"""Closed lists of civil status: kinds of book, of registration, of note, of duty that follows an entry."""

from enum import StrEnum


class BookKind(StrEnum):
    """«Loại sổ»: every kind of act has its own book [60/2014/QH13, 58.1]."""

    BIRTH = "SO_KS"
    MARRIAGE = "SO_KH"
    DEATH = "SO_KT"
    MARITAL_STATUS = "SO_XN"
    CHANGE = "SO_TDCC"
    COPY = "SO_BS"


BOOK_NAME = {
    BookKind.BIRTH: "Sổ đăng ký khai sinh",
    BookKind.MARRIAGE: "Sổ đăng ký kết hôn",
    BookKind.DEATH: "Sổ đăng ký khai tử",
    BookKind.MARITAL_STATUS: "Sổ cấp Giấy xác nhận tình trạng hôn nhân",
    BookKind.CHANGE: "Sổ đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
    BookKind.COPY: "Sổ cấp bản sao trích lục hộ tịch",
}
ACT_NAME = {
    BookKind.BIRTH: "khai sinh",
    BookKind.MARRIAGE: "kết hôn",
    BookKind.DEATH: "khai tử",
    BookKind.MARITAL_STATUS: "xác nhận tình trạng hôn nhân",
    BookKind.CHANGE: "thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
    BookKind.COPY: "cấp bản sao trích lục",
}
SIGN = {
    BookKind.DEATH: "TLKT",
    BookKind.MARITAL_STATUS: "UBND-XNTTHN",
    BookKind.CHANGE: "TLCC",
}
"""Sign behind the number of an original paper; birth and marriage certificates carry none."""
COPY_SIGN = {
    BookKind.BIRTH: "TLKS-BS",
    BookKind.MARRIAGE: "TLKH-BS",
    BookKind.DEATH: "TLKT-BS",
    BookKind.CHANGE: "TLCC-BS",
}
RECORD_BOOK = {
    "birth": BookKind.BIRTH,
    "marriage": BookKind.MARRIAGE,
    "death": BookKind.DEATH,
    "change": BookKind.CHANGE,
}
"""Code of `law/tables/record_kinds.yaml` and of the extract form → its book. Other kinds are on paper only."""


class Registration(StrEnum):
    """«Loại đăng ký»."""

    ON_TIME = "on_time"
    LATE = "late"
    FIRST = "first"
    AGAIN = "again"
    CHANGE = "change"
    CORRECT = "correct"
    ADD = "add"
    ETHNICITY = "ethnicity"
    ISSUED = "issued"


REGISTRATION_NAME = {
    Registration.ON_TIME: "Đăng ký đúng hạn",
    Registration.LATE: "Đăng ký quá hạn",
    Registration.FIRST: "Đăng ký lần đầu",
    Registration.AGAIN: "Đăng ký lại",
    Registration.CHANGE: "Thay đổi hộ tịch",
    Registration.CORRECT: "Cải chính hộ tịch",
    Registration.ADD: "Bổ sung thông tin hộ tịch",
    Registration.ETHNICITY: "Xác định lại dân tộc",
    Registration.ISSUED: "Cấp giấy",
}


class NoteKind(StrEnum):
    """What a note on an entry tells of: a later change of the person's civil status."""

    CHANGE = "change"
    CORRECT = "correct"
    ADD = "add"
    ETHNICITY = "ethnicity"
    PARENTAGE = "parentage"
    ADOPTION = "adoption"
    DIVORCE = "divorce"
    ANNULMENT = "annulment"
    DEATH_DECLARED = "death_declared"
    OTHER = "other"


NOTE_NAME = {
    NoteKind.CHANGE: "Thay đổi hộ tịch",
    NoteKind.CORRECT: "Cải chính hộ tịch",
    NoteKind.ADD: "Bổ sung thông tin hộ tịch",
    NoteKind.ETHNICITY: "Xác định lại dân tộc",
    NoteKind.PARENTAGE: "Nhận cha, mẹ, con",
    NoteKind.ADOPTION: "Nuôi con nuôi",
    NoteKind.DIVORCE: "Ly hôn",
    NoteKind.ANNULMENT: "Hủy việc kết hôn",
    NoteKind.DEATH_DECLARED: "Tuyên bố mất tích, đã chết hoặc hủy tuyên bố",
    NoteKind.OTHER: "Ghi chú khác",
}


class Duty(StrEnum):
    """A duty that an entry leaves behind («việc phải làm sau khi ghi sổ»)."""

    NOTIFY_ORIGIN = "notify_origin"
    NOTIFY_FOREIGN = "notify_foreign"
    LOCK_DEATH = "lock_death"
    PERSONAL_NUMBER = "personal_number"


DUTY_TEXT = {
    Duty.NOTIFY_ORIGIN: "Thông báo bằng văn bản, kèm bản sao trích lục, cho nơi đăng ký trước đây",
    Duty.NOTIFY_FOREIGN: "Thông báo bằng văn bản, kèm trích lục, cho Bộ Ngoại giao",
    Duty.LOCK_DEATH: "Khóa thông tin hộ tịch của người chết trong Cơ sở dữ liệu hộ tịch điện tử",
    Duty.PERSONAL_NUMBER: "Lấy số định danh cá nhân từ Cơ sở dữ liệu quốc gia về dân cư và ghi vào sổ",
}
DUTY_BASIS = {
    Duty.NOTIFY_ORIGIN: "60/2014/QH13, 28.3",
    Duty.NOTIFY_FOREIGN: "60/2014/QH13, 52.3",
    Duty.LOCK_DEATH: "60/2014/QH13, 34.2",
    Duty.PERSONAL_NUMBER: "60/2014/QH13, 16.2",
}


FORM_OF = {
    "civil_status.birth": "birth",
    "civil_status.marriage": "marriage",
    "civil_status.death": "death",
    "civil_status.marital_status": "marital_status",
    "civil_status.change": "civil_status_change",
    "civil_status.extract": "extract_copy",
}
"""Form of each trade, for dossiers that name none."""
PAPER_ONLY = {
    "parentage": "đăng ký nhận cha, mẹ, con",
    "guardianship": "đăng ký giám hộ",
    "foreign": "ghi chú việc hộ tịch đã đăng ký ở nước ngoài",
}
"""Kinds of extract whose registers are on paper only: an officer copies the lines."""
