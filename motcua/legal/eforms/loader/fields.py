"""One field of a form file: its term, what the form says over it, and the frozen field that comes out."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from motcua.legal.eforms.choices import LISTS, FieldType, Test
from motcua.legal.eforms.loader import tables
from motcua.legal.eforms.loader.yaml_lines import FileProblem, Lined
from motcua.legal.eforms.rules.shape import Answer, Choice, Condition, Field

TEXTS = ("label", "label_en", "noun", "help", "help_en", "of", "of_en", "autocomplete")
NUMBERS = ("min", "max", "max_length", "years_back")
TRUTHS = ("required", "not_future")
TERM_KEYS = frozenset(
    {*TEXTS, *NUMBERS, *TRUTHS, "type", "required_if", "show_if", "choices", "table", "only", "suggest", "default"}
)
OWN_KEYS = frozenset({"key", "term", "from", "until"})
DEFAULT_TABLES = {FieldType.UNIT: "wards"}
LONGEST = {FieldType.LONG_TEXT: 2000}


class Problem(ValueError):
    """Something in a file is wrong; `line` says where."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line


def build_field(root: Path, said: Mapping[str, object], *, key: str, line: int, on: date) -> Field:
    """The field of these attributes on that day. Refuses: Problem, FileProblem (its table)."""
    if unknown := set(said) - TERM_KEYS - OWN_KEYS:
        raise Problem(line, f"{key}: unknown {', '.join(sorted(unknown))}")
    kind, words = _kind(said, key, line), {name: _text(said, name, key, line) for name in TEXTS}
    for name in ("label", "label_en"):
        if not words[name]:
            raise Problem(line, f"{key}: {name} is missing")
    figures = {name: _figure(said, name, key, line) for name in NUMBERS}
    truths = {name: _truth(said, name, key, line) for name in TRUTHS}
    field = Field(
        key=key,
        type=kind,
        label=words["label"],
        label_en=words["label_en"],
        noun=words["noun"] or words["label"],
        help=words["help"],
        help_en=words["help_en"],
        of=words["of"],
        of_en=words["of_en"],
        autocomplete=words["autocomplete"],
        required=truths["required"],
        not_future=truths["not_future"],
        required_if=conditions(said.get("required_if"), key, line),
        show_if=conditions(said.get("show_if"), key, line),
        choices=_choices(root, said, kind, key, line, on),
        suggest=tables.choices(root, str(said["suggest"]), on) if "suggest" in said else (),
        minimum=figures["min"],
        maximum=figures["max"],
        max_length=figures["max_length"] or LONGEST.get(kind, 200),
        years_back=figures["years_back"],
        default=_default(said, key, line),
    )
    if field.type is FieldType.CHOICE and field.default not in {None, *(choice.code for choice in field.choices)}:
        raise Problem(line, f"{key}: default {field.default} is not one of the choices")
    return field


def conditions(said: object, key: str, line: int) -> tuple[Condition, ...]:
    """`{other.key: value | [values] | {given|not|age_from|age_under: value}}`, as frozen conditions."""
    if said is None:
        return ()
    if not isinstance(said, dict):
        raise Problem(line, f"{key}: a condition must be a mapping")
    return tuple(_condition(other, wanted, key, line) for other, wanted in said.items())


def absolute(said: object, prefix: str) -> object:
    """Conditions of a composite's part: «.personal_number» becomes «mother.personal_number»."""
    if not isinstance(said, dict):
        return said
    return {prefix + key if key.startswith(".") else key: value for key, value in said.items()}


def _condition(other: str, wanted: object, key: str, line: int) -> Condition:
    test = Test.IS
    if isinstance(wanted, dict):
        name, wanted = _only_entry(wanted, key, line)
        if name not in {test.value for test in Test}:
            raise Problem(line, f"{key}: unknown test {name}")
        test = Test(name)
    listed = wanted if isinstance(wanted, list) else [wanted]
    answers = [answer for answer in listed if isinstance(answer, str | int)]
    if not answers or len(answers) < len(listed):
        raise Problem(line, f"{key}: a condition compares with text, numbers, yes or no")
    if test in {Test.AGE_FROM, Test.AGE_UNDER} and (len(answers) != 1 or type(answers[0]) is not int):
        raise Problem(line, f"{key}: {test} needs one number of years")
    if test is Test.GIVEN and (len(answers) != 1 or not isinstance(answers[0], bool)):
        raise Problem(line, f"{key}: given is yes or no")
    return Condition(other, test, tuple(answers))


def _only_entry(said: Mapping[str, object], key: str, line: int) -> tuple[str, object]:
    if len(said) != 1:
        raise Problem(line, f"{key}: one test a condition")
    return next(iter(said.items()))


def _kind(said: Mapping[str, object], key: str, line: int) -> FieldType:
    try:
        return FieldType(str(said.get("type")))
    except ValueError:
        raise Problem(line, f"{key}: unknown type {said.get('type')}") from None


def _text(said: Mapping[str, object], name: str, key: str, line: int) -> str:
    value = said.get(name, "")
    if not isinstance(value, str):
        raise Problem(line, f"{key}: {name} must be text")
    return value


def _figure(said: Mapping[str, object], name: str, key: str, line: int) -> int | None:
    value = said.get(name)
    if value is not None and type(value) is not int:
        raise Problem(line, f"{key}: {name} must be a whole number")
    return value


def _truth(said: Mapping[str, object], name: str, key: str, line: int) -> bool:
    value = said.get(name, False)
    if not isinstance(value, bool):
        raise Problem(line, f"{key}: {name} must be yes or no")
    return value


def _default(said: Mapping[str, object], key: str, line: int) -> Answer | None:
    value = said.get("default")
    if value is not None and not isinstance(value, str | int):
        raise Problem(line, f"{key}: default must be text, a number, yes or no")
    return value


def _choices(
    root: Path, said: Mapping[str, object], kind: FieldType, key: str, line: int, on: date
) -> tuple[Choice, ...]:
    if kind not in LISTS:
        return ()
    listed = said.get("choices")
    if kind is FieldType.CHOICE:
        found = tuple(_listed(listed, key, line)) if isinstance(listed, list) else ()
    else:
        found = tables.choices(root, str(said.get("table") or DEFAULT_TABLES.get(kind)), on)
    if isinstance(only := said.get("only"), list):
        if missing := set(only) - {choice.code for choice in found}:
            raise Problem(line, f"{key}: only names {', '.join(sorted(missing))}, which the table has not")
        found = tuple(choice for choice in found if choice.code in only)
    if not found:
        raise Problem(line, f"{key}: nothing to choose from")
    if len({choice.code for choice in found}) < len(found):
        raise Problem(line, f"{key}: one code stands twice")
    return found


def _listed(listed: list[object], key: str, line: int) -> Iterator[Choice]:
    for item in listed:
        if not isinstance(item, Lined) or not all(
            isinstance(item.get(name), str) for name in ("code", "name", "name_en")
        ):
            raise Problem(getattr(item, "line", line), f"{key}: a choice needs code, name and name_en")
        yield Choice(str(item["code"]), str(item["name"]), str(item["name_en"]))


__all__ = ["FileProblem", "Problem", "absolute", "build_field", "conditions"]
