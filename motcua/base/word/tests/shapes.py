"""Lists of many shapes, each with the lines Word shows; `PARTED`: what LibreOffice is known not to read or tell."""

from motcua.base.word.tests.made import NORMAL, abstract, anew, level, num, numbered, own, para, style, table, word

PARTED = {
    "a decree": "no w:lvlRestart; every bullet is •",
    "restarts only after the first": "no w:lvlRestart",
    "levels that never restart": "no w:lvlRestart",
    "anew at 5, below at 3": "a list starts anew at its first level only",
    "legal": "no w:isLgl",
    "a level by its style": "the level linked to a style is not looked for",
    "forms more": "no numberInDash",
    "what stands between": "its text has a blank behind each number",
    "bullets": "every bullet is •",
    "deleted": "its text holds what is deleted",
    "the mark deleted": "its text holds what is deleted",
    "hidden": "its text holds what is hidden",
    "deeper than the level": "Word takes no number of a deeper level",
}
RESTART_NEVER, RESTART_ONE = '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'
DECREE = abstract(
    1,
    level(0, "Chương %1", "upperRoman"),
    level(1, "Điều %2.", more=RESTART_NEVER),
    level(2, "%3."),
    level(3, "%4)", "lowerLetter"),
    level(4, "-", "bullet"),
)
OUTLINE = abstract(1, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3.")) + num(1, 1)
LINKED = abstract(
    1,
    level(0, "Chương %1.", "upperRoman", more='<w:pStyle w:val="H1"/>'),
    level(1, "Điều %2.", more='<w:pStyle w:val="H2"/>'),
    level(2, "%3."),
) + num(1, 1)
GONE = '<w:del w:id="1" w:author="x"/>'
CUSTOM = (
    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
)


def paras(told: str) -> str:
    """«1.0 2.1»: a paragraph of list 1 at level 0, then one of list 2 at level 1; its words are where it stands."""
    places = [one.split(".") for one in told.split()]
    return "".join(para(f"p{at}", int(key), int(deep)) for at, (key, deep) in enumerate(places))


def lines(*labels: str) -> list[str]:
    return [f"{label} p{at}".strip() for at, label in enumerate(labels)]


def each(*levels: str) -> str:
    """A list of each first level, numbered from 1."""
    return "".join(abstract(n, one) for n, one in enumerate(levels, 1)) + "".join(
        num(n, n) for n in range(1, len(levels) + 1)
    )


def forms(*names: str, start: int = 4) -> bytes:
    told = " ".join(f"{n}.0 {n}.0" for n in range(1, len(names) + 1))
    return word(paras(told), each(*(level(0, "%1.", one, start=start) for one in names)))


def sign(text: str, font: str = "") -> str:
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    return level(0, text, "bullet", last=look)


def between(told: str) -> str:
    return level(0, "Điều %1", more=f'<w:suff w:val="{told}"/>')


SHAPES: dict[str, tuple[bytes, list[str]]] = {
    "a decree": (
        word(paras("1.0 1.1 1.2 1.2 1.3 1.3 1.4 1.1 1.2 1.0 1.1 1.2"), DECREE + num(1, 1)),
        lines(
            *("Chương I", "Điều 1.", "1.", "2.", "a)", "b)", "-", "Điều 2.", "1.", "Chương II", "Điều 3.", "1."),
        ),
    ),
    "levels skipped": (word(paras("1.1 1.1 1.0 1.2 1.1"), OUTLINE), lines("1.1.", "1.2.", "2.", "2.1.1.", "2.2.")),
    "two lists of one": (word(paras("1.0 1.0 2.0 1.0"), OUTLINE + num(2, 1)), lines("1.", "2.", "3.", "4.")),
    "two lists": (
        word(paras("1.0 2.0 1.0 2.0"), each(level(0, "%1."), level(0, "%1)", "lowerLetter"))),
        lines("1.", "a)", "2.", "b)"),
    ),
    "a list that starts anew": (
        word(paras("1.0 1.0 2.0 2.0 1.0"), OUTLINE + num(2, 1, anew(0, 1))),
        lines("1.", "2.", "1.", "2.", "3."),
    ),
    "anew below": (
        word(paras("1.0 1.1 1.1 1.0 2.1 2.1 2.0"), OUTLINE + num(2, 1, anew(0, 1), anew(1, 1))),
        lines("1.", "1.1.", "1.2.", "2.", "2.1.", "2.2.", "3."),
    ),
    "anew at 5, below at 3": (
        word(paras("1.0 1.1 2.0 2.1 2.1 2.0 2.1"), OUTLINE + num(2, 1, anew(0, 5), anew(1, 3))),
        lines("1.", "1.1.", "5.", "5.3.", "5.4.", "6.", "6.3."),
    ),
    "a level of its own": (
        word(paras("1.0 2.0 2.0"), OUTLINE + num(2, 1, own(0, level(0, "%1)", "upperLetter")))),
        lines("1.", "B)", "C)"),
    ),
    "restarts only after the first": (
        word(
            paras("1.0 1.1 1.2 1.1 1.2 1.0 1.2"),
            abstract(1, level(0, "%1."), level(1, "%2)"), level(2, "(%3)", more=RESTART_ONE)) + num(1, 1),
        ),
        lines("1.", "1)", "(1)", "2)", "(2)", "2.", "(1)"),
    ),
    "levels that never restart": (
        word(paras("1.0 1.1 1.0 1.1 2.0 2.1"), DECREE + num(1, 1) + num(2, 1, anew(0, 1), anew(1, 1))),
        lines("Chương I", "Điều 1.", "Chương II", "Điều 2.", "Chương I", "Điều 1."),
    ),
    "legal": (
        word(
            paras("1.0 1.1 1.2"),
            abstract(1, level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1.%2.%3"))
            + num(1, 1),
        ),
        lines("I", "1.1", "I.1.1"),
    ),
    "no number": (
        word(
            para("p0", 1, 0) + para("p1", 0) + para("p2", 1, 0) + para("p3", style="S") + para("p4", 0, 0, style="S")
            + para("p5", style="T"),
            OUTLINE,
            style("S", ppr=numbered(1, 0)) + style("T", based="S", ppr=numbered(0)),
        ),
        lines("1.", "", "2.", "3.", "", ""),
    ),
    "styles": (
        word(
            para("p0", style="H1") + para("p1", style="H2") + para("p2", style="A") + para("p3", style="B")
            + para("p4", 1, 2, style="H2"),
            LINKED,
            style("H1", ppr=numbered(1)) + style("H2", ppr=numbered(1, 1)) + style("A", based="H2")
            + style("B", based="A"),
        ),
        lines("Chương I.", "Điều 1.", "Điều 2.", "Điều 3.", "1."),
    ),
    "a level by its style": (
        word(
            para("p0", style="H1") + para("p1", style="H2") + para("p2", style="H2"),
            LINKED,
            style("H1", ppr=numbered(1)) + style("H2", based="H1", ppr=numbered(1)),
        ),
        lines("Chương I.", "Điều 1.", "Điều 2."),
    ),
    "only a level": (
        word(para("p0", style="H1") + para("p1", ilvl=2, style="H1"), LINKED, style("H1", ppr=numbered(1))),
        lines("Chương I.", "1."),
    ),
    "only a list": (
        word(para("p0", style="H2") + para("p1", 1, style="H2"), OUTLINE, style("H2", ppr=numbered(1, 1))),
        lines("1.1.", "1.2."),
    ),
    "the style of all": (
        word(
            para("p0") + para("p1", 0) + para("p2", style="S"),
            OUTLINE,
            style("S"),
            default=NORMAL.replace("</w:style>", f"<w:pPr>{numbered(1, 0)}</w:pPr></w:style>"),
        ),
        lines("1.", "", ""),
    ),
    "styles of lists": (
        word(
            paras("1.0 1.1 2.0 3.0"),
            abstract(1, first='<w:numStyleLink w:val="L"/>') + abstract(3, first='<w:numStyleLink w:val="L"/>')
            + abstract(2, level(0, "%1/"), level(1, "%2-", "lowerLetter"), first='<w:styleLink w:val="L"/>')
            + num(1, 1) + num(2, 2) + num(3, 3),
            style("L", kind="numbering", ppr=numbered(2)),
        ),
        lines("1/", "a-", "2/", "3/"),
    ),
    "forms": (
        forms("decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "none"),
        lines(*("4.", "5.", "04.", "05.", "IV.", "V.", "iv.", "v.", "D.", "E.", "d.", "e.", ".", ".")),
    ),
    "forms far on": (
        forms("lowerLetter", "upperLetter", "upperRoman", "decimalZero", start=26),
        lines("z.", "aa.", "Z.", "AA.", "XXVI.", "XXVII.", "26.", "27."),
    ),
    "forms more": (forms("numberInDash", "lowerLetter", start=5), lines("- 5 -.", "- 6 -.", "e.", "f.")),
    "a form by example": (
        word(paras("1.0 1.0"), abstract(1, level(0, "%1.", CUSTOM)) + num(1, 1)), lines("001.", "002."),
    ),
    "what stands between": (
        word(paras("1.0 2.0 3.0"), each(between("tab"), between("space"), between("nothing"))),
        ["Điều 1 p0", "Điều 1 p1", "Điều 1p2"],
    ),
    "bullets": (
        word(
            paras("1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0"),
            each(
                *(sign("-"), sign("–"), sign("+"), sign("\uf0b7", "Symbol"), sign("\uf0a7", "Wingdings")),
                *(sign("Ø", "Wingdings"), sign("o", "Courier New"), sign("\uf02d", "Symbol")),
            ),
        ),
        lines("-", "–", "+", "•", "▪", "➢", "o", "-"),
    ),
    "in tables": (
        word(
            para("a", 1, 0) + table([para("b", 1, 0), para("c", 1, 0)], [para("d", 1, 0) + para("e", 1, 1), para()])
            + para("f", 1, 0),
            OUTLINE,
        ),
        ["1. a", "2. b", "3. c", "4. d", "4.1. e", "", "5. f"],
    ),
    "deleted": (
        word(para("a", 1, 0) + para("b", 1, 0, mark=GONE, is_deleted=True) + para("c", 1, 0), OUTLINE),
        ["1. a", "2. c"],
    ),
    "the mark deleted": (
        word(para("a", 1, 0) + para("b ", 1, 0, mark=GONE) + para("c", 1, 0), OUTLINE), ["1. a", "2. b c"],
    ),
    "hidden": (
        word(para("a", 1, 0) + para("", 1, 0, mark="<w:vanish/>") + para("b", 1, 0), OUTLINE), ["1. a", "", "2. b"],
    ),
    "empty": (word(para("a", 1, 0) + para("", 1, 0) + para("b", 1, 0), OUTLINE), ["1. a", "2.", "3. b"]),
    "from zero": (word(paras("1.0 1.0"), each(level(0, "%1.", start=0))), lines("0.", "1.")),
    "no start told": (word(paras("1.0 1.0"), each(level(0, "%1.", start=None))), lines("0.", "1.")),
    "deeper than the level": (
        word(paras("1.0 1.1"), abstract(1, level(0, "%1.%2"), level(1, "%2.")) + num(1, 1)), lines("1.", "1."),
    ),
}  # fmt: skip
