"""Format of documents («thể thức và kỹ thuật trình bày»): a Word or PDF file against the rules of its day.

Legal basis: administrative documents [30/2020/NĐ-CP, Phụ lục I; 30/2020/NĐ-CP, Phụ lục II]; legal documents
[34/2016/NĐ-CP], [78/2025/NĐ-CP]. The rules are data with dates in `law/formats/*.yaml`. Vietnamese words: thể thức =
format · thành phần thể thức = part · Quốc hiệu = national title · Tiêu ngữ = motto · trích yếu = subject · nơi nhận =
copies to. Nothing is stored: a file comes in, findings, a marked copy and a mended copy go out. Start reading at
`law/formats/nd30.yaml`, then `rules.paper`, `rules.parts`, `rules.checks`, `word.read`, `queries`.
"""
