"""Amending words as patches: «Sửa đổi khoản 2 Điều 3 như sau: “…”», «Bổ sung … vào sau …», «Bãi bỏ …», «Thay cụm từ …».

One provision of the amending text is one instruction. What does not say exactly what becomes of which provision is
listed with the reason; nothing is guessed. Patches are proposals for a person.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from motcua.legal.lawbase.choices import PatchKind, UnitKind
from motcua.legal.lawbase.rules.places import place
from motcua.legal.lawbase.rules.structure import Tree, Unit, fragment

_MARK = re.compile(r"\s*(?:Điều\s+\d+\w*\s*[.:]|\d+(?:\.\d+)*\w?\s*[.)]|[a-zđ]\d*\s*\)|-)?\s*")
_AMENDS = re.compile(r"(?:sửa đổi(?:\s*(?:,|và|,\s*và)?\s*bổ sung)?|thay thế)\s+", re.IGNORECASE)
_ADDS = re.compile(r"bổ sung\s+", re.IGNORECASE)
_REPEALS = re.compile(r"(?:bãi bỏ|h(?:ủy|uỷ) bỏ)\s+", re.IGNORECASE)
_WORD = r"(?:cụm\s+)?từ(?:\s+ngữ)?\s*"
_PHRASES = re.compile(rf"(?:thay(?: thế)?|bãi bỏ|bỏ|sửa đổi)\s+(?:các\s+)?{_WORD}[“\"]", re.IGNORECASE)
_PHRASE = re.compile(
    rf"{_WORD}[“\"](?P<old>[^“”\"]+)[”\"](?:\s*(?:bằng|thành)\s+(?:{_WORD})?[“\"](?P<new>[^“”\"]+)[”\"])?",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"(?::|như sau)\s*(?=[“\"])")
_BEFORE = re.compile(r"(?:các|nội dung|toàn bộ|quy định tại|quy định của)?\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:,?\s*\(?(?:đã\s+)?được (?:sửa đổi|bổ sung).*)?\s*(?:như sau|thành)?\s*[:.;]?\s*", re.DOTALL)
_REWORDED = re.compile(r"\s*(?:được|bị)\s+(?:sửa đổi|thay thế)(?:\s*(?:,|và)?\s*bổ sung)?\s+(?:như sau|thành)\s*:?\s*")
_INTO = re.compile(r"\s*vào\s+(?:ngay\s+)?(?P<where>sau|trước)\s+(?:của\s+)?")
_SMALL = ("dieu-", "khoan-", "diem-", "kem-theo")
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Pointed:
    """One citation of the amending text: where it stands, the document meant (None: not known), its paths.

    `root`: the attached text its provisions are of, if they are not the document's own.
    """

    start: int
    end: int
    document: str | None
    paths: tuple[str, ...]
    is_self: bool = False
    root: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A patch to propose: on which document, said by which provision."""

    document: str
    kind: PatchKind
    target: str
    text: str = ""
    phrase: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """An amending provision that was not read, its first words, and why."""

    origin: str
    words: str
    reason: str


class _Open(Exception):
    """The sentence says what the words leave open."""


@dataclass(frozen=True, slots=True)
class _Meant:
    """The document an article amends, and the attached text of it."""

    document: str | None = None
    root: str = ""


def changes(tree: Tree, pointed: Sequence[Pointed]) -> tuple[list[Change], list[Unread]]:
    """All changes the text orders, in its order, and the orders that could not be read; `pointed` in text order."""
    found: list[Change] = []
    unread: list[Unread] = []
    for article in tree.walk():
        if article.kind is not UnitKind.ARTICLE or not article.id.startswith("dieu-"):
            continue
        meant = _attached(tree, article, pointed)
        for unit in article.walk():
            order = _Order(tree, unit, pointed, meant)
            try:
                found += order.changes()
            except _Open as reason:
                words = " ".join(order.head.split())[:_MOST_WORDS]
                unread.append(Unread(unit.id, words, str(reason)))
    return found, unread


def _attached(tree: Tree, article: Unit, pointed: Sequence[Pointed]) -> _Meant:
    """«Sửa đổi Quy chế ban hành kèm theo Quyết định số …»: what the clauses speak of."""
    whole = [one for one in _within(pointed, article.start, article.end) if one.document and one.paths == ("*",)]
    is_attached = len(whole) == 1 and tree.text[article.start : whole[0].start].rstrip().endswith("kèm theo")
    return _Meant(whole[0].document, "kem-theo") if is_attached else _Meant()


def _within(pointed: Sequence[Pointed], start: int, end: int) -> list[Pointed]:
    """Those between two places; they stand in the order of the text."""
    first = bisect_left(pointed, start, key=lambda one: one.start)
    last = bisect_left(pointed, end, key=lambda one: one.start)
    return [one for one in pointed[first:last] if one.end <= end]


class _Order:
    """One provision of the amending text."""

    def __init__(self, tree: Tree, unit: Unit, pointed: Sequence[Pointed], meant: _Meant) -> None:
        own = tree.own(unit)
        mark = _MARK.match(own)
        self.unit, self.meant = unit, meant
        self.begin = unit.start + (mark.end() if mark else 0)
        own = own[self.begin - unit.start :]
        quote = _QUOTE.search(own) if not _PHRASES.match(own) else None
        self.head = own[: quote.end()] if quote else own
        self.quoted = own[quote.end() :].strip() if quote else ""
        self.pointed = _within(pointed, self.begin, self.begin + len(self.head))

    def changes(self) -> list[Change]:
        """What it orders; nothing for a provision that orders nothing, or only opens a list."""
        if _PHRASES.match(self.head):
            return list(self._phrases())
        if not self.quoted and self.unit.children:
            return []
        for verb, read in ((_REPEALS, self._repeal), (_AMENDS, self._amend), (_ADDS, self._add)):
            if said := verb.match(self.head):
                return list(read(said.end()))
        if self.quoted and self.pointed and _REWORDED.fullmatch(self._after(self.pointed[0])):
            return list(self._replaced(self.pointed[0]))
        return []

    def _amend(self, at: int) -> Iterator[Change]:
        if all(one.paths == ("*",) for one in self.pointed) and self.pointed and not self.quoted:
            return
        if not self.quoted:
            raise _Open("Không có nội dung mới trong dấu ngoặc kép.")
        one = self._only(at)
        if re.search(r"\bvào\s+(?:ngay\s+)?(?:sau|trước)\b", self.head[at:]):
            raise _Open("Vừa sửa đổi vừa bổ sung trong một câu.")
        if not _AFTER.fullmatch(self._after(one)):
            raise _Open("Câu sửa đổi còn nói thêm điều khác.")
        yield from self._replaced(one)

    def _replaced(self, one: Pointed) -> Iterator[Change]:
        document, targets = self._targets(one)
        for target, text in zip(targets, self._pieces(targets), strict=True):
            yield Change(document, PatchKind.REPLACE, target, text, origin=self.unit.id)

    def _add(self, at: int) -> Iterator[Change]:
        if not self.quoted:
            raise _Open("Không có nội dung mới trong dấu ngoặc kép.")
        new = self._only(at)
        into = _INTO.match(self._after(new))
        beside = next((one for one in self.pointed if into and one.start == new.end + into.end()), None)
        if into is None or beside is None:
            raise _Open("Không nói bổ sung vào sau quy định nào.")
        if into["where"] == "trước":
            raise _Open("Bổ sung vào trước một quy định: ghi bằng tay.")
        if not _AFTER.fullmatch(self._after(beside)):
            raise _Open("Câu bổ sung còn nói thêm điều khác.")
        (document, added), (same, anchors) = self._targets(new), self._targets(beside)
        if document != same or len(anchors) != 1:
            raise _Open("Chưa rõ bổ sung vào sau quy định nào.")
        after = anchors[0]
        for target, text in zip(added, self._pieces(added), strict=True):
            if target.rpartition("/")[0] != after.rpartition("/")[0]:
                raise _Open("Quy định bổ sung và quy định đứng trước không cùng cấp.")
            yield Change(document, PatchKind.INSERT_AFTER, after, text, origin=self.unit.id)
            after = target

    def _repeal(self, at: int) -> Iterator[Change]:
        """Whole documents lose effect, which is no change of words."""
        parts = [one for one in self.pointed if one.paths != ("*",)]
        if not parts:
            if not self.pointed and not re.search(r"văn bản", self.head):
                raise _Open("Chưa rõ bãi bỏ quy định nào.")
            return
        if len(parts) == len(self.pointed):
            self._only(at)
        if re.search(r"\b(?:trừ|ngoại trừ)\b", self.head):
            raise _Open("Có ngoại lệ, cần người đọc.")
        for one in parts:
            document, targets = self._targets(one)
            for target in targets:
                yield Change(document, PatchKind.DELETE, target, origin=self.unit.id)

    def _phrases(self) -> Iterator[Change]:
        phrases = list(_PHRASE.finditer(self.head))
        said = sum(1 + (one["new"] is not None) for one in phrases)
        if said * 2 != sum(self.head.count(mark) for mark in '“”"'):
            raise _Open("Chưa đọc được hết các cụm từ.")
        if re.search(r"\b(?:trừ|ngoại trừ)\b", self.head):
            raise _Open("Có ngoại lệ, cần người đọc.")
        ends = [self.begin + one.start() for one in phrases[1:]] + [self.begin + len(self.head)]
        waiting: list[re.Match[str]] = []
        for phrase, end in zip(phrases, ends, strict=True):
            waiting.append(phrase)
            places = _within(self.pointed, self.begin + phrase.end(), end)
            for one in places:
                yield from self._swapped(waiting, one)
            waiting = [] if places else waiting
        if waiting:
            raise _Open("Không nói thay cụm từ tại điều, khoản nào.")

    def _swapped(self, phrases: Sequence[re.Match[str]], one: Pointed) -> Iterator[Change]:
        document, targets = self._targets(one, whole=True)
        for phrase in phrases:
            new = phrase["new"] or ""
            if not new and re.match(r"thay|sửa", self.head, re.IGNORECASE):
                raise _Open("Không nói thay bằng cụm từ nào.")
            kind = PatchKind.REPLACE_PHRASE if new else PatchKind.DELETE_PHRASE
            for target in targets:
                yield Change(document, kind, target, new, phrase["old"], origin=self.unit.id)

    def _only(self, at: int) -> Pointed:
        """The citation right behind the verb; «tên Điều 5», «đoạn 2 khoản 1» are less than a provision."""
        if not self.pointed:
            raise _Open("Chưa rõ điều, khoản, điểm nào.")
        one = self.pointed[0]
        if not _BEFORE.fullmatch(self.head[at : one.start - self.begin]):
            raise _Open("Chỉ nói một phần của quy định (tên, đoạn, dòng, bảng …).")
        return one

    def _after(self, one: Pointed) -> str:
        return self.head[one.end - self.begin :]

    def _targets(self, one: Pointed, *, whole: bool = False) -> tuple[str, list[str]]:
        """The document and the ids meant; only articles, clauses and points, which stand in one piece."""
        document, root = (self.meant.document, self.meant.root) if one.is_self else (one.document, one.root)
        if document is None:
            raise _Open("Chưa rõ văn bản được sửa đổi, hoặc văn bản đó chưa có trong sổ.")
        found = [place(path, root=root) for path in one.paths]
        targets = [target for target in found if target is not None]
        if len(targets) != len(found) or not targets:
            raise _Open("Chưa rõ điều, khoản, điểm nào.")
        if not all((target == "" and whole) or target.startswith(_SMALL) for target in targets):
            raise _Open("Sửa cả chương, mục, phụ lục hoặc cả văn bản: ghi bằng tay.")
        return document, targets

    def _pieces(self, targets: Sequence[str]) -> list[str]:
        """The quoted words, one piece for each target, each carrying its number."""
        words = self.quoted.rstrip(" .;\n")
        if words[:1] not in {"“", '"'} or words[-1:] not in {"”", '"'} or len(words) < 2:
            raise _Open("Sau nội dung trong ngoặc kép còn chữ khác.")
        inner = words[1:-1]
        if re.search(r"”\s*[;.]?\s*\n\s*(?:\d+\.|[a-zđ]\))?\s*(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay)", inner):
            raise _Open("Có hơn một câu sửa đổi trong một khoản.")
        tree = fragment(f"{inner.strip()}\n", under=targets[0].rpartition("/")[0])
        if [unit.id for unit in tree.units] != list(targets):
            raise _Open("Số của nội dung mới không khớp với quy định được nêu.")
        return [tree.whole(unit).strip() for unit in tree.units]
