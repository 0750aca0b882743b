"""Closed lists: which rules («loại văn bản»), how grave, who can see it, and the parts of a document («thành phần»)."""

from enum import StrEnum


class Profile(StrEnum):
    """Which set of rules a document is held against."""

    ND30 = "nd30"
    QPPL = "qppl"


PROFILE_NAMES = {
    Profile.ND30: "Văn bản hành chính (Nghị định 30/2020)",
    Profile.QPPL: "Văn bản quy phạm pháp luật của HĐND, UBND",
}


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_NAMES = {Severity.ERROR: "Sai quy định", Severity.WARNING: "Nên xem lại", Severity.NOTE: "Lưu ý"}


class Sight(StrEnum):
    """Whether a machine can see it from the file."""

    MACHINE = "machine"
    EYE = "eye"


class Part(StrEnum):
    """What a line is in the document; the numbers of the annex's boxes («ô số») stand behind."""

    NATIONAL_TITLE = "national_title"  # 1
    MOTTO = "motto"  # 1
    PARENT = "parent"  # 2, chủ quản
    ISSUER = "issuer"  # 2
    NUMBER = "number"  # 3
    PLACE_DATE = "place_date"  # 4
    KIND = "kind"  # 5a
    SUBJECT = "subject"  # 5a
    LETTER_SUBJECT = "letter_subject"  # 5b
    AUTHORITY = "authority"  # the line «CHỦ TỊCH ỦY BAN NHÂN DÂN …» under the subject
    BASIS = "basis"  # 6
    RESOLVE = "resolve"  # «QUYẾT ĐỊNH:»
    DIVISION = "division"  # Phần, Chương
    DIVISION_TITLE = "division_title"
    SUBDIVISION = "subdivision"  # Mục, Tiểu mục
    SUBDIVISION_TITLE = "subdivision_title"
    ARTICLE = "article"  # Điều
    CLAUSE = "clause"  # khoản
    POINT = "point"  # điểm
    ROMAN = "roman"  # I. II. of documents without articles
    BODY = "body"
    CLOSING = "closing"  # «Nghị quyết này đã được … thông qua»
    SIGN_POWER = "sign_power"  # 7a
    SIGN_POST = "sign_post"  # 7a
    SIGN_NAME = "sign_name"  # 7b
    ADDRESSEE = "addressee"  # 9a
    ADDRESSEE_ITEM = "addressee_item"  # 9a
    COPIES_LABEL = "copies_label"  # 9b
    COPIES_ITEM = "copies_item"  # 9b
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"
    ATTACHED_TITLE = "attached_title"  # QUY CHẾ, QUY ĐỊNH issued with the act
    ATTACHED_REFERENCE = "attached_reference"
    URGENCY = "urgency"  # 10b
    SECRECY = "secrecy"  # 10a
    CIRCULATION = "circulation"  # 11
    DRAFTER = "drafter"  # 12
    CONTACT = "contact"  # 13
    COPY_FORM = "copy_form"
    OTHER = "other"


PROSE = frozenset({Part.BODY, Part.CLAUSE, Part.POINT, Part.ARTICLE})
"""Lời văn: what the rules on the body are for."""
