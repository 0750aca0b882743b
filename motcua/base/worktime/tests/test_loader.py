"""The shipped files, and what is said of a broken one."""

from datetime import date
from pathlib import Path

import pytest

from motcua.base.worktime import loader
from motcua.base.worktime.rules import (
    CalendarMissing,
    next_working_day,
    working_day_after,
    working_days_between,
)

ROOT = Path(__file__).resolve().parents[4]
ROW = '  - {date: %s, kind: %s, name: "bão", by: "x", source: "y", sure: high}\n'


def year_file(folder: Path, year: int, rows: str = " []\n", *, announced: str = "true", extra: str = "") -> Path:
    path = folder / f"{year}.yaml"
    path.write_text(f"year: {year}\nannounced: {announced}\n{extra}rows:{rows}", encoding="utf-8")
    return path


def hours_file(folder: Path, text: str) -> Path:
    path = folder / "hours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_calendar_runs_from_2021_to_2026_and_does_not_know_2027(shipped):
    assert (shipped.first, shipped.last) == (date(2021, 1, 1), date(2026, 12, 31))
    with pytest.raises(CalendarMissing, match="năm 2027"):
        shipped.is_working(date(2027, 1, 4))


def test_every_shipped_day_says_on_what_it_rests_and_where_it_was_read(shipped):
    assert [row for row in shipped.days if not (row.by and row.source and row.name)] == []


def test_each_worked_saturday_replaces_a_weekday_that_is_off(shipped):
    swaps = {row.on: row.instead_of for row in shipped.days if row.kind == "worked"}

    assert swaps == {
        date(2024, 5, 4): date(2024, 4, 29),
        date(2025, 4, 26): date(2025, 5, 2),
        date(2026, 1, 10): date(2026, 1, 2),
        date(2026, 8, 22): date(2026, 8, 31),
    }
    assert not any(shipped.is_working(day) for day in swaps.values())


def test_the_days_to_be_confirmed_are_marked(shipped):
    unsure = {row.on.isoformat() for row in shipped.days if row.sure != "high"}

    assert unsure == {"2026-01-02", "2026-01-10", "2026-11-24"}


def test_working_days_are_counted_from_day_to_day(shipped):
    eve = date(2025, 1, 24)

    assert next_working_day(eve, shipped) == date(2025, 2, 3)
    assert working_day_after(eve, 3, shipped) == date(2025, 2, 5)
    assert working_days_between(eve, date(2025, 2, 5), shipped) == 3
    assert working_days_between(date(2025, 2, 5), eve, shipped) == -3


def test_the_shipped_hours_are_eight_a_day_and_to_be_confirmed(shipped):
    hours = loader.hours(root=ROOT / "office" / "hours.yaml")

    assert [str(session) for session in hours.sessions(date(2024, 11, 14), shipped)] == ["07:00–11:30", "13:30–17:00"]
    assert sum(session.minutes for session in hours.sessions(date(2024, 11, 14), shipped)) == 480
    assert not hours.is_sure(date(2024, 11, 14))


def test_a_year_not_announced_may_be_opened_up_to_a_day(tmp_path):
    year_file(tmp_path, 2026)
    year_file(
        tmp_path, 2027, "\n" + ROW % ("2027-01-01", "off"), announced="false", extra="announced_until: 2027-01-29\n"
    )

    calendar = loader.calendar(tmp_path)

    assert next_working_day(date(2026, 12, 31), calendar) == date(2027, 1, 4)
    with pytest.raises(CalendarMissing, match="năm 2027"):
        next_working_day(date(2027, 1, 29), calendar)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (ROW % ("2024-02-30", "off"), "dòng 4: ngày “2024-02-30” không có thật"),
        (ROW % ("2023-02-03", "off"), "dòng 4: ngày 2023-02-03 không thuộc năm 2024"),
        (ROW % ("2024-05-04", "maybe"), "dòng 4: “maybe” không dùng được; chọn off, worked"),
        (ROW % ("2024-05-03", "worked"), "dòng 4: 03/05/2024 không phải Thứ Bảy, Chủ Nhật nên không ghi làm bù"),
        (ROW % ("2024-05-01", "off") * 2, "dòng 5: ngày 01/05/2024 ghi hai lần"),
        ("  - {date: 2024-05-01, kind: off}\n", "dòng 4: thiếu “name”"),
        ("  - {date: 2024-05-01, kind: off, kind: off}\n", "dòng 4: “kind” ghi hai lần"),
        ("  - {dates: 2024-05-01}\n", "dòng 4: thiếu “date”"),
        ("  - [1\n", "dòng 5: tệp sai cú pháp YAML"),
    ],
)
def test_a_broken_calendar_row_is_named_by_file_and_line(tmp_path, row, sentence):
    year_file(tmp_path, 2024, "\n" + row)

    with pytest.raises(loader.BrokenFile) as broken:
        loader.calendar(tmp_path)

    assert sentence in str(broken.value)
    assert "2024.yaml, dòng" in str(broken.value)


def test_a_missing_year_between_two_is_named(tmp_path):
    year_file(tmp_path, 2023)
    year_file(tmp_path, 2025)

    with pytest.raises(loader.BrokenFile, match="đứt quãng sau năm 2023"):
        loader.calendar(tmp_path)


def test_off_without_quotes_is_off(tmp_path):
    year_file(tmp_path, 2024, "\n" + ROW % ("2024-11-14", "off"))

    assert not loader.calendar(tmp_path).is_working(date(2024, 11, 14))


HOURS = """default:
  - {from: 2021-01-01, to: 2024-06-30, mon-fri: ["07:00-11:30", "13:30-17:00"], by: x, sure: high}
  - {from: 2024-07-01, mon-fri: ["07:30-11:30", "13:00-17:00"], fri: ["07:30-11:30"], by: x, sure: high}
units:
  TK-HCC:
    - {from: 2024-09-01, to: 2024-09-30, mon-fri: ["08:00-11:00"], sat: ["08:00-10:00"], by: x, sure: high}
"""


@pytest.mark.parametrize(
    ("unit", "on", "sessions"),
    [
        (None, "2024-06-28", "07:00–11:30 13:30–17:00"),
        (None, "2024-07-01", "07:30–11:30 13:00–17:00"),
        (None, "2024-07-05", "07:30–11:30"),
        (None, "2024-07-06", ""),
        (None, "2026-08-22", "07:30–11:30 13:00–17:00"),
        (None, "2025-04-26", "07:30–11:30"),
        ("TK-HCC", "2024-08-30", "07:30–11:30"),
        ("TK-HCC", "2024-09-04", "08:00–11:00"),
        ("TK-HCC", "2024-09-07", "08:00–10:00"),
        ("TK-HCC", "2024-09-02", ""),
        ("another", "2024-09-04", "07:30–11:30 13:00–17:00"),
    ],
)
def test_hours_change_by_date_and_unit_without_code(tmp_path, shipped, unit, on, sessions):
    hours = loader.hours(unit, root=hours_file(tmp_path, HOURS))

    assert " ".join(map(str, hours.sessions(date.fromisoformat(on), shipped))) == sessions


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (HOURS.replace("07:00-11:30", "7h-11:30"), "dòng 2: giờ “7h” chưa ghi theo mẫu 07:00"),
        (HOURS.replace('"07:00-11:30"', '"07:00"'), "dòng 2: phiên “07:00” chưa ghi theo mẫu 07:00-11:30"),
        (HOURS.replace("13:00-17:00", "17:00-13:00"), "dòng 3: giờ đóng 13:00 phải sau giờ mở 17:00"),
        (HOURS.replace("13:00-17:00", "11:00-17:00"), "dòng 3: phiên 11:00–17:00 phải sau phiên 07:30–11:30"),
        (HOURS.replace("2024-07-01", "2024-07-02"), "dòng 2: giờ làm việc chung bị đứt quãng"),
        (HOURS.replace("2024-09-30", "2024-08-30"), "dòng 6: ngày kết thúc trước ngày bắt đầu"),
        (HOURS.replace("sat:", "saturday:"), "dòng 6: không có mục “saturday”"),
        ("default: []\n", "dòng 1: giờ làm việc chung: khoảng cuối cùng không được ghi “to”"),
        ("", "dòng 1: tệp trống"),
    ],
)
def test_broken_hours_are_named_by_file_and_line(tmp_path, wrong, sentence):
    path = hours_file(tmp_path, wrong)

    with pytest.raises(loader.BrokenFile) as broken:
        loader.hours(root=path)

    assert f"hours.yaml, {sentence}" in str(broken.value)


def test_absent_hours_are_named(tmp_path):
    with pytest.raises(loader.BrokenFile, match=r"hours\.yaml, dòng 1: không đọc được tệp"):
        loader.hours(root=tmp_path / "hours.yaml")


def test_the_files_are_read_once_until_forgotten(tmp_path):
    path = hours_file(tmp_path, HOURS)
    first = loader.hours("TK-HCC", root=path)
    unchanged = loader.hours("TK-HCC", root=path)
    loader.forget()

    assert unchanged is first
    assert loader.hours("TK-HCC", root=path) is not first
    assert loader.units_with_hours(root=path) == {"TK-HCC"}
