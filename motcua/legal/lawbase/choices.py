"""Closed lists of the register: units of a text, effect states, events, relations, patches."""

from enum import StrEnum


class UnitKind(StrEnum):
    """What a piece of a text is."""

    HEADER = "header"
    BASIS = "basis"
    ENACTING = "enacting"
    ATTACHED = "attached"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    HEADING = "heading"
    CLAUSE = "clause"
    POINT = "point"
    ITEM = "item"
    APPENDIX = "appendix"
    FORM = "form"
    FOOTER = "footer"
    TEXT = "text"


UNIT_NAMES = {
    UnitKind.HEADER: "Phần đầu",
    UnitKind.BASIS: "Căn cứ",
    UnitKind.ENACTING: "Lời ban hành",
    UnitKind.ATTACHED: "Văn bản kèm theo",
    UnitKind.PART: "Phần",
    UnitKind.CHAPTER: "Chương",
    UnitKind.SECTION: "Mục",
    UnitKind.SUBSECTION: "Tiểu mục",
    UnitKind.ARTICLE: "Điều",
    UnitKind.HEADING: "Mục",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.ITEM: "tiết",
    UnitKind.APPENDIX: "Phụ lục",
    UnitKind.FORM: "Mẫu số",
    UnitKind.FOOTER: "Phần cuối",
    UnitKind.TEXT: "Đoạn",
}


class EffectState(StrEnum):
    """«Tình trạng hiệu lực» on a day."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    PARTLY_EXPIRED = "partly_expired"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    PARTLY_SUSPENDED = "partly_suspended"
    UNFIT = "unfit"
    UNKNOWN = "unknown"


STATE_NAMES = {
    EffectState.NOT_YET: "Chưa có hiệu lực",
    EffectState.IN_FORCE: "Còn hiệu lực",
    EffectState.PARTLY_EXPIRED: "Hết hiệu lực một phần",
    EffectState.EXPIRED: "Hết hiệu lực toàn bộ",
    EffectState.SUSPENDED: "Ngưng hiệu lực",
    EffectState.PARTLY_SUSPENDED: "Ngưng hiệu lực một phần",
    EffectState.UNFIT: "Không còn phù hợp",
    EffectState.UNKNOWN: "Chưa xác định",
}
PROVISION_WORDS = {
    EffectState.SUSPENDED: "Quy định này đang ngưng hiệu lực.",
    EffectState.NOT_YET: "Quy định này chưa có hiệu lực.",
    EffectState.EXPIRED: "Quy định này không còn hiệu lực.",
}
"""Said under a provision that alone stands so; the page and every file say the same."""
HOLDING = frozenset({EffectState.IN_FORCE, EffectState.PARTLY_EXPIRED, EffectState.PARTLY_SUSPENDED})
"""States in which the document, or what is left of it, is applied."""


class EventKind(StrEnum):
    """What happens to a document or to some of its provisions on a day."""

    ISSUED = "issued"
    IN_FORCE = "in_force"
    EXPIRES = "expires"
    REPLACED = "replaced"
    REPEALED = "repealed"
    AMENDED = "amended"
    SUPPLEMENTED = "supplemented"
    STAYED = "stayed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    UNFIT = "unfit"


EVENT_NAMES = {
    EventKind.ISSUED: "ban hành",
    EventKind.IN_FORCE: "có hiệu lực",
    EventKind.EXPIRES: "hết hiệu lực",
    EventKind.REPLACED: "bị thay thế",
    EventKind.REPEALED: "bị bãi bỏ",
    EventKind.AMENDED: "được sửa đổi",
    EventKind.SUPPLEMENTED: "được bổ sung",
    EventKind.STAYED: "bị đình chỉ thi hành",
    EventKind.SUSPENDED: "bị tạm ngưng hiệu lực",
    EventKind.RESUMED: "có hiệu lực trở lại",
    EventKind.UNFIT: "không còn phù hợp",
}


class EventStanding(StrEnum):
    """Whether a person has said that the event is so."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class RelationKind(StrEnum):
    """How one document bears on another («lược đồ»)."""

    REPEALS = "repeals"
    TRANSLATES = "translates"
    BASED_ON = "based_on"
    REFERS = "refers"
    STAYS = "stays"
    CORRECTS = "corrects"
    CONSOLIDATES = "consolidates"
    GUIDES = "guides"
    DETAILS = "details"
    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    SUSPENDS = "suspends"
    REPLACES = "replaces"
    EXPLAINS = "explains"
    ANNOUNCES = "announces"


class PatchKind(StrEnum):
    """What an amending text does to the words of another."""

    REPLACE = "replace"
    INSERT_AFTER = "insert_after"
    DELETE = "delete"
    REPLACE_PHRASE = "replace_phrase"
    DELETE_PHRASE = "delete_phrase"


PATCH_NAMES = {
    PatchKind.REPLACE: "Thay cả điều, khoản, điểm",
    PatchKind.INSERT_AFTER: "Bổ sung vào sau điều, khoản, điểm",
    PatchKind.DELETE: "Bãi bỏ điều, khoản, điểm",
    PatchKind.REPLACE_PHRASE: "Thay cụm từ",
    PatchKind.DELETE_PHRASE: "Bỏ cụm từ",
}


class Nature(StrEnum):
    """Whether a document lays down rules for all, or settles one matter."""

    NORMATIVE = "normative"
    ADMINISTRATIVE = "administrative"


NATURE_NAMES = {Nature.NORMATIVE: "Quy phạm pháp luật", Nature.ADMINISTRATIVE: "Hành chính"}


class SignatureState(StrEnum):
    """How the kept file is signed, and what that is worth."""

    NONE = "none"
    SIGNED = "signed"
    SCANNED = "scanned"
    UNKNOWN = "unknown"
    VALID = "valid"
    UNTRUSTED = "untrusted"
    CHANGED = "changed"
    GONE = "gone"


SIGNATURE_NAMES = {
    SignatureState.NONE: "Không có chữ ký số",
    SignatureState.SIGNED: "Có chữ ký số",
    SignatureState.SCANNED: "Bản quét",
    SignatureState.UNKNOWN: "Chưa kiểm tra",
    SignatureState.VALID: "Chữ ký số hợp lệ",
    SignatureState.UNTRUSTED: "Chữ ký số nguyên vẹn, chưa xác định được người ký",
    SignatureState.CHANGED: "Tệp bị thay đổi sau khi ký",
    SignatureState.GONE: "Chữ ký số không còn kiểm tra được",
}


class FileKind(StrEnum):
    """What a kept file is to its document («tệp kèm theo»)."""

    ISSUED = "issued"
    APPENDIX = "appendix"
    OTHER = "other"


FILE_NAMES = {
    FileKind.ISSUED: "Bản ban hành",
    FileKind.APPENDIX: "Phụ lục, biểu mẫu",
    FileKind.OTHER: "Tài liệu khác",
}


class RowState(StrEnum):
    """What became of one file of an import."""

    WAITING = "waiting"
    REVIEW = "review"
    ENTERED = "entered"
    ADDED = "added"
    THERE = "there"
    FAILED = "failed"
    DROPPED = "dropped"


ROW_NAMES = {
    RowState.WAITING: "Đang chờ đọc",
    RowState.REVIEW: "Chờ xem lại",
    RowState.ENTERED: "Đã vào sổ",
    RowState.ADDED: "Thêm nội dung cho văn bản đã có",
    RowState.THERE: "Sổ đã có",
    RowState.FAILED: "Không nhập được",
    RowState.DROPPED: "Đã bỏ",
}
OWN_WORDS = "ghi trong chính văn bản"
"""Said of the days a document sets itself; no person decides on them."""
SURE_NAMES = {"high": "Đã đối chiếu", "medium": "Cần xác nhận", "low": "Chưa đối chiếu"}
RECOGNISED = "Nhận dạng chữ từ bản quét"
"""The source of a text that a machine read from pictures."""
REGISTER = "law.register"
CONFIRM = "law.confirm"

TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định",
    "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Công văn", "Thông báo", "Kế hoạch", "Tờ trình",
    "Báo cáo", "Công điện", "Hướng dẫn", "Chương trình", "Đề án", "Phương án", "Quy định", "Quy chế", "Kết luận",
    "Văn bản hợp nhất",
)  # fmt: skip
"""Types of document as they are named, the longer before the shorter."""
