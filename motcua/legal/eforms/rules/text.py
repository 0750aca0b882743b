"""Text as it may stand in a register: one spelling, no invisible characters, nothing a paper cannot print."""

import unicodedata

from motcua.base.vn.rules import nfc

_PRINTABLE_SIGNS = frozenset("°©®№")
_UNPRINTABLE = frozenset({"So", "Cs", "Co", "Cn", "Me"})


def as_text(value: object) -> str:
    """What was typed, whatever a caller hands in: text as it is, true and false as the form posts them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else str(value)


def tidy(text: str) -> str:
    """One line: invisible characters out, NFC, single spaces. Tidy text stays as it is."""
    spaced = " ".join(text.split())
    return " ".join(nfc("".join(filter(_is_visible, spaced))).split())


def tidy_lines(text: str) -> str:
    """Several lines, each tidy; no empty line at either end."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip("\n")


def unprintable(text: str) -> str | None:
    """The first character that no paper can print (pictures, unassigned codes), or None."""
    for character in text:
        if unicodedata.category(character) in _UNPRINTABLE and character not in _PRINTABLE_SIGNS:
            return character
        if 0x1F3FB <= ord(character) <= 0x1F3FF:
            return character
    return None


def _is_visible(character: str) -> bool:
    if character.isascii():
        return character.isprintable()
    return unicodedata.category(character) not in {"Cf", "Cc"} and not 0xFE00 <= ord(character) <= 0xFE0F
