"""What Word shows before a paragraph: many shapes of lists, a second opinion by LibreOffice, hostile lists."""

import io
import shutil
import subprocess
from time import process_time

import docx
import pytest

from motcua.base.word import rules
from motcua.base.word.loader import read
from motcua.base.word.tests.made import abstract, anew, level, num, numbered, para, style, table, word
from motcua.base.word.tests.shapes import PARTED, SHAPES, each, forms, paras
from motcua.base.word.tests.typed import automatic_file

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def lines_of(content: bytes) -> list[str]:
    """Each paragraph a line, those of tables cell by cell."""
    found = []
    for block in read(io.BytesIO(content)).blocks:
        found += (
            [block] if isinstance(block, str) else [line for row in block for cell in row for line in cell.split("\n")]
        )
    return found


@pytest.mark.parametrize("name", SHAPES)
def test_each_paragraph_is_read_with_the_number_word_shows(name):
    content, lines = SHAPES[name]

    assert lines_of(content) == lines


@needs_office
def test_libreoffice_shows_the_same_numbers(tmp_path):
    alike = [name for name in SHAPES if name not in PARTED]
    for at, name in enumerate(alike):
        (tmp_path / f"{at}.docx").write_bytes(SHAPES[name][0])
    command = [
        shutil.which("soffice"), f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless",
        "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx")),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    told = {}
    for at, name in enumerate(alike):
        text = (tmp_path / f"{at}.txt").read_text(encoding="utf-8-sig")
        told[name] = [line.strip() for line in text.split("\n")[:-1]]
    assert told == {name: [line.strip() for line in SHAPES[name][1]] for name in alike}


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (40000, "upperRoman", "40000"),
        (0, "upperRoman", "0"), (5, "lowerLetter", "e"), (6, "lowerLetter", "f"), (27, "upperLetter", "AA"),
        (781, "lowerLetter", "781"), (0, "lowerLetter", "0"), (7, "decimalZero", "07"), (7, "none", ""),
        (7, "cardinalText", None),
    ],
)  # fmt: skip
def test_a_number_is_written_as_word_writes_it(number, form, text):
    assert rules.shown(number, form) == text


def test_the_letters_of_points_are_those_of_word_and_never_dd():
    assert "".join(rules.shown(number, "lowerLetter") for number in range(1, 9)) == "abcdefgh"


def test_a_number_of_a_kind_not_known_is_a_figure_and_told():
    text = read(io.BytesIO(forms("cardinalText", "decimal")))

    assert text.blocks == ("4. p0", "5. p1", "4. p2", "5. p3")
    assert text.has_unread is True
    assert read(io.BytesIO(forms("decimal"))).has_unread is False


# --- what is read besides -------------------------------------------------------------------------
def test_words_in_controls_fields_and_insertions_are_read_and_drawings_are_not():
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:sdt><w:sdtContent><w:p>{run('một ')}<w:ins w:id='1' w:author='x'>{run('hai ')}</w:ins>"
        f"<w:fldSimple w:instr='PAGE'>{run('ba ')}</w:fldSimple><w:sdt><w:sdtContent>{run('bốn')}</w:sdtContent>"
        "</w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:tab/><w:t>năm</w:t><w:br/><w:noBreakHyphen/></w:r>"
        f"<w:r><w:pict><w:txbxContent><w:p>{run('hộp')}</w:p></w:txbxContent></w:pict></w:r></w:p></w:sdtContent>"
        "</w:sdt>"
    )

    assert lines_of(word(body)) == ["một hai ba bốn\tnăm\n-"]


def test_a_table_of_contents_is_not_read():
    kind = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj></w:sdtPr>'.format
    body = "".join(
        f"<w:sdt>{kind(name)}<w:sdtContent>{para(name)}</w:sdtContent></w:sdt>" for name in ("Table of Contents", "Bìa")
    )

    assert lines_of(word(body)) == ["Bìa"]


def test_a_merged_cell_is_read_once_and_a_deleted_row_not_at_all():
    rows = table([para("a"), para("b")], [para("c"), para("d")])
    rows = rows.replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1' w:author='x'/></w:trPr>", 1)
    wide = table([para("a")]).replace("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>")

    assert read(io.BytesIO(word(rows + wide))).blocks == ((("c", "d"),), (("a",),))


def test_ten_thousand_styles_and_lists_that_stand_on_each_other_take_no_time():
    many = range(1, 10_000)
    styles = "".join(style(f"S{n}", based=f"S{n - 1}") + style(f"L{n}", kind="numbering") for n in many)
    chain = "".join(
        abstract(n, first=f'<w:numStyleLink w:val="L{n}"/><w:styleLink w:val="L{n - 1}"/>') + num(n, n) for n in many
    )
    body = "".join(para("p", n, 0, style=f"S{n}") for n in many)
    content, begun = word(body, chain, styles), process_time()

    assert set(lines_of(content)) == {"p"}
    assert process_time() - begun < 8


# --- hostile --------------------------------------------------------------------------------------
ONE = each(level(0, "%1."))
RING = '<w:numStyleLink w:val="L"/>'
HOSTILE = {
    "styles in a ring": (
        para("p0", style="A") + paras("1.0"), ONE, style("A", based="B") + style("B", based="A"), ["p0", "1. p0"],
    ),
    "a style based on itself": (para("p0", style="A"), ONE, style("A", based="A", ppr=numbered(1)), ["1. p0"]),
    "a style of lists that leads to itself": (
        paras("1.0"), abstract(1, first=RING) + num(1, 1), style("L", kind="numbering", ppr=numbered(1)), ["p0"],
    ),
    "a style of lists that is not there": (paras("1.0"), abstract(1, first=RING) + num(1, 1), "", ["p0"]),
    "no abstract list": (paras("1.0"), num(1, 5), "", ["p0"]),
    "no list": (paras("7.0 7.1"), ONE, "", ["p0", "p1"]),
    "a level that is not there": (paras("1.0 1.5"), ONE, "", ["1. p0", "p1"]),
    "a level of a million": (paras("1.1000000"), ONE, "", ["1. p0"]),
    "figures that are none": (
        para("p0", "x", "y") + paras("1.0 2.0"), each(level(0, "%1.", start="nhiều"), level(0, "%1.", start=-4)), "",
        ["p0", "0. p0", "0. p1"],
    ),
    "a start of a hundred digits": (paras("1.0"), each(level(0, "%1.", start="9" * 5000)), "", ["0. p0"]),
    "roman of two milliards": (paras("1.0"), each(level(0, "%1.", "upperRoman", start=2147483647)), "", ["0. p0"]),
    "the longest roman": (
        paras("1.0 1.0"), each(level(0, "%1.", "upperRoman", start=32767)), "",
        [f"{'M' * 32}DCCLXVII. p0", "32768. p1"],
    ),
    "a text of a million": (paras("1.0"), each(level(0, "%1" * 500_000)), "", [f"{'1' * 127}% p0"]),
    "no number told": ("<w:p><w:pPr><w:numPr/></w:pPr></w:p>", ONE, "", [""]),
    "anew at nothing": (
        paras("1.0"), abstract(1, level(0, "%1.")) + num(1, 1, anew(77, 3), anew(0, 10**9)), "", ["1. p0"],
    ),
    "two levels of one number": (paras("1.0"), each(level(0, "%1.") + level(0, "%1)")), "", ["1. p0"]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_list_gives_no_number_and_takes_no_time(name):
    body, lists, styles, lines = HOSTILE[name]
    begun = process_time()

    assert lines_of(word(body, lists, styles)) == lines
    assert process_time() - begun < 2


def test_a_file_without_lists_or_styles_is_read():
    assert lines_of(word(para("p0", 1, 0, style="S"), is_bare=True)) == ["p0"]


# --- typed and automatic --------------------------------------------------------------------------
TYPED = (
    "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Một:", "a) b;", "b) c;", "c) d;", "d) đ;", "đ) e;", "e) f.",
    "2. Hai", "- Ba", "Chương II", "THI HÀNH", "Điều 2. Hiệu lực", "1. Bốn", "Điều 7. Sau cùng",
)  # fmt: skip


def test_a_document_with_automatic_numbers_reads_as_the_typed_one():
    typed, out = docx.Document(), io.BytesIO()
    for line in TYPED:
        typed.add_paragraph(line)
    typed.save(out)
    counted = automatic_file(out.getvalue())

    assert lines_of(counted) == list(TYPED)
    letters = "".join(one.text for one in docx.Document(io.BytesIO(counted)).paragraphs)
    assert letters == "QUY ĐỊNH CHUNGPhạm viMột:b;c;d;đ;đ) e;f.HaiBaTHI HÀNHHiệu lựcBốnSau cùng"
