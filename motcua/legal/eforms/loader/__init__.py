"""`law/forms/` and `law/tables/` in, frozen forms out; every mistake named by file and line."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from motcua.legal.eforms.choices import LISTS, TRUTHS, FieldType
from motcua.legal.eforms.loader.fields import Problem
from motcua.legal.eforms.loader.forms import build_form, versions
from motcua.legal.eforms.loader.tables import check_table, choices
from motcua.legal.eforms.loader.yaml_lines import FileProblem, Lined, read_yaml
from motcua.legal.eforms.rules.shape import Choice, Condition, Field, Form

TERMS = "terms"


class NoSuchForm(LookupError):
    """There is no form of that key, or none yet on that day."""


def keys(root: Path) -> tuple[str, ...]:
    """Keys of all forms, in alphabetical order."""
    return tuple(path.stem for path in sorted((root / "forms").glob("*.yaml")) if path.stem != TERMS)


def version_days(root: Path, key: str) -> tuple[date, ...]:
    """The days on which the form changed. Refuses: NoSuchForm."""
    return tuple(versions(_text(root, key)))


@lru_cache(maxsize=512)
def form(root: Path, key: str, on: date) -> Form:
    """The form as it stands on that day. Refuses: NoSuchForm, FileProblem (a mistake in the file)."""
    try:
        days = tuple(versions(_text(root, key)))
        place = bisect_right(days, on)
        if not place:
            raise NoSuchForm(f"Biểu mẫu {key} chưa có vào ngày {on:%d/%m/%Y}.")
        return build_form(root, _text(root, key), _terms(root), on=on, version=days[place - 1])
    except Problem as problem:
        raise FileProblem(f"forms/{key}.yaml:{problem.line}: {problem}") from problem


def table(root: Path, name: str, on: date) -> tuple[Choice, ...]:
    """The rows of a code table that hold on that day. Refuses: FileProblem."""
    return choices(root, name, on)


def check(root: Path) -> list[str]:
    """Everything wrong with the forms and tables, one «file:line: what» each; empty when all is well."""
    found = [line for path in sorted((root / "tables").glob("*.yaml")) for line in check_table(root, path.stem)]
    for key in keys(root):
        found += check_form(root, key)
    return found


def check_form(root: Path, key: str) -> list[str]:
    """Everything wrong with one form, in any of its versions."""
    found = []
    try:
        for on in version_days(root, key):
            found += _placed(root, key, on)
            if form(root, key, on).key != key:
                found.append(f"forms/{key}.yaml:1: key is not the name of the file")
    except FileProblem as problem:
        found.append(str(problem))
    except Problem as problem:
        found.append(f"forms/{key}.yaml:{problem.line}: {problem}")
    return found


def forget() -> None:
    """Read the files anew the next time: for commands that change them."""
    _text.cache_clear()
    form.cache_clear()


def _placed(root: Path, key: str, on: date) -> list[str]:
    """The faults of one version, each with the line that first names its field."""
    written = (root / "forms" / f"{key}.yaml").read_text(encoding="utf-8").splitlines()
    found = []
    for about, what in _faults(form(root, key, on)):
        prefix = f"as: {about.partition('.')[0]}"
        lines = [number for number, line in enumerate(written, 1) if about in line or prefix in line]
        found.append(f"forms/{key}.yaml:{lines[0] if lines else 1}: {on}: {what}")
    return found


def _faults(built: Form) -> Iterator[tuple[str, str]]:
    """Keys written twice, conditions and rules on fields absent or later, codes that are not offered."""
    seen: dict[str, Field] = {}
    for group in built.groups:
        yield from _unmet(group.key, group.show_if, seen)
        for field in group.fields:
            if field.key in seen:
                yield field.key, f"{field.key} is asked twice"
            yield from _unmet(field.key, (*field.show_if, *field.required_if), seen)
            seen[field.key] = field
        if group.copy_from:
            yield from _unmet(group.key, group.copy_from.when, seen)
    for rule in built.checks:
        missing = [key for key in (*rule.keys, rule.at, *(one.key for one in rule.unless)) if key not in seen]
        yield from ((key, f"a rule speaks of {key}, which is not asked") for key in missing)


def _unmet(who: str, conditions: tuple[Condition, ...], seen: dict[str, Field]) -> Iterator[tuple[str, str]]:
    for condition in conditions:
        asked = seen.get(condition.key)
        if asked is None:
            yield who, f"{who}: {condition.key} is not asked before it"
        elif condition.test.value in {"is", "not"}:
            yield from (
                (who, f"{who}: {condition.key} is never {answer}")
                for answer in condition.wanted
                if not _can_be(asked, answer)
            )


def _can_be(asked: Field, answer: object) -> bool:
    if asked.type in LISTS:
        return any(choice.code == answer for choice in asked.choices)
    if asked.type in TRUTHS:
        return isinstance(answer, bool)
    return (type(answer) is int) == (asked.type is FieldType.NUMBER)


@cache
def _text(root: Path, key: str) -> Lined:
    path = root / "forms" / f"{key}.yaml"
    if not key.replace("_", "").isalnum() or not path.is_file():
        raise NoSuchForm(f"Không có biểu mẫu {key}.")
    try:
        return read_yaml(path)
    except FileProblem as problem:
        raise FileProblem(f"forms/{problem}") from problem


def _terms(root: Path) -> Lined:
    return _text(root, TERMS)


__all__ = ["FileProblem", "NoSuchForm", "check", "check_form", "forget", "form", "keys", "table", "version_days"]
