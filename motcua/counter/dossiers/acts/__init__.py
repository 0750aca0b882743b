"""Everything that changes a dossier, one function an act; each is one transaction with its journal row.

receipt: submit, receive, ask_before, resubmit, ask_fee, pay, decline · work: assign, take_up, ask_supplement,
supplement, consult, answer, propose · amendment: amend · confirmation: send_draft, confirm_draft, correct_draft,
take_silence · decision: approve, send_back, refuse, sign, release · closing: return_result, apologise, withdraw,
stop, revoke_results · papers: attach, issue slips · trade: what a trade registers.
"""

from motcua.counter.dossiers.acts.amendment import amend
from motcua.counter.dossiers.acts.closing import apologise, return_result, revoke_results, stop, withdraw
from motcua.counter.dossiers.acts.confirmation import confirm_draft, correct_draft, send_draft, take_silence
from motcua.counter.dossiers.acts.decision import approve, refuse, release, send_back, sign
from motcua.counter.dossiers.acts.papers import attach, issue_receipt, issue_slip, set_paper
from motcua.counter.dossiers.acts.receipt import (
    Intake,
    PaperGiven,
    ask_before,
    ask_fee,
    decline,
    pay,
    receive,
    receive_submitted,
    resubmit,
    submit,
)
from motcua.counter.dossiers.acts.trade import Settlement, Trade, register_trade, trade_of
from motcua.counter.dossiers.acts.work import (
    answer,
    answer_asked,
    ask_supplement,
    assign,
    consult,
    propose,
    supplement,
    take_up,
)

__all__ = [
    "Intake",
    "PaperGiven",
    "Settlement",
    "Trade",
    "amend",
    "answer",
    "answer_asked",
    "apologise",
    "approve",
    "ask_before",
    "ask_fee",
    "ask_supplement",
    "assign",
    "attach",
    "confirm_draft",
    "consult",
    "correct_draft",
    "decline",
    "issue_receipt",
    "issue_slip",
    "pay",
    "propose",
    "receive",
    "receive_submitted",
    "refuse",
    "register_trade",
    "release",
    "resubmit",
    "return_result",
    "revoke_results",
    "send_back",
    "send_draft",
    "set_paper",
    "sign",
    "stop",
    "submit",
    "supplement",
    "take_silence",
    "take_up",
    "trade_of",
    "withdraw",
]
