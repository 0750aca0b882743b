"""Papers of law making: an appraisal report, a table of opinions."""

from motcua.instruments.printing import rules
from motcua.instruments.printing.tests.samples_results import DIVISION, HOA, ON

APPRAISAL = rules.AppraisalReport(
    on=ON,
    letterhead=DIVISION,
    number="12/BC-TP",
    subject="Thẩm định dự thảo Quyết định “Quy chế quản lý chợ”",
    to=("Phòng Kinh tế",),
    opening=("Căn cứ Luật 2015 sửa đổi năm 2020, Phòng Tư pháp thẩm định dự thảo, kết quả như sau:",),
    contents=(
        rules.AppraisedContent(heading="1. Sự cần thiết, đối tượng, phạm vi điều chỉnh", verdict="Phù hợp"),
        rules.AppraisedContent(
            heading="2. Căn cứ pháp lý", verdict="Cần chỉnh lý", text=("Bổ sung căn cứ về thẩm quyền.",)
        ),
    ),
    conclusion="Đủ điều kiện trình sau khi hoàn thiện",
    conclusion_words=("Đề nghị chỉnh lý theo mục 2.",),
    copies_to=("Như trên", "Lưu: VT"),
    signatory=HOA,
)
OPINIONS = rules.OpinionSummary(
    on=ON,
    letterhead=DIVISION,
    subject="đối với dự thảo Quyết định “Quy chế quản lý chợ”",
    counts=("Đợt 1: gửi 2 nơi theo văn bản 21/TP ngày 01/11/2024, hạn trả lời 08/11/2024; 2 nơi trả lời.",),
    lines=(
        rules.OpinionLine(who="Công an phường An Mỹ (15/CA)", opinion="Bổ sung giờ mở cửa.", answer="Tiếp thu"),
        rules.OpinionLine(
            who="Ban quản lý chợ", opinion="Giảm diện tích tối thiểu.", answer="Giải trình. Diện tích theo tiêu chuẩn."
        ),
    ),
)
