"""The look keeps its promises: no inline code anywhere, contrast, licences and sums of what others made."""

import hashlib
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

PACKAGE = Path(__file__).resolve().parents[3]
ROOT = PACKAGE.parent
STATIC = PACKAGE / "base/ui/static/ui"
INLINE = re.compile(
    r"<style\b|<script(?![^>]*\bsrc=)[^>]*>|\sstyle\s*=\s*[\"']|\son[a-z]+\s*=\s*[\"']|javascript:|\shx-on\b|\|safe\b",
    re.IGNORECASE,
)
OURS = sorted(STATIC.glob("*.css"))


def templates() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.html") if "templates" in path.parts)


def test_no_template_has_inline_style_or_script():
    found = [
        f"{path.relative_to(PACKAGE)}: {match.group()}"
        for path in templates()
        for match in INLINE.finditer(path.read_text())
    ]

    assert templates()
    assert found == []


@pytest.mark.parametrize(
    "bad",
    [
        '<p style="x">',
        "<style>",
        "<script>",
        '<a onclick="x">',
        "<script type='module'>",
        "javascript:x",
        "{{ x|safe }}",
    ],
)
def test_the_search_for_inline_code_finds_it(bad):
    assert INLINE.search(bad)


def test_a_script_from_a_file_is_no_inline_code():
    assert not INLINE.search('<script src="/static/ui/ui.js" defer></script>')


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_a_stylesheet_needs_nothing_from_elsewhere(path):
    targets = re.findall(r"url\([\"']?([^\"')]+)", path.read_text())

    assert [target for target in targets if not (STATIC / target).is_file()] == []


def test_colours_are_named_in_the_tokens_only():
    allowed = {"#fff", "#000", "#e9ecf0", "#999"}  # paper, its ink, the track of a bar or badge, a printed line
    used = {
        colour
        for path in OURS
        if path.name != "tokens.css"
        for colour in re.findall(r"#[0-9a-f]{3,8}\b", path.read_text())
    }

    assert used <= allowed


def tokens() -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", (STATIC / "tokens.css").read_text()))


def luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "ground"), ("muted", "paper"), ("muted", "ground"), ("muted", "brand-soft"), ("brand", "paper"),
        ("brand", "ground"), ("brand", "brand-soft"), ("brand-dark", "brand-soft"), ("green", "paper"),
        ("green-ink", "green-soft"), ("gold-ink", "gold-soft"), ("red-ink", "red-soft"), ("red-ink", "paper"),
        ("on-brand", "brand"), ("on-brand", "brand-dark"), ("on-brand-muted", "brand-dark"), ("on-brand", "red"),
        ("on-brand", "muted"),
    ],
)  # fmt: skip
def test_text_stands_out_from_its_ground(text, ground):
    assert contrast(tokens()[text], tokens()[ground]) >= 4.5


@pytest.mark.parametrize(
    ("edge", "ground"), [("edge", "paper"), ("edge", "ground"), ("brand", "ground"), ("red", "paper")]
)
def test_edges_of_controls_and_the_focus_ring_can_be_seen(edge, ground):
    assert contrast(tokens()[edge], tokens()[ground]) >= 3


@pytest.mark.parametrize("folder", [STATIC / "vendor", ROOT / "tests/vendor"], ids=["shipped", "tests"])
def test_what_others_made_is_listed_with_its_sum(folder):
    listed = dict(re.findall(r"\| `([^`]+)` \| `([0-9a-f]{64})` \|", (folder / "LICENSES.md").read_text()))
    files = {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.suffix in {".css", ".js", ".woff2", ".xsd"}
    }

    assert listed == files


@pytest.mark.parametrize("name", ["ui/ui.css", "ui/ui.js", "ui/vendor/bootstrap.min.css", "django_htmx/htmx-2.min.js"])
def test_an_asset_is_served_from_here(name):
    assert finders.find(name)
