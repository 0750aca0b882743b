"""What stands around every page of the portal."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.base.ui.rules import Tab
from motcua.base.worktime.rules import VN
from motcua.faces.portal.templatetags.portal import is_english
from motcua.house.office import queries as office
from motcua.house.office.access import Request
from motcua.house.office.rules import UnitRow
from motcua.legal.procedures.rules import ProcedureVersion


def framed(request: Request, **context: Any) -> dict[str, Any]:
    """Links of the header beside the page's own values."""
    return {
        "track_url": reverse("portal:track"),
        "procedures_url": reverse("portal:procedures"),
        "law_url": reverse("portal:law"),
        "account_url": reverse("portal:mine"),
        "login_url": reverse("account_login") + (f"?next={request.path}" if request.path != "/" else ""),
        "foot_links": [
            Tab(_("Kiểm tra kết quả"), reverse("portal:verify")),
            Tab(_("Hồ sơ trễ hẹn"), reverse("portal:late")),
            Tab(_("Công khai"), reverse("portal:staff")),
            Tab(_("Dự thảo lấy ý kiến"), reverse("drafting:public")),
        ],
        **context,
    }


def title_of(version: ProcedureVersion) -> str:
    """What stands in the browser's title for a procedure."""
    return version.name_en if is_english() else version.short_name


def today(request: Request) -> Any:
    """The Vietnamese day of the request."""
    return request.now.astimezone(VN).date()


def counters(request: Request) -> list[UnitRow]:
    """Counters that stand open on the day, one for each agency that takes applications."""
    day = today(request)
    return [unit for unit in office.directory().on(day) if unit.level == "counter"]
