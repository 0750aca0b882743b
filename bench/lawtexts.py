"""Articles of real laws, to be put together into documents: so that words are as frequent as in real registers.

Read from folders of JSON (chapters → articles → body) and Markdown (`Điều 15.3.LQ.1. …`); where none is given, the
articles of the demo's own documents, which are few.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random

import yaml

from motcua.legal.lawbase.choices import UnitKind
from motcua.legal.lawbase.rules.ranking import search_words
from motcua.legal.lawbase.rules.structure import Unit, parse

ROOT = Path(__file__).resolve().parents[1]
_CODED = re.compile(r"^Điều [\d.]+[A-Z]{2}\.[\w.]*\. *(.*)$", re.MULTILINE)
_NOTE = re.compile(r"^\(.*\)$", re.MULTILINE)
MOST_WORDS = 2_000
"""Longer articles are lists of tables; a register has few of them."""


@dataclass(frozen=True)
class Piece:
    """A clause with what is inside it: kinds, numbers, ids under its article, own texts; and its words."""

    units: tuple[tuple[str, str, str, str], ...]
    words: str


@dataclass(frozen=True)
class Article:
    """A heading, what stands before the first clause, the clauses."""

    heading: str
    intro: str
    clauses: tuple[Piece, ...]


def articles(folders: list[Path]) -> list[Article]:
    """All that can be read, each once."""
    bodies = chain.from_iterable(_json(one) for folder in folders for one in sorted(folder.glob("**/*.json")))
    coded = chain.from_iterable(_markdown(one) for folder in folders for one in sorted(folder.glob("**/*.md")))
    found = dict.fromkeys([*bodies, *coded] or _own())
    read = [_article(heading, body) for heading, body in found if len(body.split()) < MOST_WORDS]
    return [one for one in read if one]


def _json(path: Path) -> Iterator[tuple[str, str]]:
    for chapter in json.loads(path.read_text(encoding="utf-8")).get("chapters", []):
        for one in chapter.get("articles", []):
            yield one["heading"].strip(), one["body"].strip()


def _markdown(path: Path) -> Iterator[tuple[str, str]]:
    parts = _CODED.split(path.read_text(encoding="utf-8"))[1:]
    for heading, body in zip(parts[::2], parts[1::2], strict=False):
        lines = [line for line in _NOTE.sub("", body).split("\n") if line.strip()]
        yield heading.strip(), "\n".join(line for line in lines if not line.startswith(("#", "Chương ", "Mục ")))


def _own() -> Iterator[tuple[str, str]]:
    for topic in yaml.safe_load((ROOT / "motcua/demo/law/topics.yaml").read_text(encoding="utf-8")):
        for heading, clauses in topic["rule"]:
            yield heading, "\n".join(f"{number}. {clause}" for number, clause in enumerate(clauses, start=1))


def _article(heading: str, body: str) -> Article | None:
    tree = parse(f"Điều 1. {heading}\n{body}\n")
    unit = tree.find("dieu-1")
    if unit is None or not heading:
        return None
    clauses = tuple(_piece(tree, one) for one in unit.children if one.kind in {UnitKind.CLAUSE, UnitKind.POINT})
    return Article(heading[:300], tree.own(unit).partition("\n")[2], clauses)


def _piece(tree: object, clause: Unit) -> Piece:
    rows = []
    for unit in clause.walk():
        inside = unit.id.removeprefix("dieu-1/").partition("/")[2]
        rows.append((inside, unit.kind.value, unit.number, tree.own(unit)))  # type: ignore[attr-defined]
    return Piece(tuple(rows), search_words(tree.whole(clause)))  # type: ignore[attr-defined]


def mixed(stock: list[Article], clauses: list[Piece], random: Random) -> Article:
    """A real heading with clauses of its own or, half the time, some of other articles."""
    one = random.choice(stock)
    own = list(one.clauses[:12])
    if own and random.random() < 0.5:
        for place in range(0, len(own), 2):
            own[place] = random.choice(clauses)
    return Article(one.heading, one.intro, tuple(own))


def phrases(stock: list[Article], random: Random, many: int, least: int = 2, most: int = 7) -> list[str]:
    """Runs of words as people copy them from a text or a heading, with marks."""
    found = []
    while len(found) < many:
        one = random.choice(stock)
        text = one.heading if random.random() < 0.4 else " ".join(own for c in one.clauses for *_, own in c.units)
        words = re.findall(r"\w+", text)
        if len(words) >= least:
            size = random.randint(least, min(most, len(words)))
            start = random.randint(0, len(words) - size)
            found.append(" ".join(words[start : start + size]))
    return found
