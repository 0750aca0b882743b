"""Ward Tam Kỳ in November 2026: Đức drafts, Hạnh appraises, Hoa signs, Thu numbers; Tuấn works in ward Bàn Thạch.

And the justice division of Tam Kỳ city in 2024, under the law of 2015.
"""

from datetime import date, datetime, timedelta
from io import BytesIO

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import acts, loader
from motcua.bureau.drafting.choices import Conclusion, Judgement, Verdict
from motcua.house.office.rules import SYSTEM
from motcua.house.office.tests import people
from motcua.instruments.signing import acts as signing

AT = datetime(2026, 11, 2, 9, tzinfo=VN)
ON = AT.date()
SINCE = date(2025, 7, 1)
POSTS = {
    "duc": ("Huỳnh Minh Đức", "P20341-VP.TPHT"),
    "hanh": ("Lê Thị Hạnh", "P20341-VP.TPHT"),
    "hoa": ("Nguyễn Thị Hoa", "P20341.PCT"),
    "thu": ("Phạm Thị Thu", "P20341-VP.VT"),
    "tuan": ("Lý Anh Tuấn", "P20335-VP.TPHT"),
    "binh": ("Mai Văn Bình", "DN.KT"),
}
TEXT = (
    "QUYẾT ĐỊNH",
    "Ban hành Quy chế quản lý chợ trên địa bàn phường Tam Kỳ",
    "Điều 1. Phạm vi điều chỉnh",
    "Quyết định này ban hành Quy chế quản lý chợ trên địa bàn phường Tam Kỳ.",
    "Điều 2. Hiệu lực thi hành",
    "Quyết định này có hiệu lực thi hành từ ngày 31 tháng 12 năm 2026.",
)


def person(code, since=SINCE):
    name, post = POSTS[code]
    return people.officer(code, name, post, from_on=since)


def key_for(who):
    signing.issue_demo_key(holder_id=who.pk, holder_name=who.name, unit_name="Phường Tam Kỳ", by=SYSTEM, at=AT, years=5)


def later(days, hour=9):
    return datetime.combine(ON + timedelta(days=days), AT.time().replace(hour=hour), VN)


def word(*lines):
    made = docx.Document()
    for line in lines or TEXT:
        made.add_paragraph(line)
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def file(*lines, name="du-thao.docx"):
    return SimpleUploadedFile(name, word(*lines))


def given(**changes):
    values = {
        "kind": "committee_decision", "title": "Ban hành Quy chế quản lý chợ trên địa bàn phường Tam Kỳ",
        "lead": "Văn phòng HĐND và UBND phường Tam Kỳ", "planned_on": date(2026, 12, 20),
    }  # fmt: skip
    return acts.DraftGiven(**(values | changes))


def draft(by, at=AT, **changes):
    return acts.start_draft(given(**changes), by=by, at=at)


def with_version(by, **changes):
    made = draft(by, **changes)
    acts.add_version(made, word(), name="du-thao.docx", by=by, at=AT)
    return made


def round_given(**changes):
    values = {
        "letter": "21/UBND-VP", "sent_on": ON, "due_on": ON + timedelta(days=7),
        "agencies": ["Công an phường", "Trạm Y tế phường"],
    }  # fmt: skip
    return acts.RoundGiven(**(values | changes))


def consulting(by, **changes):
    made = with_version(by, **changes)
    return acts.open_round(made, round_given(), by=by, at=AT)


def answer(one, by, number=1, **changes):
    values = {"answered_on": ON, "text": "Bổ sung giờ mở cửa của chợ."}
    recipient = one.recipients.get(number=number)
    return acts.record_answer(recipient, acts.AnswerGiven(**(values | changes)), by=by, at=AT)


def consulted(by, **changes):
    one = consulting(by, **changes)
    acts.handle_answer(answer(one, by), verdict=Verdict.TAKEN, explanation="", by=by, at=AT)
    answer(one, by, 2, agrees=True, text="")
    return acts.close_round(one, by=by, at=later(1))


def papers(*left_out):
    rows = loader.law().papers_on(ON)
    return {row.key: None for row in rows if row.must and row.key not in left_out}


def requested(by, *left_out):
    made = consulted(by)
    return acts.request_appraisal(made, letter="22/VP", papers=papers(*left_out), by=by, at=later(2))


def appraising(by, appraiser):
    return acts.receive_dossier(requested(by), by=appraiser, at=later(2, 10))


def judged(by, appraiser, **judgements):
    one = appraising(by, appraiser)
    for content in loader.law().examined():
        judgement = judgements.get(content.key, Judgement.FIT)
        text = "" if judgement == Judgement.FIT else "Chỉnh lý căn cứ."
        acts.write_opinion(one, content.key, judgement=judgement, text=text, by=appraiser, at=later(3))
    return one


def reported(by, appraiser, head, conclusion=Conclusion.READY, **judgements):
    one = judged(by, appraiser, **judgements)
    return acts.sign_report(
        one, number="12/BC-UBND", conclusion=conclusion, conclusion_words="", by=head, at=later(4)
    )  # fmt: skip


def adopted(by, appraiser, head):
    one = reported(by, appraiser, head)
    made = acts.submit(one.draft, number="30/TTr-VP", by=by, at=later(5))
    return acts.adopt(made, adopted_on=later(6).date(), votes_for=4, members=5, by=head, at=later(6))


def signed(**changes):
    values = {"signed_on": later(6).date(), "effective_on": later(16).date(), "signer": "Phan Thanh Long, Chủ tịch"}
    return acts.IssueGiven(**(values | changes))


def issued(by, appraiser, head, clerk):
    return acts.issue(adopted(by, appraiser, head), signed(), by=clerk, at=later(6, 14))


def posted(by, days=10):
    made = with_version(by)
    return acts.post(made, from_on=ON, to_on=ON + timedelta(days=days), question="Giờ mở cửa?", by=by, at=AT)
