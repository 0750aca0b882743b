"""`law/formats/*.yaml` in, rules of format out: read once, kept in memory. A file that is wrong is refused whole."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

from motcua.legal.formats.choices import Part, Profile, Severity, Sight
from motcua.legal.formats.rules.findings import FormatRule

KNOWN = {
    *("id", "title", "demands", "severity", "seen_by", "mends", "by", "from", "to", "sure", "note", "part", "style"),
    *("values", "profiles", "title_part", "title_style", "second_part", "second_style"),
}
LETTERS = "letters"
_Loader: type[yaml.SafeLoader] = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class BadFormatFile(ValueError):
    """The file of rules is wrong; the message names the rule."""


def format_rules(law_dir: Path | None = None) -> tuple[FormatRule, ...]:
    """Every rule of every period, in the order of their ids, what is about letters last. Refuses: BadFormatFile."""
    if law_dir is None:
        from django.conf import settings  # noqa: PLC0415 - an explicit folder needs no settings

        law_dir = Path(settings.LAW_DIR)
    return _cached(law_dir)


@lru_cache(maxsize=4)
def _cached(law_dir: Path) -> tuple[FormatRule, ...]:
    found: list[FormatRule] = []
    for path in sorted((law_dir / "formats").glob("*.yaml")):
        values = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader, in C
        for row in values["rules"]:
            profiles = row.get("profiles") or ([*Profile] if values["profile"] == LETTERS else [values["profile"]])
            found += [build_rule(row, Profile(profile), path) for profile in profiles]
    found.sort(key=lambda rule: (rule.id.startswith("K-"), rule.id, rule.from_on))
    _refuse_overlaps(found)
    return tuple(found)


def build_rule(row: dict[str, Any], profile: Profile, path: Path) -> FormatRule:
    """One row of a file as a rule. Refuses: BadFormatFile."""
    if strange := set(row) - KNOWN:
        raise BadFormatFile(f"{path.name}, {row.get('id')}: không hiểu {', '.join(sorted(strange))}")
    try:
        return FormatRule(
            id=row["id"], profile=profile, title=row["title"], demands=row["demands"],
            severity=Severity(row["severity"]), seen_by=Sight(row["seen_by"]), mends=bool(row["mends"]), by=row["by"],
            from_on=_day(row["from"]), to_on=_day(row["to"]) if "to" in row else None, sure=row["sure"],
            note=row.get("note", ""), part=Part(row["part"]) if "part" in row else None, style=row.get("style", {}),
            values=row.get("values", {}),
            more={key: row[key] for key in ("title_part", "title_style", "second_part", "second_style") if key in row},
        )  # fmt: skip
    except (KeyError, ValueError, TypeError) as problem:
        raise BadFormatFile(f"{path.name}, {row.get('id')}: {problem}") from problem


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"“{value}” không phải một ngày")
    return value


def _refuse_overlaps(rules: list[FormatRule]) -> None:
    seen: dict[tuple[Profile, str], FormatRule] = {}
    for rule in rules:
        before = seen.get((rule.profile, rule.id))
        if before and (before.to_on is None or before.to_on >= rule.from_on):
            raise BadFormatFile(f"{rule.id}: hai quy tắc cùng mã có hiệu lực trong cùng một ngày")
        seen[rule.profile, rule.id] = rule
