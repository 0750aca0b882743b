"""What the law computes from a procedure and the answers: no clock, no files, no rows.

Start at `version` (what holds on a day), then `fees`, `papers`, `eligibility`, `limits`; `conditions` reads the
little language of the law files.
"""

from motcua.legal.procedures.rules.conditions import (
    Answers,
    BadCondition,
    Condition,
    Facts,
    Json,
    age,
    first_day,
    holds,
)
from motcua.legal.procedures.rules.eligibility import Problem, competence_for, competent_level, problems
from motcua.legal.procedures.rules.fees import FeeLine, FeeUnknown, WrongCount, documents, fee_lines, total_vnd
from motcua.legal.procedures.rules.limits import (
    NoLimit,
    Promise,
    ToConfirm,
    confirmation_for,
    limit_for,
    process_for,
    to_confirm,
)
from motcua.legal.procedures.rules.papers import missing_papers, needed_papers, possible_papers
from motcua.legal.procedures.rules.parts import (
    Competence,
    Confirmation,
    Exemption,
    Fee,
    Paper,
    Process,
    Register,
    Result,
    Rule,
    Signer,
    Step,
    TimeLimit,
)
from motcua.legal.procedures.rules.version import Procedure, ProcedureVersion

__all__ = [
    "Answers",
    "BadCondition",
    "Competence",
    "Condition",
    "Confirmation",
    "Exemption",
    "Facts",
    "Fee",
    "FeeLine",
    "FeeUnknown",
    "Json",
    "NoLimit",
    "Paper",
    "Problem",
    "Procedure",
    "ProcedureVersion",
    "Process",
    "Promise",
    "Register",
    "Result",
    "Rule",
    "Signer",
    "Step",
    "TimeLimit",
    "ToConfirm",
    "WrongCount",
    "age",
    "competence_for",
    "competent_level",
    "confirmation_for",
    "documents",
    "fee_lines",
    "first_day",
    "holds",
    "limit_for",
    "missing_papers",
    "needed_papers",
    "possible_papers",
    "problems",
    "process_for",
    "to_confirm",
    "total_vnd",
]
