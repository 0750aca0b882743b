"""`motcua check-format`: JSON and words, the copies it writes, its exit codes."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from motcua.legal.formats.tests import drafts


@pytest.fixture
def run(capsys):
    def ran(*words):
        with pytest.raises(SystemExit) as left:
            call_command("check_format", *map(str, words), "--on", "2025-03-05")
        told = capsys.readouterr()
        return left.value.code, told.out, told.err

    return ran


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "van-ban.docx"
    path.write_bytes(drafts.decision().change("article2", font="Arial").change("kind", size=20).docx())
    return path


def test_a_right_file_leaves_with_0(run, tmp_path):
    path = tmp_path / "dung.docx"
    path.write_bytes(drafts.letter().docx())

    code, out, _ = run(path)

    assert code == 0
    assert "Không thấy điều gì sai" in out


def test_errors_leave_with_1_and_json_tells_place_remedy_and_source(run, wrong):
    code, out, _ = run(wrong, "--json")

    told = json.loads(out)
    first = told["findings"][0]
    assert (code, told["errors"], told["document_kind"]) == (1, 2, "QĐ")
    assert (first["rule"], first["severity"], first["can_be_mended"]) == ("A-06", "error", True)
    assert first["place"]["text"].startswith("Điều 2.")
    assert (first["is"], first["source"]) == ("phông Arial", "30/2020/NĐ-CP, Phụ lục I, phần I, I.4")
    assert {"A-20", "A-27", "A-38"} <= {rule["rule"] for rule in told["for_the_eye"]}


def test_words_for_people_are_vietnamese_with_remedy_and_source(run, wrong):
    _, out, _ = run(wrong)

    assert "Sai quy định: 2" in out
    assert "Tên loại văn bản: cỡ chữ 20." in out
    assert "(máy sửa được). Nguồn: 30/2020/NĐ-CP, Phụ lục I, phần I, II.5.b" in out


def test_copies_are_written_and_the_file_stays(run, wrong, tmp_path):
    before = wrong.read_bytes()

    _, out, _ = run(wrong, "--fix", tmp_path / "sua.docx", "--marked", tmp_path / "ghi.docx", "--json")

    assert json.loads(out)["left_after_fix"] == []
    assert run(tmp_path / "sua.docx")[0] == 0
    assert run(tmp_path / "ghi.docx")[0] == 1
    assert wrong.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["khong-co.docx"], "Không mở được tệp"),
        (["WRONG", "--fix", "WRONG"], "trùng tệp vào"),
        (["BAD"], "không phải .docx hay PDF"),
        (["WRONG", "--fix", "khong-co/sua.docx"], "Không ghi được tệp"),
    ],
)
def test_an_unusable_file_leaves_with_2_and_a_sentence(run, wrong, tmp_path, words, sentence):
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"hello")
    places = {"WRONG": wrong, "BAD": bad}

    code, _, err = run(*[places.get(word, word) for word in words])

    assert code == 2
    assert sentence in err


def test_a_day_without_rules_leaves_with_2(wrong, capsys):
    with pytest.raises(SystemExit) as left:
        call_command("check_format", str(wrong), "--on", "2019-01-01", stderr=io.StringIO())

    assert left.value.code == 2


def test_a_day_is_written_as_people_write_it(wrong, capsys):
    with pytest.raises(SystemExit) as left:
        call_command("check_format", str(wrong), "--on", "05/03/2025")

    assert left.value.code == 1
    assert "theo quy định ngày 05/03/2025" in capsys.readouterr().out


def test_what_is_no_day_is_refused_with_a_sentence(wrong):
    with pytest.raises(CommandError, match="không phải một ngày"):
        call_command("check_format", str(wrong), "--on", "tháng 3")
