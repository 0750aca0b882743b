"""The catalogue of procedures («danh mục thủ tục hành chính»): who decides, how long, what it costs, which papers.

Legal basis: the law on civil status [60/2014/QH13], certification [23/2015/NĐ-CP], the one-stop decrees
[61/2018/NĐ-CP] and [118/2025/NĐ-CP]. Nothing of it is written in Python: `law/procedures/<field>/<code>-<word>.yaml`
holds it with dates, citations and how sure we are; `office/fees.yaml` adds the fees of the local council («lệ phí do
HĐND quyết định»). Start reading at one of those files, then `rules.parts`, `rules.fees`, `queries`.
"""
