"""A decision as of a day, one clause amended, one article repealed."""

from datetime import date

from motcua.instruments.printing import rules

TEXT = rules.LegalText(
    on=date(2024, 6, 1),
    name="Quyết định số 04/2023/QĐ-UBND",
    issuer="Ủy ban nhân dân thành phố Tam Kỳ",
    kind="Quyết định",
    number="04/2023/QĐ-UBND",
    issued="Ngày 01 tháng 3 năm 2023",
    subject="Quy định mức chi hỗ trợ hòa giải viên ở cơ sở",
    state="Hết hiệu lực một phần",
    source="https://motcua.example.vn/van-ban/quyet-dinh-4-2023-qd-ubnd/",
    pieces=(
        rules.TextPiece(level=0, lines=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",)),
        rules.TextPiece(level=1, heading="Chương I\nQUY ĐỊNH CHUNG"),
        rules.TextPiece(
            level=2, heading="Điều 1. Phạm vi điều chỉnh",
            lines=("Quyết định này quy định mức chi hỗ trợ hòa giải viên ở cơ sở trên địa bàn thành phố.",),
        ),
        rules.TextPiece(level=2, heading="Điều 2. Mức chi"),
        rules.TextPiece(
            level=0, depth=1, lines=("1. Vụ việc hòa giải thành: 300.000 đồng.",),
            marks=("Được sửa đổi, bổ sung bởi Quyết định số 09/2024/QĐ-UBND, từ ngày 15/05/2024",),
        ),
        rules.TextPiece(level=0, depth=1, lines=("2. Vụ việc hòa giải không thành: 150.000 đồng.",)),
        rules.TextPiece(
            level=2, heading="Điều 3. Nguồn kinh phí", lines=("Ngân sách thành phố bảo đảm.",), is_gone=True,
            marks=("Bị bãi bỏ bởi Quyết định số 09/2024/QĐ-UBND, từ ngày 15/05/2024",),
        ),
    ),
)  # fmt: skip
