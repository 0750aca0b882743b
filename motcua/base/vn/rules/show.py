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
