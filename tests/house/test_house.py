"""The house: floors and shelves, docstrings, no stray words, neighbours entered by the front door."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WINGS = ["base", "house", "instruments", "legal", "counter", "trades", "bureau", "faces"]
FRONT_DOORS = {
    "acts",
    "queries",
    "access",
    "choices",
    "rules",
    "events",
    "clock",
    "loader",
    "keys",
    "templatetags",
    "lockout",
    "schedule",
    "exports",
    "pages",
    "menu",
}
MIXIN = "motcua.house.journal.models"
"""The one abstract model other modules build on."""
FOR_ALL = {MIXIN, "motcua.base.keys", "motcua.base.rows", "motcua.base.states"}


def modules() -> list[Path]:
    return sorted(
        path
        for wing in WINGS
        for path in (ROOT / "motcua" / wing).iterdir()
        if path.is_dir() and (path / "__init__.py").exists()
    )


def code_files() -> list[Path]:
    return sorted(
        path
        for path in (ROOT / "motcua").rglob("*.py")
        if "migrations" not in path.parts and "tests" not in path.parts and path.name != "conftest.py"
    )


def test_imports_keep_to_floors_and_shelves():
    run = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-3000:]


def test_every_module_stands_in_the_shelves_contract():
    listed = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    with_shelves = [path for path in modules() if (path / "models.py").exists() or (path / "acts.py").exists()]

    assert [path.name for path in with_shelves if f'"motcua.{path.parent.name}.{path.name}"' not in listed] == []


@pytest.mark.parametrize("path", code_files(), ids=lambda path: str(path.relative_to(ROOT / "motcua")))
def test_neighbours_are_entered_by_the_front_door(path):
    own = ".".join(["motcua", *path.relative_to(ROOT / "motcua").parts[:2]])
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    strays = []
    for node in ast.walk(tree):
        if (
            not isinstance(node, ast.ImportFrom)
            or not (node.module or "").startswith("motcua.")
            or id(node) in typing_only
        ):
            continue
        parts = node.module.split(".")
        if ".".join(parts[:3]) == own or len(parts) < 3 or node.module in FOR_ALL:
            continue
        if path.relative_to(ROOT / "motcua").parts[0] not in WINGS:
            continue
        names = [parts[3]] if len(parts) > 3 else [alias.name for alias in node.names]
        strays += [f"{node.module}.{name}" for name in names if name not in FRONT_DOORS]
    assert strays == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.name)
def test_every_module_says_what_it_is_for(path):
    docstring = ast.get_docstring(ast.parse((path / "__init__.py").read_text(encoding="utf-8")))

    assert docstring
    assert len(docstring) > 60


def shelves() -> list[Path]:
    """The files whose public functions must be explained."""
    return [path for path in code_files() if {"rules", "acts", "queries", "access"} & {path.stem, path.parent.name}]


@pytest.mark.parametrize("path", shelves(), ids=lambda path: str(path.relative_to(ROOT / "motcua")))
def test_public_functions_of_the_shelves_are_explained(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert bare == []


def test_the_tree_names_no_unfinished_work_machine_or_registry():
    words = re.compile(
        r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|(^|[^A-Za-z.])/(work|ro" + r"ot)/|https?://[^ \"]+/simple/"
    )
    run = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    tracked = [ROOT / name for name in run.stdout.split()] or code_files()
    texts = [
        path
        for path in tracked
        if path.suffix in {".py", ".md", ".yaml", ".toml", ".html", ".txt", ".sh", ""} and path.is_file()
    ]
    found = []
    for path in texts:
        if path.name == "axe.min.js" or "vendor" in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if words.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")

    assert found == []


def test_glossary_words_are_kept():
    glossary = yaml.safe_load((ROOT / "docs" / "glossary.yaml").read_text(encoding="utf-8"))
    forbidden = {word: row["english"] for row in glossary for word in row.get("instead_of", [])}
    found = []
    for path in code_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        found += [f"{path.name}: {name} (say {forbidden[name.lower()]})" for name in names if name.lower() in forbidden]

    assert found == []
