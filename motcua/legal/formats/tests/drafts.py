"""Right administrative documents, one of each common kind; legal ones stand in legal_drafts."""

from docx.shared import Mm, Pt

from motcua.legal.formats.tests.building import LONG, Draft, Line, restart, write
from motcua.legal.formats.tests.legal_drafts import legal_decision, resolution
from motcua.legal.formats.tests.pieces import BASES, article, basis, body, centred, end, head

__all__ = [
    "LONG",
    "Draft",
    "Line",
    "Mm",
    "Pt",
    "article",
    "basis",
    "body",
    "centred",
    "decision",
    "invitation",
    "issuing_decision",
    "legal_decision",
    "letter",
    "minutes",
    "named",
    "notice",
    "plan",
    "report",
    "resolution",
    "restart",
    "submission",
    "write",
]


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
