"""Which first day a text gives itself, in the words laws use; nothing is guessed."""

from datetime import date

import pytest

from motcua.legal.lawbase.rules.first_day import first_day
from motcua.legal.lawbase.rules.structure import parse

ISSUED = date(2026, 3, 5)
SAID = [
    ("Quyết định này có hiệu lực thi hành từ ngày 15 tháng 3 năm 2026.", date(2026, 3, 15)),
    ("Quyết định này có hiệu lực kể từ ngày 15/03/2026 và thay thế Quyết định số 1/2020/QĐ-UBND.", date(2026, 3, 15)),
    ("Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.", ISSUED),
    ("Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.", date(2026, 3, 15)),
    ("Quyết định này có hiệu lực sau 10 (mười) ngày, kể từ ngày ký ban hành.", date(2026, 3, 15)),
    ("Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026, trừ quy định tại khoản 2 Điều này.", date(2026, 7, 1)),
    (
        "Giấy cấp trước ngày Luật này có hiệu lực thì vẫn dùng. Luật này có hiệu lực từ ngày 01/7/2026.",
        date(2026, 7, 1),
    ),
    ("Nghị định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo.", None),
    ("Quyết định này có hiệu lực từ ngày 31/02/2026.", None),
    ("Quyết định này có hiệu lực từ ngày 01/01/2026.", None),
    ("Quyết định số 1/2020/QĐ-UBND có hiệu lực từ ngày 15/03/2026.", None),
    ("Thay cụm từ “Quyết định này có hiệu lực từ ngày 15/03/2026”.", None),
    ("Quyết định này có hiệu lực từ ngày 15/03/2026. Quyết định này có hiệu lực từ ngày 16/03/2026.", None),
]


@pytest.mark.parametrize(("words", "day"), SAID)
def test_the_day_a_text_gives_itself(words, day):
    text = f"Điều 1. Phạm vi\nNội dung.\nĐiều 2. Hiệu lực\n{words}\n"

    assert first_day(parse(text), ISSUED) == day


def test_without_the_day_of_issue_only_a_day_written_out_is_read():
    assert first_day(parse("Điều 1. Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.\n"), None) is None
    assert first_day(parse("Điều 1. Quyết định này có hiệu lực từ ngày 15/03/2026.\n"), None) == date(2026, 3, 15)
