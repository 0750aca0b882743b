"""A YAML file with the line of every item, so that a fault can be shown where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import yaml

ItemPath = tuple[str | int, ...]
_Base: type[yaml.SafeLoader] = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class BadFile(ValueError):
    """The file is no YAML; `line` counts from 1."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(message)
        self.path, self.line, self.message = path, line, message


@dataclass(frozen=True)
class LawFile:
    """The values of one file, the line of each, and the keys written twice."""

    path: Path
    values: dict[str, object]
    lines: dict[ItemPath, int] = field(default_factory=dict)
    twice: tuple[tuple[str, int], ...] = ()

    def line(self, *path: str | int) -> int:
        """The line of the item, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: Path) -> LawFile:
    """Read one file. Refuses: BadFile."""
    loader = _Base(path.read_text("utf-8"))
    try:
        node = loader.get_single_node()
        values = loader.construct_document(node) if node else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadFile(path, mark.line + 1 if mark else 1, f"không đọc được YAML: {error.problem}") from error
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        raise BadFile(path, 1, "tệp phải là một ánh xạ (mục: giá trị)")
    lines = dict(_lines(node, ())) if node else {}
    return LawFile(path, values, lines, tuple(_twice(node)) if node else ())


def _lines(node: yaml.Node, path: ItemPath) -> Iterator[tuple[ItemPath, int]]:
    if path:
        yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, str(key.value))
            yield from _lines(value, inner)
            yield inner, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*path, index))


def _twice(node: yaml.Node) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield str(key.value), key.start_mark.line + 1
            seen.add(key.value)
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _twice(value)
