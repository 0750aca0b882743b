"""The appraisal report and the table of opinions as they are printed."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from motcua.base.vn.rules import day
from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import loader
from motcua.bureau.drafting.choices import (
    CONCLUSION_NAME,
    JUDGEMENT_NAME,
    VERDICT_NAME,
    CommentState,
    Conclusion,
    Judgement,
    Verdict,
)
from motcua.bureau.drafting.models import Answer, Appraisal, Comment, Draft, Opinion
from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office
from motcua.house.office.choices import Level
from motcua.house.office.rules import Capacity
from motcua.instruments.printing import rules as printing


def report_paper(appraisal: Appraisal, *, signatory: printing.Signatory, on: date) -> printing.AppraisalReport:
    """«Báo cáo thẩm định»; without a number it is printed as a draft."""
    draft = appraisal.draft
    law = loader.law()
    regime = law.regime_on(on)
    kind = law.kind(draft.kind)
    written = {one.content: one for one in appraisal.opinions.all()}
    return printing.AppraisalReport(
        on=on,
        demo=settings.DEMO,
        is_draft=not appraisal.report_number,
        letterhead=letterhead(draft),
        number=appraisal.report_number,
        subject=f"Thẩm định dự thảo {kind.short} “{draft.title}”",
        to=(draft.lead,),
        opening=(_opening(appraisal, regime.name),),
        contents=tuple(
            printing.AppraisedContent(
                heading=f"{no}. {one.name}", verdict=_verdict(written.get(one.key)), text=_text(written.get(one.key))
            )
            for no, one in enumerate(law.examined(), start=1)
        ),
        conclusion=CONCLUSION_NAME[Conclusion(appraisal.conclusion)] if appraisal.conclusion else "",
        conclusion_words=_lines(appraisal.conclusion_words),
        copies_to=("Như trên", "Lãnh đạo Ủy ban nhân dân", "Lưu: VT, hồ sơ thẩm định"),
        signatory=signatory,
    )


def _opening(appraisal: Appraisal, law_name: str) -> str:
    asked = f"theo đề nghị tại văn bản {appraisal.letter} của {appraisal.draft.lead}"
    done = f"{letterhead(appraisal.draft).office} thẩm định phiên bản {appraisal.version.number} của dự thảo"
    return f"Căn cứ {law_name}; {asked}, {done}, kết quả như sau:"


def _verdict(one: Opinion | None) -> str:
    return JUDGEMENT_NAME[Judgement(one.judgement)] if one else "Chưa có ý kiến"


def _text(one: Opinion | None) -> tuple[str, ...]:
    return _lines(one.text) if one else ()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def opinions_paper(draft: Draft, *, on: date) -> printing.OpinionSummary:
    """«Bản tổng hợp, tiếp thu, giải trình ý kiến»: every opinion of every round, then the portal's comments."""
    return printing.OpinionSummary(
        on=on,
        demo=settings.DEMO,
        letterhead=letterhead(draft),
        subject=f"đối với dự thảo {loader.law().kind(draft.kind).short} “{draft.title}”",
        counts=tuple(_counts(draft)),
        lines=tuple(_opinion_lines(draft)),
    )


def _counts(draft: Draft) -> Iterator[str]:
    for one in draft.rounds.order_by("number"):
        asked = one.recipients.count()
        answered = one.recipients.filter(answers__isnull=False).distinct().count()
        yield (
            f"Đợt {one.number}: gửi {asked} nơi theo văn bản {one.letter} ngày {day(one.sent_on)}, "
            f"hạn trả lời {day(one.due_on)}; {answered} nơi trả lời."
        )
    for posting in draft.postings.order_by("from_on"):
        received = posting.comments.count()
        yield f"Đăng tải từ {day(posting.from_on)} đến {day(posting.to_on)}: {received} góp ý."


def _opinion_lines(draft: Draft) -> Iterator[printing.OpinionLine]:
    answers = Answer.objects.filter(recipient__round__draft=draft).select_related("recipient__round", "file")
    for one in answers.order_by("recipient__round__number", "recipient__number", "number"):
        paper = f" ({one.letter})" if one.letter else ""
        yield printing.OpinionLine(
            who=f"{one.recipient.name}{paper}",
            opinion=opinion_words(one),
            answer=_handled(one.verdict, one.explanation),
        )
    comments = Comment.objects.filter(posting__draft=draft).exclude(state=CommentState.HIDDEN)
    for comment in comments.order_by("at", "id"):
        who = f"Góp ý trên cổng ngày {day(comment.at.astimezone(VN).date())}"
        yield printing.OpinionLine(who=who, opinion=comment.text, answer=_handled(comment.verdict, comment.explanation))


def opinion_words(one: Answer) -> str:
    """What an answer says, in one place."""
    said = [*(["Thống nhất."] if one.agrees else []), one.text, *([f"Theo tệp {one.file.name}."] if one.file else [])]
    return "\n".join(filter(None, said))


def _handled(verdict: str, explanation: str) -> str:
    if not verdict:
        return "Chưa xử lý"
    return ". ".join(filter(None, [VERDICT_NAME[Verdict(verdict)], explanation]))


def letterhead(draft: Draft) -> printing.Letterhead:
    """A justice division writes under its own name, a ward or province as People's Committee."""
    directory = office.directory()
    unit = directory.unit(draft.unit_id)
    agency = directory.agency(unit)
    base = dossiers.letterhead(agency)
    if unit.level == Level.DIVISION and agency.level == Level.CITY:
        return printing.Letterhead(office=unit.short_name, parent=agency.name, place=base.place)
    return base


def signatory(draft: Draft, name: str, capacity: Capacity | None) -> printing.Signatory:
    """Who signs, in which capacity [30/2020/NĐ-CP, 13]; without one, the name alone."""
    if capacity is None:
        return printing.Signatory(name=name, title="")
    directory = office.directory()
    unit = directory.unit(draft.unit_id)
    lines = ["TM. Ủy ban nhân dân"] if unit.is_agency and capacity.prefix != "TUQ." else []
    if capacity.prefix:
        lines.append(f"{capacity.prefix} {capacity.on_behalf_of}".strip())
    return printing.Signatory(name=name, title=capacity.title, authority=tuple(lines))


def title_of(capacity: Capacity) -> str:
    """The title as the record and the signature carry it."""
    return f"{capacity.prefix} {capacity.on_behalf_of}, {capacity.title}" if capacity.prefix else capacity.title
