"""Review in the invented office: the city's round of 2019–2023 published, the list of 2025 out, the ward's round at its
last step, and reviews begun by an amended decree.

Told through the product's own acts. Documents and their numbers are invented; what is dated back from today is so that
there is something to do whatever the day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from motcua.base.worktime.rules import VN
from motcua.bureau.law_review import acts, queries
from motcua.bureau.law_review.choices import Proposal, Trigger
from motcua.bureau.law_review.models import ReviewCase, Systematisation
from motcua.demo.story import Cast
from motcua.house.office import queries as office
from motcua.house.office.rules import SYSTEM
from motcua.legal.lawbase import acts as law
from motcua.legal.lawbase import queries as lawbase
from motcua.legal.lawbase.choices import HOLDING, EventKind, RelationKind
from motcua.legal.lawbase.models import LegalDocument

CITY, DIVISION, WARD = "TK", "TK-TP", "P20341"
FORGOTTEN = "09/2016/QĐ-UBND"
ENTERED, OPENED = date(2023, 10, 2), date(2026, 1, 1)
MEDIATION, RECEPTION, MARKETS = "Hòa giải ở cơ sở", "Tiếp công dân", "Quản lý chợ"
CITY_DOCUMENTS = (
    ("02/2017/QĐ-UBND", date(2017, 2, 20), "Quy chế hoạt động của thư viện thành phố", "Văn hóa"),
    ("09/2016/QĐ-UBND", date(2016, 8, 15), "Quy định quản lý vỉa hè, lòng đường", "Đô thị"),
    ("05/2018/QĐ-UBND", date(2018, 3, 12), "Quy chế tiếp công dân của Ủy ban nhân dân thành phố", RECEPTION),
    ("11/2019/QĐ-UBND", date(2019, 5, 6), "Quy định mức chi hỗ trợ hòa giải viên ở cơ sở", MEDIATION),
    ("03/2021/QĐ-UBND", date(2021, 4, 1), "Quy chế tiếp công dân của Ủy ban nhân dân thành phố", RECEPTION),
    ("08/2022/QĐ-UBND", date(2022, 7, 11), "Quy định về tổ chức, quản lý chợ trên địa bàn thành phố", MARKETS),
)
WARD_DOCUMENTS = (
    ("02/2025/QĐ-UBND", date(2025, 9, 8), "Quy định về tổ chức, quản lý chợ trên địa bàn phường", MARKETS),
    ("04/2025/QĐ-UBND", date(2025, 10, 15), "Quy chế tiếp công dân của Ủy ban nhân dân phường", RECEPTION),
    ("05/2025/QĐ-UBND", date(2025, 11, 3), "Quy định chi tiết thủ tục thanh toán thù lao hòa giải viên", MEDIATION),
)
ARTICLES = """Điều 1. Phạm vi điều chỉnh
Quyết định này quy định mức chi hỗ trợ hòa giải viên ở cơ sở.
Điều 2. Mức chi
1. Vụ việc hòa giải thành: 200.000 đồng.
2. Vụ việc hòa giải không thành: 150.000 đồng.
Điều 3. Nguồn kinh phí
Ngân sách thành phố bảo đảm.
"""


@dataclass(frozen=True)
class Review:
    """The story of one office's reviews."""

    cast: Cast
    now: datetime

    def tell(self) -> None:
        """Load everything, in the order in which an office would have done it."""
        basis = self._decree(
            "990/2018/NĐ-CP", date(2018, 1, 15), "Nghị định về hòa giải ở cơ sở (văn bản mẫu)", ENTERED
        )
        city = {number: self._own(CITY, number, on, title, field) for number, on, title, field in CITY_DOCUMENTS}
        on = self.on(ENTERED, "hoa")
        law.add_version(city["11/2019/QĐ-UBND"], ARTICLES, **on)
        self._bears(city["03/2021/QĐ-UBND"], RelationKind.REPLACES, city["05/2018/QĐ-UBND"], ENTERED)
        self._bears(city["11/2019/QĐ-UBND"], RelationKind.BASED_ON, basis, ENTERED)
        self._city_round()
        ward = {number: self._own(WARD, number, on, title, field) for number, on, title, field in WARD_DOCUMENTS}
        entered = date(2025, 11, 10)
        self._bears(ward["02/2025/QĐ-UBND"], RelationKind.REPLACES, city["08/2022/QĐ-UBND"], entered)
        self._bears(
            ward["04/2025/QĐ-UBND"], RelationKind.REPEALS, city["03/2021/QĐ-UBND"], entered, scope=("dieu-7",),
            scope_words="Điều 7",
        )  # fmt: skip
        self._bears(ward["05/2025/QĐ-UBND"], RelationKind.DETAILS, city["11/2019/QĐ-UBND"], entered)
        self._january_list()
        self._topic(city["02/2017/QĐ-UBND"])
        self._ward_round()
        self._amended(basis)

    def on(self, day: date, who: str) -> dict[str, Any]:
        """Who acts on a day, as every act wants it; never ahead of now."""
        at = min(datetime.combine(day, time(9, 30), VN), self.now - timedelta(minutes=5))
        return {"by": self.cast.actor(who, at), "at": at}

    def ago(self, days: int, who: str) -> dict[str, Any]:
        """The same, so many days back, but not before the ward could begin its round."""
        return self.on(max(self.day(-days), OPENED), who)

    def day(self, ahead: int) -> date:
        """A day ahead, or behind when negative."""
        return self.now.astimezone(VN).date() + timedelta(days=ahead)

    def _decree(self, number: str, issued_on: date, title: str, entered: date, keeper: str = DIVISION) -> LegalDocument:
        facts = law.Facts(
            issuer="Chính phủ", type="Nghị định", number=number, title=title, issued_on=issued_on,
            effective_on=issued_on + timedelta(days=45), source="văn bản mẫu", sure="low",
        )  # fmt: skip
        return self._entered(facts, keeper, self.on(entered, "hoa"))

    def _own(self, code: str, number: str, issued_on: date, title: str, field: str) -> LegalDocument:
        unit = office.directory().unit(code)
        facts = law.Facts(
            issuer=unit.name, type="Quyết định", number=number, title=title, issued_on=issued_on,
            effective_on=issued_on + timedelta(days=10), field=field, source="văn bản mẫu", issuer_unit_id=unit.id,
        )  # fmt: skip
        day = ENTERED if code == CITY else issued_on + timedelta(days=1)
        return self._entered(facts, DIVISION if code == CITY else WARD, self.on(day, "hoa"))

    def _entered(self, facts: law.Facts, keeper: str, doing: dict[str, Any]) -> LegalDocument:
        same = lawbase.same_document(facts.issuer, facts.type, facts.number, facts.issued_on)
        return same or law.register(facts, keeper_id=office.directory().unit(keeper).id, **doing)

    def _bears(
        self, source: LegalDocument, kind: RelationKind, target: LegalDocument, entered: date, **scope: Any
    ) -> None:
        law.relate(source, kind=kind, target=target, confirmed=True, **scope, **self.on(entered, "hoa"))

    def _city_round(self) -> None:
        row = acts.draft_round(
            from_on=date(2019, 1, 1),
            cut_off=date(2023, 12, 31),
            purpose="Công bố đầy đủ văn bản còn hiệu lực; kiến nghị xử lý văn bản không còn phù hợp.",
            scope="Văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân thành phố còn hiệu lực.",
            assignment="Phòng Tư pháp chủ trì; các phòng rà soát văn bản thuộc lĩnh vực trước ngày 15/01/2024.",
            **self.on(date(2023, 10, 16), "hanh"),
        )
        head, staff = "hoa", "hanh"
        row = acts.issue_round_plan(
            row, number="215/KH-UBND", planned_on=date(2023, 10, 30), **self.on(date(2023, 10, 30), head)
        )
        row = acts.enter_previous(row, self._on_paper(), **self.on(date(2024, 1, 4), staff))
        row = self._listed(row, date(2024, 1, 8))
        self._explain(row, date(2024, 1, 22))
        row = acts.make_lists(row, **self.on(date(2024, 1, 23), staff))
        approval = date(2024, 2, 15)
        row = acts.approve_round(row, number="318/QĐ-UBND", approved_on=approval, **self.on(approval, head))
        acts.publish_round(row, **self.on(date(2024, 2, 20), head))

    def _on_paper(self) -> list[str]:
        """The list of 2018: what the register says was in force, one number forgotten and one nobody knows."""
        last = date(2018, 12, 31)
        rows = queries.documents_of(office.directory().unit(CITY), last)
        standing = [one.number for one in rows if lawbase.state_of(one, on=last) in HOLDING]
        return [*(number for number in standing if number != FORGOTTEN), "14/2015/QĐ-UBND"]

    def _listed(self, row: Systematisation, day: date) -> Systematisation:
        row = acts.gather(row, **self.on(day, "hanh"))
        row = acts.collect_results(row, **self.on(day + timedelta(days=1), "hanh"))
        return acts.make_lists(row, **self.on(day + timedelta(days=2), "hanh"))

    def _explain(self, row: Systematisation, day: date) -> None:
        texts = {
            "not_kept": "Bản giấy không còn; Ủy ban nhân dân thành phố đã có văn bản xác nhận bãi bỏ năm 2017.",
            "not_gathered": "Danh mục kỳ trước bỏ sót; đã tìm thấy bản chính trong kho lưu trữ.",
        }
        doing = self.on(day, "hanh")
        for one in queries.reconciled(row, on=doing["by"].on).differences:
            acts.explain(row, one, text=texts[one.kind], **doing)

    def _january_list(self) -> None:
        row = acts.compute_list(2025, **self.on(date(2026, 1, 5), "hanh"))
        row = acts.check_list(row, remark="Đối chiếu từng bản chính: khớp.", **self.on(date(2026, 1, 9), "hanh"))
        doing = self.on(date(2026, 1, 20), "hoa")
        row = acts.approve_list(row, number="27/QĐ-UBND", approved_on=doing["by"].on, **doing)
        acts.publish_list(row, **self.on(date(2026, 1, 22), "hoa"))

    def _topic(self, document: LegalDocument) -> None:
        (case,) = acts.begin_reviews(
            [document],
            trigger=Trigger.FIELD,
            topic="Văn bản của thành phố Tam Kỳ chuyển về phường",
            reason="Không còn thư viện thành phố sau khi sắp xếp đơn vị hành chính.",
            **self.ago(28, "hanh"),
        )
        given = acts.SlipGiven(
            changed="Thư viện thành phố đã chuyển về thành phố Đà Nẵng quản lý từ ngày 01/07/2025.",
            opinion="Đối tượng điều chỉnh không còn.",
            proposal=Proposal.REPEAL,
            content="Bãi bỏ toàn bộ Quyết định số 02/2017/QĐ-UBND",
            lead="Văn phòng HĐND và UBND phường",
            due_on=self.day(40),
        )
        case = acts.fill_slip(case, given, **self.ago(26, "hanh"))
        acts.decide_review(case, decision="Đồng ý, giao Văn phòng soạn thảo.", **self.ago(24, "hoa"))

    def _ward_round(self) -> None:
        row = acts.draft_round(
            from_on=date(2024, 1, 1),
            cut_off=date(2025, 12, 31),
            purpose="Xác định văn bản còn hiệu lực của thành phố Tam Kỳ (cũ) và của phường sau khi sắp xếp.",
            scope="Văn bản của Ủy ban nhân dân thành phố Tam Kỳ (cũ) chuyển về và của Ủy ban nhân dân phường.",
            assignment="Văn phòng HĐND và UBND chủ trì; các phòng phối hợp.",
            **self.ago(23, "hanh"),
        )
        doing = self.ago(22, "hoa")
        row = acts.issue_round_plan(row, number="31/KH-UBND", planned_on=doing["by"].on, **doing)
        row = self._listed(row, max(self.day(-18), OPENED))
        doing = self.ago(9, "hoa")
        acts.approve_round(row, number="402/QĐ-UBND", approved_on=doing["by"].on, **doing)

    def _amended(self, basis: LegalDocument) -> None:
        issued = self.day(-10)
        title = "Nghị định sửa đổi, bổ sung Nghị định về hòa giải ở cơ sở (văn bản mẫu)"
        acting = self._decree("991/2026/NĐ-CP", issued, title, self.day(-6), keeper=WARD)
        doing = self.on(self.day(-6), "hoa")
        what = law.Happening(
            kind=EventKind.AMENDED,
            on=issued + timedelta(days=45),
            scope=("dieu-8",),
            scope_words="Điều 8",
            acting=acting,
        )
        law.record_event(basis, what, confirmed=True, **doing)
        acts.propose_reviews(basis, by=SYSTEM, at=doing["at"])
        case = ReviewCase.objects.get(document__number="05/2025/QĐ-UBND")
        line = acts.LineGiven(
            provision="Khoản 1 Điều 3", basis="Điều 8 sửa đổi: thanh toán trong 05 ngày làm việc",
            opinion="Quy định 10 ngày không còn phù hợp", proposal=Proposal.AMEND,
        )  # fmt: skip
        given = acts.SlipGiven(
            changed="Nghị định rút ngắn thời hạn thanh toán thù lao.",
            opinion="Cần sửa thời hạn thanh toán.",
            proposal=Proposal.AMEND,
            content="Sửa thời hạn tại khoản 1 Điều 3 thành 05 ngày làm việc",
            lead="Văn phòng HĐND và UBND phường",
            due_on=self.day(60),
            lines=[line],
        )
        acts.fill_slip(case, given, **self.on(self.day(-2), "hanh"))
