"""What a form asks, and what may be kept of the answers: plain functions over frozen forms; no files, no clock."""

from motcua.legal.eforms.rules.answers import (
    SummaryGroup,
    SummaryRow,
    merged,
    prefill,
    said,
    spoken,
    summary,
)
from motcua.legal.eforms.rules.cleaning import Cleaned, asked_groups, clean, known_keys, unasked, visible
from motcua.legal.eforms.rules.questions import Question, Section, section
from motcua.legal.eforms.rules.sentences import word
from motcua.legal.eforms.rules.shape import Answer, Check, Choice, Condition, Copy, Field, Form, Group, Raw

__all__ = [
    "Answer",
    "Check",
    "Choice",
    "Cleaned",
    "Condition",
    "Copy",
    "Field",
    "Form",
    "Group",
    "Question",
    "Raw",
    "Section",
    "SummaryGroup",
    "SummaryRow",
    "asked_groups",
    "clean",
    "known_keys",
    "merged",
    "prefill",
    "said",
    "section",
    "spoken",
    "summary",
    "unasked",
    "visible",
    "word",
]
