"""How dates, moments and money stand on a page and on paper."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_VN = ZoneInfo("Asia/Ho_Chi_Minh")


def money(vnd: int) -> str:
    """8000 → «8.000 đ»."""
    return f"{vnd:,}".replace(",", ".") + " đ"


def day(on: date) -> str:
    """05/11/2024; of an aware moment, the day in Viet Nam."""
    if isinstance(on, datetime):
        on = _local(on)
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def moment(at: datetime) -> str:
    """16:30 05/11/2024, Viet Nam's time."""
    local = _local(at)
    return f"{local.hour:02}:{local.minute:02} {day(local.date())}"


def _local(at: datetime) -> datetime:
    return at if at.tzinfo is None else at.astimezone(_VN)


def basis(by: str) -> str:
    """«79/2025/NĐ-CP, 12.6» → «khoản 6 Điều 12, 79/2025/NĐ-CP»; what is written otherwise stays as it is."""
    return "; ".join(_place(*one.strip().rpartition(", ")) for one in by.split(";"))


def _place(number: str, comma: str, place: str) -> str:
    article, *below = place.split(".")
    if not comma or not article.isdigit():
        return f"{number}{comma}{place}"
    inner = [f"{name} {at}" for name, at in zip(("khoản", "điểm"), below, strict=False)]
    return f"{' '.join([*reversed(inner), f'Điều {article}'])}, {number}"
