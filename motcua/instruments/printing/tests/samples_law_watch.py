"""The report on the enforcement of law: a page of outline and a page of annex."""

from datetime import date

from motcua.instruments.printing import rules
from motcua.instruments.printing.tests.people import CHAIR, COMMITTEE

WATCH = rules.LawWatchReport(
    on=date(2024, 12, 20),
    letterhead=COMMITTEE,
    number="42/BC-UBND",
    subject="Tình hình thi hành pháp luật từ ngày 01/01/2024 đến ngày 30/11/2024",
    sections=(
        rules.ReportSection(
            heading="I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
            paragraphs=("Kế hoạch số 15/KH-UBND ngày 20/01/2024; lĩnh vực trọng tâm: Chứng thực.",),
        ),
        rules.ReportSection(
            heading="II. TÌNH HÌNH THI HÀNH PHÁP LUẬT",
            paragraphs=(
                "Đã thu thập 4 thông tin: báo chí, mạng xã hội 1; phản ánh, kiến nghị của người dân 3 (Phụ lục II).",
                "1. Tình hình tuân thủ pháp luật: vụ việc giải quyết đúng hạn: 90 vụ việc; tỷ lệ: 90,0%.",
            ),
        ),
        rules.ReportSection(heading="III. ĐÁNH GIÁ CHUNG", paragraphs=("Kết quả: Thi hành đúng, kịp thời.",)),
    ),
    annexes=(
        rules.ReportAnnex(
            number="Phụ lục I",
            title="Kiến nghị xử lý kết quả theo dõi",
            head=("STT", "Văn bản", "Nơi nhận", "Nội dung kiến nghị", "Hạn trả lời", "Tình trạng"),
            rows=(
                ("1", "21/UBND ngày 20/10/2024", "Sở Tư pháp", "Hướng dẫn mức thu", "20/11/2024", "Chờ trả lời"),
                ("2", "22/UBND ngày 21/10/2024", "Sở Tài chính", "Bố trí kinh phí", "21/11/2024", "Được tiếp thu"),
            ),
        ),
    ),
    copies_to=("Ủy ban nhân dân cấp trên", "Lưu: VT"),
    signatory=CHAIR,
)
