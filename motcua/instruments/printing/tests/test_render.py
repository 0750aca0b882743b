"""Every paper looks as it was approved, on as many pages as then, and is a sound PDF/A-2b."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from motcua.instruments.printing import loader, queries
from motcua.instruments.printing.tests import samples
from motcua.instruments.printing.tests.pictures import GOLDEN, apart, pages, words

EVERY = pytest.mark.parametrize("name", sorted(samples.ALL))

TOLERANCE = 2.5


@EVERY
def test_a_paper_looks_as_approved_on_every_page(name):
    made = pages(queries.render(samples.ALL[name]))

    approved = sorted(GOLDEN.glob(f"{name}-[0-9].png"))
    assert len(made) == len(approved) == samples.PAGES.get(name, len(getattr(samples.ALL[name], "sheets", ["one"])))
    for page, path in zip(made, approved, strict=True):
        with Image.open(path) as picture:
            assert apart(page, picture) < TOLERANCE


def test_every_layout_has_a_golden_image():
    layouts = {path.stem: path.read_text("utf-8") for path in loader.LAYOUTS.glob("*.typ")}
    shared = {name for text in layouts.values() for name in re.findall(r'#import "(\w+)\.typ"', text)}
    shown = {paper.layout for name, paper in samples.ALL.items() if (GOLDEN / f"{name}-1.png").exists()}

    assert layouts.keys() - shared == shown


def test_no_golden_image_is_left_of_a_paper_that_is_gone():
    assert {path.stem.rpartition("-")[0] for path in GOLDEN.glob("*.png")} == samples.ALL.keys()


def test_a_changed_word_is_seen_by_the_comparison():
    made = pages(queries.render(replace(samples.REFUSAL, officer="Phạm Anh Tuấn")))

    with Image.open(GOLDEN / "refusal-1.png") as approved:
        assert apart(made[0], approved) >= 2 * TOLERANCE


@EVERY
def test_a_paper_is_pdf_a_2b_in_vietnamese_with_its_fonts_inside(name):
    paper = samples.ALL[name]

    with pikepdf.open(BytesIO(queries.render(paper))) as pdf:
        with pdf.open_metadata() as metadata:
            marker = metadata.pdfa_status
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        assert marker == "2B"
        assert str(pdf.Root.Lang).startswith("vi")
        assert str(pdf.docinfo["/Title"]) == paper.heading
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert all("Tinos" in str(font.FontName) for font in fonts)


@EVERY
def test_the_same_paper_gives_the_same_bytes(name):
    first = queries.render(samples.ALL[name])

    assert queries.render(samples.ALL[name]) == first


def test_the_document_date_is_the_day_of_the_paper():
    with pikepdf.open(BytesIO(queries.render(samples.RECEIPT))) as pdf:
        assert str(pdf.docinfo["/CreationDate"])[:10] == "D:20241115"


@pytest.mark.parametrize(
    ("on", "title"),
    [
        (date(2025, 9, 14), "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"),
        (date(2025, 9, 15), "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT"),
    ],
)
def test_the_apology_has_the_title_of_its_day(on, title):
    text = words(queries.render(replace(samples.APOLOGY, on=on)))

    assert title in text


def test_a_demo_result_says_that_it_has_no_legal_value():
    real = replace(samples.BIRTH, demo=False)

    assert "không có giá trị pháp lý" in words(queries.render(samples.BIRTH))
    assert "không có giá trị pháp lý" not in words(queries.render(real))


def test_a_long_book_runs_over_pages_with_its_head_repeated():
    lines = samples.BOOK.lines * 20
    text = words(queries.render(replace(samples.BOOK, lines=lines)))

    assert text.count("Tên thủ tục hành chính") > 5
    assert text.count("H47.15-241103-0003") == 20


def test_the_signature_goes_into_the_free_space_over_the_name():
    spot = queries.signature_spot(samples.LETTER)
    page = pages(queries.render(samples.LETTER))[spot.page - 1]

    box = (spot.left, page.height - spot.bottom - spot.height, spot.left + spot.width, page.height - spot.bottom)
    below = (box[0], box[3], box[2], box[3] + 20)
    assert page.crop(tuple(map(int, box))).getextrema() == (255, 255)
    assert page.crop(tuple(map(int, below))).getextrema()[0] < 80
    assert queries.signature_spot(samples.RECEIPT) is None


def test_many_threads_print_at_once():
    papers = [replace(samples.RECEIPT, number=f"{n:04}/TNHS") for n in range(24)]
    alone = [queries.render(paper) for paper in papers]

    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(queries.render, papers))

    assert together == alone


def test_the_hands_picture_stands_whole_above_the_lines():
    picture = BytesIO()
    drawing = Image.new("RGBA", (300, 120), (0, 0, 0, 0))
    drawing.paste((0, 0, 0, 255), (0, 0, 4, 120))
    drawing.paste((0, 0, 0, 255), (296, 0, 300, 120))
    drawing.save(picture, "PNG")
    pdf = queries.render(replace(samples.BLOCK, image=picture.getvalue()))

    page = pages(pdf)[0]
    upper = page.crop((0, 0, page.width, page.height // 2))
    dark = [x for x in range(upper.width) if upper.crop((x, 0, x + 1, upper.height)).getextrema()[0] < 200]
    assert max(dark) - min(dark) == pytest.approx(300 * 0.56 * 0.96 * samples.BLOCK.height / 120, abs=4)
    assert "Ngày ký: 16/11/2024 09:30:00 +07:00" in words(pdf)
