"""Programmes and their lines, drafts with versions, opinions, postings, appraisals, checks and handlings."""

from motcua.bureau.drafting.models.after import Check, CheckFinding, Handling
from motcua.bureau.drafting.models.appraisal import Appraisal, AppraisalPaper, Opinion
from motcua.bureau.drafting.models.consultation import Answer, Comment, ConsultationRound, Posting, Recipient
from motcua.bureau.drafting.models.drafts import Draft, DraftVersion, Kept, Programme, ProgrammeItem
from motcua.bureau.drafting.models.examination import Examination

__all__ = [
    "Answer",
    "Appraisal",
    "AppraisalPaper",
    "Check",
    "CheckFinding",
    "Comment",
    "ConsultationRound",
    "Draft",
    "DraftVersion",
    "Examination",
    "Handling",
    "Kept",
    "Opinion",
    "Posting",
    "Programme",
    "ProgrammeItem",
    "Recipient",
]
