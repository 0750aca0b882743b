"""Questions about drafts: lists, alerts, what the law says of one, what the machine found, the papers."""

from motcua.base.worktime.rules import VN
from motcua.bureau.drafting.queries.alerts import Alert, alerts
from motcua.bureau.drafting.queries.drafts import (
    DraftPage,
    ItemRow,
    comments_of,
    comments_shown,
    counts,
    drafts,
    handled,
    item_rows,
    open_items,
    posted,
    programmes,
    recipients,
)
from motcua.bureau.drafting.queries.findings import machine_findings
from motcua.bureau.drafting.queries.law import (
    Milestone,
    competence,
    day_of,
    effect_faults,
    level_of,
    limit,
    milestones,
    missing_papers,
    needs_appraisal,
    report_due,
    step_row,
)
from motcua.bureau.drafting.queries.paper import (
    letterhead,
    opinion_words,
    opinions_paper,
    report_paper,
    signatory,
    title_of,
)
from motcua.bureau.drafting.queries.text import words_of

__all__ = [
    "VN",
    "Alert",
    "DraftPage",
    "ItemRow",
    "Milestone",
    "alerts",
    "comments_of",
    "comments_shown",
    "competence",
    "counts",
    "day_of",
    "drafts",
    "effect_faults",
    "handled",
    "item_rows",
    "letterhead",
    "level_of",
    "limit",
    "machine_findings",
    "milestones",
    "missing_papers",
    "needs_appraisal",
    "open_items",
    "opinion_words",
    "opinions_paper",
    "posted",
    "programmes",
    "recipients",
    "report_due",
    "report_paper",
    "signatory",
    "step_row",
    "title_of",
    "words_of",
]
