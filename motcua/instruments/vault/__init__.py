"""Files by their hash: papers handed in, papers issued («kho tệp»).

A file is kept under the SHA-256 of its content, written beside and renamed into place, never changed. What it is, is
told by its content and not by its name; what could harm the officer who opens it is refused with a sentence that says
what to do. Electronic papers of a dossier are kept whole and unchanged [45/2020/NĐ-CP, 19]. Start reading at
`acts.store`.
"""
