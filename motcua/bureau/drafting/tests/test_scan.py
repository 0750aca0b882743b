"""One list of everything: nine planted faults are found, each at its place, and nothing else."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from motcua.bureau.drafting import queries, rules
from motcua.bureau.drafting.tests import planted
from motcua.bureau.drafting.tests.world import AT
from motcua.instruments.vault.rules import Kind

ABOUT = rules.About(
    kind="committee_decision", level="ward", signed_on=planted.SIGNED_ON, issuer="Ủy ban nhân dân phường Tam Kỳ"
)


@pytest.fixture
def registered(ward):
    return planted.register(AT)


def seen(content, about=ABOUT):
    return queries.scan(content, Kind.DOCX.mime, about)


def keys(content):
    return sorted(one.key for one in seen(content).machine.findings)


def test_a_right_draft_gets_no_finding(registered):
    assert [(one.key, one.words) for one in seen(planted.right().docx()).machine.findings] == []


@pytest.mark.parametrize("name", planted.PLANTS)
def test_one_planted_fault_is_the_only_one_found(registered, name):
    assert keys(planted.planted(name)) == [name]


def test_nine_planted_faults_are_found_each_with_place_rule_and_remedy(registered):
    found = seen(planted.planted()).machine.findings

    assert {one.key: one.content for one in found} == {name: where for name, (where, _) in planted.EXPECTED.items()}
    assert len(found) == 9
    for one in found:
        assert one.place.startswith(planted.EXPECTED[one.key][1]), (one.key, one.place)
        assert (bool(one.quote), bool(one.by), bool(one.remedy), bool(one.name)) == (True, True, True, True), one


def test_the_marked_copy_has_a_comment_for_each(registered):
    content = planted.planted()
    marked = queries.marked(content, seen(content))

    comments = ZipFile(BytesIO(marked)).read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == 9
    assert "Bỏ căn cứ này hoặc thay bằng văn bản đang có hiệu lực" in comments


def test_the_same_fault_in_many_paragraphs_is_one_line_and_a_comment_at_each(registered):
    draft = planted.right()
    for name in ("scope", "hours", "parking"):
        draft = draft.change(name, font="Arial")
    content = draft.docx()
    (one,) = seen(content).machine.findings

    assert (len(one.also), one.place.endswith("và 2 chỗ khác")) == (2, True)
    comments = ZipFile(BytesIO(queries.marked(content, seen(content)))).read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == 3
