"""`motcua deadline` as a clerk or a script uses it."""

import json

import pytest
from django.core.management import call_command


def test_json_gives_the_moment_and_the_days(capsys):
    call_command("deadline", "--received", "2025-01-24T15:20", "--limit", "3wd", "--json")

    answer = json.loads(capsys.readouterr().out)
    assert answer["received"] == "2025-01-24T15:20:00+07:00"
    assert answer["due_at"] == "2025-02-05T17:00:00+07:00"
    assert [step["day"] for step in answer["steps"] if step["counted"]] == ["2025-02-03", "2025-02-04", "2025-02-05"]


def test_the_table_explains_each_day_and_says_the_hours_are_unconfirmed(capsys):
    call_command("deadline", "--received", "2024-04-17T15:20", "--limit", "same_day")

    assert capsys.readouterr().out.splitlines() == [
        "Tiếp nhận: 15:20 17/04/2024",
        "Thời hạn:  trong ngày",
        "",
        "    Thứ Tư    17/04/2024  tiếp nhận lúc 15:20, sau 15:00 – trả trong ngày làm việc tiếp theo",
        "    Thứ Năm   18/04/2024  Giỗ Tổ Hùng Vương – nghỉ",
        "  ✓ Thứ Sáu   19/04/2024  ngày làm việc tiếp theo – hẹn trả trước 17:00",
        "",
        "Hẹn trả:   17:00 19/04/2024",
        "Giờ làm việc chưa được cơ quan xác nhận (office/hours.yaml).",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--limit", "3wd"], "Cần ghi lúc tiếp nhận"),
        (["--received", "2024-11-14T09:00"], "Cần ghi lúc tiếp nhận"),
        (["--received", "14/11/2024", "--limit", "3wd"], "Lúc tiếp nhận “14/11/2024” chưa đúng"),
        (["--received", "2024-11-14T09:00", "--limit", "3 ngày"], "Thời hạn “3 ngày” chưa đúng"),
        (["--received", "2026-12-30T09:00", "--limit", "5wd"], "năm 2027"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_2(capsys, arguments, words):
    with pytest.raises(SystemExit) as stop:
        call_command("deadline", *arguments)

    said = capsys.readouterr()
    assert stop.value.code == 2
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""


def test_a_unit_without_hours_of_its_own_is_told_and_the_answer_stays_json(capsys):
    call_command("deadline", "--received", "2025-01-24T15:20", "--limit", "3wd", "--unit", "P99999", "--json")

    shown = capsys.readouterr()
    assert json.loads(shown.out)["due_at"] == "2025-02-05T17:00:00+07:00"
    assert shown.err.strip() == "Đơn vị P99999 không có giờ riêng trong office/hours.yaml: tính theo giờ chung."
