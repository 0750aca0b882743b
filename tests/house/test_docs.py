"""The docs say what the code does: generated pages fresh, links whole, commands, variables and rights there."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from motcua import __version__, cli
from motcua.docs import code, pages, states
from motcua.docs import map as house_map
from motcua.house.journal import events
from motcua.instruments.jobs import schedule
from motcua.instruments.notices import channels

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_RIGHT: dict[str, str] = {}
"""Pages that say no `permission`, each with its reason. The list may only shrink."""
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ADMINISTRATOR = ROOT / "docs" / "administrator.md"


def markdown() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def read(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def variables() -> dict[str, str]:
    """Every variable settings.py reads, with its default where that is written as a plain value."""
    found = {}
    for node in ast.walk(ast.parse(read("motcua/settings.py"))):
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if name not in {"_text", "_flag", "_number", "_folder"} or not isinstance(node.args[0], ast.Constant):
            continue
        key = f"MOTCUA_{node.args[0].value}{'_DIR' if name == '_folder' else ''}"
        default = node.args[1] if len(node.args) > 1 else None
        found[key] = str(default.value) if isinstance(default, ast.Constant) else found.get(key, "")
    return found


def documented() -> dict[str, str]:
    rows = re.findall(r"^\| `(MOTCUA_[A-Z_]+)` \| (.*?) \|", read(ADMINISTRATOR), re.MULTILINE)
    return dict(rows)


def test_the_map_is_fresh():
    assert read("docs/map.md") == house_map.text(), "run `make docs`"


def test_the_states_are_fresh():
    assert read("docs/states.md") == states.text(), "run `make docs`"


@pytest.mark.parametrize("path", markdown(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(path):
    targets = [link.partition("#")[0] for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]

    assert [target for target in targets if target and not (path.parent / target).exists()] == []


def test_every_variable_is_documented_and_no_other():
    assert documented().keys() == variables().keys()


def test_documented_defaults_are_the_real_ones():
    said, real = documented(), variables()

    assert {name: said[name] for name, default in real.items() if default and f"`{default}`" != said[name]} == {}


@pytest.mark.parametrize("page", ["docs/administrator.md", "docs/manual-officer.md", "README.md", "CHANGELOG.md"])
def test_every_command_named_on_a_page_exists(page):
    named = set(re.findall(r"(?<![\w/.=-])motcua ([a-z][a-z-]+)", read(page)))

    assert {name for name in named if name.replace("-", "_") not in get_commands()} == set()


def test_every_command_of_the_help_exists():
    named = set(re.findall(r"motcua ([a-z][a-z-]+)", cli.HELP))

    assert {name for name in named if name.replace("-", "_") not in get_commands()} == set()


@pytest.mark.parametrize("page", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_every_make_target_named_on_a_page_exists(page):
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))

    assert set(re.findall(r"(?:^|`)make ([a-z]+)", read(page), re.MULTILINE)) - targets == set()


def test_both_readmes_name_the_same_pages():
    twin = {"README.md", "README.vi.md"}

    assert set(LINK.findall(read("README.md"))) - twin == set(LINK.findall(read("README.vi.md"))) - twin


def test_the_version_is_one_and_has_its_entry():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    public = yaml.safe_load(read("publiccode.yml"))

    assert {project["version"], public["softwareVersion"], __version__} == {__version__}
    assert re.search(rf"^## {re.escape(__version__)}\b", read("CHANGELOG.md"), re.MULTILINE)


def test_publiccode_keeps_the_limits_of_its_standard():
    public = yaml.safe_load(read("publiccode.yml"))
    wanted = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"}

    assert wanted | {"description", "legal", "maintenance", "localisation"} <= public.keys()
    for words in public["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert max(map(len, words["features"])) <= 100


def test_every_page_says_whom_it_is_for():
    bare = {page.name for page in pages.pages() if not page.permission}

    assert bare == WITHOUT_RIGHT.keys()


def test_the_map_lists_all_that_is_registered_when_the_product_runs():
    listed = {kind: sum(plug.kind == kind for plug in code.plugs()) for kind in ("event", "channel", "round")}
    real = {
        "event": sum(len(handlers) for handlers in events.registered().values()),
        "channel": len(channels.registered()),
        "round": len(schedule.rounds()),
    }

    assert listed == real


def test_every_trade_of_the_law_is_registered():
    asked = {
        str(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["trade"])
        for path in (ROOT / "law" / "procedures").glob("*/*.yaml")
    }

    assert asked - {plug.key for plug in code.plugs() if plug.kind == "trade"} == set()


def test_every_module_stands_on_the_map():
    there = {
        (path.parent.parent.name, path.parent.name)
        for wing in code.WINGS
        for path in (ROOT / "motcua" / wing).glob("*/__init__.py")
    }

    assert there - {(one.wing, one.name) for one in code.modules()} == set()
