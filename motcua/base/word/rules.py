"""One number of an automatic list, as Word writes it: «IV», «aa», «01»; the letters behind bullets of symbol fonts."""

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
MOST_ROMAN, MOST_LETTERS = 32767, 780
"""Word itself writes no longer ones; beyond them a figure is shown, so that no file makes a number of a million M."""
BULLETS = {
    0x2D: "-", 0x6C: "●", 0x6E: "■", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0xA7: "▪", 0xA8: "◻", 0xB7: "•",
    0xD8: "➢", 0xE0: "→", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip
BULLET = "•"
"""What an unknown sign of a symbol font is read as."""


def roman(number: int) -> str:
    """4 → IV."""
    text = ""
    for worth, letters in ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text


def letter(number: int) -> str:
    """1 → a, 6 → f, 27 → aa: as Word counts, with f, j, w, z and never đ."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def shown(number: int, form: str) -> str | None:
    """A number in one of Word's formats («w:numFmt»); None for a format not known here."""
    if form == "decimal":
        return str(number)
    if form == "decimalZero":
        return f"{number:02}"
    if form in {"none", "bullet"}:
        return ""
    if form == "numberInDash":
        return f"- {number} -"
    if form in {"upperRoman", "lowerRoman"}:
        text = roman(number) if 0 < number <= MOST_ROMAN else str(number)
    elif form in {"upperLetter", "lowerLetter"}:
        text = letter(number) if 0 < number <= MOST_LETTERS else str(number)
    else:
        return None
    return text.upper() if form.startswith("upper") else text.lower()


def padded(number: int, example: str) -> str | None:
    """A number of a format told by example: «001, 002, 003, …» → 007; None where the example is of another kind."""
    first = example.partition(",")[0].strip()
    return str(number).zfill(len(first)) if first.isdecimal() and len(first) < 10 else None


def bullet(sign: str, *, is_symbol: bool) -> str:
    """The sign before a paragraph as a letter of Unicode; `is_symbol`: its font draws other things than letters."""
    return "".join(
        BULLETS.get(ord(one) & 0xFF, BULLET) if "\uf000" <= one <= "\uf0ff" or (is_symbol and ord(one) < 256) else one
        for one in sign
    )
