"""`motcua cite`: a line of JSON for each reference."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

TEXT = (
    "Căn cứ Luật Đầu tư;\r\nđiểm a khoản 3 Điều 19 Nghị định số 13/2019/NĐ-CP ngày 01 tháng 02 năm 2019 của Chính phủ"
)


def lines(path):
    out = io.StringIO()
    call_command("cite", str(path), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_reference_is_one_line(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())

    law, decree = lines(path)

    assert law == {
        "text": "Luật Đầu tư",
        "start": 7,
        "end": 18,
        "document": {
            "type": "Luật",
            "number": None,
            "as_written": None,
            "date": None,
            "name": "Đầu tư",
            "issuer": None,
        },
        "paths": ["*"],
        "relation": "basis",
        "warnings": [],
    }
    assert decree["document"] == {
        "type": "Nghị định",
        "number": "13/2019/NĐ-CP",
        "as_written": "13/2019/NĐ-CP",
        "date": "2019-02-01",
        "name": None,
        "issuer": "Chính phủ",
    }
    assert decree["paths"] == ["19/3/a"]
    assert TEXT[decree["start"] : decree["end"]] == decree["text"]


def test_the_standard_input_is_read(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("khoản 2 Điều này".encode())))

    assert [line["paths"] for line in lines("-")] == [["@art/2"]]


def test_a_text_without_citations_prints_nothing(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("Cộng hòa xã hội chủ nghĩa Việt Nam".encode())

    assert lines(path) == []


def test_a_missing_file_is_said_in_vietnamese(tmp_path):
    with pytest.raises(CommandError, match="Không đọc được"):
        lines(tmp_path / "none.txt")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(CommandError, match="Không đọc được"):
        lines(path)
