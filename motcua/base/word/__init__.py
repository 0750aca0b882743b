"""Word files («.docx») as people see them: the text with the numbers Word sets by itself («đánh số tự động»).

Purpose: «Chương I», «Điều 1.», «a)», «-» of an automatic list stand in no letter of the text; they are counted here the
way Word counts them, for everything that reads a .docx: the register, the drafts, the checker of formats.
Legal basis: none; the counting is that of the standard of the file (ECMA-376, part 1, 17.9) and of Word.
Start reading: `loader/lists.py`, then `loader/body.py`; `rules.py` writes a single number.
"""
