"""Names of laws: known ones from a lexicon (longest first, either tone place), others by where a name must end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from motcua.legal.citations.rules.words import MUST, TYPE, UPPER, one_of

_TONES = {
    pair[1]: f"(?:{pair[0]}|{pair[1]})"
    for old, new in (
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("uỷ", "ủy"),
        ("uý", "úy"),
        ("uỳ", "ùy"),
    )
    for pair in ((old, new),)
}
_END = re.compile(
    r"\s*(?:[,;:.()\[\]“”\"\n/]|(?<=\s)\d)|\s+(?:"
    + one_of(
        *[
            "năm",
            "số",
            "ngày",
            "này",
            "được",
            "đã",
            "có",
            "thì",
            "là",
            "tại",
            "theo",
            "về",
            "để",
            "do",
            "khi",
            "mà",
            "nếu",
            "hiện",
            "hành",
            "nói",
            "nêu",
            "trên",
            "còn",
            "phải",
            "không",
            "với",
            "sau",
            "trước",
            "và",
            "hoặc",
            "hay",
            "của",
            "quy",
            "định",
            "ban",
            "hành",
            "nhưng",
            "như",
            "bị",
            "sẽ",
            "trừ",
            "trong",
            "cho",
            "đến",
            "từ",
            "đối",
            "cũng",
            "mới",
            "cũ",
            "vào",
            "bằng",
        ],
    )
    + r"(?!\w)|"
    + TYPE
    + ")"
)
_CAPITAL = re.compile(rf"(?=[{UPPER}])\w+(?<![A-ZĐ]{{2}})")
_NOT_A_NAME = re.compile(
    one_of("sư", "gia", "pháp", "định", "học", "lệ", "khoa", "quốc tế", "tục", "sửa đổi", "bổ sung") + r"(?!\w)"
)
_TYPE = re.compile(TYPE)
_TO_NUMBER = re.compile(r"[^.;:\n()“”\d]{2,120}?(?=\s+số\s*:?\s*\d{1,5}[\w./-])")
_SMALL_NAME = re.compile(r"[a-zà-ỹđ][^.;:\n()“”\d]{4,90}?(?=\s+(?:số\s*:?\s*\d{1,5}[\w./-]|ngày\s+\d))")
"""A name in small letters, as older laws write them, counts where a number or a day says that it is one."""
_NO_NAME = re.compile(
    r"(?:^|\W)(?:này|được|đã|có|thì|là|theo|tại|của|khi|nếu|phải|bị|do|đối|trước|sau|từ|đến|thông|ban|cho|mà|không|sửa|hiện|"
    r"cũ|mới|trên|nêu|nói|gồm|chỉ|cũng|còn|quy|luật|nghị|thông tư|để|với|hết|trong|bãi|thay)(?!\w)"
)
_ABOUT = re.compile(rf"về{MUST}")
"""«Pháp lệnh về tổ chức và hoạt động hòa giải ở cơ sở»."""
_TO_DAY = re.compile(r"(?=,? [a-zà-ỹđ])[^.;:\n()“”\d]{3,90}?(?=\s+ngày\s+\d)")
_BASIS = re.compile(rf"Căn{MUST}cứ{MUST}{TYPE}{MUST}$")
_INNER = re.compile(rf"(?:{TYPE}|khoản|[Đđ]iều|[Đđ]iểm|Chương)\s")


@dataclass
class Lexicon:
    """Names and short names of laws; `numbers` says which numbers carry a name, newest first."""

    numbers: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    aliases: dict[str, tuple[str, str]] = field(default_factory=dict)
    _patterns: dict[tuple[str, str], re.Pattern[str]] = field(default_factory=dict)
    _spelled: dict[tuple[str, str], str] = field(default_factory=dict)
    alias_pattern: re.Pattern[str] | None = None

    def __post_init__(self) -> None:
        grouped: dict[tuple[str, str], list[str]] = {}
        for kind, name in self.numbers:
            self._spelled[kind, _folded(name)] = name
            grouped.setdefault((kind, _folded(name.split(maxsplit=1)[0].rstrip(","))), []).append(name)
        self._patterns = {key: re.compile(_alternatives(names), re.IGNORECASE) for key, names in grouped.items()}
        if self.aliases:
            self.alias_pattern = re.compile(f"{one_of(*self.aliases)}(?!\\w)")

    def match(self, kind: str, text: str, at: int) -> tuple[str, int] | None:
        """The longest known name of this kind of document that begins here, and where it ends."""
        word = _WORD.match(text, at)
        pattern = word and self._patterns.get((kind, _folded(word[0])))
        found = pattern.match(text, at) if pattern else None
        return (" ".join(found[0].split()), found.end()) if found else None

    def spelled(self, kind: str, name: str) -> str:
        """The name as the lexicon writes it («đất đai» → «Đất đai»), or as it is."""
        return self._spelled.get((kind, _folded(name)), name)

    def carries(self, kind: str, name: str, number: str) -> bool | None:
        """Whether the law of this name has the number; None where its numbers are not known."""
        numbers = self.numbers.get((kind, self.spelled(kind, name)), ())
        return number in numbers if numbers else None


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def _folded(words: str) -> str:
    folded = " ".join(words.lower().split())
    for new, both in _TONES.items():
        folded = folded.replace(both[3:5], new)
    return folded


def _alternatives(names: Iterable[str]) -> str:
    pieces = []
    for name in sorted(names, key=len, reverse=True):
        piece = MUST.join(re.escape(word) for word in name.lower().split())
        for new, both in _TONES.items():
            piece = piece.replace(new, both)
        pieces.append(piece)
    return f"(?:{'|'.join(pieces)})(?!\\w)"


def read_name(lexicon: Lexicon, kind: str, text: str, at: int, *, new_line: bool = False) -> tuple[str, int] | None:
    """The name of a law after its type word: known, or capitalised and ending before «số N», a stop word or a mark.

    `new_line`: it would begin a line, where only a known or numbered name is one.
    """
    known = lexicon.match(kind, text, at)
    if known is None and kind == "Pháp lệnh" and (about := _ABOUT.match(text, at)):
        known = lexicon.match(kind, text, about.end())
    if known:
        return _to_day(text, at, known[1]) or known
    if _NOT_A_NAME.match(text, at) or _TYPE.match(text, at):
        return None
    if not _CAPITAL.match(text, at):
        small = _SMALL_NAME.match(text, at)
        return (" ".join(small[0].split()), small.end()) if small and not _NO_NAME.search(small[0]) else None
    numbered = _TO_NUMBER.match(text, at)
    if numbered and not _INNER.search(text, at, numbered.end()):
        return " ".join(numbered[0].split()), numbered.end()
    return None if new_line else _to_stop(text, at)


def _to_stop(text: str, at: int) -> tuple[str, int] | None:
    """Up to the word or mark where a name must end."""
    end = _END.search(text, at, at + 90)
    stop = end.start() if end else min(len(text), at + 90)
    if stop <= at or (end is None and stop < len(text)):
        return None
    return _to_day(text, at, stop) or (" ".join(text[at:stop].split()), stop)


def _to_day(text: str, at: int, end: int) -> tuple[str, int] | None:
    """In a basis the name runs on to its day: «Căn cứ Luật Phát triển đô thị, nông thôn và hải đảo ngày …»."""
    if not _BASIS.search(text, max(0, at - 24), at):
        return None
    more = _TO_DAY.match(text, end)
    if more is None or _NO_NAME.search(more[0]) or _INNER.search(more[0]) or _TYPE.search(more[0]):
        return None
    return " ".join(text[at : more.end()].split()), more.end()
