"""Vietnamese text: names, dates, figures and numbers as the registers write them.

Purpose: one place that knows diacritics, alphabetical order, dates of which only the year is known, figures in words
(«ghi bằng chữ»), and the shape of a personal number («số định danh cá nhân»).
Legal basis: [60/2014/QH13, 4] (what a register entry holds), [137/2015/NĐ-CP, 13] (structure of the personal number).
Start reading: `rules/text.py`, then `rules/partial_date.py`.
"""
