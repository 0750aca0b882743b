"""Texts of invented documents, in the shapes real ones come in."""

DECISION = """ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG BÀN THẠCH\t\tĐộc lập - Tự do - Hạnh phúc
Số: 04 /2025/QĐ-UBND\t\tBàn Thạch, ngày 13 tháng 8 năm 2025
QUYẾT ĐỊNH
Ban hành Quy chế tiếp công dân
của Ủy ban nhân dân phường
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013;
Theo đề nghị của Chánh Văn phòng tại Tờ trình số 12/TTr-VP
ngày 01 tháng 8 năm 2025.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.
Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực từ ngày 25 tháng 8 năm 2025.
2. Quyết định này thay thế Quyết định số 02/2020/QĐ-UBND.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
QUY CHẾ
TIẾP CÔNG DÂN CỦA ỦY BAN NHÂN DÂN PHƯỜNG
(Ban hành kèm theo Quyết định số 04/2025/QĐ-UBND ngày 13 tháng 8 năm 2025)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy chế này quy định việc tiếp công dân.
Điều 2. Nguyên tắc
1. Tiếp công dân tại trụ sở:
a) Đúng giờ;
b) Đúng lịch;
c) Đúng người;
d) Có ghi sổ;
đ) Có trả lời.
2. Không thu tiền.
Chương II
TỔ CHỨC THỰC HIỆN
Điều 3: Trách nhiệm
- Văn phòng chủ trì;
- Các phòng phối hợp.
Phụ lục II
MẪU SỔ TIẾP CÔNG DÂN
Mẫu số 01: Sổ tiếp công dân
"""
AMENDING = """Điều 1. Sửa đổi, bổ sung một số điều của Quy chế
1. Sửa đổi Điều 5 như sau:
“Điều 5. Lịch tiếp
1. Sáng thứ Hai.
2. Chiều thứ Năm.”
2. Bổ sung Điều 5a vào sau Điều 5 như sau:
Điều 5a. Tiếp đột xuất
1. Khi có vụ việc đông người.
3. Bãi bỏ điểm c khoản 1 Điều 2.
Điều 2. Hiệu lực
Quyết định này có hiệu lực từ ngày ký.
"""
PLAN = """KẾ HOẠCH
Cải cách hành chính năm 2026
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Rút ngắn thời gian;
b) Giảm giấy tờ.
2. Yêu cầu
- Đúng hạn;
- Tiết kiệm.
II. NHIỆM VỤ
1. Rà soát thủ tục
1.1. Lập danh mục
1.2. Đề xuất cắt giảm
III. TỔ CHỨC THỰC HIỆN
Các bộ phận thực hiện.
"""
