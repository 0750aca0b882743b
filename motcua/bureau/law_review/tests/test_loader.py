"""The file of forms and days: sound as shipped, and every fault found at its line."""

import shutil

import pytest
from django.conf import settings
from django.core.management import call_command

from motcua.bureau.law_review import loader


@pytest.fixture
def law(tmp_path):
    (tmp_path / "law_review").mkdir()
    for name in ("law_review/rules.yaml", "instruments.yaml"):
        shutil.copy(settings.LAW_DIR / name, tmp_path / name)
    return tmp_path


def spoil(law, before, after):
    path = law / "law_review" / "rules.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return [finding.message for finding in loader.findings(law)]


def test_the_shipped_file_is_sound():
    assert loader.findings(settings.LAW_DIR) == ()
    assert [one.key for one in loader.regimes()] == ["nd34", "nd79"]


def test_forms_that_were_not_read_are_not_sure():
    assert not any(form.is_sure for regime in loader.regimes() for form in regime.forms)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("from: 2025-04-01", "from: 2025-04-05", "nd79: trống từ 2025-04-01 đến 2025-04-05"),
        ("from: 2025-04-01", "from: 2025-03-30", "nd79: chồng ngày với nd34"),
        ("by: 79/2025/NĐ-CP", "by: 88/2025/NĐ-CP", "không có trong instruments.yaml"),
        ("by: 34/2016/NĐ-CP", 'by: "79/2025/NĐ-CP, 1"', "không có hiệu lực ngày 2016-07-01"),
        ("{cut_off: 2028-12-31", "{cut_off: 2024-12-31", "không có hiệu lực ngày 2024-12-31"),
        ("sure: medium", "sure: sometimes", "không phải high, medium, low"),
        ("key: part", "key: whole", "cần đủ bốn danh mục"),
        ("[kind, number, title, reason, ended_on]", "[kind, kind, title]", "một cột có hai lần"),
        ("[kind, number, title, reason, ended_on]", "[kind, gone]", "không đọc được: 'gone'"),
        ('publish_by: "31/01"', 'publish_by: "31/02"', "không đọc được"),
        ('publish_by: "31/01"', 'publish_by: "1/2"', "phải viết như 31/01"),
        ("regimes:", "regimes: [", "không đọc được YAML"),
    ],
)
def test_a_fault_is_found(law, before, after, message):
    assert any(message in found for found in spoil(law, before, after))


def test_a_fault_names_its_line(law):
    spoil(law, "by: 79/2025/NĐ-CP\n", "by: 88/2025/NĐ-CP\n")
    lines = (law / "law_review" / "rules.yaml").read_text("utf-8").splitlines()

    (finding,) = loader.findings(law)
    assert "88/2025" in lines[finding.line - 1]


def test_check_law_checks_the_file(tmp_path, capsys):
    law = tmp_path / "law"
    shutil.copytree(settings.LAW_DIR, law)
    spoil(law, "sure: medium", "sure: sometimes")

    with pytest.raises(SystemExit):
        call_command("check_law", law=law)
    assert "rules.yaml" in capsys.readouterr().out
