"""Attachment: a larger unit named once holds for the targets before it; what is not named is never invented.

«điểm b khoản 5 và điểm đ khoản 6 Điều 7» → 7/5/b, 7/6/đ; «khoản 4 Điều 4, Điều 5» → 4/4, 5; «Điều 5, khoản 2» → 5/2.
"""

from itertools import product

from motcua.legal.citations.choices import PREFIX, Level, Warn
from motcua.legal.citations.rules.ranges import spread
from motcua.legal.citations.rules.targets import Target
from motcua.legal.citations.rules.units import Unit

MOST = 2000
"""Paths one reference may hold."""

_THIS = {
    Level.POINT: "@pt",
    Level.CLAUSE: "@cl",
    Level.ARTICLE: "@art",
    Level.SUBSECTION: "@ssec",
    Level.SECTION: "@sec",
    Level.CHAPTER: "@ch",
    Level.PART: "@part",
    Level.ANNEX: "@annex",
    Level.FORM: "@form",
    Level.ITEM: "@item",
    Level.DASH: "@dash",
}
_Chain = dict[Level, Unit]


def paths(targets: list[Target], *, document_named: bool, room: int = MOST) -> tuple[list[str], set[Warn]]:
    """The paths of the targets in text order, and what a person should look at; `room`: how many ranges may make."""
    if len(targets) == 1 and (simple := _simple(targets[0], document_named=document_named)) is not None:
        return simple, set()
    chains, dropped = _attached(targets)
    found: list[str] = []
    warnings: set[Warn] = set()
    for index, (target, chain) in enumerate(zip(targets, chains, strict=True)):
        for unit in target.units.values():
            if unit.warnings:
                warnings |= unit.warnings
        if target.before in {"đến", "tới"}:
            warnings.add(Warn.RANGE_NOT_EXPANDED)
        if index not in dropped:
            written, complaint = _written(chain, document_named=document_named, room=room)
            found += written
            warnings |= complaint
        if len(found) > MOST:
            return found[:MOST], warnings | {Warn.LIST_TOO_LONG}
    return found, warnings


def _simple(target: Target, *, document_named: bool) -> list[str] | None:
    """The one path of «điểm a khoản 2 Điều 3», the usual case, written at once; None where there is more to weigh."""
    units = target.units
    levels = sorted(units, reverse=True)
    numbers = ["@art"] if levels[0] is Level.CLAUSE and not document_named else []
    if (levels[0] < Level.ARTICLE and not numbers) or Level.FORM in units:
        return None
    for level in levels:
        unit = units[level]
        if unit.this or unit.spans or unit.warnings or len(unit.ids) != 1:
            return None
        numbers.append(PREFIX[level] + unit.ids[0])
    return ["/".join(numbers)]


def _attached(targets: list[Target]) -> tuple[list[_Chain], set[int]]:
    """Each target's units with the larger ones it takes from its neighbours; targets that only served a later one."""
    chains: list[_Chain] = [dict(target.units) for target in targets]
    for index in range(len(targets) - 2, -1, -1):
        mine, following = chains[index], targets[index + 1]
        if _takes(targets[index], following.lowest, max(chains[index + 1])):
            top = max(mine)
            mine.update({level: unit for level, unit in chains[index + 1].items() if level > top})
    dropped: set[int] = set()
    for index in range(1, len(targets)):
        before, mine = chains[index - 1], chains[index]
        if max(mine) >= Level.ARTICLE or Level.ARTICLE not in before:
            continue
        if targets[index].before != "," and (index - 1) not in _leftward(targets, index):
            continue
        if min(before) > max(mine) and targets[index].before == ",":
            dropped.add(index - 1)
        mine.update({level: unit for level, unit in before.items() if level > max(targets[index].units)})
    return chains, dropped


def _leftward(targets: list[Target], index: int) -> set[int]:
    """The place before, where its own top is the same small level: «Điều 5, khoản 2 và khoản 3»."""
    return {index - 1} if targets[index - 1].top == targets[index].top else set()


def _takes(target: Target, lowest: Level, highest: Level) -> bool:
    """Whether the larger units of the next target hold for this one too."""
    top = target.top
    if any(unit.this for unit in target.units.values()) and top >= Level.ARTICLE:
        return False
    if top >= Level.ARTICLE:
        return lowest <= top < highest
    return lowest <= top + 1 and highest > top


def _written(chain: _Chain, *, document_named: bool, room: int) -> tuple[list[str], set[Warn]]:
    levels = sorted(chain, reverse=True)
    if Level.FORM in chain and Level.ANNEX not in chain:
        levels = [Level.FORM, *(level for level in levels if level is not Level.FORM)]
    warnings: set[Warn] = set()
    pieces = [_numbers(level, chain[level], warnings, room) for level in levels]
    if max(chain) <= Level.CLAUSE and not any(chain[level].this for level in chain):
        if document_named:
            pieces.insert(0, ["?"])
            warnings.add(Warn.MISSING_ARTICLE)
        else:
            pieces[:0] = [["@art"]] if max(chain) is Level.CLAUSE else [["@art"], ["@cl"]]
    elif chain[max(chain)].this and max(chain) is Level.CLAUSE:
        pieces.insert(0, ["@art"])
    count = 1
    for piece in pieces:
        count *= len(piece)
    if count > MOST:
        return [], {Warn.LIST_TOO_LONG}
    return ["/".join(one) for one in product(*pieces)], warnings


def _numbers(level: Level, unit: Unit, warnings: set[Warn], room: int) -> list[str]:
    if unit.this:
        return [_THIS[level]]
    prefix = PREFIX[level]
    if not unit.ids:
        return [prefix.rstrip(".")]
    if not unit.spans:
        return [prefix + number for number in unit.ids] if prefix else unit.ids
    found: list[str] = []
    for place, number in enumerate(unit.ids):
        last = unit.spans.get(place)
        ids, warning = ([number], None) if last is None else spread(level, number, last, most=room)
        found += ids
        warnings |= {warning} if warning else set()
    return [prefix + number for number in found]
