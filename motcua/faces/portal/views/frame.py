"""What stands around every page of the portal."""

from typing import Any

from django.urls import reverse

from motcua.base.worktime.rules import VN
from motcua.house.office import queries as office
from motcua.house.office.access import Request
from motcua.house.office.rules import UnitRow


def framed(request: Request, **context: Any) -> dict[str, Any]:
    """Links of the header beside the page's own values."""
    return {
        "track_url": reverse("portal:track"),
        "procedures_url": reverse("portal:procedures"),
        "law_url": reverse("portal:law"),
        "account_url": reverse("portal:mine"),
        "login_url": f"{reverse('account_login')}?next={request.path}",
        **context,
    }


def today(request: Request) -> Any:
    """The Vietnamese day of the request."""
    return request.now.astimezone(VN).date()


def counters(request: Request) -> list[UnitRow]:
    """Counters that stand open on the day, one for each agency that takes applications."""
    day = today(request)
    return [unit for unit in office.directory().on(day) if unit.level == "counter"]
