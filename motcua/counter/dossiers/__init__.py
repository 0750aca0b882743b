"""Dossiers: the whole life of an application from submission to return («hồ sơ thủ tục hành chính»).

Legal basis: 61/2018/NĐ-CP and 01/2018/TT-VPCP until 30/06/2025, 118/2025/NĐ-CP and 03/2025/TT-VPCP after.
Words: tiếp nhận = receive, phân công = assign, bổ sung = supplement, trình = propose, phê duyệt = approve,
ký = sign, trả kết quả = return, xin lỗi và hẹn lại = apologise.
Start reading at rules.NEXT (the transition table), then acts/.
"""
