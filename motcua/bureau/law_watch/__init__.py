"""Monitoring of law enforcement («theo dõi tình hình thi hành pháp luật»): plan, information, inspections, report.

Legal basis: 59/2012/NĐ-CP to 31/03/2025, then 80/2025/NĐ-CP; the criteria of both are data in `law/law_watch`.
Words: kế hoạch theo dõi = plan, hoạt động = activity, thông tin thu thập = observation, kiểm tra = inspection,
phát hiện = finding, kiến nghị = proposal, khảo sát = survey, số liệu = figures, báo cáo = report.
Start reading at rules/states.py, then acts/proposals.py: a proposal is never closed without an answer or a reason.
"""
