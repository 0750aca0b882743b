"""Digital signatures on papers (PAdES) and on bytes (CMS): an officer's own, then the office's seal.

Legal basis: how a signature shows on a paper [30/2020/NĐ-CP, Phụ lục I]; Law on e-transactions [20/2023/QH15].
Vietnamese words: chữ ký số = digital signature · chứng thư chữ ký số = certificate · khóa ký = signing key ·
con dấu = seal · niêm phong = daily seal of the journal.

Who may sign is the caller's question (post, delegation); this module refuses a key that is not the signer's, is
revoked, or does not hold at that moment. Demo keys come from a CA that says of itself that it has no legal value.
Start reading: `acts/sign.py`, then `queries.check`.
"""
