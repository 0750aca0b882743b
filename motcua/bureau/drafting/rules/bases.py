"""The legal basis of a draft («căn cứ ban hành»), checked as a pure function over what a parser and a register found.

Every basis is of higher rank, in force on the day of signing (or signed, and in force no later than this text); one
gives the power and one the content; cited with kind, number, date, issuer and name as the day's rule demands; in the
order of rank, then of issue. A text the body says gave it the task stands among them [34/2016/NĐ-CP, 61].
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise


class Fault(StrEnum):
    """What may be wrong with a basis."""

    UNKNOWN = "unknown"
    NOT_IN_FORCE = "not_in_force"
    TOO_LOW = "too_low"
    OUT_OF_ORDER = "out_of_order"
    NO_NAME = "no_name"
    NO_DATE = "no_date"
    NO_NUMBER = "no_number"
    MISSING = "missing"


@dataclass(frozen=True, kw_only=True)
class Basis:
    """One text cited as a basis, with what the register knows of it.

    `rank` counts from 1 (the Constitution) down; `in_force_from`, `in_force_to` are the text's own days;
    `suspended` lists days between which it was out of force for a time. All None or empty where it was not found.
    """

    cited: str
    number: str = ""
    is_found: bool = False
    has_name: bool = True
    has_date: bool = True
    rank: int | None = None
    issuer: str = ""
    issued_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    suspended: tuple[tuple[date, date | None], ...] = ()
    is_effect_known: bool = True
    at: int | None = None


@dataclass(frozen=True, kw_only=True)
class Demands:
    """What the rule of the day demands: the rank of the text itself, signing and effect, and how bases are cited."""

    rank: int
    signed_on: date
    effective_on: date | None = None
    issuer: str = ""
    name: bool = True
    date: bool = True


@dataclass(frozen=True)
class BasisFinding:
    """One finding: which basis, what is wrong, in words; `is_wrong` false asks for a look."""

    fault: Fault
    cited: str
    words: str
    is_wrong: bool = True
    at: int | None = None


def basis_findings(
    bases: Sequence[Basis], demands: Demands, *, relied_on: Mapping[str, int] | None = None
) -> tuple[BasisFinding, ...]:
    """Everything wrong with the bases; `relied_on`: numbers of texts the body says gave it its task, and where."""
    found: list[BasisFinding] = []
    for one in bases:
        found += (replace(fault, at=one.at) for fault in _of_one(one, demands))
    found += _order(bases)
    cited = {one.number for one in bases if one.number}
    for number, at in (relied_on or {}).items():
        if number not in cited:
            words = f"Nội dung dẫn {number} là văn bản giao quy định, nhưng không có trong phần căn cứ."
            found.append(BasisFinding(Fault.MISSING, number, words, at=at))
    return tuple(found)


def _of_one(one: Basis, demands: Demands) -> Iterator[BasisFinding]:
    if demands.name and not one.has_name:
        yield BasisFinding(Fault.NO_NAME, one.cited, "Căn cứ chưa ghi tên gọi của văn bản.")
    if demands.date and not one.has_date:
        yield BasisFinding(Fault.NO_DATE, one.cited, "Căn cứ chưa ghi ngày, tháng, năm ban hành.")
    if not one.is_found:
        words = "Không tìm thấy văn bản này trong cơ sở dữ liệu: kiểm tra số, ký hiệu, hoặc bổ sung văn bản."
        yield BasisFinding(Fault.UNKNOWN, one.cited, words, is_wrong=False)
        return
    if not one.is_effect_known:
        words = "Cơ sở dữ liệu chưa xác định được hiệu lực của văn bản này."
        yield BasisFinding(Fault.UNKNOWN, one.cited, words, is_wrong=False)
    elif words := _not_in_force(one, demands):
        yield BasisFinding(Fault.NOT_IN_FORCE, one.cited, words)
    if one.rank is not None and one.rank >= demands.rank and not _own(one, demands):
        words = "Văn bản làm căn cứ phải có hiệu lực pháp lý cao hơn văn bản này."
        yield BasisFinding(Fault.TOO_LOW, one.cited, words)


def _own(one: Basis, demands: Demands) -> bool:
    """A text that amends or repeals the same body's own text may name it, of the same rank."""
    return one.rank == demands.rank and bool(demands.issuer) and one.issuer == demands.issuer


def _not_in_force(one: Basis, demands: Demands) -> str:
    on, effect = demands.signed_on, demands.effective_on or demands.signed_on
    if one.in_force_to is not None and one.in_force_to < on:
        return f"Đã hết hiệu lực từ sau ngày {one.in_force_to:%d/%m/%Y}."
    for begin, end in one.suspended:
        if begin <= on and (end is None or on <= end):
            return f"Đang ngưng hiệu lực từ ngày {begin:%d/%m/%Y}."
    if one.in_force_from is None or one.in_force_from <= on:
        return ""
    if one.issued_on is not None and one.issued_on <= on and one.in_force_from <= effect:
        return ""
    return f"Chưa có hiệu lực: có hiệu lực từ ngày {one.in_force_from:%d/%m/%Y}."


def _order(bases: Sequence[Basis]) -> Iterator[BasisFinding]:
    """By rank, then by day of issue; only what the register knows is compared."""
    known = [one for one in bases if one.is_found and one.rank is not None]
    for earlier, later in pairwise(known):
        if (earlier.rank or 0) > (later.rank or 0):
            words = f"Đứng sau “{earlier.cited}” nhưng có hiệu lực pháp lý cao hơn."
            yield BasisFinding(Fault.OUT_OF_ORDER, later.cited, words, is_wrong=False, at=later.at)
        elif (
            earlier.rank == later.rank and earlier.issued_on and later.issued_on and later.issued_on < earlier.issued_on
        ):
            words = f"Đứng sau “{earlier.cited}” nhưng ban hành trước."
            yield BasisFinding(Fault.OUT_OF_ORDER, later.cited, words, is_wrong=False, at=later.at)
