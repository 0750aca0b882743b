"""Pieces that every document has: lines of the text, the head, the end, articles, bases."""

from motcua.legal.formats.tests.building import LONG, Line


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
