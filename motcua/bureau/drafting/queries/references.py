"""References of a text to its own articles, clauses and points: each must lead somewhere."""

from collections.abc import Iterator, Sequence

from motcua.bureau.drafting import rules
from motcua.legal.citations import rules as citations
from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.structure import Tree, Unit, parse

_LEVELS = {1: (UnitKind.CLAUSE, "khoản"), 2: (UnitKind.POINT, "điểm")}
HERE = "@art"
"""How the parser writes «Điều này»."""


def own_references(source: rules.Source, found: Sequence[citations.Reference]) -> Iterator[rules.Finding]:
    """Provisions the text points at within itself and does not have. Words quoted for another text are left alone.

    A text and the rules attached to it may both have an article of the number: either will do.
    """
    tree = parse(source.text)
    articles = _articles(tree)
    if not articles:
        return
    said: set[tuple[str, str]] = set()
    for one in found:
        if not isinstance(one.document, str) or source.is_quoted(one.start):
            continue
        for path in one.paths:
            steps = path.split("/")
            if steps[0] == HERE:
                steps[0] = source.article(one.start)
            if not steps[0][:1].isdigit():
                continue
            lack = _lacking(articles, steps)
            words = " ".join(one.text.split())
            if lack and (lack, words) not in said:
                said.add((lack, words))
                told = f"Dẫn “{words}” nhưng dự thảo không có {lack}."
                yield rules.Finding(content="D", key="own_reference", words=told, at=one.start)


def _articles(tree: Tree) -> dict[str, list[Unit]]:
    found: dict[str, list[Unit]] = {}
    for unit in tree.walk():
        if unit.kind is UnitKind.ARTICLE:
            found.setdefault(unit.number.lower(), []).append(unit)
    return found


def _lacking(articles: dict[str, list[Unit]], steps: Sequence[str]) -> str:
    """«Điều 7», «khoản 3 Điều 2»: the first step that leads nowhere; empty when all of them do."""
    units = articles.get(steps[0].lower(), [])
    told = f"Điều {steps[0]}"
    if not units:
        return told
    for depth, number in enumerate(steps[1:], start=1):
        if depth not in _LEVELS:
            return ""
        kind, name = _LEVELS[depth]
        inside = [child for unit in units for child in unit.children if child.kind is kind]
        if depth == 1 and not inside and all(_has_points(unit) for unit in units):
            return ""
        units = [child for child in inside if child.number.lower().strip(").") == number.lower()]
        told = f"{name} {number} {told}"
        if not units:
            return told
    return ""


def _has_points(unit: Unit) -> bool:
    """An article whose points stand under no clause: a clause cited there is not ours to judge."""
    return any(child.kind is UnitKind.POINT for child in unit.children)
