"""Numbers and symbols of documents («số, ký hiệu»): read as written, given in their canonical form.

«N/NĂM/KIỂU-CƠ QUAN» for documents with norms, «N/KIỂU-CƠ QUAN» for others, «N-KIỂU/TU» for the Party
[30/2020/NĐ-CP, Phụ lục I, II.3]; old and misspelt forms are read too, and what was mended is said.
"""

import re
from dataclasses import dataclass

from motcua.legal.citations.choices import KIND_OF_SYMBOL, Warn

_HEAD = re.compile(r"(\d{1,5}(?:\.\d{1,3}|\.(?=[a-zđ]/))?[a-zA-ZđĐ]?)(?:\s{0,3}/\s{0,3}((?:19|20)\d\d)(?!\d))?")
_SYMBOL = re.compile(r"\s{0,3}([/\-–])\s{0,3}([A-ZĐƯa-zđư][^\W_]*(?:&[^\W_]*)*(?:\.[A-ZĐ][^\W_]*)?)")
_FUSED = re.compile(r"()(NĐ|QĐ|NQ|TT|TTLT|CT)(?=[-–_][A-ZĐ])")
_NEXT = re.compile(r"([/\-–_])(?:\n ?)?([^\W_][\wĐđƯư&]*(?:\.[A-ZĐ]\w*)?(?:\([\w]{1,12}\))?)")
_LOOSE = re.compile(
    r"(?:\s{1,2}([/\-–])\s{0,2}|([/\-–])\s{1,2})([A-ZĐ][A-ZĐƯ]+[A-ZĐƯa-z0-9]*|CP|TTg)(?!\w)(?! \w*[a-z])?"
)
_COMMA = re.compile(r",([A-ZĐƯ]{2,10}(?:&[A-ZĐƯ]+)+)")
_PAREN = re.compile(r"\([\w]{1,12}\)")
_PARTY = re.compile(r"[A-ZĐ]{0,6}(?:TU|TW|ĐU|HU)|BCH|BTV|ĐUK")
_MODERN = {"CP", "TTG", "UBND", "HĐND", "VPCP", "HĐTP", "TANDTC", "VKSNDTC", "TTCP", "NHNN", "KTNN", "CTN"}
_BARE_D = {"ND": "NĐ", "QD": "QĐ", "QDD": "QĐ", "CD": "CĐ", "DA": "ĐA"}
_ORG_BARE_D = {"HDND": "HĐND", "BLDTBXH": "BLĐTBXH", "BGDDT": "BGDĐT", "HDTP": "HĐTP", "LDTBXH": "LĐTBXH"}
_KINDS = sorted(KIND_OF_SYMBOL, key=len, reverse=True)
_UPPER_KINDS = {kind.upper(): kind for kind in KIND_OF_SYMBOL}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its symbol: where it stands, what it says, what was mended."""

    start: int
    end: int
    canonical: str
    year: int | None
    kind: str
    strong: bool
    warnings: tuple[Warn, ...] = ()

    @property
    def key(self) -> str:
        """For comparing: leading zeros count for nothing."""
        return self.canonical.lstrip("0").upper()


def read_number(text: str, at: int, *, bare: bool = False) -> Number | None:
    """The number that begins here; `bare` also takes one without symbol («61/2018», «18»)."""
    head = _HEAD.match(text, at)
    if head is None:
        return None
    year = int(head[2]) if head[2] else None
    symbol = _SYMBOL.match(text, head.end()) or (_FUSED.match(text, head.end()) if year else None)
    if symbol is None or _is_word(text, symbol):
        return _bare(text, head, year) if bare else None
    end, parts = _parts(text, symbol)
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return None
    return _number(head, year, parts, end)


def _is_word(text: str, symbol: re.Match[str]) -> bool:
    """«15-ngày», «2/người»: words after a figure; a symbol in small letters has a second part (tt-bgtvt)."""
    letters = symbol[2]
    if letters.islower():
        following = text[symbol.end() : symbol.end() + 1]
        return following not in {"-", "/", "_"} or letters.upper() not in _UPPER_KINDS
    return bool(symbol[0][0].isspace() and letters[1:].islower() and letters not in KIND_OF_SYMBOL)


def _bare(text: str, head: re.Match[str], year: int | None) -> Number | None:
    end = head.end()
    if text[end : end + 1].isalnum() or re.match(r"[/.,]\d|\s?%", text[end : end + 3]):
        return None
    canonical = head[1] + (f"/{year}" if year else "")
    return Number(head.start(), end, canonical, year, "", strong=False, warnings=(Warn.INCOMPLETE_NUMBER,))


def _parts(text: str, symbol: re.Match[str]) -> tuple[int, list[tuple[str, str]]]:
    """Separator and letters of each part of the symbol, and where it ends."""
    parts = [(symbol[1], symbol[2])]
    end = symbol.end()
    for _ in range(16):
        found = _NEXT.match(text, end)
        if found:
            parts.append((found[1], found[2]))
        elif len(parts) == 1 or parts[0][1] in {"TTLT", "NQLT", "TTLB", "TTLN"}:
            found = _LOOSE.match(text, end)
            if found is None or parts[0][1].upper() not in _UPPER_KINDS:
                break
            parts.append((found[1] or found[2], found[3]))
        else:
            break
        end = found.end()
    for more in (_COMMA, _PAREN):
        if extra := more.match(text, end):
            parts[-1] = (parts[-1][0], parts[-1][1] + extra[0])
            end = extra.end()
    return end, parts


def _number(head: re.Match[str], year: int | None, parts: list[tuple[str, str]], end: int) -> Number:
    warnings: set[Warn] = set()
    if any(separator == "–" for separator, _ in parts):
        warnings.add(Warn.NONSTANDARD_SEPARATOR)
    parts = [("-" if separator == "–" else separator, letters) for separator, letters in parts]
    mended = _mended(parts)
    if mended != parts:
        warnings.add(Warn.REPAIRED)
    kind = mended[0][1] if mended[0][1] in KIND_OF_SYMBOL else ""
    ordered = _separated(mended, kind, year)
    if ordered != mended:
        warnings.add(Warn.NONSTANDARD_SEPARATOR)
    number = head[1] + (f"/{year}" if year else "") + "".join(a + b for a, b in ordered)
    strong = bool(kind and len(ordered) > 1) or bool(year and re.match(r"(?:UBTV)?QH\d", ordered[0][1]))
    return Number(head.start(), end, number, year, kind, strong, tuple(sorted(warnings)))


def _mended(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Capitals, Đ, and the hyphen between kind and body put right: QĐTTg, tt-bgtvt, ND-CP, NQ.HĐTP."""
    first = parts[0][1]
    if first.islower() and len(parts) > 1:
        parts = [(separator, _capital(letters)) for separator, letters in parts]
        first = parts[0][1]
    parts = [({"_": "-", "": "/"}.get(separator, separator), letters) for separator, letters in parts]
    separator, rest = parts[0][0], parts[1:]
    if len(parts) == 1 or "." in first:
        kind, body = _split(first)
        if body:
            return [(separator, kind), ("-", body), *rest]
    first = _BARE_D.get(first, _UPPER_KINDS.get(first, first))
    return [(separator, first), *((mark, _ORG_BARE_D.get(letters, letters)) for mark, letters in rest)]


def _capital(letters: str) -> str:
    upper = letters.upper()
    return {"TTG": "TTg", "TTR": "TTr"}.get(upper, upper)


def _split(fused: str) -> tuple[str, str]:
    """«QĐTTg» → QĐ, TTg; «NQ.HĐTP» → NQ, HĐTP; body empty where it is no kind with a body."""
    if "." in fused:
        kind, _, body = fused.partition(".")
        return (kind, body) if kind in KIND_OF_SYMBOL and body[:1].isupper() else (fused, "")
    for kind in [*_KINDS, *_BARE_D]:
        body = fused[len(kind) :]
        if fused.startswith(kind) and (body.upper() in _MODERN or re.fullmatch(r"B[A-ZĐ]{1,8}", body)):
            return _BARE_D.get(kind, kind), body
    return fused, ""


def _separated(parts: list[tuple[str, str]], kind: str, year: int | None) -> list[tuple[str, str]]:
    """«/» before the symbol and «-» inside it; the Party writes «N-KIỂU/TU»."""
    if not kind or len(parts) < 2 or kind == "NQLT":
        return parts
    (first, name), (second, body), *rest = parts
    if _PARTY.fullmatch(body) and not year:
        return [("-", name), ("/", body), *rest]
    if second == "/" and (body.upper() in _MODERN or re.fullmatch(r"B[A-ZĐ]{1,8}", body)):
        return [("/", name), ("-", body), *rest]
    return [("/" if year else first, name), (second, body), *rest]


def usual_type(number: Number) -> str | None:
    """The kind of document the symbol stands for, where it stands for one."""
    return KIND_OF_SYMBOL[number.kind][0] if number.kind else None


def mismatch(kind_of_document: str, number: Number) -> bool:
    """Whether the symbol belongs to another kind of document than the words say; «327-CT» names an office, no kind."""
    return (
        number.strong
        and bool(number.kind)
        and kind_of_document not in {*KIND_OF_SYMBOL[number.kind], "Văn bản", "Công văn"}
    )
