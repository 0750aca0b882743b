"""Documents made in code: a right one of each common kind, and ways to spoil one named line of it."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor

from motcua.legal.formats.rules.widths import width_pt

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
LONG = (
    "Cơ quan chuyên môn tổ chức thực hiện đầy đủ các nội dung đã được phê duyệt, theo dõi tiến độ hằng tháng và "
    "báo cáo kết quả với cấp có thẩm quyền trước khi kết thúc quý theo đúng quy định."
)


@dataclass(frozen=True)
class Line:
    """One paragraph of a draft. `lead`: so many first letters are bold; `rule`: a drawn line of this share below."""

    text: str
    name: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: str = "both"
    indent: float = 0.0
    before: float = 0
    line: float = 1.0
    font: str = "Times New Roman"
    colour: str = ""
    lead: int = 0
    rule: float = 0


@dataclass
class Draft:
    """A document to be: the head's two columns row by row, the text, the end's two columns, what is attached."""

    head: list[tuple[list[Line], list[Line]]] = field(default_factory=list)
    main: list[Line] = field(default_factory=list)
    end: tuple[list[Line], list[Line]] = ((), ())  # type: ignore[assignment]
    after: list[Line] = field(default_factory=list)
    page: dict[str, float] = field(
        default_factory=lambda: {"wide": 210, "high": 297, "top": 20, "bottom": 20, "left": 30, "right": 15}
    )
    number: dict[str, object] = field(
        default_factory=lambda: {
            "place": "header",
            "align": "center",
            "size": 13,
            "italic": False,
            "fmt": "",
            "start": None,
            "first": True,
        }
    )
    own_pages: bool = True
    foot: Line | None = None
    tweak: Callable[[object], None] | None = None

    def _lists(self) -> list[list[Line]]:
        return [*[cell for row in self.head for cell in row], self.main, *self.end, self.after]

    def line(self, name: str) -> Line:
        return next(line for lines in self._lists() for line in lines if line.name == name)

    def change(self, name: str, **changes: object) -> "Draft":
        for lines in self._lists():
            for place, line in enumerate(lines):
                if line.name == name:
                    lines[place] = replace(line, **changes)
                    return self
        raise KeyError(name)

    def drop(self, name: str) -> "Draft":
        for lines in self._lists():
            lines[:] = [line for line in lines if line.name != name]
        return self

    def put(self, line: Line, *, after: str) -> "Draft":
        for lines in self._lists():
            for place, one in enumerate(lines):
                if one.name == after:
                    lines.insert(place + 1, line)
                    return self
        raise KeyError(after)

    # --- building ---------------------------------------------------------------------
    def docx(self) -> bytes:
        document = Document()
        document.element.body.remove(document.paragraphs[0]._element) if document.paragraphs else None
        normal = document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(14)
        _set_up(document.sections[0], self.page)
        _numbered(document.sections[0], self.number)
        if self.head:
            _table(document, self.head, (Mm(68), Mm(97)))
        for line in self.main:
            write(document.add_paragraph(), line)
        if self.end[0] or self.end[1]:
            _table(document, [self.end], (Mm(80), Mm(85)))
        if self.after:
            if self.own_pages:
                section = document.add_section()
                restart(section)
            for line in self.after:
                write(document.add_paragraph(), line)
        if self.foot:
            footer = document.sections[0].first_page_footer
            footer.is_linked_to_previous = False
            write(footer.paragraphs[0], self.foot)
        if self.tweak:
            self.tweak(document)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _set_up(section, page: dict[str, float]) -> None:
    section.page_width, section.page_height = Mm(page["wide"]), Mm(page["high"])
    section.top_margin, section.bottom_margin = Mm(page["top"]), Mm(page["bottom"])
    section.left_margin, section.right_margin = Mm(page["left"]), Mm(page["right"])


def restart(section, number: str = "1") -> None:
    old = section._sectPr.find(qn("w:pgNumType"))
    if old is not None:
        section._sectPr.remove(old)
    element = OxmlElement("w:pgNumType")
    element.set(qn("w:start"), number)
    section._sectPr.find(qn("w:cols")).addprevious(element)


def _numbered(section, number: dict[str, object]) -> None:
    if not number["place"]:
        return
    section.different_first_page_header_footer = bool(number["first"])
    part = section.header if number["place"] == "header" else section.footer
    part.is_linked_to_previous = False
    paragraph = part.paragraphs[0]
    paragraph.alignment = ALIGN[str(number["align"])]
    for kind in ("begin", "instr", "separate", "2", "end"):
        run = paragraph.add_run("2" if kind == "2" else None)
        run.font.size, run.font.italic, run.font.name = (
            Pt(float(number["size"])),
            bool(number["italic"]),
            "Times New Roman",
        )
        if kind == "instr":
            run._element.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>'))
        elif kind != "2":
            run._element.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
    if number["fmt"] or number["start"] is not None:
        restart(section, str(number["start"] if number["start"] is not None else 1))
        if number["fmt"]:
            section._sectPr.find(qn("w:pgNumType")).set(qn("w:fmt"), str(number["fmt"]))


def _table(document, rows, widths) -> None:
    table = document.add_table(rows=0, cols=2)
    table.autofit = False
    for left, right in rows:
        cells = table.add_row().cells
        for cell, lines, width in zip(cells, (left, right), widths, strict=True):
            cell.width = width
            for place, line in enumerate(lines):
                write(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), line)


def write(paragraph, line: Line) -> None:
    shape = paragraph.paragraph_format
    paragraph.alignment = ALIGN[line.align]
    shape.space_before, shape.space_after = Pt(line.before), Pt(0)
    shape.line_spacing = line.line
    if line.indent:
        shape.first_line_indent = Cm(line.indent)
    pieces = (
        [(line.text[: line.lead], True), (line.text[line.lead :], line.bold)] if line.lead else [(line.text, line.bold)]
    )
    for text, bold in pieces:
        if not text:
            continue
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, line.italic
        run.font.size, run.font.name = Pt(line.size), line.font
        run._element.rPr.rFonts.set(qn("w:hAnsi"), line.font)
        if line.caps:
            run.font.all_caps = True
        if line.colour:
            run.font.color.rgb = RGBColor.from_string(line.colour)
    if line.rule:
        shown = line.text.upper() if line.caps else line.text
        length = line.rule * width_pt(shown, line.size, bold=line.bold)
        pict = (
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<v:line style="position:absolute" from="50pt,20pt" to="{50 + length:.1f}pt,20pt"/></w:pict>'
        )
        paragraph.add_run()._element.append(parse_xml(pict))


# --- pieces ------------------------------------------------------------------------------
def centred(text: str, name: str, **more: object) -> Line:
    return Line(text, name, align="center", **more)


def body(text: str = LONG, name: str = "", **more: object) -> Line:
    return Line(text, name, **({"indent": 1.27, "before": 6} | more))


def basis(text: str, name: str, **more: object) -> Line:
    return body(text, name, italic=True, **more)


def head(
    number: str,
    *,
    parent: str = "UBND TỈNH QUẢNG NAM",
    issuer: str = "SỞ TƯ PHÁP",
    subject: str = "",
    dated: bool = True,
) -> list:
    left = [centred(parent, "parent", size=13)] if parent else []
    left.append(centred(issuer, "issuer", size=13, bold=True, rule=0.4))
    right = [
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "national", size=13, bold=True),
        centred("Độc lập - Tự do - Hạnh phúc", "motto", size=14, bold=True, rule=1.0),
    ]
    second = [centred(number, "number", size=13)]
    if subject:
        second.append(centred(subject, "letter_subject", size=13, before=6))
    date = [centred("Quảng Nam, ngày 05 tháng 3 năm 2025", "date", size=14, italic=True)] if dated else []
    return [(left, right), (second, date)]


def end(*posts: str, first: str = "- Như Điều 3;", signer: str = "Nguyễn Văn An") -> tuple[list[Line], list[Line]]:
    left = [
        Line("Nơi nhận:", "copies", size=12, bold=True, italic=True, align="left"),
        Line(first, "copy_first", size=11, align="left"),
        Line("- Bộ Tư pháp;", "copy_middle", size=11, align="left"),
        Line("- Lưu: VT, VP.", "copy_last", size=11, align="left"),
    ]
    right = [centred(post, f"post{place}", bold=True) for place, post in enumerate(posts, 1)]
    return left, [*right, centred("", ""), centred("", ""), centred(signer, "signer", bold=True)]


def article(number: int, text: str, name: str = "", **more: object) -> Line:
    label = f"Điều {number}."
    return body(f"{label} {text}", name or f"article{number}", **({"lead": len(label)} | more))


BASES = [
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;", "basis_law"),
    ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", "basis_decree"),
    ("Theo đề nghị của Chánh Văn phòng Sở Tư pháp.", "basis_last"),
]


# --- kinds -------------------------------------------------------------------------------
def decision() -> Draft:
    """Quyết định cá biệt, quy định trực tiếp."""
    return Draft(
        head=head("Số: 15/QĐ-STP"),
        main=[
            centred("QUYẾT ĐỊNH", "kind", bold=True, before=12),
            centred("Về việc thành lập Tổ công tác cải cách hành chính năm 2025", "subject", bold=True, rule=0.4),
            centred("GIÁM ĐỐC SỞ TƯ PHÁP", "authority", bold=True, before=12),
            *[basis(text, name) for text, name in BASES],
            centred("QUYẾT ĐỊNH:", "resolve", bold=True, before=6),
            article(
                1, "Thành lập Tổ công tác cải cách hành chính năm 2025 gồm các thành viên được nêu tại Quyết định này."
            ),
            article(2, LONG),
            article(
                3, "Chánh Văn phòng Sở và các thành viên có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."
            ),
        ],
        end=end("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    )


def issuing_decision() -> Draft:
    """Quyết định ban hành quy chế, hai phần trong một tệp."""
    draft = decision()
    draft.change("subject", text="Ban hành Quy chế làm việc của Sở Tư pháp")
    draft.change(
        "article1", text="Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Tư pháp tỉnh Quảng Nam."
    )
    draft.after = [
        centred("QUY CHẾ", "rules_kind", bold=True),
        centred("Làm việc của Sở Tư pháp tỉnh Quảng Nam", "rules_name", bold=True),
        centred(
            "(Ban hành kèm theo Quyết định số 15/QĐ-STP ngày 05 tháng 3 năm 2025 của Giám đốc Sở Tư pháp)",
            "reference",
            italic=True,
        ),
        centred("Chương I", "chapter", bold=True, before=12),
        centred("QUY ĐỊNH CHUNG", "chapter_title", bold=True),
        centred("Mục 1", "division", bold=True, before=6),
        centred("PHẠM VI", "division_title", bold=True),
        article(1, "Phạm vi điều chỉnh", "own1", bold=True, lead=0),
        body("1. Quy chế này quy định nguyên tắc, chế độ trách nhiệm và lề lối làm việc của Sở Tư pháp.", "clause1"),
        body("2. Trình tự giải quyết công việc gồm các bước sau đây:", "clause2"),
        body("a) Tiếp nhận hồ sơ;", "point_a"),
        body("b) Thẩm tra hồ sơ;", "point_b"),
        body("c) Trình ký;", "point_c"),
        body("d) Đóng dấu;", "point_d"),
        body("đ) Trả kết quả.", "point_dd"),
        article(2, "Nguyên tắc làm việc", "own2", bold=True, lead=0),
        body(LONG, "own2_text"),
        article(3, "Tổ chức thực hiện", "own3", bold=True, lead=0),
        body(LONG, "own3_text"),
    ]
    return draft


def letter() -> Draft:
    """Công văn gửi nhiều nơi."""
    return Draft(
        head=head("Số: 12/STP-VP", subject="V/v báo cáo công tác tháng 3"),
        main=[
            centred("Kính gửi:", "addressee", before=12),
            Line("- Ủy ban nhân dân tỉnh;", "to1", align="left", indent=6),
            Line("- Sở Nội vụ.", "to2", align="left", indent=6),
            body(LONG, "text1", before=12),
            body(
                (
                    "Sở Tư pháp báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo "
                    "các đơn vị cùng phối hợp thực hiện trong tháng tới./."
                ),
                "text2",
            ),
        ],
        end=end("GIÁM ĐỐC", first="- Như trên;"),
    )


def named(kind: str, symbol: str, subject: str, first: str = "- Ủy ban nhân dân tỉnh;") -> Draft:
    return Draft(
        head=head(f"Số: 45/{symbol}-STP"),
        main=[
            centred(kind, "kind", bold=True, before=12),
            centred(subject, "subject", bold=True, rule=0.4),
            body(LONG, "text1", before=12),
            body("I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", "roman1", bold=True),
            body(
                "1. Sở đã tổ chức quán triệt và phân công nhiệm vụ cho từng đơn vị theo đúng kế hoạch đề ra.", "clause1"
            ),
            body("a) Công tác hộ tịch được thực hiện kịp thời, đúng thời hạn cho người dân trên địa bàn.", "point_a"),
            body("b) Công tác chứng thực được thực hiện đúng quy định, không để xảy ra sai sót đáng kể.", "point_b"),
            body(
                "2. Sở tiếp tục rà soát các văn bản đã ban hành và kiến nghị xử lý những nội dung không còn phù hợp.",
                "clause2",
            ),
            body("II. TỔ CHỨC THỰC HIỆN", "roman2", bold=True),
            body(LONG[:-1] + "./.", "text2"),
        ],
        end=end("GIÁM ĐỐC", first=first),
    )


def submission() -> Draft:
    draft = named("TỜ TRÌNH", "TTr", "Về việc ban hành Quyết định quy định phối hợp", first="- Như trên;")
    return draft.put(centred("Kính gửi: Ủy ban nhân dân tỉnh Quảng Nam", "addressee", before=12), after="subject")


def report() -> Draft:
    return named("BÁO CÁO", "BC", "Kết quả công tác tư pháp quý I năm 2025")


def notice() -> Draft:
    return named("THÔNG BÁO", "TB", "Về lịch tiếp công dân năm 2025")


def plan() -> Draft:
    return named("KẾ HOẠCH", "KH", "Phổ biến, giáo dục pháp luật năm 2025")


def minutes() -> Draft:
    """Biên bản: không có địa danh, hai người ký."""
    draft = Draft(
        head=head("Số: 03/BB-STP", dated=False),
        main=[
            centred("BIÊN BẢN", "kind", bold=True, before=12),
            centred("Họp xét thi đua năm 2025", "subject", bold=True, rule=0.4),
            body(
                "Hôm nay, ngày 05 tháng 3 năm 2025, tại phòng họp của Sở Tư pháp đã diễn ra cuộc họp xét thi đua.",
                "text1",
                before=12,
            ),
            body("1. Chủ trì cuộc họp là Giám đốc Sở Tư pháp, thư ký cuộc họp là chuyên viên Văn phòng Sở.", "clause1"),
            body(LONG, "text2"),
        ],
    )
    draft.end = (
        [centred("THƯ KÝ", "clerk", bold=True), centred("", ""), centred("Trần Thị Bình", "clerk_name", bold=True)],
        [centred("CHỦ TRÌ", "post1", bold=True), centred("", ""), centred("Nguyễn Văn An", "signer", bold=True)],
    )
    return draft


def invitation() -> Draft:
    draft = Draft(
        head=head("Số: 07/GM-STP"),
        main=[
            centred("GIẤY MỜI", "kind", bold=True, before=12),
            centred("Dự họp triển khai công tác tư pháp", "subject", bold=True, rule=0.4),
            body(
                (
                    "Sở Tư pháp trân trọng kính mời đại diện lãnh đạo các đơn "
                    "vị dự họp triển khai công tác tư pháp năm 2025."
                ),
                "text1",
                before=12,
            ),
            body("Thời gian: 08 giờ 00, ngày 10 tháng 3 năm 2025.", "text2"),
        ],
        end=end("GIÁM ĐỐC", first="- Như trên;"),
    )
    return draft.change("copy_first", text="- Các đơn vị thuộc Sở;")


LEGAL_BASES = [
    ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", "basis_law"),
    ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;", "basis_decree"),
]


def legal_decision(*, old: bool = False) -> Draft:
    """Quyết định quy phạm của UBND tỉnh, theo mẫu mới hoặc mẫu đến 31/3/2025."""
    heads = head("Số: 07/2025/QĐ-UBND", parent="", issuer="ỦY BAN NHÂN DÂN TỈNH")
    main = [
        centred("QUYẾT ĐỊNH", "kind", bold=True, before=12),
        centred("Quy định phối hợp quản lý nhà nước về hộ tịch", "subject", bold=True, rule=0.4),
        *[basis(text, name) for text, name in LEGAL_BASES],
        basis(
            "Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số 45/TTr-STP ngày 01 tháng 3 năm 2025.", "basis_last"
        ),
        body("Ủy ban nhân dân tỉnh ban hành Quyết định quy định phối hợp quản lý nhà nước về hộ tịch.", "enacts"),
        article(1, "Phạm vi điều chỉnh", bold=True, lead=0),
        body("1. Quyết định này quy định phối hợp giữa các cơ quan trong quản lý nhà nước về hộ tịch.", "clause1"),
        body("a) Cơ quan chủ trì;", "point_a"),
        body("b) Cơ quan phối hợp.", "point_b"),
        article(2, "Đối tượng áp dụng", bold=True, lead=0),
        body(LONG, "text2"),
        article(3, "Hiệu lực thi hành", bold=True, lead=0),
        body(
            "Quyết định này có hiệu lực thi hành từ ngày 20 tháng 3 năm 2026 và thay thế quyết định trước đây./.",
            "effect",
        ),
    ]
    if old:
        main[main.index(next(one for one in main if one.name == "enacts"))] = centred(
            "QUYẾT ĐỊNH:", "resolve", bold=True, before=6
        )
    return Draft(head=heads, main=main, end=end("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))


def resolution() -> Draft:
    """Nghị quyết quy phạm của HĐND tỉnh."""
    heads = head("Số: 12/2025/NQ-HĐND", parent="", issuer="HỘI ĐỒNG NHÂN DÂN")
    heads[0][0].insert(0, centred("HỘI ĐỒNG NHÂN DÂN", "issuer0", size=13, bold=True))
    heads[0][0][1] = replace(heads[0][0][1], text="TỈNH QUẢNG NAM")
    return Draft(
        head=heads,
        main=[
            centred("NGHỊ QUYẾT", "kind", bold=True, before=12),
            centred("Quy định mức thu lệ phí hộ tịch trên địa bàn tỉnh", "subject", bold=True, rule=0.4),
            *[basis(text, name) for text, name in LEGAL_BASES],
            basis(
                (
                    "Xét Tờ trình số 45/TTr-UBND ngày 01 tháng 3 năm 2025 của Ủy ban nhân dân tỉnh; Báo cáo "
                    "thẩm tra của Ban Pháp chế; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp."
                ),
                "basis_last",
            ),
            body("Hội đồng nhân dân ban hành Nghị quyết quy định mức thu lệ phí hộ tịch trên địa bàn tỉnh.", "enacts"),
            article(1, "Phạm vi điều chỉnh", bold=True, lead=0),
            body(LONG, "text1"),
            article(2, "Hiệu lực thi hành", bold=True, lead=0),
            body("Nghị quyết này có hiệu lực thi hành từ ngày 20 tháng 3 năm 2026.", "effect"),
            body(
                (
                    "Nghị quyết này đã được Hội đồng nhân dân tỉnh Quảng Nam Khóa "
                    "X Kỳ họp thứ 30 thông qua ngày 05 tháng 3 năm 2026./."
                ),
                "closing",
                italic=True,
            ),
        ],
        end=end("CHỦ TỊCH"),
    )
