"""The citizens' pages in English: nothing left in Vietnamese that has English words, no string forgotten."""

import ast
import re
import struct
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils import translation

from motcua.base.ui import rules as ui
from motcua.base.ui.templatetags.ui import due_chip
from motcua.counter.dossiers.rules import NATIONAL_NAME
from motcua.counter.dossiers.tests import world
from motcua.faces.portal.templatetags.portal import limit
from motcua.faces.portal.views.mine import TOLD
from motcua.house.office.tests import people

PACKAGE = Path(__file__).parents[3]
HOMES = [
    "faces/portal",
    "legal/lawbase",
    "faces/kiosk",
    "base/ui",
    "instruments/notices",
    "bureau/drafting",
    "bureau/law_review",
]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
TRANSLATE = re.compile(r"""{%\s*translate\s+"([^"]+)\"""")
BLOCK = re.compile(r"{%\s*blocktranslate\b[^%]*%}(.*?){%\s*(?:plural|endblocktranslate)\s*%}", re.DOTALL)
TEXT = re.compile(r">([^<]+)<|(?:aria-label|title|placeholder)=\"([^\"]+)\"")
PO_LINE = re.compile(r'(?:(msgid_plural|msgid|msgstr)(?:\[(\d)\])? )?(".*")')
MO_MAGIC = 0x950412DE
GETTEXT = {"_", "gettext", "gettext_noop", "gettext_lazy", "ngettext"}


def catalogue_file(home, ending):
    return PACKAGE / home / f"locale/en/LC_MESSAGES/django.{ending}"


def blocks(home):
    """Each entry of the .po as {msgid, msgid_plural, msgstr, msgstr0, msgstr1}, as far as it has them."""
    for block in catalogue_file(home, "po").read_text().split("\n\n"):
        parts, key = {}, ""
        for line in block.splitlines():
            if not (match := PO_LINE.fullmatch(line)):
                assert line.startswith("#"), line
                continue
            name, number, text = match.groups()
            key = f"{name}{number or ''}" if name else key
            parts[key] = parts.get(key, "") + ast.literal_eval(text)
        if parts["msgid"]:
            yield parts


def entries(home):
    """The .po compiled in memory: a plural entry is keyed by (msgid, msgid_plural) and has both forms."""
    found = {}
    for parts in blocks(home):
        plural = "msgid_plural" in parts
        key = (parts["msgid"], parts["msgid_plural"]) if plural else parts["msgid"]
        assert key not in found
        found[key] = (parts["msgstr0"], parts["msgstr1"]) if plural else parts["msgstr"]
    return found


def compiled(home):
    """The .mo read as its format says: two tables of (length, offset), words parted by a zero byte."""
    content = catalogue_file(home, "mo").read_bytes()
    magic, _, count, originals, translations = struct.unpack_from("<5I", content)
    assert magic == MO_MAGIC

    def told(table, row):
        length, offset = struct.unpack_from("<2I", content, table + 8 * row)
        words = tuple(content[offset : offset + length].decode().split("\0"))
        return words if len(words) > 1 else words[0]

    found = {told(originals, row): told(translations, row) for row in range(count)}
    return {key: text for key, text in found.items() if key}


def plain(msgid):
    return msgid if isinstance(msgid, str) else msgid[0]


def english():
    return {plain(key): text for home in HOMES for key, text in entries(home).items()}


def in_template(path):
    text = path.read_text()
    blocks = [re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", block) for block in BLOCK.findall(text)]
    return [*TRANSLATE.findall(text), *blocks]


def in_code(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
            yield from (one.value for one in node.args[:1] if isinstance(one, ast.Constant))


def said_in_vietnamese(page):
    """Texts of a page, whole between two tags, that the catalogues could have said in English."""
    known = {msgid for msgid, text in english().items() if msgid != text}
    texts = {" ".join("".join(pair).split()).rstrip(":") for pair in TEXT.findall(page)}
    return texts & known


@pytest.fixture
def ward(db, settings):
    settings.CLOCK = world.TUESDAY
    settings.DEMO = True
    people.load_office()


@pytest.mark.parametrize("home", HOMES)
def test_every_string_has_english_words_with_the_same_placeholders(home):
    found = list(blocks(home))

    assert found
    assert "fuzzy" not in catalogue_file(home, "po").read_text()
    for parts in found:
        given = {one for name in ("msgid", "msgid_plural") for one in PLACEHOLDER.findall(parts.get(name, ""))}
        texts = [text for name, text in parts.items() if name.startswith("msgstr")]
        assert all(text.strip() for text in texts), parts
        assert set(PLACEHOLDER.findall(texts[-1])) == given, parts
        assert all(set(PLACEHOLDER.findall(text)) <= given for text in texts), parts


@pytest.mark.parametrize("home", HOMES)
def test_the_compiled_catalogue_says_what_the_written_one_says(home):
    assert compiled(home) == entries(home)


@pytest.mark.parametrize("home", HOMES)
def test_every_string_of_templates_and_code_is_in_the_catalogue_and_no_other(home):
    templates = (PACKAGE / home).rglob("templates/**/*.html")
    code = (path for path in (PACKAGE / home).rglob("*.py") if "tests" not in path.parts)
    used = set(chain.from_iterable([*map(in_template, templates), *map(in_code, code)]))

    assert used
    assert used == {plain(key) for key in entries(home)}


def test_one_vietnamese_string_has_the_same_english_in_every_catalogue():
    said = {}
    for home in [*HOMES, "house/accounts"]:
        for key, text in compiled(home).items():
            said.setdefault(key, set()).add(text)

    assert {key: texts for key, texts in said.items() if len(texts) > 1} == {}


def test_states_timeline_titles_and_due_words_have_english():
    known = english()

    assert len(NATIONAL_NAME) == 10
    assert set(NATIONAL_NAME.values()) <= set(known)
    assert set(TOLD.values()) <= set(known)


def test_due_words_and_time_limits_are_said_in_english():
    with translation.override("en"):
        assert "no due date yet" in due_chip(ui.due_words(None, world.TUESDAY))
        assert "today before" in due_chip(ui.due_words(world.TUESDAY.replace(hour=23), world.TUESDAY))
        assert [limit("1wd"), limit("3wd"), limit("same_day")] == ["1 working day", "3 working days", "the same day"]


@pytest.mark.parametrize(
    ("name", "args", "words"),
    [
        ("portal:home", [], "What do you need to do?"),
        ("portal:procedures", [], "Procedures"),
        ("portal:procedure", ["1.004873"], "What you need"),
        ("portal:procedure", ["2.000815"], "in person at the counter"),
        ("portal:track", [], "Track an application"),
        ("portal:verify", [], "Check a result"),
        ("portal:late", [], "Late applications"),
        ("portal:staff", [], "Public information"),
        ("law_review:published", [], "Published lists of documents"),
        ("drafting:public", [], "Draft documents open for comments"),
        ("kiosk:start", [], "What do you need?"),
        ("kiosk:lookup", [], "Enter the application number"),
        ("kiosk:procedure", ["1.004873"], "What you need"),
    ],
)
def test_a_page_is_said_in_english(client, ward, name, args, words):
    url = reverse(name, args=args)
    page = client.get(url, HTTP_ACCEPT_LANGUAGE="en").content.decode()

    assert '<html lang="en">' in page
    assert words in page
    assert said_in_vietnamese(page) == set()
    assert said_in_vietnamese(client.get(url).content.decode()) != set()


def test_the_language_cookie_is_kept_to(client, ward):
    client.cookies[django_settings.LANGUAGE_COOKIE_NAME] = "en"

    page = client.get(reverse("portal:home"), HTTP_ACCEPT_LANGUAGE="vi").content.decode()

    assert "What do you need to do?" in page
    assert said_in_vietnamese(page) == set()


def test_the_state_of_a_dossier_is_told_in_english(client, ward):
    dossier = world.received(world.as_actor(world.minh()))
    state = english()[NATIONAL_NAME[2]]
    digits = dossier.code.partition("-")[2].replace("-", "")

    on_portal = client.get(reverse("portal:track"), {"ma": dossier.code}, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    at_kiosk = client.post(reverse("kiosk:lookup"), {"code": digits}, HTTP_ACCEPT_LANGUAGE="en").content.decode()

    for page in (on_portal, at_kiosk):
        assert f"<strong>{state}</strong>" in page
        assert re.search(r"Step \d+ of \d+", page)
        assert said_in_vietnamese(page) == set()


def test_an_unknown_code_is_told_in_english(client, ward):
    track = client.get(reverse("portal:track"), {"ma": "H17.101-1"}, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    verify = client.get(reverse("portal:verify_code", args=["ABCDEFGHJKMN"]), HTTP_ACCEPT_LANGUAGE="en")

    assert "No application has this code." in track
    assert "No result has this code." in verify.content.decode()
