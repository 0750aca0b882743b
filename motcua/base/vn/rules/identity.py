"""Personal numbers and telephone numbers: the shape of a number, and how it is shown to eyes that need not know it.

The personal number («số định danh cá nhân») has 12 digits [137/2015/NĐ-CP, 13]: three of the province where the birth
was registered (001–096), one of century and sex (0 nam, 1 nữ for 1900–1999; 2, 3 for 2000–2099; …), two of the year of
birth, six at random. It comes from the national population database and is never made up here; the demo writes
numbers of provinces that do not exist (000 and 099).
"""

from datetime import date

from motcua.base.vn.rules.partial_date import PartialDate

LAST_PROVINCE = 96
DEMO_PROVINCES = frozenset({"000", "099"})
MALE, FEMALE = "male", "female"


def personal_number_problem(
    text: str, *, born_on: date | PartialDate | None = None, sex: str | None = None
) -> str | None:
    """What is wrong with a personal number, in one sentence, or None; `sex` is "male" or "female".

    Only the shape is judged: whether the number was given to this person, the population database knows.
    """
    if len(text) != 12 or not (text.isascii() and text.isdigit()):
        return "Số định danh cá nhân phải có đúng 12 chữ số."
    if text[:3] not in DEMO_PROVINCES and not 1 <= int(text[:3]) <= LAST_PROVINCE:
        return f"Ba số đầu “{text[:3]}” không phải mã tỉnh, thành phố (001 đến 096). Xem lại số định danh cá nhân."
    century, woman = divmod(int(text[3]), 2)
    year = 1900 + 100 * century + int(text[4:6])
    if born_on is not None and born_on.year != year:
        return f"Số định danh cá nhân ghi năm sinh {year}, khác năm sinh đã khai {born_on.year}."
    if sex in {MALE, FEMALE} and (sex == FEMALE) != bool(woman):
        return f"Số định danh cá nhân ghi giới tính {'nữ' if woman else 'nam'}, khác giới tính đã khai."
    return None


def mask_phone(phone: str) -> str:
    """0905000123 → «0905 ··· 123»; a number too short to hide a middle is hidden whole."""
    return _masked(phone, head=4)


def mask_id(number: str) -> str:
    """049224000001 → «049 ··· 001»: the province and the last three digits."""
    return _masked(number, head=3)


def _masked(number: str, *, head: int) -> str:
    digits = "".join(number.split())
    return f"{digits[:head]} ··· {digits[-3:]}" if len(digits) >= head + 6 else "···"
