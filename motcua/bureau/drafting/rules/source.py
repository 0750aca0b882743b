"""A draft as it is read: its paragraphs with their place, so that every finding says where. Plain Python."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

LONGEST_QUOTE = 120
_ARTICLE = re.compile(r"\s*Điều\s+(\d+[a-zđ]?)\.")
_BASIS = re.compile(r"\s*Căn cứ\b")


@dataclass(frozen=True)
class Passage:
    """One paragraph: where it begins in the text, its words, its number and page as the reader of the file counts."""

    start: int
    text: str
    number: int
    page: int | None = None


@dataclass(frozen=True)
class Source:
    """The paragraphs in order; `unit` is what they are called: «đoạn» of a Word file, «dòng» of plain text."""

    passages: tuple[Passage, ...]
    unit: str = "đoạn"

    @cached_property
    def text(self) -> str:
        """All words, a paragraph a line."""
        return "\n".join(one.text for one in self.passages)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.passages]

    @cached_property
    def _named(self) -> list[str]:
        """«căn cứ thứ 2», «Điều 5», or nothing, paragraph by paragraph."""
        found: list[str] = []
        article, bases = "", 0
        for one in self.passages:
            if head := _ARTICLE.match(one.text):
                article = f"Điều {head.group(1)}"
            is_basis = not article and bool(_BASIS.match(one.text))
            bases += is_basis
            found.append(f"căn cứ thứ {bases}" if is_basis else article)
        return found

    def passage(self, at: int) -> Passage | None:
        """The paragraph a letter stands in; None before the first."""
        index = bisect_right(self._starts, at) - 1
        return self.passages[index] if index >= 0 else None

    def place(self, at: int | None) -> str:
        """«Điều 5, trang 2, đoạn 14», or «toàn văn bản»."""
        index = bisect_right(self._starts, at) - 1 if at is not None else -1
        if index < 0:
            return "toàn văn bản"
        one = self.passages[index]
        words = [self._named[index], f"trang {one.page}" if one.page else "", f"{self.unit} {one.number}"]
        return ", ".join(filter(None, words))

    def article(self, at: int) -> str:
        """The number of the article a letter stands in; empty before the first."""
        index = bisect_right(self._starts, at) - 1
        named = self._named[index] if index >= 0 else ""
        return named.removeprefix("Điều ") if named.startswith("Điều ") else ""

    def is_quoted(self, at: int) -> bool:
        """Whether a letter stands between “ and ”: new words for another document."""
        return self.text.rfind("“", 0, at) > self.text.rfind("”", 0, at)

    def quote(self, at: int | None) -> str:
        """The first words of the paragraph."""
        one = self.passage(at) if at is not None else None
        flat = " ".join(one.text.split()) if one else ""
        return flat if len(flat) <= LONGEST_QUOTE else f"{flat[:LONGEST_QUOTE].rstrip()}…"


def placed(paragraphs: Sequence[tuple[str, int, int | None]], *, unit: str = "đoạn") -> Source:
    """The source of paragraphs as (words, number, page)."""

    def laid() -> Iterator[Passage]:
        start = 0
        for text, number, page in paragraphs:
            yield Passage(start, text, number, page)
            start += len(text) + 1

    return Source(tuple(laid()), unit)


def plain(text: str) -> Source:
    """The source of a text without a file behind it, line by line."""
    return placed([(line, number, None) for number, line in enumerate(text.split("\n"), start=1)], unit="dòng")
