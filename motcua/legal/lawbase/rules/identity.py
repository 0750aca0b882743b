"""Numbers of documents as written, as compared and as searched («số, ký hiệu») [30/2020/NĐ-CP, phụ lục I]."""

import re

from motcua.base.vn.rules import fold
from motcua.legal.lawbase.rules.text import latin

_AROUND = re.compile(r"\s*([/\-_])\s*")
_GLUED_YEAR = re.compile(r"^(\d+[a-zđ]?/(?:19|20)\d{2})(?=[A-ZĐ])")
_NO_HYPHEN = re.compile(r"(?<=/)(QĐ|NĐ|NQ|TT|CT|KH|BC|TB|TTr)(TTg|CP|UBND|HĐND|BTP|BTC|BNV|BCA)\b")
_PARTY = re.compile(r"^(\d+)/([A-ZĐ]{1,3})/(TU|TW|ĐU|HU)$")
_PREFIX = re.compile(r"^(?:số\s*:?\s*)+", re.IGNORECASE)
_INTEGER = re.compile(r"(?<![\w.])0+(?=\d)")
_QUERY = re.compile(r"^\d[\w.]*(?:[/\-][\w.&]+)*[/\-]?$")
_SYMBOLS = (
    ("UBTVQH", ""), ("TTLT", "Thông tư liên tịch"), ("NQLT", "Nghị quyết liên tịch"), ("VBHN", "Văn bản hợp nhất"),
    ("NQ", "Nghị quyết"), ("NĐ", "Nghị định"), ("QĐ", "Quyết định"), ("CT", "Chỉ thị"), ("PL", "Pháp lệnh"),
    ("TTr", "Tờ trình"), ("TT", "Thông tư"), ("KH", "Kế hoạch"), ("BC", "Báo cáo"), ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"), ("CĐ", "Công điện"), ("CTr", "Chương trình"), ("KL", "Kết luận"), ("QH", "Luật"),
)  # fmt: skip


def canonical_number(text: str) -> str:
    """The number as it should have been written: `45/2016/QĐTTg` → `45/2016/QĐ-TTg`. Leading zeros stay.

    Mended: spaces and line ends inside, «số», long dashes, `_`, look-alike letters, a missing hyphen or slash.
    """
    plain = " ".join(latin(text).split())
    plain = _PREFIX.sub("", plain).strip(" .,;:")
    plain = _AROUND.sub(r"\1", plain).replace("_", "-").replace(" ", "")
    plain = _GLUED_YEAR.sub(r"\1/", plain)
    plain = _NO_HYPHEN.sub(r"\1-\2", plain)
    return _PARTY.sub(r"\1-\2/\3", plain)


def number_key(number: str) -> str:
    """What two spellings of one number share: folded, whole numbers without leading zeros. `43/2025/qd-ubnd`."""
    return _INTEGER.sub("", fold(canonical_number(number)))


def comparison_key(kind: str, number: str) -> str:
    """Type and number as compared; with the issuer at issue and the day it makes the identity."""
    return f"{fold(latin(kind))}|{number_key(number)}"


def match_key(query: str) -> str:
    """The key of a query that is a number (`163`, `163/QĐ-BTP`, `số 163`), else nothing."""
    plain = number_key(query)
    return plain.rstrip("/-") if _QUERY.match(plain) else ""


def matches(key: str, number: str) -> bool:
    """Whether a number key answers a query's: equal, or begun with whole parts of it."""
    return number == key or number.startswith((f"{key}/", f"{key}-"))


def is_normative(number: str) -> bool:
    """Local rules for all carry the year in the number; single decisions do not [30/2020/NĐ-CP, phụ lục I]."""
    return re.search(r"/(19|20)\d{2}/", canonical_number(number)) is not None


def type_from_number(number: str) -> str:
    """The type a symbol stands for, or nothing."""
    canonical = canonical_number(number)
    parts = re.split(r"[/\-.\d]+", canonical)
    for symbol, name in _SYMBOLS:
        if any(part.startswith(symbol) if symbol in {"QH", "UBTVQH"} else part == symbol for part in parts):
            return name
    return ""


def slug(number: str) -> str:
    """The number in an address: `12-2021-qd-ubnd`."""
    return re.sub(r"[^a-z0-9]+", "-", number_key(number)).strip("-")
