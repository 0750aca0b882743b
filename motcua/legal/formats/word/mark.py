"""A copy with a real Word comment at each place found. The text stays as it is."""

from collections.abc import Iterable
from typing import Any

from docx.text.paragraph import Paragraph
from docx.text.run import Run

from motcua.legal.formats.choices import SEVERITY_NAMES
from motcua.legal.formats.rules.findings import Finding
from motcua.legal.formats.word.letters import letters_of
from motcua.legal.formats.word.mend import LettersChanged, saved
from motcua.legal.formats.word.read import Word, read_word

AUTHOR, INITIALS = "Kiểm tra thể thức", "KT"
MOST = 500
NO_COMMENTS = {"header", "footer", "note", "box"}
"""Word takes comments in the text only; what stands elsewhere is told at the beginning."""


def mark(content: bytes, findings: Iterable[Finding]) -> bytes:
    """The file with comments, at most 500. Refuses: Unusable, LettersChanged."""
    word = read_word(content)
    first = next((uid for uid in word.paras if word.runs[uid] and _takes_comments(word, uid)), None)
    if first is None:
        return content
    for finding in list(findings)[:MOST]:
        para = finding.fault.para
        uid = para.uid if para is not None and word.runs[para.uid] and _takes_comments(word, para.uid) else first
        _comment(word, uid, words_of(finding, elsewhere=uid == first and (para is None or para.uid != first)))
    marked = saved(word)
    if letters_of(marked) != letters_of(content):
        raise LettersChanged("Ghi nhận xét sẽ làm thay đổi chữ của văn bản nên không ghi.")
    return marked


def words_of(finding: Finding, *, elsewhere: bool) -> str:
    """What the comment says."""
    rule, fault = finding.rule, finding.fault
    where = f"[{finding.place}] " if elsewhere else ""
    lines = [f"{where}{SEVERITY_NAMES[rule.severity]} – {rule.title} ({rule.id}): {fault.found}."]
    lines.append(f"Phải là: {fault.wanted or rule.demands}.")
    lines.append(f"Nguồn: {rule.by}." + (f" ({rule.note}.)" if rule.note else ""))
    return "\n".join(lines)


def _takes_comments(word: Word, uid: int) -> bool:
    return word.paper.paras[uid].spot.area not in NO_COMMENTS


def _comment(word: Word, uid: int, text: str) -> None:
    document: Any = word.document
    paragraph = Paragraph(word.paras[uid], document)
    runs = [Run(element, paragraph) for element in word.runs[uid]]
    document.add_comment([runs[0], runs[-1]], text=text, author=AUTHOR, initials=INITIALS)
