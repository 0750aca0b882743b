"""Every text that code, law/ and office/ cite stands in law/instruments.yaml: `[61/2018/NĐ-CP, 19.9]`, `by: …`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"giờ hành chính thường áp dụng tại Quảng Nam"}
"""What an office may write in `by:` where no text settles the matter."""
BRACKETS = re.compile(r"\[(\d[^\[\]]*/[^\[\]]*)\]")
NUMBER = re.compile(r"\d+(\.\d+)?/(\d{4}/)?(QH\d+|TTLT|N[ĐD]-CP|(TT|Q[ĐD]|NQ)-[\w-]+)")
"""A number as texts carry it: 61/2018/NĐ-CP, 163/QĐ-BTP, 66.7/2025/NQ-CP; ND-CP is caught as a slip."""


def data(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def listed() -> list[str]:
    return [row["number"] for row in data(ROOT / "law" / "instruments.yaml")["instruments"]]


def docstrings(path: Path) -> Iterator[str]:
    """Docstrings of the module, its classes and functions, and the strings that explain a name below it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield " ".join(node.value.value.split())


def cited_in(text: str) -> set[str]:
    """Numbers a docstring cites: the first part of each bracket's pieces, and whatever looks like a number."""
    pieces = (piece for bracket in BRACKETS.findall(text) for piece in bracket.split(";"))
    first = {piece.partition(",")[0].strip() for piece in pieces}
    return {number for number in first if "/" in number} | {found.group() for found in NUMBER.finditer(text)}


def cited_by(value: str) -> set[str]:
    """Numbers of a `by:`; a piece without a number is given whole, so that words are not taken for a text."""
    pieces = {piece.partition(",")[0].strip() for piece in value.split(";")}
    return {piece for piece in pieces if piece} - WORDS


def fields(node: object, name: str) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == name:
                yield str(value)
            yield from fields(value, name)
    elif isinstance(node, list):
        for item in node:
            yield from fields(item, name)


def python_files() -> list[Path]:
    return sorted(path for path in (ROOT / "motcua").rglob("*.py") if "migrations" not in path.parts)


def data_files() -> list[Path]:
    return sorted(path for top in ("law", "office") for path in (ROOT / top).rglob("*.yaml"))


def test_docstrings_cite_listed_texts():
    known = set(listed())
    strays = {
        f"{path.relative_to(ROOT)}: {number}"
        for path in python_files()
        for text in docstrings(path)
        for number in cited_in(text) - known
    }

    assert sorted(strays) == []


@pytest.mark.parametrize("path", data_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_law_and_office_files_rest_on_listed_texts(path):
    cited = {number for value in fields(data(path), "by") for number in cited_by(value)}

    assert sorted(cited - set(listed())) == []


def test_no_text_is_listed_twice():
    numbers = listed()

    assert sorted({number for number in numbers if numbers.count(number) > 1}) == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Once [61/2018/NĐ-CP, 19.9].", {"61/2018/NĐ-CP"}),
        ("Of [60/2014/QH13, 27; 60/2014/QH13, 46.3].", {"60/2014/QH13"}),
        ("Of [30/2020/NĐ-CP, Phụ lục I, II.8.b] and 163/QĐ-BTP.", {"30/2020/NĐ-CP", "163/QĐ-BTP"}),
        ("Mistyped [61/2018/NDCP, 19].", {"61/2018/NDCP"}),
        ("Pages dict[str, int], paths a/b, 1/2 and [i/n] are no texts.", set()),
    ],
)
def test_a_citation_is_recognised(text, cited):
    assert cited_in(text) == cited
