"""Samples of the papers of the counter."""

from datetime import date

from motcua.instruments.printing import rules
from motcua.instruments.printing.tests.people import (
    CENTRE,
    CHAIR,
    CODE,
    COMMON,
    COUNTER,
    DIVISION,
    HOA,
    LAN,
    ON,
    QR,
    at,
)

RECEIPT = rules.Receipt(
    **COMMON,
    number="0007/TNHS",
    request="Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
    papers=(
        rules.PaperLine(name="Tờ khai đăng ký việc thay đổi, cải chính, bổ sung thông tin hộ tịch", kind="Bản điện tử"),
        rules.PaperLine(name="Giấy khai sinh", kind="Bản chính (đã trả lại)"),
        rules.PaperLine(name="Bằng tốt nghiệp trung học phổ thông", kind="Bản sao chứng thực", copies=2),
    ),
    time_limit="03 ngày làm việc",
    received_at=at(12, 8, 30),
    due_at=at(15, 17),
    delivery="Bộ phận Tiếp nhận và Trả kết quả thành phố Tam Kỳ",
    fees="28.000 đ (đã nộp)",
    book="01/2024",
    book_line="1207",
    officer="Trần Văn Minh",
)
SUPPLEMENT = rules.SupplementRequest(
    **COMMON,
    number="0012/HDHS",
    request="Cải chính hộ tịch",
    items=(
        "Bản sao Giấy khai sinh của người được cải chính.",
        "Giấy tờ làm căn cứ cải chính năm sinh của người mẹ (sổ hộ khẩu cũ, học bạ hoặc lý lịch cán bộ).",
    ),
    reason="Tờ khai đề nghị cải chính năm sinh của mẹ nhưng chưa kèm giấy tờ chứng minh.",
    contact="ông Trần Văn Minh, điện thoại 0235 3 851 000",
    officer="Trần Văn Minh",
)
REFUSAL = rules.Refusal(
    **COMMON,
    number="0003/TCHS",
    request="Chứng thực bản sao từ bản chính",
    reason="Bản chính là giấy tờ do cơ quan nước ngoài cấp chưa được hợp pháp hóa lãnh sự.",
    officer="Trần Văn Minh",
)
APOLOGY = rules.Apology(
    **{**COMMON, "letterhead": DIVISION},
    number="05/PXL-TP",
    request="cải chính hộ tịch",
    received_at=at(12, 8, 30),
    due_at=at(15, 17),
    new_due_at=at(19, 17),
    reason="cơ quan được hỏi ý kiến chưa trả lời kết quả tra cứu sổ gốc năm 1990.",
    counter_name="Bộ phận Tiếp nhận và Trả kết quả thành phố Tam Kỳ",
    signatory=HOA,
)
APOLOGY_2025 = rules.Apology(
    **{**COMMON, "letterhead": CENTRE, "on": date(2025, 10, 6)},
    number="02/XL-UBND",
    request="đăng ký lại khai sinh",
    received_at=at(1, 9, month=10, year=2025),
    due_at=at(7, 17, month=10, year=2025),
    new_due_at=at(10, 17, month=10, year=2025),
    reason="đang chờ kết quả xác minh của nơi đăng ký trước đây.",
    counter_name="Trung tâm Phục vụ hành chính công phường Tam Kỳ",
    signatory=CHAIR,
)
STOP = rules.StopNotice(
    **{**COMMON, "letterhead": CENTRE, "on": date(2025, 10, 6)},
    number="01/TB-TTPVHCC",
    request="đăng ký lại khai sinh",
    received_at=at(1, 9, month=10, year=2025),
    asked_at=at(6, 8, 15, month=10, year=2025),
    reason="đã tìm thấy bản chính Giấy khai sinh.",
    stage="thẩm tra, chưa có quyết định giải quyết.",
    decision="dừng giải quyết hồ sơ và trả lại giấy tờ đã nộp.",
    fees="không thu.",
    signatory=rules.Signatory(name="Lê Thị Hoa", title="Giám đốc"),
)
SLIP = rules.ControlSlip(
    on=ON,
    qr=QR,
    code=CODE,
    letterhead=COUNTER,
    number="0007/PKS",
    applicant=LAN,
    request="Cải chính hộ tịch",
    received_at=at(12, 8, 30),
    due_at=at(15, 17),
    resolving_unit="Phòng Tư pháp thành phố Tam Kỳ",
    hand_overs=(
        rules.HandOver(
            giver_unit="Bộ phận Một cửa",
            giver="Trần Văn Minh",
            receiver_unit="Phòng Tư pháp",
            receiver="Phạm Anh Tuấn",
            at=at(12, 9, 5),
            result="Đúng hạn",
        ),
        rules.HandOver(
            giver_unit="Phòng Tư pháp",
            giver="Phạm Anh Tuấn",
            receiver_unit="Trưởng phòng",
            receiver="Lê Thị Hoa",
            at=at(14, 15, 40),
            result="Trước hạn",
            note="Kèm dự thảo trích lục",
        ),
        rules.HandOver(giver_unit="Phòng Tư pháp", giver="", receiver_unit="Bộ phận Một cửa", receiver="Trần Văn Minh"),
    ),
)
BOOK = rules.TrackingBook(
    on=ON,
    letterhead=COUNTER,
    book="01/2024",
    from_on=date(2024, 11, 1),
    to_on=ON,
    lines=tuple(
        rules.TrackingLine(
            number=n,
            code=f"H47.15-2411{n:02}-{n:04}",
            procedure="Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
            sets=1,
            applicant=LAN,
            contact="Khối phố 5, phường An Mỹ; 0905 000 123",
            resolving_unit="Phòng Tư pháp",
            received_at=at(n, 8, 30),
            due_at=at(n + 3, 17),
            returned_at=at(n + 2, 10, 5) if n < 6 else None,
            delivery="Trực tiếp",
            note="Đã trả trước hạn" if n == 2 else "",
        )
        for n in range(1, 9)
    ),
)
