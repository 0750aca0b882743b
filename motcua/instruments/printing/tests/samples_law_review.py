"""A review slip, and two lists that accompany a decision."""

from datetime import date

from motcua.instruments.printing import rules
from motcua.instruments.printing.tests.people import DIVISION, HOA

SLIP_OF_REVIEW = rules.ReviewSlip(
    on=date(2024, 11, 15),
    letterhead=DIVISION,
    document=(
        rules.Row("Văn bản được rà soát", "Quyết định số 04/2023/QĐ-UBND ngày 01/03/2023"),
        rules.Row("Trích yếu", "Quy định mức chi hỗ trợ hòa giải viên ở cơ sở"),
        rules.Row("Cơ quan ban hành", "Ủy ban nhân dân thành phố Tam Kỳ"),
        rules.Row("Lĩnh vực", "Hòa giải ở cơ sở"),
        rules.Row("Lý do rà soát", "Căn cứ thay đổi: Nghị định số 901/2014/NĐ-CP bị thay thế từ ngày 01/01/2025"),
    ),
    path=("Quyết định số 04/2023/QĐ-UBND căn cứ vào Nghị định số 901/2014/NĐ-CP",),
    changed="Nghị định mới tăng mức thù lao hòa giải viên.",
    lines=(
        ("1", "Khoản 1 Điều 2", "Điều 8: 300.000 đồng một vụ việc", "Mức 200.000 đồng thấp hơn", "Sửa đổi, bổ sung"),
        ("2", "Điều 3", "Không thay đổi", "Còn phù hợp", "Giữ nguyên"),
    ),
    opinion="Cần sửa mức chi cho phù hợp căn cứ mới.",
    result=(
        rules.Row("Kiến nghị", "Sửa đổi, bổ sung"),
        rules.Row("Nội dung kiến nghị", "Nâng mức chi tại khoản 1 Điều 2"),
        rules.Row("Đơn vị chủ trì", "Phòng Tư pháp"),
        rules.Row("Thời hạn", "31/03/2025"),
        rules.Row("Quyết định", ""),
    ),
    reviewer="Lê Thị Hạnh",
)
LISTS = rules.LegalLists(
    on=date(2024, 1, 25),
    letterhead=DIVISION,
    number="118/QĐ-UBND",
    subject="Văn bản quy phạm pháp luật hết hiệu lực, ngưng hiệu lực năm 2023",
    owner="Ủy ban nhân dân thành phố Tam Kỳ",
    regime="Nghị định 34/2016/NĐ-CP",
    lists=(
        rules.LegalList(
            form="Mẫu số 03",
            title="Danh mục văn bản hết hiệu lực, ngưng hiệu lực toàn bộ",
            head=("STT", "Tên loại văn bản", "Số, ký hiệu; ngày ban hành", "Trích yếu", "Lý do", "Ngày hết hiệu lực"),
            rows=(
                ("1", "Quyết định", "02/2019/QĐ-UBND; 04/03/2019", "Quy chế tiếp công dân",
                 "Bị thay thế bởi Quyết định số 07/2023/QĐ-UBND ngày 20/05/2023", "01/06/2023"),
            ),
        ),
        rules.LegalList(
            form="Mẫu số 04",
            title="Danh mục văn bản hết hiệu lực, ngưng hiệu lực một phần",
            head=("STT", "Tên loại văn bản", "Số, ký hiệu; ngày ban hành", "Nội dung, quy định", "Lý do", "Ngày"),
            rows=(),
        ),
    ),
    signatory=HOA,
)  # fmt: skip
