"""`motcua cite`: a line of JSON for each reference."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from motcua.legal.citations.loader import texts

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


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1258"])
def test_another_coding_is_refused_with_what_to_do(tmp_path, coding):
    path = tmp_path / "text.txt"
    path.write_bytes("Luật số 60/2014/QH13 và Nghị định số 13/2019/NĐ-CP é".encode(coding, errors="replace"))

    with pytest.raises(CommandError, match="Hãy lưu lại tệp với bảng mã UTF-8"):
        lines(path)


@pytest.mark.parametrize(
    ("begin", "kind"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00word", "tệp Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "tệp Word"),
        (b"%PDF-1.7\n1 0 obj", "tệp PDF"),
        (b"{\\rtf1\\ansi", "tệp RTF"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", "trang HTML"),
    ],
)
def test_another_kind_of_file_is_named_and_refused(tmp_path, begin, kind):
    path = tmp_path / "text.txt"
    path.write_bytes(begin + " Điều 5 Luật Hộ tịch".encode())

    with pytest.raises(CommandError, match=f"là {kind}.*Hãy lưu thành tệp .txt"):
        lines(path)


def test_a_folder_is_refused_in_vietnamese(tmp_path):
    with pytest.raises(CommandError, match="đây là thư mục"):
        lines(tmp_path)


def test_a_text_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "text.txt"
    path.write_bytes(b"a" * 11)
    monkeypatch.setattr(texts, "MOST_BYTES", 10)

    with pytest.raises(CommandError, match="Hãy chia tệp"):
        lines(path)


def test_the_lines_are_utf8_wherever_they_go(tmp_path, monkeypatch):
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding="ascii"))

    call_command("cite", str(path))
    sys.stdout.flush()

    assert "Luật Đầu tư" in written.getvalue().decode("utf-8")


def test_a_byte_order_mark_counts_as_a_character_of_the_file(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())

    assert [line["start"] for line in lines(path)] == [8, 22]


def test_a_line_separator_in_a_citation_does_not_break_its_line(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("Điều 5 Luật\u2028Hộ tịch".encode())

    assert [line["text"] for line in lines(path)] == ["Điều 5 Luật\u2028Hộ tịch"]


def test_the_console_command_answers_without_starting_the_apps(tmp_path):
    """A process of its own: what it imports is what the user waits for."""
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    code = (
        "import sys; sys.argv = ['motcua', 'cite', sys.argv[1]]; import runpy; "
        "runpy.run_module('motcua', run_name='__main__'); "
        "sys.exit('motcua.counter' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    assert [json.loads(line)["paths"] for line in done.stdout.decode().splitlines()] == [["*"], ["19/3/a"]]


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(CommandError, match="Không đọc được"):
        lines(path)
