"""Vietnamese letters: one spelling, search without marks, alphabetical order, names a register accepts.

Search text and sort keys are plain strings, kept in columns, so that SQLite and PostgreSQL answer alike.
«hoà» and «hòa» fold and sort the same: where the tone mark stands is a habit of the writer, not another word.
"""

import unicodedata

NAME_LENGTH = 100
# U+034F joins and marks nothing; taking it out could reorder what stands around it.
_MARKS: dict[int, str | None] = {code: None for code in range(0x300, 0x370) if code != 0x34F}
_FOLD = _MARKS | {ord("đ"): "d", ord("ð"): "d"}
# Old keyboards write the Icelandic capital, which looks the same.
_LOOKS_LIKE_D = {0xD0: "Đ"}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SECOND = {"\u0306": "{", "\u0302": "|", "\u031b": "|"}
_IN_NAMES = frozenset(" '’-.")


class NotAName(ValueError):
    """The text cannot stand as a person's name in a register; the message is for the citizen."""


def nfc(text: str) -> str:
    """The same text with each letter and its marks in one character: the form that is stored and compared."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Search text: no marks, đ as d, lower case, single spaces. The same for NFC, NFD and either tone placement."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).lower())
    return " ".join(bare.translate(_FOLD).split())


def sort_key(text: str) -> str:
    """Key of the dictionary's order: syllable by syllable, letters (a ă â … d đ …) first, then the tone.

    Order of tones: ngang, huyền, hỏi, ngã, sắc, nặng. Compared byte by byte; letters after their base carry { or |.
    """
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).lower())
    return " ".join(_syllable_key(syllable) for syllable in bare.split())


def name_sort_key(name: str) -> str:
    """Key of a list of people: by given name (the last syllable), then from the family name on."""
    family, _, given = sort_key(name).rpartition(" ")
    return f"{given} {family}".strip()


def clean_name(text: str) -> str:
    """A name as it will be kept: NFC, one space between words.

    Refuses (NotAName): nothing, more than 100 characters, digits, pictures, invisible or right-to-left characters,
    letters of another script. A mark without a letter of its own in Unicode stays («ê̆» of Ê Đê names).
    """
    name = " ".join(nfc(text).translate(_LOOKS_LIKE_D).split())
    if not name:
        raise NotAName("Chưa ghi họ, chữ đệm, tên.")
    if len(name) > NAME_LENGTH:
        raise NotAName(f"Họ tên dài {len(name)} ký tự; dài nhất là {NAME_LENGTH} ký tự.")
    for before, character in zip(f" {name}", name, strict=False):
        is_mark = ord(character) in _MARKS and _is_latin(before)
        if character not in _IN_NAMES and not _is_latin(character) and not is_mark:
            raise NotAName(_objection(character))
    if not any(_is_latin(character) for character in name):
        raise NotAName("Họ tên phải có chữ cái.")
    return name


def _syllable_key(syllable: str) -> str:
    letters: list[str] = []
    tone = "0"
    for character in syllable:
        if character in _TONES:
            tone = _TONES[character]
        elif character in _SECOND:
            letters.append(_second_letter(character, letters))
        elif character in "đð":
            letters.append("d{")
        elif ord(character) not in _MARKS:
            letters.append(character)
    return f"{''.join(letters)}!{tone}"


def _second_letter(mark: str, letters: list[str]) -> str:
    """ă {, â |, ê |, ô {, ơ |, ư |: the circumflex comes before the horn."""
    return "{" if mark == "\u0302" and letters and letters[-1] == "o" else _SECOND[mark]


def _is_latin(character: str) -> bool:
    if character.isascii():
        return character.isalpha()
    return unicodedata.category(character)[0] == "L" and unicodedata.name(character, "").startswith("LATIN ")


def _objection(character: str) -> str:
    if character.isdigit():
        return f"Họ tên không có chữ số “{character}”. Xem lại họ tên."
    if not character.isprintable():
        return "Họ tên có ký tự ẩn, không đọc được. Xóa đi và gõ lại họ tên."
    return f"Họ tên có ký tự “{character}” không dùng trong tên người. Chỉ dùng chữ cái, dấu cách, dấu nối và dấu nháy."
