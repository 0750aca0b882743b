"""Titles of cited documents and lists of them: which references stand inside a title, and where a list goes on."""

import re

from motcua.legal.citations.rules.document import Document
from motcua.legal.citations.rules.found import Found
from motcua.legal.citations.rules.words import MUST, TYPE, one_of

HOLDS_BACK = re.compile(
    rf"\b(?:(?<!kèm )theo(?!{MUST}dõi)|phù{MUST}hợp|trái|căn{MUST}cứ|đối{MUST}với|liên{MUST}quan|"
    rf"để|nhằm|vi{MUST}phạm|thực{MUST}hiện|được|bị|phải|nếu|khi|thì)(?!\w)"
)
"""Words that keep a verb before them from reaching the reference after them."""
_TITLE = re.compile(
    r"\s*(?:,\s*)?(?:"
    + one_of(
        *[
            "sửa đổi",
            "bổ sung",
            "quy định",
            "hướng dẫn",
            "về",
            "ban hành",
            "bãi bỏ",
            "thay thế",
            "phê duyệt",
            "điều chỉnh",
            "công bố",
            "thi hành",
            "triển khai",
            "đính chính",
            "hợp nhất",
            "v/v",
            "quy định chi tiết",
            "tổ chức thực hiện",
            "Sửa đổi",
            "Bổ sung",
            "Quy định",
            "Hướng dẫn",
            "Về",
            "Ban hành",
            "Bãi bỏ",
        ]
    )
    + r")(?!\w)(?!\s+(?:tại|của|ở)(?!\w))"
)
_NO_TITLE = re.compile(
    rf"[;\n]|\.\s|\b(?:theo{MUST}quy|quy{MUST}định{MUST}tại|theo{MUST}(?=điểm|khoản|Điều|{TYPE})|được|bị|phải|thì|hết{MUST}hiệu|có{MUST}hiệu)(?!\w)"
)
_SOME_RULES = re.compile(
    rf"(?:sửa{MUST}đổi|bổ{MUST}sung|bãi{MUST}bỏ|thay{MUST}thế){MUST}(?:một{MUST}số|các){MUST}(?:nội{MUST}dung{MUST})?quy{MUST}định{MUST}tại(?!\w)"
)
"""«Thông tư A bãi bỏ một số quy định tại Thông tư B» is a title all the same."""
_JOINS = re.compile(
    rf"[\s,;:]*(?:(?:và|hoặc|hay)(?!\w))?[\s,;]*(?:(?:[a-zđ]|\d{{1,2}})[).]\s*|[-+•]\s*)?(?:các|của|tại|số|toàn{MUST}bộ|một{MUST}phần)?\s*$"
)
_EFFECT = re.compile(r"\s*\)?,?\s*\(?có hiệu lực[^;.\n]{0,30}ngày\s+[\d/]+\)?\s*")


_ISSUED = re.compile(r"\s*,?\s*ban hành ngày\s")
_CALLED = re.compile(r"\(\s*(?:sau đây|dưới đây)(?:\s+được)?\s+(?:gọi|viết)(?:\s+(?:tắt|chung))?\s+là\s*:?\s*[“\"]?$")
_TITLED_BY_WORDS = re.compile(r"[^“”]{8,}\s(?:và|hoặc)\s+$")
_NEXT_ACT = re.compile(
    r"\s*(?:,\s*)?(?:về|ban hành|quy định|hướng dẫn|phê duyệt|v/v)\s[^“”]{8,}\s(?:và|đồng thời)\s+"
    r"(?:bãi bỏ|thay thế|hủy bỏ|huỷ bỏ)\s+(?:các\s+)?$"
)


def holds_back(gap: str) -> bool:
    """Whether what is said before the gap stops in it; «;» begins anew, whatever the title before it says."""
    return HOLDS_BACK.search(gap, gap.rfind(";") + 1) is not None


def is_short_name(gap: str) -> bool:
    """Whether the reference only says how its document is called from here on («(sau đây gọi là …)»)."""
    return _CALLED.search(gap) is not None


def is_title(previous: Found, gap: str, one: Found) -> bool:
    """Whether the reference stands in the title of the document before it."""
    document = previous.document
    if previous.is_self or document is None or not (document.number or document.date):
        return False
    if _TITLE.match(gap) is None or _NO_TITLE.search(_SOME_RULES.sub("", gap)):
        return False
    if one.is_self and one.document is not None:
        return False
    if _NEXT_ACT.fullmatch(gap) or (_TITLED_BY_WORDS.fullmatch(gap) and _stand_alike(previous, one)):
        return False
    return one.document is None or not is_later(one.document, document)


def is_later(document: Document, than: Document) -> bool:
    """Whether it was issued after the other, in whose title it then cannot stand."""
    if document.date and than.date and len(document.date) == len(than.date):
        return document.date > than.date
    return bool(document.year and than.year and document.year > than.year)


def _stand_alike(previous: Found, one: Found) -> bool:
    """Whether both are cited in full, or both by a provision: two members of one sentence, not a title and its end."""
    if previous.targets and one.targets:
        return True
    return bool(previous.document and _is_full(previous.document) and one.document and _is_full(one.document))


def _is_full(document: Document) -> bool:
    """Whether it is cited in full, so that a title may end before it: number, day and issuer."""
    return bool(document.number and document.date and len(document.date) > 4 and document.issuer)


def goes_on(previous: Found, gap: str) -> bool:
    """Whether only list words, a day of effect or a title stand between two members of a list."""
    effect = _EFFECT.match(gap)
    rest = gap[effect.end() :] if effect else gap
    if _JOINS.fullmatch(rest):
        return True
    title = _TITLE.match(rest)
    if title is None or _ISSUED.match(rest) or previous.is_self or "\n" in rest.strip() or re.search(r"\.\s", rest):
        return False
    return bool(re.search(r"(?:[;,]|(?:;|,|\s)\s*(?:và|hoặc))\s*(?:các|số)?\s*$", rest)) and not holds_back(rest)
