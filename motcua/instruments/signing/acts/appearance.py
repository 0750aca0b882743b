"""The visible part of a signature, drawn by the papers' own typesetter and put in as it is."""

from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from motcua.base.worktime.rules import VN
from motcua.instruments.printing.queries import render
from motcua.instruments.printing.rules import Row, SignatureBlock
from motcua.instruments.signing.rules import Block

FILLING = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins.uniform(0)
)


class _Drawn(PdfContent):  # type: ignore[misc]
    """One page of a PDF in memory as content of another."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self.pdf = pdf

    def render(self) -> bytes:
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self.pdf)))
        self.resources.xobject["/SignatureBlock"] = page
        left, bottom, right, top = (float(edge) for edge in page.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/SignatureBlock Do"


def appearance(lines: tuple[tuple[str, str], ...], at: datetime, block: Block, image: bytes) -> StaticStampStyle:
    """The lines with the moment, or the picture above them, as large as the block."""
    drawn = render(
        SignatureBlock(
            on=at.astimezone(VN).date(),
            lines=tuple(Row(label, value) for label, value in lines if value),
            at=at,
            width=round(block.width),
            height=round(block.height),
            image=image,
        )
    )
    return StaticStampStyle(background=_Drawn(drawn), background_opacity=1.0, background_layout=FILLING, border_width=0)
