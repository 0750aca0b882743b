"""The shape of a form («tờ khai»): frozen objects that the loader builds and every rule reads."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from motcua.legal.eforms.choices import DATES, PARTS, CheckKind, FieldType, Test

Answer: TypeAlias = str | int | bool
Raw: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list or of a code table."""

    code: str
    name: str
    name_en: str
    group: str = ""

    def label(self, lang: str) -> str:
        """Its words in Vietnamese or English."""
        return self.name_en if lang == "en" else self.name


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on an earlier answer; several conditions hold together."""

    key: str
    test: Test
    wanted: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `noun` names it in sentences; `of` says whose it is («người mẹ»)."""

    key: str
    type: FieldType
    label: str
    label_en: str
    noun: str
    help: str = ""
    help_en: str = ""
    of: str = ""
    of_en: str = ""
    required: bool = False
    required_if: tuple[Condition, ...] = ()
    show_if: tuple[Condition, ...] = ()
    choices: tuple[Choice, ...] = ()
    suggest: tuple[Choice, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    max_length: int = 200
    autocomplete: str = ""
    not_future: bool = False
    years_back: int | None = None
    default: Answer | None = None

    @property
    def part_keys(self) -> tuple[str, ...]:
        """The three boxes of a date; nothing for other kinds."""
        return tuple(f"{self.key}.{part}" for part in PARTS) if self.type in DATES else ()

    @property
    def input_keys(self) -> tuple[str, ...]:
        """Every name under which a page may post this answer."""
        return (self.key, *self.part_keys)


@dataclass(frozen=True, slots=True)
class Copy:
    """When the conditions hold, answers under `source` are offered under `target` («người yêu cầu là mẹ»)."""

    when: tuple[Condition, ...]
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one page of a phone."""

    key: str
    title: str
    title_en: str
    fields: tuple[Field, ...]
    intro: str = ""
    intro_en: str = ""
    show_if: tuple[Condition, ...] = ()
    copy_from: Copy | None = None

    def heading(self, lang: str) -> str:
        """Its title in Vietnamese or English."""
        return self.title_en if lang == "en" else self.title


@dataclass(frozen=True, slots=True)
class Check:
    """A rule between answers; the sentence stands beside the field `at`."""

    kind: CheckKind
    keys: tuple[str, ...]
    at: str
    say: str
    say_en: str
    may_equal: bool = False
    both: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form as it stands on the day `on`; `version` is the day from which its text holds."""

    key: str
    name: str
    name_en: str
    version: date
    by: str
    on: date
    groups: tuple[Group, ...]
    checks: tuple[Check, ...] = ()
    _fields: dict[str, Field] = dataclasses.field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {item.key: item for group in self.groups for item in group.fields}
        object.__setattr__(self, "_fields", index)

    def __iter__(self) -> Iterator[Field]:
        return iter(self._fields.values())

    def __contains__(self, key: object) -> bool:
        return key in self._fields

    def field(self, key: str) -> Field:
        """The field of that key. Refuses: KeyError."""
        return self._fields[key]

    def group(self, key: str) -> Group:
        """The group of that key. Refuses: KeyError."""
        for group in self.groups:
            if group.key == key:
                return group
        raise KeyError(key)

    def title(self, lang: str) -> str:
        """Its name in Vietnamese or English."""
        return self.name_en if lang == "en" else self.name
