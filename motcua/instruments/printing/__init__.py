"""Papers an office hands out, as PDF/A-2b: forms 01–07 of the one-stop shop, results, attestations.

Legal basis: layout after [30/2020/NĐ-CP, Phụ lục I]; forms of [01/2018/TT-VPCP, 9], then of
[03/2025/TT-VPCP, Phụ lục I].
Vietnamese words: giấy tiếp nhận hồ sơ và hẹn trả kết quả = receipt · phiếu kiểm soát = control slip ·
trích lục = extract · lời chứng = attestation · quốc hiệu, tiêu ngữ = the two lines that head every paper.

One paper = one frozen dataclass in `rules/` (what stands on it) + one file in `layouts/` (how it looks).
Start reading: `rules/base.py`, then `layouts/common.typ`, then `queries.render`.
"""
