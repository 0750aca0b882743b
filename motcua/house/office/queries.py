"""Questions about units, officers and who signs."""

from datetime import date
from time import monotonic
from typing import Protocol
from uuid import UUID

from django.db.models import F, Q, QuerySet

from motcua.base import rows
from motcua.house.journal import queries as journal
from motcua.house.journal.models import Entry
from motcua.house.office.models import Appointment, Delegation, Officer, Post, Unit
from motcua.house.office.rules import Capacity, Directory, UnitRow

KEEP_SECONDS = 30.0
_kept: dict[str, tuple[float, Directory]] = {}
_names: dict[UUID, tuple[float, str]] = {}


class HasPath(Protocol):
    """A unit, as a row of the table or of the directory."""

    @property
    def path(self) -> str: ...  # noqa: D102


def directory() -> Directory:
    """All units; kept in this process for at most 30 seconds, and forgotten when the office changes here."""
    made, kept = _kept.get("directory", (0.0, None))
    if kept is None or monotonic() - made > KEEP_SECONDS:
        kept = Directory(
            tuple(_row(unit) for unit in Unit.objects.select_related("parent", "successor").order_by("path"))
        )
        _kept["directory"] = (monotonic(), kept)
    return kept


def forget_directory() -> None:
    """Read the units afresh next time."""
    _kept.clear()
    _names.clear()


def _row(unit: Unit) -> UnitRow:
    return UnitRow(
        id=unit.pk,
        code=unit.code,
        name=unit.name,
        short_name=unit.short_name,
        level=unit.level,
        eid=unit.eid,
        path=unit.path,
        area_code=unit.area_code,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        parent=unit.parent.code if unit.parent else None,
        successor=unit.successor.code if unit.successor else None,
    )


def unit_for_residence(ward_code: str, on: date, level: str = "ward") -> UnitRow | None:
    """The unit competent for a place of residence on a day; None when the place is not ours."""
    return directory().for_residence(ward_code, on, level)


def continuing(unit: UnitRow, on: date) -> UnitRow:
    """The unit that carries on the work of one on the day."""
    return directory().continuing(unit, on)


def holding(on: date) -> Q:
    """The filter “valid on this day” for appointments and delegations; both days count."""
    return Q(from_on__lte=on) & (Q(to_on__isnull=True) | Q(to_on__gte=on))


def appointments_of(officer: Officer) -> QuerySet[Appointment]:
    """All an officer was and is appointed to, latest first."""
    rows = officer.appointments.select_related("post__unit", "post__scope")
    return rows.order_by(F("to_on").desc(nulls_first=True), "-from_on")


def delegations_of(officer: Officer) -> QuerySet[Delegation]:
    """What was delegated to the officer or by the officer, latest first."""
    return (
        Delegation.objects.filter(Q(to_officer=officer) | Q(from_appointment__officer=officer))
        .select_related("to_officer", "from_appointment__officer", "from_appointment__post__unit")
        .order_by("-from_on", "-id")
    )


def officers_at(paths: tuple[str, ...], on: date) -> QuerySet[Appointment]:
    """Appointments valid on the day at any of these units, their parts and the agencies below; by name of unit."""
    within = _within("post__unit__path", paths)
    rows = Appointment.objects.filter(within & holding(on)).select_related("officer__account", "post__unit")
    return rows.order_by("post__unit__path", "officer__name", "id")


def _within(field: str, paths: tuple[str, ...]) -> Q:
    """The unit of each path, its parts and the agencies below; nothing for no path."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(**{f"{field}__startswith": path}) | Q(**{f"{field}__startswith": path.removesuffix(".") + "/"})
    return found


def officers_of(appointments: QuerySet[Appointment]) -> QuerySet[Officer]:
    """Whose appointments these are; by name."""
    ids = appointments.order_by().values("officer_id")
    return Officer.objects.filter(pk__in=ids).select_related("account").order_by("name", "code")


def delegations_at(paths: tuple[str, ...]) -> QuerySet[Delegation]:
    """Delegations from posts at these units and below, latest first."""
    rows = Delegation.objects.filter(_within("from_appointment__post__unit__path", paths))
    return rows.select_related("to_officer", "from_appointment__officer", "from_appointment__post__unit").order_by(
        "-to_on", "-id"
    )


def posts_by_unit(paths: tuple[str, ...]) -> dict[str, list[Post]]:
    """Posts at these units and below, by unit code."""
    found: dict[str, list[Post]] = {}
    rows = Post.objects.filter(_within("unit__path", paths)).select_related("unit")
    for post in rows.order_by("unit__path", "code"):
        found.setdefault(post.unit.code, []).append(post)
    return found


def history_of(officer: Officer) -> QuerySet[Entry]:
    """What was done about an officer's posts and account, first act first."""
    return journal.history(officer)


def officers_with(role: str, unit: HasPath, on: date) -> QuerySet[Officer]:
    """Officers who hold the role for exactly this unit on the day, for lists of whom to assign to; by name."""
    at = Q(appointments__post__scope__path=unit.path) | Q(
        appointments__post__scope__isnull=True, appointments__post__unit__path=unit.path
    )
    dates = Q(appointments__from_on__lte=on) & (Q(appointments__to_on__isnull=True) | Q(appointments__to_on__gte=on))
    return Officer.objects.filter(at & dates, appointments__post__role=role).distinct().order_by("name", "code")


def open_posts(paths: tuple[str, ...], on: date) -> list[Post]:
    """Posts of living units within these paths, for the appointment form; by unit."""
    living = Q(unit__valid_to__isnull=True) | Q(unit__valid_to__gte=on)
    rows = Post.objects.filter(living & _within("unit__path", paths)).select_related("unit", "scope")
    return list(rows.order_by("unit__path", "code"))


def signing_capacity(officer_id: UUID, unit: HasPath, on: date) -> Capacity | None:
    """In what capacity the officer signs for the unit on the day: by an own signing post, else by written delegation.

    Where several posts fit, the one nearest to the unit signs. None: the officer does not sign for this unit.
    """
    posts = [row.post for row in _appointments(officer_id, on) if row.post.may_sign]
    fitting = [post for post in posts if unit.path.startswith(post.reach.path)]
    if fitting:
        post = max(fitting, key=lambda post: len(post.reach.path))
        return Capacity(post.title, post.sign_prefix, post.unit.name, on_behalf_of=post.sign_for)
    return _delegated_capacity(officer_id, unit, on)


def _delegated_capacity(officer_id: UUID, unit: HasPath, on: date) -> Capacity | None:
    rows = Delegation.objects.filter(holding(on), to_officer_id=officer_id).select_related(
        "from_appointment__post__unit", "from_appointment__post__scope"
    )
    for row in rows.order_by("-from_on", "id"):
        giver = row.from_appointment
        ended = any(day is not None and day < on for day in (giver.to_on, giver.post.unit.valid_to))
        if "dossier.sign" in row.acts and not ended and unit.path.startswith(giver.post.reach.path):
            own = next((held.post.title for held in _appointments(officer_id, on)), "")
            return Capacity(own, "TUQ.", giver.post.unit.name, row.paper, on_behalf_of=giver.post.title)
    return None


def _appointments(officer_id: UUID, on: date) -> list[Appointment]:
    living = Q(post__unit__valid_to__isnull=True) | Q(post__unit__valid_to__gte=on)
    rows = Appointment.objects.filter(holding(on), living, officer_id=officer_id)
    return list(rows.select_related("post__unit", "post__scope").order_by("from_on", "id"))


def officer(officer_id: UUID | None) -> Officer:
    """The officer behind an actor. Refuses: Officer.DoesNotExist for citizens and strangers."""
    if officer_id is None:
        raise Officer.DoesNotExist
    found = rows.row(Officer, "id = %s", officer_id)
    if found is None:
        raise Officer.DoesNotExist
    return found


def officer_name(officer_id: UUID | None) -> str:
    """Name of an officer, kept as long as the directory; nothing for nobody."""
    if officer_id is None:
        return ""
    made, kept = _names.get(officer_id, (0.0, ""))
    if not kept or monotonic() - made > KEEP_SECONDS:
        kept = officer(officer_id).name
        _names[officer_id] = (monotonic(), kept)
    return kept
