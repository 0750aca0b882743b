"""What a dossier costs («phí, lệ phí»): whole đồng, line by line, as it is printed on the receipt.

Copies are certified by the page of the original: 2.000 đ for each of the first two pages, 1.000 đ from the third,
never over 200.000 đ a copy [226/2016/TT-BTC, 4.1]. Five pages, three copies: 3 × 7.000 = 21.000 đ. A fee of 0 is
written down as free; a fee nobody has set is FeeUnknown, never 0.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from motcua.legal.procedures.choices import FeePer
from motcua.legal.procedures.rules.conditions import Answers, Facts, holds
from motcua.legal.procedures.rules.parts import Exemption, Fee
from motcua.legal.procedures.rules.version import ProcedureVersion

_DOCUMENT_KEY = re.compile(r"documents?[.\[]?(\d+)\]?\.(?:document\.)?(\w+)$")


class FeeUnknown(ValueError):
    """The council's fee is not in office/fees.yaml for that day; the message is for the officer."""


class WrongCount(ValueError):
    """A count of pages or copies that is not a number from 1 to 100.000."""


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of the receipt: `unit_vnd` × `quantity` = `amount_vnd`, unless `exemption` says why it is 0.

    What ends in `_en` says the same to a reader of English, and may be empty.
    """

    label: str
    unit_vnd: int
    quantity: int
    amount_vnd: int
    basis: str
    exemption: str = ""
    label_en: str = ""
    exemption_en: str = ""


def fee_lines(
    version: ProcedureVersion,
    *,
    answers: Answers,
    channel: str = "direct",
    exemptions: Iterable[str] = (),
    on: date | None = None,
) -> tuple[FeeLine, ...]:
    """Every fee due, in the order of the law file; exempt ones stand with amount 0 and the reason.

    `on` is the day of filing (default: the day of the version). Refuses: FeeUnknown, WrongCount.
    """
    facts = Facts(answers, on or version.on, channel)
    claimed = set(exemptions)
    lines = (_lines(fee, version, facts, claimed) for fee in version.fees if holds(fee.when, facts))
    return tuple(line for some in lines for line in some)


def total_vnd(lines: Iterable[FeeLine]) -> int:
    """Sum of the amounts."""
    return sum(line.amount_vnd for line in lines)


def copy_vnd(fee: Fee, pages: int) -> int:
    """Price of one copy of an original of that many pages."""
    first = min(pages, fee.first_pages) if fee.first_pages else pages
    price = first * (fee.vnd or 0) + (pages - first) * fee.then_vnd
    return min(price, fee.cap_vnd) if fee.cap_vnd else price


def _lines(fee: Fee, version: ProcedureVersion, facts: Facts, claimed: set[str]) -> Iterator[FeeLine]:
    if fee.vnd is None:
        raise FeeUnknown(f"Chưa có mức “{fee.name}” của Hội đồng nhân dân; bổ sung vào office/fees.yaml.")
    ground = _ground(fee, version.exemptions, facts, claimed)
    for label, unit, quantity in _priced(fee, facts.answers):
        if not quantity:
            continue
        reason = (ground.name, ground.name_en) if ground else (fee.free_because, fee.free_because_en)
        basis = ground.by if ground else fee.by
        amount = 0 if ground else unit * quantity
        yield FeeLine(label, unit, quantity, amount, basis, reason[0], fee.name_en, reason[1])


def _ground(fee: Fee, known: Iterable[Exemption], facts: Facts, claimed: set[str]) -> Exemption | None:
    usable = (one for one in known if one.key in claimed and one.key in fee.exempt)
    return next((one for one in usable if holds(one.when, facts)), None)


def _priced(fee: Fee, answers: Answers) -> Iterator[tuple[str, int, int]]:
    unit = fee.vnd or 0
    if fee.per == FeePer.PAGE:
        for document in documents(answers):
            pages, copies = count(document, "pages"), count(document, "copies")
            price = copy_vnd(fee, pages)
            yield _page_label(fee, str(document.get("kind") or ""), pages, price), price, copies
    elif fee.per == FeePer.CASE and fee.count == "documents":
        yield fee.name, unit, sum(count(document, "count") for document in documents(answers))
    else:
        yield fee.name, unit, count(answers, fee.count) if fee.count else 1


def _page_label(fee: Fee, kind: str, pages: int, price: int) -> str:
    what = f"{fee.name}: {kind}" if kind else fee.name
    capped = bool(fee.cap_vnd) and price == fee.cap_vnd
    return f"{what} ({pages} trang{', mức tối đa một bản' if capped else ''})"


def documents(answers: Answers) -> tuple[Mapping[str, object], ...]:
    """The documents to certify, however the form wrote them.

    A list under `documents`, flat keys (`document1.pages`, `documents[0].copies`), or plain `pages` and `copies`.
    """
    listed = answers.get("documents")
    if isinstance(listed, list | tuple) and listed:
        return tuple({_last(key): value for key, value in one.items()} for one in cast("list[Answers]", listed))
    numbered: dict[int, dict[str, object]] = {}
    for key, value in answers.items():
        if match := _DOCUMENT_KEY.match(key):
            numbered.setdefault(int(match[1]), {})[match[2]] = value
    filled = tuple(numbered[n] for n in sorted(numbered) if any(v not in (None, "") for v in numbered[n].values()))
    plain = {name: answers.get(name, answers.get(f"document.{name}")) for name in ("kind", "pages", "copies", "count")}
    return filled or (plain,)


def _last(key: str) -> str:
    return key.rsplit(".", 1)[-1]


def count(answers: Answers, key: str) -> int:
    """A whole number from the answers: 1 for pages and copies not given, 0 for extra copies not asked for."""
    value = answers.get(key)
    if value in (None, ""):
        return 1 if key in ("pages", "copies", "count", "extract.copies") else 0
    text = str(value).strip()
    if not text.isdecimal() or not 0 <= int(text) <= 100_000:
        raise WrongCount(f"“{value}” không phải là số lượng hợp lệ. Ghi một số từ 1 đến 100.000.")
    return int(text)
