"""What the register computes: structure, identity, effect, relations, the text on a day. Plain Python."""

from motcua.legal.lawbase.rules import (
    amendments,
    bearings,
    chains,
    diff,
    effect,
    header,
    identity,
    issuers,
    lines,
    outline,
    places,
    pointintime,
    ranking,
    relations,
    structure,
    text,
)

__all__ = [
    "amendments",
    "bearings",
    "chains",
    "diff",
    "effect",
    "header",
    "identity",
    "issuers",
    "lines",
    "outline",
    "places",
    "pointintime",
    "ranking",
    "relations",
    "structure",
    "text",
]
