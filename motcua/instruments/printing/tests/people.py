"""The people, offices and days that stand on the sample papers."""

from datetime import date, datetime

from motcua.base.worktime.rules import VN
from motcua.instruments.printing import rules

ON = date(2024, 11, 15)
QR = "http://127.0.0.1:8000/tra-cuu/H47.15-241112-0007"
CODE = "H47.15-241112-0007"
LAN = "Nguyễn Thị Lan"
WARD = "Ủy ban nhân dân phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam"


def at(day: int, hour: int, minute: int = 0, *, month: int = 11, year: int = 2024) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VN)


COUNTER = rules.Letterhead(
    parent="UBND thành phố Tam Kỳ",
    office="Bộ phận Tiếp nhận và Trả kết quả",
    place="Tam Kỳ",
    address="70 Hùng Vương, thành phố Tam Kỳ",
    hotline="0235 3 851 000",
)
DIVISION = rules.Letterhead(parent="UBND thành phố Tam Kỳ", office="Phòng Tư pháp", place="Tam Kỳ")
CENTRE = rules.Letterhead(
    parent="UBND phường Tam Kỳ", office="Trung tâm Phục vụ hành chính công", place="Tam Kỳ", hotline="0236 1022"
)
COMMITTEE = rules.Letterhead(parent="Thành phố Tam Kỳ", office="Ủy ban nhân dân phường An Mỹ", place="An Mỹ")
HOA = rules.Signatory(name="Lê Thị Hoa", title="Trưởng phòng")
CHAIR = rules.Signatory(name="Lê Thị Hoa", title="Phó Chủ tịch", authority=("TM. Ủy ban nhân dân", "KT. Chủ tịch"))
APPLICANT = rules.Applicant(
    name=LAN, address="Khối phố 5, phường An Mỹ, thành phố Tam Kỳ", phone="0905 000 123", email="lan@example.vn"
)
COMMON = {"on": ON, "qr": QR, "code": CODE, "letterhead": COUNTER, "applicant": APPLICANT}
LAN_PERSON = rules.Person(
    name=LAN,
    born_on=date(1990, 3, 8),
    gender="Nữ",
    ethnicity="Kinh",
    residence="Khối phố 5, phường An Mỹ, thành phố Tam Kỳ, tỉnh Quảng Nam",
    paper="Căn cước công dân số 049190000123, Cục Cảnh sát QLHC về TTXH cấp ngày 10/5/2021",
    personal_number="049190000123",
)
RESULT = {"on": ON, "demo": True, "letterhead": COMMITTEE, "signatory": CHAIR, "qr": QR, "code": CODE}
