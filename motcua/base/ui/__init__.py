"""The look of every page: tokens, layouts, components, keyboard.

Legal basis: none of its own; papers shown on screen follow [30/2020/NĐ-CP, Phụ lục I], colours and targets WCAG 2.2 AA.

Vietnamese words: trễ N ngày = late, hôm nay trước 17:00 = due today, còn N ngày = in time; bước 2 trong 4 = step.

Start reading: the gallery at /giao-dien/ (demo and debug only), then templatetags/ui.py, then static/ui/tokens.css.
"""
