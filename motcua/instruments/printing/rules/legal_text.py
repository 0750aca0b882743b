"""A legal document's text as of a day («bản in từ cơ sở dữ liệu văn bản»), with who changed what.

Legal basis: layout after [30/2020/NĐ-CP, Phụ lục I]. It is printed from a register to be read; it is not the original.
Vietnamese words: tình trạng hiệu lực = state · sửa đổi, bổ sung = amended · bãi bỏ = repealed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from motcua.instruments.printing.rules.base import Paper


@dataclass(frozen=True, kw_only=True)
class TextPiece:
    """One unit: its heading (`level` 1 a chapter, 2 an article, 0 none), its lines, who changed or ended it."""

    level: int
    depth: int = 0
    heading: str = ""
    lines: Sequence[str] = ()
    is_gone: bool = False
    marks: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class LegalText(Paper):
    """`issued` is the day in words as the head says it; `state` the effect on `on`; `source` where it was printed."""

    layout: ClassVar[str] = "legal_text"
    title: ClassVar[str] = "Văn bản pháp luật"
    name: str
    issuer: str
    kind: str
    number: str
    issued: str
    subject: str
    state: str
    pieces: Sequence[TextPiece]
    source: str

    @property
    def heading(self) -> str:
        """The document's own name."""
        return self.name
