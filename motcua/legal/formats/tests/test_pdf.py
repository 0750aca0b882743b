"""PDFs: page, margins, fonts, words of the head, version; broken and locked ones."""

import io

import pikepdf
import pytest

from motcua.legal.formats import queries
from motcua.legal.formats.choices import Profile
from motcua.legal.formats.queries import Unusable
from motcua.legal.formats.tests.test_right import ND30_DAY

MM = 72 / 25.4
HEAD = ("CONG HOA XA HOI CHU NGHIA VIET NAM", "Doc lap - Tu do - Hanh phuc")


def pdf(
    lines=HEAD, *, wide=210.0, high=297.0, left=32.0, font="/TimesNewRomanPSMT", version="1.7", embedded=True
) -> bytes:
    """One page with these lines in a simple font; Latin letters only, which is all the check of words needs."""
    document = pikepdf.new()
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name(font), Flags=32, ItalicAngle=0, Ascent=800,
        Descent=-200, CapHeight=700, StemV=80, FontBBox=[0, -200, 1000, 900],
    )  # fmt: skip
    if embedded:
        descriptor.FontFile2 = document.make_stream(b"")
    face = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name(font), FirstChar=32, LastChar=126,
        Widths=[500] * 95, FontDescriptor=descriptor, Encoding=pikepdf.Name.WinAnsiEncoding,
    )  # fmt: skip
    page = document.add_blank_page(page_size=(wide * MM, high * MM))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(face)))
    drawn = "".join(f"BT /F1 12 Tf {left * MM:.1f} {700 - 20 * n} Td ({text}) Tj ET\n" for n, text in enumerate(lines))
    page.Contents = document.make_stream(drawn.encode())
    out = io.BytesIO()
    document.save(out, force_version=version)
    return out.getvalue()


def in_two_fonts(lines=HEAD) -> bytes:
    """Words in pieces of two fonts, all of one drawn before all of the other: as missing letters are replaced."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        page = document.pages[0]
        other = pikepdf.Dictionary(page.Resources.Font.F1)
        other.BaseFont = pikepdf.Name("/LiberationSerif")
        page.Resources.Font.F2 = document.make_indirect(other)
        drawn = [
            f"BT /F{font} 12 Tf {32 * MM + 6 * place:.1f} {700 - 20 * row} Td ({letter}) Tj ET\n"
            for font in (1, 2)
            for row, text in enumerate(lines)
            for place, letter in enumerate(text)
            if (place % 2 == 0) == (font == 1)
        ]
        page.Contents = document.make_stream("".join(drawn).encode())
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def rules_of(content: bytes) -> list[tuple[str, str]]:
    report = queries.check(content, profile=Profile.ND30, on=ND30_DAY)
    return [(one.rule.id, one.fault.found) for one in report.findings]


def test_a_right_pdf_gets_no_finding_and_most_rules_are_left_to_the_eye():
    report = queries.check(pdf(), profile=Profile.ND30, on=ND30_DAY)

    assert [one.rule.id for one in report.findings] == []
    assert {"A-13", "A-47", "A-56"} <= {rule.id for rule in report.for_the_eye}
    assert "A-01" not in {rule.id for rule in report.for_the_eye}


WRONG = [
    ("A-01", {"wide": 215.9, "high": 279.4}, "trang 1: khổ 216 × 279 mm"),
    ("A-04", {"left": 20.0}, "trang 1: chữ cách mép trái 20 mm"),
    ("A-05", {"lines": (*HEAD, "x" * 80)}, "trang 1: chữ cách mép phải 8 mm"),
    ("A-06", {"font": "/ArialMT"}, "phông ArialMT"),
    ("A-06", {"embedded": False}, "phông TimesNewRomanPSMT không nhúng trong tệp"),
    ("A-12", {"lines": HEAD[1:]}, "không thấy Quốc hiệu"),
    ("A-14", {"lines": HEAD[:1]}, "không thấy Tiêu ngữ"),
    ("A-75", {"version": "1.3"}, "PDF phiên bản 1.3"),
]


@pytest.mark.parametrize(("rule", "changes", "found"), WRONG, ids=[f"{one[0]} {one[2]}" for one in WRONG])
def test_a_wrong_pdf_yields_exactly_its_rule(rule, changes, found):
    told = rules_of(pdf(**changes))

    assert [one[0] for one in told] == [rule]
    assert told[0][1].startswith(found[:-5])


def test_words_drawn_in_pieces_of_two_fonts_are_read_from_where_the_letters_stand():
    report = queries.check(in_two_fonts(), profile=Profile.ND30, on=ND30_DAY)

    assert [one.rule.id for one in report.findings] == ["K-06"]
    assert not {"A-12", "A-14"} & {rule.id for rule in report.for_the_eye}


def test_a_formula_not_read_in_mixed_fonts_is_left_to_the_eye():
    report = queries.check(in_two_fonts(("UBND TINH QUANG NAM",)), profile=Profile.ND30, on=ND30_DAY)

    assert not report.has_errors
    assert {"A-12", "A-14"} <= {rule.id for rule in report.for_the_eye}


@pytest.mark.parametrize("font", ["/Tinos-Regular", "/LiberationSerif", "/ABCDEF+Tinos-Bold"])
def test_a_font_of_the_same_shapes_is_a_note_and_no_error(font):
    report = queries.check(pdf(font=font), profile=Profile.ND30, on=ND30_DAY)

    assert [one.rule.id for one in report.findings] == ["K-06"]
    assert not report.has_errors


def test_the_edges_of_a_lying_page_are_not_judged():
    lying, standing = pdf(wide=420.0, high=297.0, left=16.0), pdf(wide=297.0, high=420.0, left=16.0)

    assert [one[0] for one in rules_of(lying)] == ["A-01"]
    assert [one[0] for one in rules_of(standing)] == ["A-01", "A-04"]


def test_a_scan_says_that_it_has_no_letters():
    assert {one[1] for one in rules_of(pdf(lines=()))} == {
        "tệp không có lớp chữ (bản quét): máy không đọc được thành phần thể thức"
    }


def test_a_broken_cross_reference_is_rebuilt():
    content = pdf()
    broken = content[: content.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF"

    assert rules_of(broken) == []


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", b"%PDF-"], ids=["no objects", "a head only"])
def test_a_pdf_beyond_repair_is_refused_with_a_sentence(content):
    with pytest.raises(Unusable, match="PDF"):
        rules_of(content)


def test_a_locked_pdf_is_refused_with_a_sentence():
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))

    with pytest.raises(Unusable, match="mật khẩu"):
        rules_of(out.getvalue())


def test_a_pdf_is_neither_marked_nor_mended():
    report = queries.check(pdf(), profile=Profile.ND30, on=ND30_DAY)

    with pytest.raises(Unusable, match="chỉ kiểm tra được"):
        queries.marked(pdf(), report)
    with pytest.raises(Unusable, match="chỉ kiểm tra được"):
        queries.mended(pdf(), profile=Profile.ND30, on=ND30_DAY)
