"""Broken law files: every kind of fault is found, in its file, on its line."""

import json
import re
import shutil
from dataclasses import fields
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from motcua.legal.procedures.loader.checks import findings
from motcua.legal.procedures.rules.codec import _WRITTEN
from motcua.legal.procedures.rules.version import Procedure

ROOT = Path(__file__).resolve().parents[4]
BIRTH = "procedures/civil_status/1.001193-birth.yaml"
COPY = "procedures/certification/2.000815-certified_copy.yaml"


@pytest.fixture
def law(tmp_path):
    """A copy of the shipped law and office, free to be broken."""
    shutil.copytree(ROOT / "law", tmp_path / "law")
    shutil.copytree(ROOT / "office", tmp_path / "office")
    return tmp_path / "law"


def break_line(path, old, new):
    """Replace `old` by `new` at its first place; the number of that line."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def found(law):
    return [(str(one.path.relative_to(law)), one.line, one.message) for one in findings(law, law.parent / "office")]


def test_the_shipped_law_has_no_fault():
    assert findings(ROOT / "law", ROOT / "office") == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (BIRTH, "short_name: Khai sinh", "shortname: Khai sinh", "không có mục “shortname”"),
        (BIRTH, "limit: same_day", "limit: soon", "giá trị 'soon' không đúng"),
        (BIRTH, "level: ward", "level: village", "giá trị 'village' không đúng"),
        (BIRTH, "  - {key: birth, from: 2016-01-01, limit", "  - {key: birth, limit", "thiếu mục “from”"),
        (BIRTH, "trade: civil_status.birth", "trade: civil_status.birth\ntrade: x.y", "mục “trade” ghi hai lần"),
        (BIRTH, "{days_within: 60}", "{days_about: 60}", "không có phép so “days_about”"),
        (BIRTH, "instead_of: birth_notice", "instead_of: nothing", "“nothing” không có trong thủ tục"),
        (BIRTH, "exempt: [contributors, poor", "exempt: [rich, poor", "trường hợp miễn “rich”"),
        (BIRTH, "- {use: power_of_attorney}", "- {use: power}", "shared.yaml không có papers: power"),
        (BIRTH, 'by: "60/2014/QH13, 16.1"', 'by: "99/2014/QH13, 16.1"', "văn bản không có trong instruments.yaml"),
        (BIRTH, "by: 87/2020/NĐ-CP", 'by: "224/2026/NĐ-CP"', "không có hiệu lực ngày 2020-09-15"),
        (BIRTH, 'by: "60/2014/QH13, 15.1"', 'by: "Điều 15 Luật Hộ tịch"', "không đúng (pattern"),
        (BIRTH, "source: own", "source: hearsay", "nguồn “hearsay”"),
        (BIRTH, "{key: birth, from: 2020-07-16", "{key: nobirth, from: 2020-07-16", "không có tệp forms/nobirth.yaml"),
    ],
)
def test_a_fault_is_named_with_file_and_line(law, file, old, new, says):
    line = break_line(law / file, old, new)

    hits = [(at, message) for where, at, message in found(law) if where == file and says in message]

    assert hits
    assert abs(hits[0][0] - line) <= 1


def test_dates_that_overlap_are_found(law):
    line = break_line(law / BIRTH, "to: 2020-09-14", "to: 2020-09-20")

    assert (BIRTH, line + 1, "online : chồng ngày 2020-09-15 với mục trước") in found(law)


def test_a_gap_between_dates_is_found(law):
    line = break_line(law / BIRTH, "to: 2020-09-14", "to: 2020-09-01")

    assert (BIRTH, line + 1, "online : trống từ 2020-09-02 đến 2020-09-15") in found(law)


def test_an_end_before_its_beginning_is_found(law):
    line = break_line(law / BIRTH, "to: 2020-09-14", "to: 2015-01-01")

    assert any(at == line and "trước ngày có hiệu lực" in message for _, at, message in found(law))


def test_a_procedure_that_loses_its_papers_is_found(law):
    break_line(law / COPY, "papers:\n", "papers: []\nnothing:\n")

    assert any("không có mục “nothing”" in message for _, _, message in found(law))

    break_line(law / COPY, "papers: []\nnothing:\n", "papers:\n")
    line = break_line(law / COPY, "from: 2015-04-10, role: present", "from: 2030-01-01, role: present")

    assert any(
        where == COPY and abs(at - line) <= 1 and "papers: không có mục nào có hiệu lực ngày 2021-01-01" in message
        for where, at, message in found(law)
    )


def test_shares_that_do_not_make_100_are_found(law):
    break_line(law / "procedures/shared.yaml", "role: specialist, share: 58", "role: specialist, share: 50")

    assert any("tổng phần thời gian là 92, phải là 100" in message for _, _, message in found(law))


def test_a_level_without_a_process_is_found(law):
    line = break_line(law / COPY, ", {use: division_same_day}]", "]")

    assert (COPY, line, "processes: thiếu quy trình cấp division ngày 2021-01-01") in found(law)


def test_a_local_fee_nobody_set_is_found(law):
    (law.parent / "office" / "fees.yaml").write_text("fees: []\n", "utf-8")

    messages = {(where, message) for where, _, message in found(law)}

    assert (BIRTH, "fees late: office/fees.yaml chưa có mức thu ngày 2021-01-01") in messages


def test_a_local_fee_that_ends_too_early_is_found(law):
    path = law.parent / "office" / "fees.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'.*"1.001193", fee: late, from: 2025-07-01.*\n', "", text), "utf-8")

    assert (BIRTH, "fees late: office/fees.yaml chưa có mức thu ngày 2025-07-01") in {
        (where, message) for where, _, message in found(law)
    }


@pytest.mark.parametrize("file", [BIRTH, "procedures/shared.yaml", "instruments.yaml"])
def test_a_file_that_is_no_yaml_is_found(law, file):
    text = (law / file).read_text("utf-8")
    (law / file).write_text(text + "broken: [1, 2\n", "utf-8")

    ((where, line, message),) = found(law)

    assert where == file
    assert line >= text.count("\n")
    assert "không đọc được YAML" in message


def test_an_unknown_item_in_the_office_file_is_found(law):
    path = law.parent / "office" / "fees.yaml"
    path.write_text(path.read_text("utf-8").replace("vnd: 5000", "dong: 5000", 1), "utf-8")

    (one,) = findings(law, law.parent / "office")

    assert "không có mục dong" in one.message


def test_the_published_schema_names_exactly_the_parts_the_code_reads():
    schema = json.loads((ROOT / "law/schema/procedure.schema.json").read_text("utf-8"))

    assert set(schema["properties"]) == {_WRITTEN.get(field.name, field.name) for field in fields(Procedure)}


def test_the_command_says_all_is_well():
    out = StringIO()

    call_command("check_law", law=ROOT / "law", office=ROOT / "office", stdout=out)

    assert out.getvalue() == "10 thủ tục: dữ liệu đúng.\n"


def test_the_command_prints_the_fault_and_exits_1(law):
    break_line(law / BIRTH, "limit: same_day", "limit: soon")
    out, err = StringIO(), StringIO()

    with pytest.raises(SystemExit) as stopped:
        call_command("check_law", law=law, office=law.parent / "office", stdout=out, stderr=err)

    assert stopped.value.code == 1
    assert "1.001193-birth.yaml:" in out.getvalue()


def test_the_fees_command_shows_the_worked_example():
    out = StringIO()

    call_command("fees", "2.000815", "--pages", "5", "--copies", "3", "--on", "2024-11-14", stdout=out)

    assert out.getvalue() == (
        "Phí chứng thực bản sao (5 trang): 3 × 7.000 đ = 21.000 đ [226/2016/TT-BTC, 4]\nTổng cộng: 21.000 đ\n"
    )


def test_the_fees_command_writes_json():
    out = StringIO()

    call_command("fees", "2.000635", "--copies", "2", "--on", "2024-11-14", "--json", stdout=out)

    assert json.loads(out.getvalue())["total_vnd"] == 16000


def test_the_fees_command_refuses_an_unknown_code():
    with pytest.raises(CommandError, match="Không có thủ tục"):
        call_command("fees", "9.999999", "--on", "2024-11-14")
