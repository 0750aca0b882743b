"""The criteria file: sound as shipped, and every fault found at its line."""

import shutil

import pytest
from django.conf import settings
from django.core.management import call_command

from motcua.bureau.law_watch import loader


@pytest.fixture
def law(tmp_path):
    (tmp_path / "law_watch").mkdir()
    for name in ("law_watch/criteria.yaml", "instruments.yaml"):
        shutil.copy(settings.LAW_DIR / name, tmp_path / name)
    return tmp_path


def spoil(law, before, after):
    path = law / "law_watch" / "criteria.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return [finding.message for finding in loader.findings(law)]


def test_the_shipped_criteria_are_sound_and_have_their_groups():
    assert loader.findings(settings.LAW_DIR) == ()
    assert [(one.key, len(one.groups)) for one in loader.regimes()] == [("nd59", 3), ("nd80", 11)]


def test_what_was_not_read_in_the_text_itself_is_not_sure():
    assert not any(group.is_sure for regime in loader.regimes() for group in regime.groups)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("from: 2025-04-01", "from: 2025-04-05", "nd80: trống từ 2025-04-01 đến 2025-04-05"),
        ("from: 2025-04-01", "from: 2025-03-30", "nd80: chồng ngày với nd59"),
        ('by: "80/2025/NĐ-CP, 9"', 'by: "88/2025/NĐ-CP, 9"', "không có trong instruments.yaml"),
        ('by: "59/2012/NĐ-CP, 9"', 'by: "80/2025/NĐ-CP, 9"', "không có hiệu lực ngày 2012-10-01"),
        ("sure: medium", "sure: sometimes", "không phải high, medium, low"),
        ("source: secondary", "source: hearsay", "nguồn “hearsay” không có"),
        ("sum: [texts_on_time, texts_late]", "sum: [texts_on_time, gone]", "“gone” không có trong nhóm"),
        ("part: texts_issued, whole: texts_due", "part: texts_issued", "cần `sum`, hoặc cả `part` và `whole`"),
        ("{key: texts_late,", "{key: texts_due,", "“texts_due” có hai lần"),
        ("- key: training", "- key: texts", "nhóm “texts” có hai lần"),
        ("live: inspections", "live: guesses", "hệ thống không đếm được “guesses”"),
        ("key: nd59", "name: nd59", "không đọc được"),
        ("regimes:", "regimes: [", "không đọc được YAML"),
    ],
)
def test_a_fault_is_found(law, before, after, message):
    assert any(message in found for found in spoil(law, before, after))


def test_a_fault_names_its_line(law):
    spoil(law, 'by: "80/2025/NĐ-CP, 9"', 'by: "88/2025/NĐ-CP, 9"')
    lines = (law / "law_watch" / "criteria.yaml").read_text("utf-8").splitlines()

    (finding,) = loader.findings(law)
    assert "88/2025" in lines[finding.line - 1]


def test_check_law_checks_the_criteria(tmp_path, capsys):
    law = tmp_path / "law"
    shutil.copytree(settings.LAW_DIR, law)
    spoil(law, "sure: medium", "sure: sometimes")

    with pytest.raises(SystemExit):
        call_command("check_law", law=law)
    assert "criteria.yaml" in capsys.readouterr().out
