"""Content F: whether the submission («tờ trình») speaks of administrative procedures, gender equality and resources."""

from motcua.base.vn.rules import fold
from motcua.bureau.drafting import rules
from motcua.bureau.drafting.models import Draft
from motcua.bureau.drafting.queries.text import words_of
from motcua.instruments.vault import queries as vault

PAPER = "submission"
STATEMENTS = {
    "thủ tục hành chính": ("thu tuc hanh chinh",),
    "bình đẳng giới": ("binh dang gioi", "van de gioi"),
    "nguồn lực tài chính, nhân lực": ("nguon luc", "kinh phi", "nhan luc", "ngan sach"),
}
"""What must be said, and by which of these words it is."""


def statement_findings(draft: Draft) -> tuple[list[rules.Finding], tuple[rules.NotRun, ...]]:
    """What the submission of the open or last appraisal does not speak of; why it was not read where it was not."""
    appraisal = draft.appraisals.order_by("-number").first()
    paper = appraisal.papers.select_related("file").filter(key=PAPER).first() if appraisal else None
    if paper is None:
        return [], (rules.NotRun("F", "Nội dung của tờ trình", "chưa có tờ trình trong hồ sơ thẩm định"),)
    text = words_of(vault.read(paper.file), paper.file.mime) if paper.file else ""
    if not text.strip():
        why = "tờ trình nộp bản giấy hoặc không đọc được chữ, người thẩm định xem"
        return [], (rules.NotRun("F", "Nội dung của tờ trình", why),)
    return unsaid(text), ()


def unsaid(text: str) -> list[rules.Finding]:
    """A statement that none of its words tells."""
    folded = " ".join(fold(text).split())
    return [
        rules.Finding(content="F", key="statement", words=f"Tờ trình chưa thấy nêu về {name}.", is_wrong=False)
        for name, words in STATEMENTS.items()
        if not any(one in folded for one in words)
    ]
