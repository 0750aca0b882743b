"""From a paper to its PDF: `render`, and where the visible signature belongs.

The result is PDF/A-2b with every font inside, tagged, in Vietnamese, and the same bytes each time: its date is the
paper's own. A compiler per thread is kept warm; the text of a citizen only ever travels as JSON.
"""

import json
import threading
from datetime import datetime, time
from functools import cache
from io import BytesIO

import segno
import typst

from motcua.base.worktime.rules import VN
from motcua.instruments.printing import loader
from motcua.instruments.printing.rules import Paper, Spot
from motcua.instruments.printing.rules.content import as_json

_warm = threading.local()


def render(paper: Paper) -> bytes:
    """The paper as PDF/A-2b; the same paper gives the same bytes."""
    midnight = datetime.combine(paper.on, time.min, tzinfo=VN)
    made = _compiler(paper).compile(
        format="pdf", sys_inputs=_inputs(paper), pdf_standards=["a-2b"], timestamp=int(midnight.timestamp())
    )
    assert isinstance(made, bytes)  # noqa: S101  # one PDF, not a list of pages
    return made


def signature_spot(paper: Paper) -> Spot | None:
    """Where the signature of the person in authority stands on the paper; None for papers nobody signs digitally."""
    compiler = _compiler(paper)
    compiler.compile(format="pdf", sys_inputs=_inputs(paper), pdf_standards=["a-2b"])
    found = json.loads(compiler.query("<signature>", field="value"))
    return Spot(**found[-1]) if found else None


def _inputs(paper: Paper) -> dict[str, str]:
    return {"paper": as_json(paper, loader.drawable()), "qr": _qr(paper.qr) if paper.qr else ""}


def _qr(text: str) -> str:
    drawing = BytesIO()
    segno.make_qr(text, error="m").save(drawing, kind="svg", border=0, xmldecl=False, svgns=True)
    return drawing.getvalue().decode()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(loader.FONTS)])


def _compiler(paper: Paper) -> typst.Compiler:
    warm: dict[str, typst.Compiler] = _warm.__dict__.setdefault("compilers", {})
    if paper.layout not in warm:
        path = loader.LAYOUTS / f"{paper.layout}.typ"
        warm[paper.layout] = typst.Compiler(str(path), root=str(loader.LAYOUTS), font_paths=_fonts())
    return warm[paper.layout]
