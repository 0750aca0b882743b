"""Invented people: twelve officers with their posts over time, citizens with accounts, and names for applicants."""

from dataclasses import dataclass
from datetime import date
from random import Random

OLD, NEW = date(2021, 1, 4), date(2025, 7, 1)
LAST_OLD = date(2025, 6, 30)


@dataclass(frozen=True)
class Officer:
    """An officer: code (also the login), name, and posts as (code, from, to)."""

    code: str
    name: str
    posts: tuple[tuple[str, date, date | None], ...]

    @property
    def number(self) -> str:
        """A personal number no one can have, the same on every day."""
        return f"0990800009{OFFICERS.index(self):02}"


def _moved(old: str, new: str) -> tuple[tuple[str, date, date | None], ...]:
    return ((old, OLD, LAST_OLD), (new, NEW, None))


OFFICERS = (
    Officer("minh", "Trần Văn Minh", _moved("TK-HCC.TN", "P20341-HCC.TN")),
    Officer("thao", "Võ Thị Thảo", _moved("X20341.TN", "P20341-HCC.TN")),
    Officer("hanh", "Lê Thị Hạnh", _moved("TK-TP.CV", "P20341-VP.TPHT")),
    Officer("duc", "Huỳnh Minh Đức", _moved("X20341.TPHT", "P20341-VP.TPHT")),
    Officer("hoa", "Nguyễn Thị Hoa", _moved("TK-TP.TP", "P20341.PCT")),
    Officer("long", "Phan Thanh Long", _moved("TK.PCT", "P20341.CT")),
    Officer("thu", "Phạm Thị Thu", _moved("TK-TP.VT", "P20341-VP.VT")),
    Officer("giang", "Đỗ Hoàng Giang", _moved("TK-HCC.GD", "P20341-HCC.GD")),
    Officer("nga", "Bùi Thị Nga", _moved("TK-TP.CCHC", "P20341.CCHC")),
    Officer("quang", "Ngô Nhật Quang", _moved("TK.QT", "P20341.QT")),
    Officer("tuan", "Lý Anh Tuấn", _moved("X20335.TPHT", "P20335-VP.TPHT")),
    Officer("binh", "Mai Văn Bình", _moved("QN.KT", "DN.KT")),
)


@dataclass(frozen=True)
class Citizen:
    """A citizen with an account; the login is an e-mail address nobody has."""

    login: str
    name: str
    phone: str


CITIZENS = (
    Citizen("lan@vidu.invalid", "Nguyễn Thị Lan", "0900000001"),
    Citizen("khanh@vidu.invalid", "Trương Quốc Khánh", "0900000002"),
)

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Huỳnh",
    "Phan",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Trịnh",
    "Châu",
    "Tạ",
]
WEIGHTS = (38, 11, 10, 7, 5, 5, 4, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1)
MIDDLE = {
    "male": ["Văn", "Hữu", "Đình", "Quốc", "Minh", "Thanh", "Công", "Xuân"],
    "female": ["Thị", "Thị", "Ngọc", "Thu", "Mỹ", "Thanh", "Kim", "Bích"],
}
GIVEN = {
    "male": [
        "An",
        "Bảo",
        "Cường",
        "Dũng",
        "Đạt",
        "Hải",
        "Hiếu",
        "Hùng",
        "Khoa",
        "Khôi",
        "Lâm",
        "Nam",
        "Phong",
        "Phúc",
        "Quân",
        "Sơn",
        "Tài",
        "Thắng",
        "Tín",
        "Trung",
        "Vinh",
    ],
    "female": [
        "Anh",
        "Ánh",
        "Châu",
        "Chi",
        "Dung",
        "Giang",
        "Hà",
        "Hằng",
        "Hương",
        "Linh",
        "Loan",
        "Mai",
        "My",
        "Nga",
        "Ngân",
        "Nhung",
        "Oanh",
        "Quyên",
        "Thảo",
        "Trang",
        "Vân",
    ],
}
STREETS = [
    "Phan Châu Trinh",
    "Hùng Vương",
    "Trần Cao Vân",
    "Nguyễn Chí Thanh",
    "Lý Thường Kiệt",
    "Phan Bội Châu",
    "Tôn Đức Thắng",
]


@dataclass(frozen=True)
class Person:
    """An applicant: name, sex, birth day, a personal number no one can have, phone, address."""

    name: str
    sex: str
    born_on: date
    number: str
    phone: str
    address: str


def person(random: Random, *, sex: str = "", born: tuple[int, int] = (1950, 2005), family: str = "") -> Person:
    """Someone who does not exist."""
    sex = sex or random.choice(["male", "female"])
    family = family or random.choices(FAMILY, WEIGHTS)[0]
    born_on = date(random.randint(*born), random.randint(1, 12), random.randint(1, 28))
    century = {19: "0", 20: "2"}[born_on.year // 100]
    digit = str(int(century) + (sex == "female"))
    return Person(
        name=f"{family} {random.choice(MIDDLE[sex])} {random.choice(GIVEN[sex])}",
        sex=sex,
        born_on=born_on,
        number=f"099{digit}{born_on:%y}{random.randint(0, 999999):06}",
        phone=f"09000{random.randint(10000, 99999)}",
        address=f"{random.randint(1, 320)} {random.choice(STREETS)}, phường Tam Kỳ, thành phố Đà Nẵng",
    )
