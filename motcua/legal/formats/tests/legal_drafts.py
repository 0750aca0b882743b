"""Right legal documents («quy phạm pháp luật») of a province: a decision, of either template, and a resolution."""

from dataclasses import replace

from motcua.legal.formats.tests.building import LONG, Draft
from motcua.legal.formats.tests.pieces import article, basis, body, centred, end, head

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
