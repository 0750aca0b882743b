"""The demo's units, officers with second factor and signing keys, and citizens."""

from base64 import b32encode
from datetime import datetime
from hashlib import sha256

from motcua.demo.people import CITIZENS, OFFICERS
from motcua.house.accounts import acts as accounts
from motcua.house.accounts.choices import DEMO_PASSWORD
from motcua.house.office import acts as office
from motcua.house.office.models import Officer, Post, Unit
from motcua.house.office.rules import SYSTEM
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing.choices import HolderKind


def load(folder: object, *, at: datetime) -> dict[str, Officer]:
    """Units and posts from office/, the demo's people on them; the officers by code."""
    office.load_office(folder, by=SYSTEM, at=at)  # type: ignore[arg-type]
    officers = {one.code: _officer(one, at=at) for one in OFFICERS}
    for citizen in CITIZENS:
        account = accounts.open_account(
            login=citizen.login, full_name=citizen.name, password=DEMO_PASSWORD, at=at, demo=True
        )
        account.phone = citizen.phone
        account.save(update_fields=["phone"])
    for code in ("TK-TP", "TK", "P20341", "P20335"):
        unit = Unit.objects.get(code=code)
        signing.issue_demo_key(
            holder_id=unit.pk,
            holder_name=unit.name,
            unit_name=unit.name,
            by=SYSTEM,
            at=at,
            holder_kind=HolderKind.UNIT,
            years=9,
        )
    return officers


def _officer(one: object, *, at: datetime) -> Officer:
    (post, from_on, _), *later = one.posts  # type: ignore[attr-defined]
    made = office.create_officer(
        code=one.code,  # type: ignore[attr-defined]
        name=one.name,  # type: ignore[attr-defined]
        login=one.code,  # type: ignore[attr-defined]
        password=DEMO_PASSWORD,
        personal_number=one.number,  # type: ignore[attr-defined]
        post=Post.objects.select_related("unit").get(code=post),
        from_on=from_on,
        by=SYSTEM,
        at=at,
        demo=True,
    )
    for code, begins, ends in later:
        place = Post.objects.select_related("unit").get(code=code)
        office.appoint(made, post=place, from_on=begins, to_on=ends, by=SYSTEM, at=at)
    accounts.set_second_factor(made.account, b32encode(sha256(made.code.encode()).digest()[:20]).decode())
    unit = Post.objects.select_related("unit").get(code=one.posts[-1][0]).unit  # type: ignore[attr-defined]
    signing.issue_demo_key(holder_id=made.pk, holder_name=made.name, unit_name=unit.name, by=SYSTEM, at=at, years=9)
    return made
