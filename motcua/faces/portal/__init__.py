"""Portal: what a citizen sees, in Vietnamese and English: find, apply, follow, download, verify («cổng của người dân»).

Legal basis: 61/2018/NĐ-CP, 42/2022/NĐ-CP; public look-up shows progress only [01/2018/TT-VPCP, 16.2.d].
Owns no tables. Start reading at views/wizard.
"""
