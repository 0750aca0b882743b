"""Invented drafts of ward Tam Kỳ in every state, told through the module's own acts: the same on the same day."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO

import docx

from motcua.base.worktime.rules import VN
from motcua.bureau.drafting import acts, loader
from motcua.bureau.drafting.choices import CheckKind, CommentState, Conclusion, HandlingForm, Head, Judgement, Verdict
from motcua.bureau.drafting.models import Draft
from motcua.demo.story import Cast
from motcua.house.office.rules import STRANGER, Actor

LEAD = "Văn phòng HĐND và UBND phường Tam Kỳ"
TITLES = (
    "Ban hành Quy chế quản lý chợ trên địa bàn phường Tam Kỳ",
    "Quy định về quản lý vỉa hè, lòng đường trên địa bàn phường Tam Kỳ",
    "Ban hành Quy chế tổ chức và hoạt động của tổ dân phố",
    "Quy định về thu gom, phân loại chất thải rắn sinh hoạt",
    "Ban hành Quy chế phối hợp phòng, chống thiên tai",
    "Quy định về quản lý nghĩa trang nhân dân",
    "Ban hành Quy chế sử dụng nhà văn hóa tổ dân phố",
    "Quy định về nuôi, giữ vật nuôi trong khu dân cư",
    "Ban hành Quy chế quản lý cây xanh đường phố",
    "Quy định về bảng hiệu, quảng cáo ngoài trời",
    "Ban hành Quy chế tiếp công dân của Ủy ban nhân dân phường",
    "Quy định về đặt tên ngõ, kiệt, hẻm",
    "Ban hành Quy chế quản lý bãi tắm, bãi xe",
    "Quy định về giờ hoạt động của chợ đêm",
    "Ban hành Quy chế thi đua, khen thưởng khối phố",
)
STORIES = (
    ("drafting", 2),
    ("posting", 6),
    ("consulting", 6),
    ("consulted", 11),
    ("asked", 11),
    ("incomplete", 13),
    ("appraising", 32),
    ("appraised", 18),
    ("submitted", 20),
    ("returned", 22),
    ("adopted", 24),
    ("issued", 27),
    ("published", 60),
    ("suspended", 75),
    ("repealed", 90),
    ("stopped", 40),
)
"""The state each story ends in, and how many days ago it began."""
WAY = (
    ("start", 0, ""),
    ("version", 0, "drafting"),
    ("round", 1, "consulting"),
    ("close", 9, "consulted"),
    ("request", 10, "asked"),
    ("receive", 11, "appraising"),
    ("sign", 15, "appraised"),
    ("submit", 17, "submitted"),
    ("adopt", 19, "adopted"),
    ("issue", 20, "issued"),
    ("publish", 22, "published"),
)
"""Acts of the straight way: on which day after the beginning, and the state in which a story may stand still."""


def tell_drafts(cast: Cast, *, now: datetime) -> Iterator[Draft]:
    """The programme of the year and a draft in each state."""
    _programme(cast, now)
    for number, (state, ago) in enumerate(STORIES):
        yield Story(cast, now, state, now.astimezone(VN).date() - timedelta(days=ago), number).tell()


def _programme(cast: Cast, now: datetime) -> None:
    at = min(now, datetime.combine(date(now.astimezone(VN).year, 1, 12), time(9), VN))
    hanh, hoa = cast.actor("hanh", at), cast.actor("hoa", at)
    programme = acts.draft_programme(year=at.year, by=hanh, at=at)
    for month, title in ((2, "Quy định về hoạt động của chợ phiên"), (12, "Ban hành Quy chế quản lý công viên")):
        item = acts.ItemGiven(kind="committee_decision", title=title, lead=LEAD, due_month=month)
        acts.add_item(programme, item, by=hanh, at=at)
    acts.issue_programme(programme, number="15/QĐ-UBND", issued_on=at.date(), by=hoa, at=at)


@dataclass
class Story:
    """One draft from its first day to the state it stands in."""

    cast: Cast
    now: datetime
    state: str
    began: date
    number: int

    def tell(self) -> Draft:
        """Do the acts of its way, each on its day."""
        last = {"posting": "drafting", "incomplete": "asked", "returned": "submitted", "stopped": "drafting"}
        after = {"suspended": "published", "repealed": "published"}
        stop = (last | after).get(self.state, self.state)
        for name, day, state in WAY:
            self._do(name, self._at(day))
            if state == stop:
                break
        aside: Callable[[datetime], object] | None = getattr(self, f"_{self.state}", None)
        if aside is not None:
            aside(self._at(4 if self.state in {"posting", "stopped"} else 24))
        self.draft.refresh_from_db()
        return self.draft

    def _at(self, day: int) -> datetime:
        at = datetime.combine(self.began + timedelta(days=day), time(9, 5 * (self.number % 12)), VN)
        return min(at, self.now - timedelta(minutes=5))

    def _by(self, code: str, at: datetime) -> Actor:
        return self.cast.actor(code, at)

    @property
    def title(self) -> str:
        """What the text is called; a decree of each story."""
        return TITLES[self.number % len(TITLES)]

    def _do(self, name: str, at: datetime) -> None:  # noqa: C901, PLR0912  one branch an act
        duc, hanh, hoa, thu = (self._by(code, at) for code in ("duc", "hanh", "hoa", "thu"))
        match name:
            case "start":
                planned = self.began + timedelta(days=30)
                given = acts.DraftGiven(kind="committee_decision", title=self.title, lead=LEAD, planned_on=planned)
                self.draft = acts.start_draft(given, by=duc, at=at)
            case "version":
                acts.add_version(self.draft, word(self.title, self.began, "05"), name="du-thao.docx", by=duc, at=at)
            case "round":
                self._round(duc, at)
            case "close":
                self._close(duc, at)
            case "request":
                left_out = {"review", "comparison"} if self.state == "incomplete" else set()
                wanted = [row.key for row in loader.law().papers_on(at.date()) if row.must]
                given_papers = {key: None for key in wanted if key not in left_out}
                self.appraisal = acts.request_appraisal(
                    self.draft, letter=f"{40 + self.number}/VP", papers=given_papers, by=duc, at=at
                )
            case "receive":
                acts.receive_dossier(self.appraisal, by=hanh, at=at)
                contents = loader.law().examined()[: 3 if self.state == "appraising" else None]
                for content in contents:
                    acts.write_opinion(self.appraisal, content.key, judgement=Judgement.FIT, text="", by=hanh, at=at)
            case "sign":
                acts.sign_report(
                    self.appraisal, number=f"{60 + self.number}/BC-UBND", conclusion=Conclusion.READY,
                    conclusion_words="", by=hoa, at=at,
                )  # fmt: skip
                if self.state != "appraised":
                    acts.seal_report(self.appraisal, by=thu, at=at)
            case "submit":
                acts.submit(self.draft, number=f"{20 + self.number}/TTr-VP", by=duc, at=at)
            case "adopt":
                acts.adopt(self.draft, adopted_on=at.date(), votes_for=4, members=5, by=hoa, at=at)
            case "issue":
                effective = at.date() + timedelta(days=12)
                given_issue = acts.IssueGiven(
                    signed_on=at.date(), effective_on=effective, signer="Phan Thanh Long, Chủ tịch"
                )
                acts.issue(self.draft, given_issue, by=thu, at=at)
            case "publish":
                where = "Công báo điện tử thành phố; trụ sở Ủy ban nhân dân phường"
                acts.publish(self.draft, published_on=at.date(), where=where, by=thu, at=at)
                if self.state == "published":
                    self._check(hanh, at, ())

    def _round(self, duc: Actor, at: datetime) -> None:
        sent = at.date()
        given = acts.RoundGiven(
            letter=f"{20 + self.number}/UBND-VP", sent_on=sent, due_on=sent + timedelta(days=7),
            agencies=("Công an phường", "Trạm Y tế phường"), affected=("Ban quản lý chợ",),
        )  # fmt: skip
        self.round = acts.open_round(self.draft, given, by=duc, at=at)
        police, health, market = self.round.recipients.order_by("number")
        said = acts.AnswerGiven(
            answered_on=sent, letter="15/CA", text="Bổ sung trách nhiệm giữ gìn trật tự tại Điều 2."
        )
        answer = acts.record_answer(police, said, by=duc, at=at)
        acts.record_answer(health, acts.AnswerGiven(answered_on=sent, agrees=True), by=duc, at=at)
        if self.state != "consulting":
            acts.handle_answer(answer, verdict=Verdict.TAKEN, explanation="Đã bổ sung.", by=duc, at=at)
            wish = acts.AnswerGiven(answered_on=sent, text="Cho mở cửa sớm hơn một giờ.")
            kept = acts.record_answer(market, wish, by=duc, at=at)
            why = "Giờ mở cửa giữ như dự thảo để bảo đảm yên tĩnh khu dân cư."
            acts.handle_answer(kept, verdict=Verdict.EXPLAINED, explanation=why, by=duc, at=at)

    def _close(self, duc: Actor, at: datetime) -> None:
        acts.close_round(self.round, by=duc, at=at)
        acts.add_version(
            self.draft, word(self.title, self.began, "04"), name="du-thao-2.docx", text="Tiếp thu ý kiến", by=duc, at=at
        )

    def _posting(self, at: datetime) -> None:
        duc = self._by("duc", at)
        posting = acts.post(
            self.draft, from_on=at.date(), to_on=at.date() + timedelta(days=20),
            question="Trách nhiệm giữ gìn trật tự, vệ sinh; giờ mở cửa.", by=duc, at=at,
        )  # fmt: skip
        first = acts.comment(
            posting, acts.CommentGiven(text="Nên mở cửa từ 4 giờ sáng và chừa lối cho người đi bộ."), by=STRANGER, at=at
        )
        acts.moderate_comment(first, state=CommentState.SHOWN, reason="", by=duc, at=at)
        acts.comment(posting, acts.CommentGiven(text="Cần thêm chỗ để xe cho người già."), by=STRANGER, at=at)

    def _incomplete(self, at: datetime) -> None:
        acts.ask_missing(self.appraisal, by=self._by("hanh", at), at=at)

    def _returned(self, at: datetime) -> None:
        acts.return_draft(self.draft, reason="Làm rõ trách nhiệm tại Điều 2.", by=self._by("hoa", at), at=at)

    def _stopped(self, at: datetime) -> None:
        acts.stop_draft(self.draft, reason="Thành phố đã quy định.", by=self._by("hoa", at), at=at)

    def _suspended(self, at: datetime) -> None:
        self._handle(HandlingForm.SUSPEND, at)

    def _repealed(self, at: datetime) -> None:
        self._handle(HandlingForm.REPEAL, at)

    def _check(self, by: Actor, at: datetime, found: tuple[tuple[Head, str], ...]) -> None:
        kind = CheckKind.COMPETENT if found else CheckKind.SELF
        body = "Sở Tư pháp thành phố Đà Nẵng" if found else "Ủy ban nhân dân phường Tam Kỳ"
        self.check = acts.record_check(
            self.draft, acts.CheckGiven(kind=kind, body=body, checked_on=at.date(), found=found), by=by, at=at
        )

    def _handle(self, form: HandlingForm, at: datetime) -> None:
        wrong = "Điều 2 quy định thêm thủ tục hành chính khi luật không giao."
        self._check(self._by("binh", at), at, ((Head.CONTENT, wrong),))
        given = acts.HandlingGiven(
            form=form,
            number=f"{90 + self.number}/QĐ-UBND",
            decided_on=at.date(),
            reason=wrong,
            body="Ủy ban nhân dân phường Tam Kỳ",
        )
        made = acts.handle_text(self.draft, given, check=self.check, by=self._by("hoa", at), at=at)
        if form == HandlingForm.REPEAL:
            acts.publish_handling(
                made, published_on=at.date(), where="Cổng thông tin điện tử", by=self._by("thu", at), at=at
            )


def word(title: str, on: date, hour: str) -> bytes:
    """The draft as a Word file; the same words give the same bytes."""
    made, effect = docx.Document(), on + timedelta(days=40)
    for line in (
        "QUYẾT ĐỊNH",
        title,
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị định số 60/2024/NĐ-CP ngày 05 tháng 6 năm 2024 của Chính phủ về phát triển và quản lý chợ;",
        "Điều 1. Phạm vi điều chỉnh",
        f"Quyết định này {title[0].lower()}{title[1:]}.",
        "Điều 2. Trách nhiệm",
        f"Ban quản lý mở cửa từ {hour} giờ và giữ gìn trật tự, vệ sinh theo Điều 1 Quyết định này.",
        "Điều 3. Hiệu lực thi hành",
        f"Quyết định này có hiệu lực thi hành từ ngày {effect:%d} tháng {effect.month} năm {effect.year}.",
    ):
        made.add_paragraph(line)
    kept, still = BytesIO(), BytesIO()
    made.save(kept)
    with zipfile.ZipFile(kept) as archive, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as again:
        for name in archive.namelist():
            again.writestr(zipfile.ZipInfo(name), archive.read(name), zipfile.ZIP_DEFLATED)
    return still.getvalue()
