"""«Đối chiếu»: the previous list, what was issued, what ended, and what is in force must agree, document by document.

previous list + issued in the period − wholly expired = in force. The left side is gathered, the right side is asked of
the register by itself; every document on which they differ has a name here and needs an explanation before publication.
A document the previous list forgot is supplemented by its explanation («bổ sung qua rà soát lại») and counted apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from motcua.bureau.law_review.choices import DIFFERENCE_NAME, DifferenceKind


@dataclass(frozen=True, slots=True)
class Difference:
    """One document on which the sides do not agree; `key` is its id, or its words when the register has no such one."""

    kind: DifferenceKind
    key: str
    name: str

    @property
    def words(self) -> str:
        """Why it is a difference."""
        return DIFFERENCE_NAME[self.kind]


@dataclass(frozen=True, slots=True)
class Sides:
    """Ids of what was gathered, of what the lists hold and of what the register says at the cut-off.

    `listed` is the list of documents in force as it was made; `unclear` are those whose missing from it is explained.
    """

    previous: frozenset[str]
    issued: frozenset[str]
    supplemented: frozenset[str]
    whole: frozenset[str]
    part: frozenset[str]
    in_force: frozenset[str]
    to_handle: frozenset[str]
    listed: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()

    @property
    def gathered(self) -> frozenset[str]:
        """The set: previous list, issued in the period, supplemented; each document once."""
        return self.previous | self.issued | self.supplemented

    @property
    def expected(self) -> frozenset[str]:
        """What must be in force: gathered, without what ended."""
        return self.gathered - self.whole


@dataclass(frozen=True, slots=True)
class Check:
    """One sentence that must be true, and the documents that break it."""

    words: str
    broken: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing breaks it."""
        return not self.broken


@dataclass(frozen=True, slots=True)
class Sum:
    """The equation in figures."""

    previous: int
    issued: int
    both: int
    supplemented: int
    ended: int
    expected: int
    in_force: int

    @property
    def is_balanced(self) -> bool:
        """Whether both sides are equal in number; which documents differ is said by name beside it."""
        return self.expected == self.in_force


def sum_of(sides: Sides) -> Sum:
    """Both sides counted; a document of the previous list issued in the period is counted once."""
    return Sum(
        previous=len(sides.previous),
        issued=len(sides.issued),
        both=len(sides.previous & sides.issued),
        supplemented=len(sides.supplemented - sides.previous - sides.issued),
        ended=len(sides.gathered & sides.whole),
        expected=len(sides.expected),
        in_force=len(sides.in_force),
    )


def checks(sides: Sides, names: Mapping[str, str]) -> tuple[Check, ...]:
    """What the lists must be to one another; a broken one names its documents."""

    def told(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names.get(key, key) for key in keys))

    return (
        Check(
            "Không văn bản nào đứng ở cả danh mục hết hiệu lực toàn bộ và danh mục còn hiệu lực",
            told(sides.whole & sides.listed),
        ),
        Check(
            "Văn bản đã tập hợp nào cũng đứng ở một trong hai danh mục đó",
            told(sides.gathered - sides.whole - sides.listed - sides.unclear),
        ),
        Check(
            "Không văn bản nào đã liệt kê hết hiệu lực mà sổ ghi còn hiệu lực",
            told(sides.whole & sides.in_force),
        ),
        Check("Văn bản hết hiệu lực một phần đều nằm trong danh mục còn hiệu lực", told(sides.part - sides.in_force)),
        Check("Văn bản cần xử lý đều nằm trong danh mục còn hiệu lực", told(sides.to_handle - sides.in_force)),
        Check("Văn bản hết hiệu lực toàn bộ đều đã tập hợp", told(sides.whole - sides.gathered)),
        Check(
            "Danh mục kỳ trước + ban hành trong kỳ + bổ sung đã giải trình − hết hiệu lực toàn bộ = còn hiệu lực",
            told(sides.expected ^ sides.in_force),
        ),
    )


def unexplained(differences: Iterable[Difference], explained: Iterable[tuple[str, str]]) -> tuple[Difference, ...]:
    """Differences without an explanation: while there is one, nothing is approved or published."""
    known = set(explained)
    return tuple(one for one in differences if (one.kind.value, one.key) not in known)
