"""Forms on a day, and the state of the law's form files."""

from datetime import date
from pathlib import Path

from django.conf import settings

from motcua.legal.eforms import loader
from motcua.legal.eforms.loader import NoSuchForm
from motcua.legal.eforms.rules import Answer, Choice, Form, spoken


def form(key: str, on: date) -> Form:
    """The form («tờ khai») as its text and code tables stand on that day. Refuses: NoSuchForm."""
    return loader.form(Path(settings.LAW_DIR), key, on)


def form_keys() -> tuple[str, ...]:
    """Keys of all forms, for checks of the procedures that name them."""
    return loader.keys(Path(settings.LAW_DIR))


def table(name: str, on: date) -> tuple[Choice, ...]:
    """A code table (`ethnic_groups`, `nationalities`, `provinces`, `wards`, …) on that day."""
    return loader.table(Path(settings.LAW_DIR), name, on)


def spoken_answers(key: str, values: dict[str, Answer], on: date, lang: str = "vi") -> dict[str, str]:
    """Kept answers in words, by key, by the form of the day they were given: for papers, registers, lists."""
    return spoken(form(key, on), values, lang)


def check_forms() -> list[str]:
    """What is wrong in `law/forms/` and `law/tables/`: «file:line: what», empty when nothing is."""
    return loader.check(Path(settings.LAW_DIR))


__all__ = [
    "NoSuchForm",
    "check_forms",
    "form",
    "form_keys",
    "spoken_answers",
    "table",
]
