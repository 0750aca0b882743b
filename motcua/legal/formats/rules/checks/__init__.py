"""The checks, one file a group of parts; importing this registers them all."""

from motcua.legal.formats.rules.checks import (
    attached,
    basis,
    ends,
    head,
    legal,
    letters,
    page,
    prose,
    spelling,
    structure,
    symbol,
)

__all__ = [
    "attached",
    "basis",
    "ends",
    "head",
    "legal",
    "letters",
    "page",
    "prose",
    "spelling",
    "structure",
    "symbol",
]
