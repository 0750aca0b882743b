"""Closed lists of the citation grammar: kinds of document, levels of a provision, relations, warnings."""

from enum import IntEnum, StrEnum

NAMED_TYPES = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
"""Kinds that are cited by name alone."""

TYPES = (
    *NAMED_TYPES,
    "Sắc lệnh",
    "Sắc luật",
    "Lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư liên bộ",
    "Thông tư",
    "Chỉ thị",
    "Công văn",
    "Văn bản hợp nhất",
    "Văn bản",
    "Thông báo",
    "Kế hoạch",
    "Tờ trình",
    "Báo cáo thẩm tra",
    "Báo cáo thẩm định",
    "Báo cáo",
    "Công điện",
    "Hướng dẫn",
    "Chương trình hành động",
    "Chương trình",
    "Đề án",
    "Quy định",
    "Quy chế",
    "Kết luận",
)
"""Kinds that carry a number; a longer name stands before the shorter one it begins with."""

ATTACHED_TYPES = (
    "Quy chế",
    "Quy định",
    "Điều lệ",
    "Quy trình",
    "Nội quy",
    "Danh mục",
    "Chương trình",
    "Kế hoạch",
    "Đề án",
)
"""What is issued attached to a document («ban hành kèm theo»)."""

SELF_TYPES = (
    *NAMED_TYPES,
    "Lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Quy chế",
    "Điều lệ",
    "Quy định",
    "Kế hoạch",
    "Đề án",
    "Chương trình",
    "Hướng dẫn",
)
"""Kinds that speak of themselves («Nghị định này»)."""

KIND_OF_SYMBOL: dict[str, tuple[str, ...]] = {
    "NĐ": ("Nghị định",),
    "QĐ": ("Quyết định", "Quy định", "Quy chế"),
    "QyĐ": ("Quy định",),
    "NQ": ("Nghị quyết",),
    "NQLT": ("Nghị quyết liên tịch",),
    "TT": ("Thông tư",),
    "TTLT": ("Thông tư liên tịch",),
    "TTLB": ("Thông tư liên tịch", "Thông tư liên bộ"),
    "TTLN": ("Thông tư liên tịch", "Thông tư liên bộ"),
    "CT": ("Chỉ thị", "Chương trình"),
    "PL": ("Pháp lệnh",),
    "TB": ("Thông báo",),
    "KH": ("Kế hoạch",),
    "BC": ("Báo cáo", "Báo cáo thẩm tra", "Báo cáo thẩm định"),
    "BCTĐ": ("Báo cáo thẩm định", "Báo cáo"),
    "TTr": ("Tờ trình",),
    "CĐ": ("Công điện",),
    "HD": ("Hướng dẫn",),
    "KL": ("Kết luận",),
    "CTr": ("Chương trình", "Chương trình hành động"),
    "ĐA": ("Đề án",),
    "QC": ("Quy chế",),
    "VBHN": ("Văn bản hợp nhất",),
    "SL": ("Sắc lệnh", "Sắc luật"),
}
"""The first part of a symbol («ký hiệu») → the kinds that may carry it; the first is the usual one."""

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of points: no f, j, w, z [30/2020/NĐ-CP, Phụ lục I]."""


class Level(IntEnum):
    """Levels of a provision from the smallest up («gạch đầu dòng, tiết, điểm, khoản, điều … phụ lục»)."""

    DASH = -1
    ITEM = 0
    POINT = 1
    CLAUSE = 2
    ARTICLE = 3
    SUBSECTION = 4
    SECTION = 5
    CHAPTER = 6
    PART = 7
    FORM = 8
    ANNEX = 9


PREFIX = {
    Level.DASH: "-",
    Level.ITEM: "",
    Level.POINT: "",
    Level.CLAUSE: "",
    Level.ARTICLE: "",
    Level.SUBSECTION: "TM.",
    Level.SECTION: "M.",
    Level.CHAPTER: "C.",
    Level.PART: "P.",
    Level.FORM: "MAU.",
    Level.ANNEX: "PL.",
}
"""What a path writes before the number of each level."""


class Relation(StrEnum):
    """What the citing text does with the cited one; `…-by`: the cited one does it to something else."""

    REFER = "refer"
    BASIS = "basis"
    PROPOSAL = "proposal"
    SELF = "self"
    IN_TITLE = "in-title"
    REPEAL = "repeal"
    REPEALED_BY = "repealed-by"
    REPLACE = "replace"
    REPLACED_BY = "replaced-by"
    AMEND = "amend"
    AMENDED_BY = "amended-by"
    CORRECT = "correct"
    CORRECTED_BY = "corrected-by"
    CONSOLIDATE = "consolidate"
    CONSOLIDATED_BY = "consolidated-by"
    SUSPEND = "suspend"
    SUSPENDED_BY = "suspended-by"


class Warn(StrEnum):
    """What a person should look at; the reference is given all the same."""

    TYPE_SYMBOL_MISMATCH = "TYPE_SYMBOL_MISMATCH"
    NONSTANDARD_SEPARATOR = "NONSTANDARD_SEPARATOR"
    REPAIRED = "REPAIRED"
    INCOMPLETE_NUMBER = "INCOMPLETE_NUMBER"
    AMBIGUOUS_NUMBER = "AMBIGUOUS_NUMBER"
    BAD_DATE = "BAD_DATE"
    BAD_RANGE = "BAD_RANGE"
    RANGE_TOO_WIDE = "RANGE_TOO_WIDE"
    RANGE_NOT_EXPANDED = "RANGE_NOT_EXPANDED"
    LIST_TOO_LONG = "LIST_TOO_LONG"
    MISSING_ARTICLE = "MISSING_ARTICLE"


class Style(StrEnum):
    """Slips of capital letters, no fault of the reference [30/2020/NĐ-CP, Phụ lục II, V.7]."""

    LOWER_CASE_UNIT = "LOWER_CASE_UNIT"
    UPPER_CASE_UNIT = "UPPER_CASE_UNIT"
