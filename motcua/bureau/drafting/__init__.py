"""Drafting and appraisal of legal documents («soạn thảo, thẩm định, ban hành văn bản quy phạm pháp luật»).

Legal basis: [80/2015/QH13] to 31/03/2025, then [64/2025/QH15]; who may issue what, steps and limits are data in
`law/drafting`. Words: chương trình = programme, dự thảo = draft, phiên bản = version, đợt lấy ý kiến = round,
đăng tải = posting, tiếp thu, giải trình = verdict, hồ sơ thẩm định = appraisal dossier, báo cáo thẩm định = appraisal
report, trình = submit, thông qua = adopt, ban hành = issue, tự kiểm tra = self-check, xử lý văn bản = handling.
Start reading at rules/states.py, then rules/law.py and acts/appraisal.py.
"""
