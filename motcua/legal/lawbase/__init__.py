"""The register of legal documents («cơ sở dữ liệu văn bản pháp luật»): texts by provision, effect on any day, search.

A document is known by its issuer at issue, type, number and day, never by its number alone. Whether it is in force is
computed from dated events, per provision [64/2025/QH15, 53–57]; a label printed elsewhere is only compared with it.
Texts are parsed into Phần, Chương, Mục, Điều, khoản, điểm; patches give the text as it stood on a day. Start reading at
`choices`, then `rules.structure`, `rules.effect`, `rules.pointintime`.
"""
