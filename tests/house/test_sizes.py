"""Sizes a reader can hold: module 400 lines, function 60, test file 500, template 250, settings 350."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXCUSED: dict[str, str] = {}
"""File → reason. The list may only shrink."""


def _files(pattern: str, *tops: str) -> list[Path]:
    found = [path for top in tops for path in (ROOT / top).rglob(pattern)]
    return sorted(path for path in found if "migrations" not in path.parts)


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _over(paths: list[Path], limit: int) -> list[str]:
    names = {str(path.relative_to(ROOT)): _lines(path) for path in paths}
    return [
        f"{name} has {count} lines, {limit} allowed"
        for name, count in names.items()
        if count > limit and name not in EXCUSED
    ]


def test_module_files_are_short():
    modules = [
        path for path in _files("*.py", "motcua", "bench") if "tests" not in path.parts and path.name != "settings.py"
    ]

    assert _over(modules, 400) == []


def test_test_files_are_short():
    tests = list(_files("test_*.py", "motcua", "tests"))

    assert _over(tests, 500) == []


def test_templates_are_short():
    assert _over(_files("*.html", "motcua"), 250) == []


def test_settings_are_one_short_file():
    assert _over([ROOT / "motcua" / "settings.py"], 350) == []


@pytest.mark.parametrize("path", _files("*.py", "motcua"), ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert [
        f"{node.name}: {node.end_lineno - node.lineno + 1}" for node in functions if node.end_lineno - node.lineno >= 60
    ] == []
