"""The shape of a procedure file against the published JSON Schema, told in Vietnamese with file and line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from motcua.legal.procedures.loader.files import LawFile
from motcua.legal.procedures.rules.conditions import Json


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: where and what."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def written_twice(file: LawFile) -> Iterator[Finding]:
    """Items that stand twice in one mapping, so that the second hides the first."""
    for key, line in file.twice:
        yield Finding(file.path, line, f"mục “{key}” ghi hai lần")


def misshapen(file: LawFile, law_dir: Path) -> Iterator[Finding]:
    """What the schema refuses."""
    schema = json.loads((law_dir / "schema" / "procedure.schema.json").read_text("utf-8"))
    for error in Draft202012Validator(schema).iter_errors(_plain(file.values)):
        leaf = max(error.context or [error], key=lambda one: len(one.absolute_path))
        yield Finding(file.path, file.line(*leaf.absolute_path, *_unknown(leaf)[:1]), _in_words(leaf))


def _unknown(error: ValidationError) -> list[str]:
    """The items of the file that the schema does not know."""
    if error.validator != "additionalProperties":
        return []
    known = cast("dict[str, dict[str, object]]", error.schema).get("properties", {})
    return sorted(set(cast("dict[str, object]", error.instance)) - set(known))


def _plain(value: object) -> Json:
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


def _in_words(error: ValidationError) -> str:
    where = ".".join(str(step) for step in error.absolute_path) or "tệp"
    if unknown := _unknown(error):
        return f"{where}: không có mục “{'”, “'.join(unknown)}”"
    if error.validator == "required":
        wanted, given = cast("list[str]", error.validator_value), cast("dict[str, object]", error.instance)
        absent = [name for name in wanted if name not in given]
        return f"{where}: thiếu mục “{'”, “'.join(absent)}”"
    return f"{where}: giá trị {error.instance!r} không đúng ({error.validator}: {error.validator_value})"
