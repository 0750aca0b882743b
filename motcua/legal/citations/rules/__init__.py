"""What a text cites, computed from its words alone: no clock, no files, no rows.

Start at `references`; then `grammar` (the scanner), `units`, `targets`, `attachment` (which provision), `documents`,
`numbers`, `names`, `dates`, `issuers` (which document), `relations`, `scopes`, `context` (why), `register` (whom a
short name means), `cleaning` and `output` (where it stands in the original).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from motcua.legal.citations.rules.cleaning import Clean, clean
from motcua.legal.citations.rules.context import carry_articles, settle_amended, settle_notes
from motcua.legal.citations.rules.grammar import Scanner
from motcua.legal.citations.rules.names import Lexicon
from motcua.legal.citations.rules.output import CitedDocument, Reference, reference
from motcua.legal.citations.rules.register import Citing, Known, Register, resolve
from motcua.legal.citations.rules.relations import Relations

__all__ = ["CitedDocument", "Citing", "Known", "Lexicon", "Reference", "Register", "references"]


def references(
    original: str, lexicon: Lexicon, *, register: Register | None = None, citing: Citing | None = None
) -> list[Reference]:
    """Every citation of the text in order of its place; the original stays as it is.

    Without a register the words alone count; documents cited in the name of an amending law stand after it
    («in-title») and lie within it, all others do not overlap.
    """
    with _no_collection():
        return _references(clean(original), lexicon, register, citing or Citing())


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the collector of rings: many small objects without any, all of which live to the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _references(cleaned: Clean, lexicon: Lexicon, register: Register | None, citing: Citing) -> list[Reference]:
    found = Scanner(lexicon, cleaned.text).run()
    carry_articles(cleaned.text, found)
    Relations(cleaned.text, found).settle()
    settle_amended(cleaned.text, found)
    settle_notes(cleaned.text, found)
    resolve(found, lexicon, register, citing)
    return [reference(cleaned, one) for one in found]
