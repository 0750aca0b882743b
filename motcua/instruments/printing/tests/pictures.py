"""Pages of a PDF as grey pictures, and how far two pictures lie apart."""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

GOLDEN = Path(__file__).parent / "golden"
DPI = 72


def pages(pdf: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72).to_pil().convert("L") for page in document]


def apart(left: Image.Image, right: Image.Image) -> float:
    """Mean difference of grey (0–255) after a slight blur, in the worst of 100 tiles."""
    if left.size != right.size:
        return 255.0
    soft = [image.convert("L").filter(ImageFilter.BoxBlur(1)) for image in (left, right)]
    difference = ImageChops.difference(*soft)
    wide, high = difference.width // 10 + 1, difference.height // 10 + 1
    boxes = [
        (x, y, x + wide, y + high) for x in range(0, difference.width, wide) for y in range(0, difference.height, high)
    ]
    return max(ImageStat.Stat(difference.crop(box)).mean[0] for box in boxes)


def words(pdf: bytes) -> str:
    """The text of all pages with single spaces, what stands in signatures and other annotations with it."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        for page in document if document.formenv else ():
            page.flatten()
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
