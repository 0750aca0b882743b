"""From raw answers to kept values: what is visible, what is required, what is wrong, in the order of the form."""

from dataclasses import dataclass
from datetime import date

from motcua.legal.eforms.rules import checks
from motcua.legal.eforms.rules.conditions import hold
from motcua.legal.eforms.rules.sentences import missing
from motcua.legal.eforms.rules.shape import Answer, Condition, Field, Form, Group, Raw
from motcua.legal.eforms.rules.values import Wrong, read, typed

ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`values`: answers that may be kept, JSON-able. `errors`: sentences by field. `visible`: keys asked, in order."""

    values: dict[str, Answer]
    errors: dict[str, list[str]]
    visible: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is wrong and nothing required is missing."""
        return not self.errors


@dataclass(slots=True)
class Reading:
    """The walk down a form: later questions depend on earlier answers. `given`: typed, well or badly."""

    raw: Raw
    on: date
    lang: str
    values: dict[str, Answer]
    errors: dict[str, list[str]]
    given: set[str]
    visible: list[str]

    def take(self, group: Group) -> None:
        """Read the group's fields, where it and they are asked."""
        if self.holds(group.show_if):
            for field in group.fields:
                if self.holds(field.show_if):
                    self.visible.append(field.key)
                    self._read(field)

    def holds(self, conditions: tuple[Condition, ...]) -> bool:
        """Whether the conditions hold with the answers read so far."""
        return hold(conditions, self.values, self.given, on=self.on)

    def _read(self, field: Field) -> None:
        try:
            value = read(field, typed(field, self.raw), on=self.on, lang=self.lang)
        except Wrong as problem:
            self.given.add(field.key)
            self.errors[field.key] = [str(problem)]
            return
        if value is not None:
            self.given.add(field.key)
            self.values[field.key] = value
        elif self._is_required(field):
            self.errors[field.key] = [missing(field, self.lang)]

    def _is_required(self, field: Field) -> bool:
        return field.required or (bool(field.required_if) and self.holds(field.required_if))


def clean(form: Form, raw: Raw, *, group: str | None = None, on: date | None = None, lang: str = "vi") -> Cleaned:
    """Judge the answers, as posted or as kept, on that day (the form's own by default).

    With `group`, only that group's values and errors come back, but every answer is seen: conditions and rules reach
    over groups. Never raises on any text; what was typed stays with the caller, to be shown again.
    """
    reading = walked(form, raw, on or form.on, lang)
    for check in form.checks:
        if check.at in reading.visible and checks.is_broken(check, reading.values, reading.given, on=reading.on):
            reading.errors.setdefault(check.at, []).append(check.say_en if lang == "en" else check.say)
    wanted = {field.key for field in form.group(group).fields} if group else set(reading.visible)
    return Cleaned(
        values={key: value for key, value in reading.values.items() if key in wanted},
        errors={key: reading.errors[key] for key in reading.visible if key in wanted and key in reading.errors},
        visible=tuple(key for key in reading.visible if key in wanted),
    )


def visible(form: Form, answers: Raw, *, on: date | None = None) -> tuple[str, ...]:
    """Keys of the questions that these answers (raw or kept) call for, in the order of the form."""
    return tuple(walked(form, answers, on or form.on, "vi").visible)


def asked_groups(form: Form, answers: Raw, *, on: date | None = None) -> tuple[Group, ...]:
    """The pages of the wizard: groups in which at least one question is asked."""
    shown = set(visible(form, answers, on=on))
    return tuple(group for group in form.groups if any(field.key in shown for field in group.fields))


def unasked(form: Form, raw: Raw, *, group: str, on: date | None = None) -> tuple[str, ...]:
    """Questions of the group that its own answers have just called for and the page, without scripts, did not show.

    The page posts «<key>.asked» with each conditional question it showed; when something comes back here, show the
    group again without errors.
    """
    shown = set(visible(form, raw, on=on))
    return tuple(
        field.key
        for field in form.group(group).fields
        if field.show_if and field.key in shown and f"{field.key}.{ASKED}" not in raw
    )


def known_keys(form: Form) -> frozenset[str]:
    """Every name under which this form's pages post answers."""
    return frozenset(key for field in form for key in field.input_keys)


def walked(form: Form, raw: Raw, on: date, lang: str) -> Reading:
    """Every group read in order: the answers, the errors and what is asked, before the rules between answers."""
    reading = Reading(raw=raw, on=on, lang=lang, values={}, errors={}, given=set(), visible=[])
    for group in form.groups:
        reading.take(group)
    return reading
