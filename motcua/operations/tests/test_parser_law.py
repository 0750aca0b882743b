"""The law of citations and formats: sound as shipped, and every fault found in its file at its line."""

import shutil

import pytest
from django.conf import settings
from django.core.management import call_command

from motcua.operations import parser_law


@pytest.fixture
def law(tmp_path):
    for name in ("formats", "citations", "lawbase"):
        shutil.copytree(settings.LAW_DIR / name, tmp_path / name)
    shutil.copy(settings.LAW_DIR / "instruments.yaml", tmp_path / "instruments.yaml")
    return tmp_path


def spoil(law, name, before, after):
    path = law / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return [*parser_law.format_faults(law), *parser_law.citation_faults(law), *parser_law.detail_faults(law)]


def test_the_shipped_files_are_sound():
    assert parser_law.format_faults(settings.LAW_DIR) == ()
    assert parser_law.citation_faults(settings.LAW_DIR) == ()
    assert parser_law.detail_faults(settings.LAW_DIR) == ()


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        ("formats/nd30.yaml", "severity: error, seen", "severity: bad, seen", "'bad' is not a valid Severity"),
        ("formats/nd30.yaml", "{id: A-02,", "{id: A-01,", "A-01: hai quy tắc cùng mã"),
        ("formats/nd30.yaml", "{id: A-02,", "{id: A-99,", "A-99: seen_by machine nhưng không có phép kiểm tra"),
        ("formats/nd30.yaml", "sure: high, values", "sure: often, values", "sure “often” không phải"),
        ("formats/nd30.yaml", 'by: "30/2020/NĐ-CP', 'by: "31/2020/NĐ-CP', "“31/2020/NĐ-CP” không có trong instruments"),
        ("formats/nd30.yaml", "from: 2020-03-05", "from: soon", "“soon” không phải một ngày"),
        ("formats/qppl.yaml", "to: 2025-03-31", "to: 2025-04-30", "Q-02: hai quy tắc cùng mã"),
        ("formats/qppl.yaml", "rules:", "rules: [", "không đọc được YAML"),
        ("citations/laws.yaml", "type: Luật, name: Đất đai", "type: Nghị định, name: Đất đai", "loại “Nghị định”"),
        ("citations/laws.yaml", "name: Nhà ở,", "name: Đất đai,", "Luật Đất đai: ghi hai lần"),
        ("citations/laws.yaml", "31/2024/QH15", "31-2024", "số “31-2024” không đọc được"),
        ("citations/aliases.yaml", "name: Dân sự}", "name: Dân sinh}", "BLDS: Bộ luật Dân sinh không có trong laws"),
        ("citations/aliases.yaml", "alias: BLHS", "alias: BLDS", "tên viết tắt “BLDS” ghi hai lần"),
        ("citations/cases.yaml", "id: C02", "id: C01", "C01: ghi hai lần"),
        ("citations/cases.yaml", "relation: basis", "relation: base", "relation không đúng"),
        ("citations/cases_mixed.yaml", "warnings: [REPAIRED]", "warnings: [ODD]", "cảnh báo không có trong danh sách"),
        ("lawbase/details.yaml", "from: 2025-04-01", "from: 2016-07-01", "from 2016-07-01 ghi hai lần"),
        ("lawbase/details.yaml", "from: 2025-04-01", "from: soon", "“soon” không phải một ngày"),
        ("lawbase/details.yaml", "[expires, repealed]", "[expires, amended]", "asks_on không đúng: amended"),
        ("lawbase/details.yaml", "sure: medium", "sure: often", "sure “often” không phải"),
        ("lawbase/details.yaml", "by: 80/2015/QH13", "by: 81/2015/QH13", "“81/2015/QH13” không có trong instruments"),
        ("citations/cases_more.yaml", "    cites:\n", "    sites:\n", "không đọc được: KeyError 'cites'"),
    ],
)
def test_a_fault_is_found_in_its_file(law, name, before, after, message):
    found = spoil(law, name, before, after)

    assert any(message in str(one) and one.path == law / name for one in found), [str(one) for one in found]


def test_a_fault_names_its_line(law):
    (fault,) = spoil(law, "citations/aliases.yaml", "name: Dân sự}", "name: Dân sinh}")

    assert "Dân sinh" in (law / "citations" / "aliases.yaml").read_text("utf-8").splitlines()[fault.line - 1]


def test_check_law_shows_them(tmp_path, capsys):
    law = tmp_path / "law"
    shutil.copytree(settings.LAW_DIR, law)
    spoil(law, "formats/nd30.yaml", "{id: A-02,", "{id: A-01,")

    with pytest.raises(SystemExit):
        call_command("check_law", law=law)
    assert "nd30.yaml:" in capsys.readouterr().out
