"""YAML with the line of every mapping and no key written twice: a mistake in a law file is named by its line."""

from pathlib import Path

import yaml


class Lined(dict[str, object]):
    """A mapping that knows the line it begins on."""

    line: int = 0


class _Loader(yaml.SafeLoader):
    """The safe loader, with `Lined` for mappings."""


def _lined(loader: _Loader, node: yaml.MappingNode) -> Lined:
    found = Lined()
    found.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"“{key}” is written twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _lined)


class FileProblem(ValueError):
    """A file cannot be read; the message is «file:line: what»."""


def read_yaml(path: Path) -> Lined:
    """The file's mapping. Refuses: FileProblem."""
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  a SafeLoader
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise FileProblem(f"{path.name}:{line}: {problem.problem}") from problem
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise FileProblem(f"{path.name}:1: {problem}") from problem
    if not isinstance(loaded, Lined):
        raise FileProblem(f"{path.name}:1: the file must be a mapping")
    return loaded
