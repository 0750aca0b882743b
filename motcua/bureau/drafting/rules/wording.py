"""What the words of a draft show by themselves: title and Điều 1, who issues it, procedures, effect, repeal.

Each check looks for one thing and says where; what is not certain asks for a look, it does not accuse.
"""

import re
from collections.abc import Iterator
from datetime import date

from motcua.base.vn.rules import fold
from motcua.bureau.drafting.rules.machine import Finding
from motcua.bureau.drafting.rules.source import Source

# --- A: the title against Điều 1 -------------------------------------------------------
_ARTICLE_1 = re.compile(r"^\s*Điều\s+1\.(.*?)(?=^\s*Điều\s+2\.|\Z)", re.MULTILINE | re.DOTALL)
_SMALL = frozenset(
    ["quy", "dinh", "ve", "va", "cua", "cac", "tren", "dia", "ban", "mot", "so", "dieu", "viec", "theo", "cho", "tai"]
)
LEAST_SHARE = 0.5


def scope_findings(source: Source, title: str) -> Iterator[Finding]:
    """The title's words come back in Điều 1."""
    article = _ARTICLE_1.search(source.text)
    if article is None:
        words = "Không tìm thấy Điều 1 trong dự thảo."
        yield Finding(content="A", key="title_scope", words=words, is_wrong=False)
        return
    wanted = set(re.findall(r"\w+", fold(title))) - _SMALL
    there = set(re.findall(r"\w+", fold(article.group(1))))
    if wanted and len(wanted & there) / len(wanted) < LEAST_SHARE:
        words = f"Điều 1 ít nhắc lại các từ của tên gọi “{title}”: xem có thống nhất với phạm vi điều chỉnh không."
        at = article.start(1)
        yield Finding(content="A", key="title_scope", words=words, is_wrong=False, at=at)


# --- C: who issues it, in its own words --------------------------------------------------
_ENACTS = re.compile(
    r"^\s*(?P<chair>Chủ tịch\s+)?(?P<body>Ủy ban nhân dân|Hội đồng nhân dân)\b[^.;\n]*?\bban hành\s+"
    r"(?P<type>Quyết định|Nghị quyết)",
    re.MULTILINE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\bSố\s*:?\s*[\d…._\s]*/\s*[\d…._]*\s*/?\s*(NQ-HĐND|QĐ-UBND)", re.IGNORECASE)
BY_SYMBOL = {"NQ-HĐND": "council_resolution", "QĐ-UBND": "committee_decision"}


def kind_in(source: Source) -> tuple[str, int | None]:
    """The kind the text says it is, and where it says so; empty when it does not.

    «Chủ tịch Ủy ban nhân dân … ban hành Quyết định» before Điều 1 tells more than a symbol.
    """
    article = _ARTICLE_1.search(source.text)
    head = source.text[: article.start()] if article else source.text
    if enacts := _ENACTS.search(head):
        if "hội" in enacts.group("body").lower():
            return "council_resolution", enacts.start("body")
        chair = enacts.start("chair") if enacts.group("chair") else -1
        return ("chair_decision", chair) if chair >= 0 else ("committee_decision", enacts.start("body"))
    if number := _NUMBER.search(head):
        return BY_SYMBOL[number.group(1).upper()], number.start(1)
    return "", None


# --- D: administrative procedures --------------------------------------------------------
_PROCEDURE_WORDS = {
    "thanh phan ho so": "thành phần hồ sơ",
    "thoi han giai quyet": "thời hạn giải quyết",
    "trinh tu, thu tuc thuc hien": "trình tự, thủ tục thực hiện",
    "mau don": "mẫu đơn",
    "don de nghi": "đơn đề nghị",
    "phi, le phi": "phí, lệ phí",
}


def procedure_words(source: Source) -> Iterator[Finding]:
    """Words of an administrative procedure, told once, at the first of them."""
    seen: dict[str, int] = {}
    for one in source.passages:
        folded = fold(one.text)
        for words, name in _PROCEDURE_WORDS.items():
            if re.search(rf"\b{words}\b", folded):
                seen.setdefault(name, one.start)
    if seen:
        words = f"Có từ ngữ của thủ tục hành chính ({', '.join(seen)}): chỉ được quy định khi luật giao."
        at = min(seen.values())
        yield Finding(content="D", key="procedure_words", words=words, is_wrong=False, at=at)


# --- D, G: effect -------------------------------------------------------------------------
_FROM_SIGNING = re.compile(r"hieu luc (thi hanh )?(ke )?tu ngay (ky|ban hanh)\b")
_SELF = re.compile(r"\b(quyet dinh|nghi quyet) nay (co|bat dau co) hieu luc")
_DATED = re.compile(
    r"(?:quyết định|nghị quyết) này có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ\s+ngày\s+"
    r"(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])(\d{4})",
    re.IGNORECASE,
)


def effect_in(source: Source) -> tuple[date, int] | None:
    """The day the text gives for its own effect, and where; None without a day that exists."""
    for found in _DATED.finditer(source.text):
        day, month, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day), found.start()
        except ValueError:
            continue
    return None


def is_shortened(source: Source) -> bool:
    """Whether the text says that it was made by the shortened procedure."""
    return "rut gon" in fold(source.text)


def effect_findings(source: Source) -> Iterator[Finding]:
    """The text says when it takes effect, by a day."""
    for one in source.passages:
        folded = " ".join(fold(one.text).split())
        if _FROM_SIGNING.search(folded):
            if not is_shortened(source):
                words = "Ghi “có hiệu lực kể từ ngày ký”: phải ghi ngày cụ thể, trừ trình tự rút gọn."
                yield Finding(content="G", key="effect_clause", words=words, is_wrong=False, at=one.start)
            return
        if _SELF.search(folded):
            return
    if "co hieu luc" not in " ".join(fold(source.text).split()):
        words = "Không tìm thấy điều khoản về hiệu lực thi hành."
        yield Finding(content="G", key="effect_clause", words=words, is_wrong=False)


# --- G: what it repeals --------------------------------------------------------------------
_ENDS = r"(bai bo|thay the|het hieu luc)"
_TEXTS = r"\b(quy dinh|van ban|quyet dinh|nghi quyet)\b"
_SWEEPING = re.compile(
    rf"(?:{_ENDS}[^.;]{{0,60}}{_TEXTS}[^.;]{{0,80}}(truoc day|trai voi|khong phu hop)"
    rf"|{_TEXTS}[^.;]{{0,60}}truoc day[^.;]{{0,60}}(trai voi|{_ENDS}))[^.;]*"
)
_NAMED = re.compile(r"\d+/\d{4}/|\d+/qd-|\d+/nq-")


def repeal_findings(source: Source) -> Iterator[Finding]:
    """«Bãi bỏ các quy định trước đây …»: a repeal names its texts and provisions one by one."""
    for one in source.passages:
        folded = " ".join(fold(one.text).split())
        for found in _SWEEPING.finditer(folded):
            sentence = folded[folded.rfind(". ", 0, found.start()) + 1 : found.end()]
            if not _NAMED.search(sentence):
                words = "Bãi bỏ, thay thế chung chung: phải nêu rõ từng văn bản, điều, khoản."
                yield Finding(content="G", key="repeal_clause", words=words, at=one.start)
                break
