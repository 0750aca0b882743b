"""A group as a page shows it: one row a question, with the ids, texts and attributes an accessible control needs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.base.vn.rules import NotADate, PartialDate
from motcua.legal.eforms.choices import DATES, LISTS, PARTS, FieldType
from motcua.legal.eforms.rules.cleaning import ASKED, Reading, walked
from motcua.legal.eforms.rules.sentences import word
from motcua.legal.eforms.rules.shape import Condition, Field, Form, Group, Raw
from motcua.legal.eforms.rules.text import as_text

RADIOS_AT_MOST = 9
_CONTROLS = {FieldType.LONG_TEXT: "textarea", FieldType.AGREE: "checkbox", FieldType.YES_NO: "radios"}
_INPUT_MODES = {
    FieldType.NUMBER: "numeric",
    FieldType.PERSONAL_NUMBER: "numeric",
    FieldType.PHONE: "tel",
    FieldType.EMAIL: "email",
}
_INPUT_TYPES = {FieldType.PHONE: "tel", FieldType.EMAIL: "email"}
_LENGTHS = {
    FieldType.NAME: 100,
    FieldType.PERSONAL_NUMBER: 15,
    FieldType.PHONE: 20,
    FieldType.EMAIL: 254,
    FieldType.NUMBER: 10,
    FieldType.TIME: 5,
}
_MASKS = {FieldType.NUMBER: "digits", FieldType.PERSONAL_NUMBER: "digits"}


@dataclass(frozen=True, slots=True)
class Option:
    """One radio button, or one line of a list."""

    id: str
    code: str
    label: str
    is_chosen: bool
    group: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One box of a date."""

    id: str
    name: str
    label: str
    value: str
    size: int
    autocomplete: str


@dataclass(frozen=True, slots=True)
class Question:
    """One control with its label, help and errors. `control`: input, textarea, select, radios, checkbox or date."""

    key: str
    id: str
    control: str
    label: str
    help: str
    value: str
    errors: tuple[str, ...]
    is_required: bool
    is_hidden: bool
    input_type: str = "text"
    input_mode: str = ""
    autocomplete: str = ""
    mask: str = ""
    max_length: int | None = None
    options: tuple[Option, ...] = ()
    suggestions: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    show_if: str = ""

    @property
    def described_by(self) -> str:
        """Ids of the help and the error, for aria-describedby."""
        notes = ((self.help, "help"), (self.errors, "error"))
        return " ".join(f"{self.id}-{name}" for note, name in notes if note)

    @property
    def is_conditional(self) -> bool:
        """Whether another answer decides if it is asked."""
        return bool(self.show_if)

    @property
    def asked_name(self) -> str:
        """Posted when the page showed it: see `unasked`."""
        return f"{self.key}.{ASKED}"

    @property
    def focus_id(self) -> str:
        """Where a link of the error summary leads."""
        if self.control == "date":
            return self.parts[0].id
        return self.options[0].id if self.control == "radios" else self.id


@dataclass(frozen=True, slots=True)
class Section:
    """A group with its questions, its title and its sentences of introduction; `show_if` as in a question."""

    key: str
    title: str
    intro: str
    questions: tuple[Question, ...]
    is_hidden: bool
    show_if: str = ""

    @property
    def faults(self) -> tuple[Question, ...]:
        """The questions to be corrected, in order."""
        return tuple(question for question in self.questions if question.errors)

    @property
    def has_conditions(self) -> bool:
        """Whether an answer given here may bring up another question here."""
        return any(question.is_conditional for question in self.questions)


def section(
    form: Form, group: Group, values: Raw, errors: Mapping[str, Sequence[str]] | None = None, *, lang: str = "vi"
) -> Section:
    """The group ready to be drawn, with what was typed (raw or kept) and the errors of `clean`."""
    reading, faults = walked(form, values, form.on, lang), errors or {}
    return Section(
        key=group.key,
        title=group.heading(lang),
        intro=group.intro_en if lang == "en" else group.intro,
        questions=tuple(_question(field, reading, tuple(faults.get(field.key, ()))) for field in group.fields),
        is_hidden=not reading.holds(group.show_if),
        show_if=_script_rule(group.show_if, reading),
    )


def control_id(key: str) -> str:
    """The id of a field's control on a page."""
    return "f-" + key.replace(".", "-")


def _question(field: Field, reading: Reading, errors: tuple[str, ...]) -> Question:
    values, lang = reading.raw, reading.lang
    control, value = _control(field), as_text(values.get(field.key))
    label = field.label_en if lang == "en" else field.label
    is_optional = not (field.required or field.required_if)
    return Question(
        key=field.key,
        id=control_id(field.key),
        control=control,
        label=f"{label} ({word('optional', lang)})" if is_optional and control != "checkbox" else label,
        help=field.help_en if lang == "en" else field.help,
        value=value,
        errors=errors,
        is_required=field.required,
        is_hidden=not reading.holds(field.show_if),
        input_type=_INPUT_TYPES.get(field.type, "text"),
        input_mode=_INPUT_MODES.get(field.type, ""),
        autocomplete=field.autocomplete,
        mask=_MASKS.get(field.type, ""),
        max_length=_LENGTHS.get(field.type, field.max_length),
        options=_options(field, value, lang),
        suggestions=tuple(choice.label(lang) for choice in field.suggest),
        parts=_parts(field, values, lang),
        show_if=_script_rule(field.show_if, reading),
    )


def _control(field: Field) -> str:
    if field.type in DATES:
        return "date"
    if field.type in LISTS:
        return "radios" if field.type is FieldType.CHOICE and len(field.choices) <= RADIOS_AT_MOST else "select"
    return _CONTROLS.get(field.type, "input")


def _options(field: Field, value: str, lang: str) -> tuple[Option, ...]:
    rows = [(choice.code, choice.label(lang), choice.group) for choice in field.choices]
    if field.type is FieldType.YES_NO:
        rows = [("yes", word("yes", lang), ""), ("no", word("no", lang), "")]
    base = control_id(field.key)
    return tuple(Option(f"{base}-{code}", code, label, code == value, group) for code, label, group in rows)


def _parts(field: Field, values: Raw, lang: str) -> tuple[Part, ...]:
    """Day, month and year as typed; of a kept date, taken apart; of other text, all in the first box."""
    if field.type not in DATES:
        return ()
    if any(key in values for key in field.part_keys):
        texts = [as_text(values.get(key)) for key in field.part_keys]
    else:
        texts = _taken_apart(as_text(values.get(field.key)))
    base, fill = control_id(field.key), field.autocomplete.startswith("bday")
    return tuple(
        Part(f"{base}-{part}", f"{field.key}.{part}", word(part, lang), text, size, f"bday-{part}" if fill else "")
        for part, text, size in zip(PARTS, texts, (2, 2, 4), strict=True)
    )


def _taken_apart(text: str) -> list[str]:
    try:
        when = PartialDate.parse(text)
    except NotADate:
        return [text, "", ""]
    return [*(f"{part:02}" if part else "" for part in (when.day, when.month)), f"{when.year:04}"]


def _script_rule(conditions: tuple[Condition, ...], reading: Reading) -> str:
    """The conditions for the page's script; `met` is the server's word, for answers that are not on the page."""
    if not conditions:
        return ""
    rules = [
        {
            "key": condition.key,
            "test": condition.test.value,
            "wanted": [as_text(answer) for answer in condition.wanted],
            "met": reading.holds((condition,)),
        }
        for condition in conditions
    ]
    return json.dumps(rules, ensure_ascii=False)
