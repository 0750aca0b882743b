"""Citations («trích dẫn, viện dẫn văn bản»): which document and which article, clause, point a legal text points at.

Legal basis: how provisions and documents are named and numbered [30/2020/NĐ-CP, Phụ lục I; Phụ lục II, V.7]. Words:
điểm = point, khoản = clause, điều = article, mục = section, chương = chapter, phần = part, phụ lục = annex, mẫu = form,
đường dẫn = path («19/3/a» is điểm a khoản 3 Điều 19), căn cứ = basis. No database: names of laws and their short forms
stand in `law/citations/`, a register may be passed in. Start reading at `rules.grammar`, then `rules.units`,
`rules.documents`, `rules.attachment`, `rules.relations`; labelled examples: `law/citations/cases.yaml`.
"""
