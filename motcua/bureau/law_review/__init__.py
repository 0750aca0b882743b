"""Review and systematisation of legal documents («rà soát, hệ thống hóa văn bản quy phạm pháp luật»).

Legal basis: 34/2016/NĐ-CP to 31/03/2025, then 79/2025/NĐ-CP; days, forms and columns of both are data in
`law/law_review`. Words: rà soát = review, phiếu rà soát = review slip (a case and its lines), danh mục văn bản hết hiệu
lực hằng năm = expiry list, hệ thống hóa = systematisation, tập hợp văn bản = gathered set, đối chiếu = reconciliation.
Start reading at rules/chains.py (why a document is proposed for review), then rules/reconciliation.py, acts/rounds.py.
"""
