"""Everything that changes a programme or a draft: one function an act, one journal row each."""

from motcua.bureau.drafting.acts.after import CheckGiven, HandlingGiven, handle_text, publish_handling, record_check
from motcua.bureau.drafting.acts.appraisal import (
    ask_missing,
    receive_dossier,
    request_appraisal,
    seal_report,
    sign_report,
    write_opinion,
)
from motcua.bureau.drafting.acts.consultation import (
    AnswerGiven,
    RoundGiven,
    close_round,
    handle_answer,
    open_round,
    record_answer,
)
from motcua.bureau.drafting.acts.drafts import DraftGiven, add_version, edit_draft, rework, start_draft, stop_draft
from motcua.bureau.drafting.acts.examination import record_examination, send_for_examination
from motcua.bureau.drafting.acts.issue import IssueGiven, adopt, issue, publish, return_draft, submit
from motcua.bureau.drafting.acts.posting import (
    CommentGiven,
    close_posting,
    comment,
    handle_comment,
    moderate_comment,
    post,
)
from motcua.bureau.drafting.acts.programmes import ItemGiven, add_item, draft_programme, drop_item, issue_programme

__all__ = [
    "AnswerGiven",
    "CheckGiven",
    "CommentGiven",
    "DraftGiven",
    "HandlingGiven",
    "IssueGiven",
    "ItemGiven",
    "RoundGiven",
    "add_item",
    "add_version",
    "adopt",
    "ask_missing",
    "close_posting",
    "close_round",
    "comment",
    "draft_programme",
    "drop_item",
    "edit_draft",
    "handle_answer",
    "handle_comment",
    "handle_text",
    "issue",
    "issue_programme",
    "moderate_comment",
    "open_round",
    "post",
    "publish",
    "publish_handling",
    "receive_dossier",
    "record_answer",
    "record_check",
    "record_examination",
    "request_appraisal",
    "return_draft",
    "rework",
    "seal_report",
    "send_for_examination",
    "sign_report",
    "start_draft",
    "stop_draft",
    "submit",
    "write_opinion",
]
