"""Who issues a document, told by its symbol: surer than what a database prints beside it."""

import re

from motcua.base.vn.rules import fold
from motcua.legal.lawbase.rules.identity import canonical_number
from motcua.legal.lawbase.rules.text import is_upper, latin

_ISSUERS = (
    (r"/QH\d+$|-QH\d+$", "Quốc hội"),
    (r"UBTVQH", "Ủy ban Thường vụ Quốc hội"),
    (r"/(NĐ|NQ)-CP$|^\d+[-/]CP$", "Chính phủ"),
    (r"-TTG$", "Thủ tướng Chính phủ"),
    (r"-BTP$", "Bộ Tư pháp"),
    (r"-BTC$", "Bộ Tài chính"),
    (r"-BNV$", "Bộ Nội vụ"),
    (r"-VPCP$", "Văn phòng Chính phủ"),
    (r"-BTTTT$", "Bộ Thông tin và Truyền thông"),
    (r"-BCA$", "Bộ Công an"),
    (r"-NHNN$", "Ngân hàng Nhà nước Việt Nam"),
    (r"-BCT$", "Bộ Công Thương"),
)
_LOCAL = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân")
_PLACE = re.compile(r"\b(tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)(?= |$)", re.IGNORECASE)
_SHORT = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("tp.", "thanh pho "), ("tp ", "thanh pho "))


def issuer_of(number: str) -> str:
    """The issuer a central symbol names; nothing for local symbols, which name only a kind of body."""
    symbol = canonical_number(number).upper()
    return next((name for pattern, name in _ISSUERS if re.search(pattern, symbol)), "")


def issuer_words(issuer: str) -> str:
    """An issuer as compared: abbreviations spelled out, a minister as the ministry."""
    plain = fold(latin(issuer))
    for short, whole in _SHORT:
        plain = plain.replace(short, whole)
    return " ".join(plain.removeprefix("bo truong ").split())


def issuer_said(name: str, number: str = "") -> str:
    """A name in the capitals of a head as a sentence writes it; stays as it is where that would be a guess.

    «ỦY BAN NHÂN DÂN PHƯỜNG TAM KỲ» → «Ủy ban nhân dân phường Tam Kỳ».
    """
    plain = " ".join(name.split())
    if not is_upper(plain):
        return name
    for known in (issuer_of(number), *_LOCAL):
        if known and fold(plain) == fold(known):
            return known
    for body in _LOCAL:
        place = plain[len(body) :]
        if fold(plain[: len(body)]) == fold(body) and _PLACE.match(place.strip()) and "," not in place:
            return body + _PLACE.sub(lambda level: level.group().lower(), place.title())
    return name
