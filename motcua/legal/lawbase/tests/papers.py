"""PDFs as they come in: typeset, signed in five places, scanned with noise. Invented, made on the spot."""

import asyncio
import io
import tempfile
from functools import cache
from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
import typst
from PIL import Image, ImageChops, ImageFilter
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.stamp import StaticStampStyle

from motcua.instruments.printing import loader as printing
from motcua.instruments.signing import loader as keys
from motcua.instruments.signing.acts.appearance import FILLING, _Drawn

MM = 72 / 25.4
HEIGHT = 297.0
BODY = """Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013;
Theo đề nghị của Chánh Văn phòng tại Tờ trình số 12/TTr-VP ngày 01 tháng 8 năm 2025.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân của Ủy ban nhân dân phường Bàn Thạch.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực từ ngày 25 tháng 8 năm 2025.
2. Quyết định này thay thế Quyết định số 02/2020/QĐ-UBND ngày 15 tháng 5 năm 2020 của Ủy ban nhân dân phường.
Điều 3. Tổ chức thực hiện
1. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân chủ trì:
a) Bố trí công chức tiếp công dân đúng giờ, đúng lịch;
b) Niêm yết lịch tiếp công dân tại trụ sở và trên trang thông tin điện tử;
c) Ghi sổ tiếp công dân, tổng hợp kiến nghị, phản ánh hằng quý;
d) Chuyển đơn đến cơ quan có thẩm quyền trong thời hạn 03 ngày làm việc;
đ) Báo cáo kết quả xử lý cho Chủ tịch Ủy ban nhân dân phường.
2. Trưởng các phòng chuyên môn và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này."""
_PAGE = """
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm))
#set text(font: "Tinos", size: 13pt, lang: "vi", fallback: false)
#set par(justify: true, leading: 0.65em, spacing: 0.9em)
#let d = json(bytes(sys.inputs.d))
#let at(x, y, body) = place(top + left, dx: x * 1mm - 30mm, dy: y * 1mm - 20mm, body)
#at(38, 20, text(weight: "bold", size: 12pt)[ỦY BAN NHÂN DÂN])
#at(36, 26, text(weight: "bold", size: 12pt)[PHƯỜNG BÀN THẠCH])
#at(94, 20, text(weight: "bold", size: 12pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM])
#at(112, 26, text(weight: "bold")[Độc lập - Tự do - Hạnh phúc])
#at(34, 38, [Số:])
#if d.blank [
  #at(49, 38, [/2025/QĐ-UBND])
  #at(104, 38, emph[Bàn Thạch, ngày])
  #at(147, 38, emph[tháng])
  #at(167, 38, emph[năm 2025])
] else [
  #at(42, 38, [04/2025/QĐ-UBND])
  #at(104, 38, emph[Bàn Thạch, ngày 13 tháng 8 năm 2025])
]
#v(30mm)
#align(center, text(weight: "bold")[QUYẾT ĐỊNH \\ Ban hành Quy chế tiếp công dân \\ của Ủy ban nhân dân phường])
#for line in d.body { par(line) }
#v(4mm)
#grid(columns: (1fr, 1fr),
  [_*Nơi nhận:*_ \\ - Như Điều 3; \\ - Lưu: VT.],
  align(center)[*TM. ỦY BAN NHÂN DÂN \\ CHỦ TỊCH* #v(18mm) *Nguyễn Văn Thạch*])
"""
_STAMP = """
#let d = json(bytes(sys.inputs.d))
#set page(width: d.width * 1pt, height: d.height * 1pt, margin: 0pt)
#set text(font: "Tinos", size: 13pt, fallback: false)
#align(center + horizon, d.words)
"""
FIELDS = (  # leader, number, day, month, seal: millimetres from the top left, as agencies place them
    ("", "NGUYỄN VĂN THẠCH", (130, 225, 180, 245)),
    ("", "04", (41, 36, 48.5, 43)),
    ("", "13", (139.5, 36, 146.5, 43)),
    ("", "8", (160.5, 36, 166.5, 43)),
    ("", "UBND PHƯỜNG BÀN THẠCH", (110, 228, 165, 240)),
)


def _typeset(source: str, **values: object) -> bytes:
    import json  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.typ"
        path.write_text(source, encoding="utf-8")
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(printing.FONTS)]
        )  # fmt: skip
        made = typst.Compiler(str(path), root=folder, font_paths=fonts)
        return bytes(made.compile(format="pdf", sys_inputs={"d": json.dumps(values, ensure_ascii=False)}))


@cache
def decision(*, blank: bool = False) -> bytes:
    """A decision of one page; `blank` leaves number, day and month to be stamped."""
    return _typeset(_PAGE, body=BODY.split("\n"), blank=blank)


def stamped(pdf: bytes, key, *, digest: str = "sha256", subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED) -> bytes:
    """Signed in five saves: leader, number, day, month, seal, the appearance of each being its words."""
    signer = keys.soft_signer(key.path, keys.password(str(key.pk)))
    for number, (_, words, (left, top, right, bottom)) in enumerate(FIELDS, start=1):
        box = tuple(round(edge * MM) for edge in (left, HEIGHT - bottom, right, HEIGHT - top))
        drawn = _typeset(_STAMP, words=words, width=box[2] - box[0], height=box[3] - box[1])
        style = StaticStampStyle(
            background=_Drawn(drawn), background_opacity=1.0, background_layout=FILLING, border_width=0
        )
        name = f"Signature{number}"
        made = PdfSigner(
            PdfSignatureMetadata(field_name=name, md_algorithm=digest, subfilter=subfilter), signer,
            stamp_style=style, new_field_spec=SigFieldSpec(name, on_page=0, box=box),
        )  # fmt: skip
        out = io.BytesIO()
        asyncio.run(made.async_sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=out))
        pdf = out.getvalue()
    return pdf


def _noise(size: tuple[int, int], deviation: int) -> Image.Image:
    """Grey noise around 128, the same every time."""
    grains = Image.frombytes("L", size, Random(7).randbytes(size[0] * size[1]))  # noqa: S311  grain
    return grains.point(lambda value: round(128 + (value - 127.5) * deviation / 74))


@cache
def scanned(*, dpi: int = 200, noise: int = 24, angle: float = 0.6, blank: bool = False) -> bytes:
    """The decision as a scanner gives it: pictures only, grey noise, a little askew and blurred."""
    pictures = []
    with pypdfium2.PdfDocument(decision(blank=blank)) as document:
        for page in document:
            clean = page.render(scale=dpi / 72).to_pil().convert("L")
            turned = clean.rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
            soft = turned.filter(ImageFilter.GaussianBlur(0.7))
            pictures.append(ImageChops.add(soft, _noise(soft.size, noise), offset=-128))
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pictures[1:])
    return out.getvalue()


def rewritten(pdf: bytes) -> bytes:
    """The same with a table the signing library takes."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out)
    return out.getvalue()
