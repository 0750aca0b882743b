"""A form file and a day in, a frozen form out.

A form lists its versions by date; a group, field or rule may say `from:` and `until:` (days of versions), so that one
file shows what each circular changed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from motcua.legal.eforms.choices import CheckKind
from motcua.legal.eforms.loader.fields import Problem, absolute, build_field, conditions
from motcua.legal.eforms.loader.yaml_lines import Lined
from motcua.legal.eforms.rules.shape import Check, Condition, Copy, Form, Group

_USE_KEYS = frozenset({"use", "as", "but", "of", "of_en", "show_if", "from", "until"})
_GROUP_KEYS = frozenset(
    {"key", "title", "title_en", "intro", "intro_en", "fields", "show_if", "copy_from", "from", "until"}
)
_CHECK_KEYS = frozenset(
    {"later", "earlier", "may_equal", "differ", "not_both", "unless", "at", "say", "say_en", "from", "until"}
)
_SURE = frozenset({"high", "medium", "low"})


def versions(text: Lined) -> dict[date, str]:
    """The days on which the form's text changed, with the instrument. Refuses: Problem."""
    found: dict[date, str] = {}
    for item in _list(text, "versions"):
        starts, by = item.get("from"), item.get("by")
        if not isinstance(starts, date) or not isinstance(by, str) or item.get("sure") not in _SURE:
            raise Problem(item.line, "a version needs from (a day), by (which text) and sure (high, medium, low)")
        if found and starts <= max(found):
            raise Problem(item.line, "versions must be in order of their days")
        found[starts] = by
    if not found:
        raise Problem(text.line, "a form needs versions")
    return found


def build_form(root: Path, text: Lined, terms: Lined, *, on: date, version: date) -> Form:
    """The form as that version has it, with the tables of the day. Refuses: Problem, FileProblem."""
    days = versions(text)
    groups = tuple(_group(root, item, terms, days, version, on) for item in _holding(text, "groups", days, version))
    return Form(
        key=_words(text, "key"),
        name=_words(text, "name"),
        name_en=_words(text, "name_en"),
        version=version,
        by=days[version],
        on=on,
        groups=groups,
        checks=tuple(_check(item) for item in _holding(text, "rules", days, version)),
    )


def _group(root: Path, item: Lined, terms: Lined, days: Mapping[date, str], version: date, on: date) -> Group:
    _refuse_unknown(item, _GROUP_KEYS)
    fields = tuple(
        build_field(root, said, key=str(said["key"]), line=said.line, on=on)
        for asked in _holding(item, "fields", days, version)
        for said in _expanded(asked, terms, days, version)
    )
    if not fields:
        raise Problem(item.line, f"group {item.get('key')} has no fields")
    return Group(
        key=_words(item, "key"),
        title=_words(item, "title"),
        title_en=_words(item, "title_en"),
        intro=str(item.get("intro", "")),
        intro_en=str(item.get("intro_en", "")),
        fields=fields,
        show_if=conditions(item.get("show_if"), str(item["key"]), item.line),
        copy_from=_copy(item),
    )


def _expanded(asked: Lined, terms: Lined, days: Mapping[date, str], version: date) -> Iterator[Lined]:
    """A field as itself, or a composite as its parts under the prefix `as`, with `but` over each part."""
    if "use" not in asked:
        yield _with_term(asked, terms, asked.line)
        return
    _refuse_unknown(asked, _USE_KEYS)
    prefix, over = _words(asked, "as"), asked.get("but", {})
    composite = _mapping(terms, "composites").get(_words(asked, "use"))
    if not isinstance(composite, list) or not isinstance(over, dict):
        raise Problem(asked.line, f"composite {asked['use']} is not in terms.yaml, or but is no mapping")
    if unknown := set(over) - {str(part["key"]) for part in composite}:
        raise Problem(asked.line, f"but names {', '.join(sorted(unknown))}, which {asked['use']} has not")
    shared = {name: asked[name] for name in ("of", "of_en") if name in asked}
    for part in composite:
        if not _is_in_force(part, days, version, terms=True):
            continue
        said = _with_term(Lined({**part, **shared, **over.get(part["key"], {})}), terms, asked.line)
        said["key"] = f"{prefix}.{part['key']}"
        for name in ("show_if", "required_if"):
            if name in said:
                said[name] = absolute(said[name], prefix)
        if "show_if" in asked:
            said["show_if"] = {**asked["show_if"], **(said.get("show_if") or {})}  # type: ignore[dict-item]
        yield said


def _with_term(asked: Lined, terms: Lined, line: int) -> Lined:
    term = _mapping(terms, "terms").get(str(asked.get("term")))
    if not isinstance(term, Lined):
        raise Problem(line, f"{asked.get('key')}: term {asked.get('term')} is not in terms.yaml")
    said = Lined({**term, **{name: value for name, value in asked.items() if name not in {"from", "until"}}})
    if "label" in asked and "noun" not in asked:
        said.pop("noun", None)
    said.line = line
    _words(said, "key")
    return said


def _check(item: Lined) -> Check:
    _refuse_unknown(item, _CHECK_KEYS)
    kind, pair, both = _related(item)
    return Check(
        kind=kind,
        keys=pair,
        at=_words(item, "at"),
        say=_words(item, "say"),
        say_en=_words(item, "say_en"),
        may_equal=item.get("may_equal") is True,
        both=both,
        unless=conditions(item.get("unless"), "rule", item.line),
    )


def _related(item: Lined) -> tuple[CheckKind, tuple[str, ...], tuple[Condition, ...]]:
    """The kind of rule and the answers it relates."""
    if "not_both" in item:
        both = conditions(item["not_both"], "rule", item.line)
        return CheckKind.NOT_BOTH, tuple(one.key for one in both), both
    if "differ" in item:
        pair = item["differ"]
        if not isinstance(pair, list) or len(pair) != 2:
            raise Problem(item.line, "differ names two fields")
        return CheckKind.DIFFER, (str(pair[0]), str(pair[1])), ()
    return CheckKind.ORDER, (_words(item, "later"), _words(item, "earlier")), ()


def _copy(item: Lined) -> Copy | None:
    said = item.get("copy_from")
    if said is None:
        return None
    if not isinstance(said, Lined):
        raise Problem(item.line, "copy_from is a mapping with when, from and to")
    return Copy(conditions(said.get("when"), "copy_from", said.line), _words(said, "from"), _words(said, "to"))


def _holding(text: Lined, name: str, days: Mapping[date, str], version: date) -> list[Lined]:
    return [item for item in _list(text, name) if _is_in_force(item, days, version)]


def _is_in_force(item: Lined, days: Mapping[date, str], version: date, *, terms: bool = False) -> bool:
    """Whether an item holds in the version; in a form file its days must be days of versions."""
    starts, until = item.get("from", date.min), item.get("until", date.max)
    if not isinstance(starts, date) or not isinstance(until, date):
        raise Problem(item.line, "from and until must be days")
    for day in (starts, until):
        if not terms and day not in {date.min, date.max} and day not in days:
            raise Problem(item.line, f"{day} is not the day of a version")
    return starts <= version < until


def _list(text: Lined, name: str) -> list[Lined]:
    found = text.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, Lined) for item in found):
        raise Problem(text.line, f"{name} must be a list of mappings")
    return found


def _mapping(text: Lined, name: str) -> Lined:
    found = text.get(name)
    if not isinstance(found, Lined):
        raise Problem(text.line, f"{name} must be a mapping")
    return found


def _words(item: Mapping[str, object], name: str) -> str:
    value = item.get(name)
    if not isinstance(value, str) or not value:
        raise Problem(getattr(item, "line", 1), f"{name} is missing or is no text")
    return value


def _refuse_unknown(item: Lined, known: frozenset[str]) -> None:
    if unknown := set(item) - known:
        raise Problem(item.line, f"unknown {', '.join(sorted(unknown))}")
