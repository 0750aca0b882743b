"""Questions about accounts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext

from motcua.base.vn.rules import day as shown
from motcua.house.accounts.choices import KIND_NAMES, Kind
from motcua.house.accounts.models import Account


@dataclass(frozen=True)
class DemoPerson:
    """One person a demo lets in."""

    login: str
    name: str
    role: str


def demo_people(on: date) -> tuple[DemoPerson, ...]:
    """The people of the demo and what they are on the day, citizens first; pages show them in a demo only."""
    rows = Account.objects.filter(is_demo=True, is_active=True).order_by("kind", "login")
    return tuple(DemoPerson(row.login, row.full_name, what_they_are(row, on)) for row in rows)


def what_they_are(account: Account, on: date) -> str:
    """“Trưởng phòng, Phòng Tư pháp thành phố Tam Kỳ”, or “Công dân”; of an officer the posts held on the day."""
    day = on.isoformat()
    held = [row for row in account.grants if row["from"] <= day <= (row["to"] or day) and row["acts"] is None]
    titles = [row["title"] for row in held]
    return "; ".join(dict.fromkeys(titles)) or gettext(KIND_NAMES[Kind(account.kind)])


def has_second_factor(account: Account) -> bool:
    """Whether an authenticator app is set up."""
    return bool(Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).exists())


def _shown(iso: str) -> str:
    return shown(date.fromisoformat(iso))


def profile(account: Account, on: date) -> dict[str, Any]:
    """What one's own page shows beside the form."""
    kinds = set(Authenticator.objects.filter(user_id=account.pk).values_list("type", flat=True))
    return {
        "account": account,
        "roles": what_they_are(account, on),
        "grants": [
            {**row, "from": _shown(row["from"]), "to": _shown(row["to"]) if row["to"] else ""} for row in account.grants
        ],
        "has_factor": Authenticator.Type.TOTP in kinds,
        "has_codes": Authenticator.Type.RECOVERY_CODES in kinds,
    }
