"""Civil status: registers («sổ hộ tịch»), entries, later notes, and the papers that come from them.

Legal basis: 60/2014/QH13, 57-64 (registers, extracts), 123/2015/NĐ-CP, 04/2020/TT-BTP.
Words: sổ hộ tịch = book, việc đã ghi = entry, ghi chú = note, khóa sổ = close, trích lục = extract,
cải chính = correct.
Start reading at rules/, then acts/enter.py (one entry), then handler/ (how a dossier of each kind is settled).
"""
