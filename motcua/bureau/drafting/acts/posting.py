"""The draft before the public: posted between two days, commented by anybody, comments read and answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.bureau.drafting import access, queries, rules
from motcua.bureau.drafting.acts.base import moved, note, today, words
from motcua.bureau.drafting.acts.consultation import explained, latest
from motcua.bureau.drafting.choices import Act, CommentState, State, Verdict
from motcua.bureau.drafting.models import Comment, Draft, Posting
from motcua.house.office.rules import Actor

SHORTEST, LONGEST = 10, 5000


@dataclass(frozen=True, kw_only=True)
class CommentGiven:
    """What somebody writes on the portal; name and contact are optional."""

    text: str
    name: str = ""
    contact: str = ""


@transaction.atomic
def post(draft: Draft, *, from_on: date, to_on: date, question: str, by: Actor, at: datetime) -> Posting:
    """Put the latest version on the portal («đăng tải») between these days, today at the earliest.

    Refuses: NotAllowed, ActNotOpen, NotThatWay: no version, posted already, fewer days than the law asks.
    """
    draft = moved(draft, Act.POST, by=by)
    version = latest(draft)
    if draft.postings.filter(closed_on__isnull=True).exists():
        raise rules.NotThatWay("Dự thảo đang được đăng tải.")
    if from_on < today(at):
        raise rules.NotThatWay("Ngày bắt đầu đăng tải không thể trước hôm nay.")
    rules.refuse_short(
        from_on=from_on, to_on=to_on, least=queries.limit(draft, "posting", on=from_on), what="Thời gian đăng tải"
    )
    posting = Posting.objects.create(
        draft=draft, version=version, question=question.strip(), from_on=from_on, to_on=to_on
    )
    facts: dict[str, Any] = {"version": version.number, "from_on": from_on.isoformat(), "to_on": to_on.isoformat()}
    note(draft, Act.POST, by=by, at=at, **facts)
    return posting


@transaction.atomic
def comment(posting: Posting, given: CommentGiven, *, by: Actor, at: datetime) -> Comment:
    """Anybody's comment while the posting is open, waiting to be read. The record keeps no name.

    Refuses: NotThatWay for too few or too many words, ActNotOpen before, after, or once closed.
    """
    draft = access.lock(posting.draft)
    posting = Posting.objects.get(pk=posting.pk)
    if posting.closed_on is not None or not posting.from_on <= today(at) <= posting.to_on:
        raise rules.ActNotOpen("Dự thảo này không còn nhận góp ý.")
    rules.next_state(State(draft.state), Act.COMMENT)
    text = given.text.strip()
    if not SHORTEST <= len(text) <= LONGEST:
        raise rules.NotThatWay(f"Nội dung góp ý từ {SHORTEST} đến {LONGEST} ký tự.")
    made = Comment.objects.create(
        posting=posting, name=given.name.strip(), contact=given.contact.strip(), text=text, at=at
    )
    note(draft, Act.COMMENT, by=by, at=at, comment=str(made.pk))
    return made


@transaction.atomic
def moderate_comment(one: Comment, *, state: CommentState, reason: str, by: Actor, at: datetime) -> Comment:
    """Show the comment on the portal, or keep it off with a reason; it is kept and counted all the same.

    Refuses: NotAllowed, ActNotOpen, NotThatWay: hidden without a reason.
    """
    draft = moved(one.posting.draft, Act.MODERATE_COMMENT, by=by)
    one = Comment.objects.select_for_update(of=("self",)).get(pk=one.pk)
    hidden = state == CommentState.HIDDEN
    one.hidden_reason = words(reason, "Nêu lý do không đăng góp ý.") if hidden else ""
    one.state = state.value
    one.save(update_fields=["state", "hidden_reason"])
    note(draft, Act.MODERATE_COMMENT, by=by, at=at, comment=str(one.pk), state=state.value, reason=one.hidden_reason)
    return one


@transaction.atomic
def handle_comment(one: Comment, *, verdict: Verdict, explanation: str, by: Actor, at: datetime) -> Comment:
    """Take the comment or explain why not. Refuses: NotAllowed, ActNotOpen, NotThatWay."""
    draft = moved(one.posting.draft, Act.HANDLE_COMMENT, by=by)
    one = Comment.objects.select_for_update(of=("self",)).get(pk=one.pk)
    one.verdict, one.explanation = verdict.value, explained(verdict, explanation)
    one.save(update_fields=["verdict", "explanation"])
    facts: dict[str, Any] = {"comment": str(one.pk), "verdict": verdict.value, "explanation": one.explanation}
    note(draft, Act.HANDLE_COMMENT, by=by, at=at, **facts)
    return one


@transaction.atomic
def close_posting(posting: Posting, *, by: Actor, at: datetime) -> Posting:
    """End the posting once its last day is over and every comment was read and answered.

    Refuses: NotAllowed, ActNotOpen, NotThatWay.
    """
    draft = moved(posting.draft, Act.CLOSE_POSTING, by=by)
    posting = Posting.objects.select_for_update(of=("self",)).get(pk=posting.pk)
    if posting.closed_on is not None:
        raise rules.ActNotOpen("Đợt đăng tải này đã kết thúc.")
    if today(at) <= posting.to_on:
        raise rules.NotThatWay(f"Chưa hết thời gian đăng tải (đến hết ngày {posting.to_on:%d/%m/%Y}).")
    if posting.comments.filter(state=CommentState.WAITING).exists():
        raise rules.NotThatWay("Còn góp ý chưa được duyệt.")
    open_comments = posting.comments.filter(verdict="").exclude(state=CommentState.HIDDEN).count()
    if open_comments:
        raise rules.NotThatWay(f"Còn {open_comments} góp ý chưa được tiếp thu, giải trình.")
    posting.closed_on = today(at)
    posting.save(update_fields=["closed_on"])
    note(draft, Act.CLOSE_POSTING, by=by, at=at, comments=posting.comments.count())
    return posting
