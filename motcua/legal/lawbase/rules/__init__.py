"""What the register computes: structure, identity, effect, relations, the text on a day. Plain Python."""

from motcua.legal.lawbase.rules import (
    chains,
    diff,
    effect,
    header,
    identity,
    issuers,
    lines,
    outline,
    pointintime,
    ranking,
    relations,
    structure,
    text,
)

__all__ = [
    "chains",
    "diff",
    "effect",
    "header",
    "identity",
    "issuers",
    "lines",
    "outline",
    "pointintime",
    "ranking",
    "relations",
    "structure",
    "text",
]
