"""Monitoring in the invented office: an issued plan, information, two inspections, proposals in every state, a survey.

Everything is dated back from today through the product's own acts, so that something is late whatever the day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from motcua.base.worktime.rules import VN
from motcua.bureau.law_watch import acts, queries
from motcua.bureau.law_watch.choices import ActivityKind, Grade, QuestionKind, Source
from motcua.bureau.law_watch.models import Inspection, InspectionFinding, Plan, Proposal
from motcua.counter.dossiers.models import Dossier
from motcua.demo.story import Cast

NEWEST = date(2025, 7, 15)
"""The ward exists since 01/07/2025; nothing of it is older than this."""
COPIES = "Nghị định về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính"
CENTRE = "Trung tâm Phục vụ hành chính công"
DIVISION = "Văn phòng HĐND và UBND"
REPLIES = ((0, 4), (0, 4), (1, 3), (0, 3), (2, 1), (0, 4), (1, 4), (0, 2), (0, 3), (1, None), (0, 4), (2, 0))


@dataclass(frozen=True)
class Watch:
    """The story of one ward's monitoring, told back from now."""

    cast: Cast
    now: datetime

    def tell(self) -> None:
        """Load everything, in the order in which an office would have done it."""
        plan = self._plan()
        self._figures()
        first, second = self._inspections(plan)
        self._observations()
        self._proposals(first, second)
        self._survey(plan)
        self._reports()

    def day(self, ago: int) -> date:
        """The weekday so many days back, or the Friday before; negative is ahead, where no calendar is out yet."""
        on = self.now.astimezone(VN).date() - timedelta(days=ago)
        return on - timedelta(days=max(0, on.weekday() - 4))

    def doing(self, who: str, ago: int) -> dict[str, Any]:
        """Who acts and when, as every act wants it."""
        at = min(datetime.combine(self.day(ago), time(9, 30), VN), self.now - timedelta(minutes=5))
        return {"by": self.cast.actor(who, at), "at": at}

    def _plan(self) -> Plan:
        year = self.day(130).year
        begun = (self.now.astimezone(VN).date() - max(date(year, 1, 12), NEWEST)).days
        plan = acts.draft_plan(
            year=year,
            purpose="Đánh giá đúng thực trạng thi hành pháp luật trên địa bàn; kịp thời kiến nghị xử lý vướng mắc.",
            focus=["Chứng thực", "Hộ tịch", "Giải quyết thủ tục hành chính theo cơ chế một cửa"],
            budget="15 triệu đồng, từ kinh phí thường xuyên",
            **self.doing("hanh", begun),
        )
        for given in self._lines():
            acts.add_activity(plan, given, **self.doing("hanh", begun))
        issued = begun - 5
        acts.issue_plan(plan, number="15/KH-UBND", issued_on=self.day(issued), **self.doing("hoa", issued))
        first, second, third, *_ = queries.standing(plan)
        for one, ago, result in ((first, 75, "Báo cáo số 31/BC-VP"), (second, 38, "Kết luận kiểm tra số 12/KL-UBND")):
            acts.finish_activity(one, done_on=self.day(ago), result=result, **self.doing("hanh", ago))
        acts.amend_plan(
            plan,
            number="44/KH-UBND",
            signed_on=self.day(50),
            reason="Lùi thời gian khảo sát sau đợt cao điểm tuyển sinh",
            activity=third,
            given=self._line(ActivityKind.SURVEY, "Khảo sát mức độ hài lòng về chứng thực", -6, "Báo cáo khảo sát"),
            **self.doing("hoa", 50),
        )
        return plan

    def _line(self, kind: ActivityKind, what: str, ago: int, product: str) -> acts.ActivityGiven:
        helpers = "Trung tâm Phục vụ hành chính công; Công an phường"
        return acts.ActivityGiven(
            kind=kind, what=what, lead=DIVISION, cooperating=helpers, due_on=self.day(ago), product=product
        )

    def _lines(self) -> tuple[acts.ActivityGiven, ...]:
        return (
            self._line(ActivityKind.COLLECT, "Thu thập thông tin về thi hành pháp luật hộ tịch", 70, "Báo cáo"),
            self._line(ActivityKind.INSPECT, "Kiểm tra công tác chứng thực", 35, "Kết luận kiểm tra"),
            self._line(ActivityKind.SURVEY, "Khảo sát mức độ hài lòng về chứng thực", 20, "Báo cáo khảo sát"),
            self._line(ActivityKind.INSPECT, "Kiểm tra niêm yết thủ tục hành chính", 12, "Kết luận kiểm tra"),
            self._line(ActivityKind.CONFERENCE, "Hội nghị đánh giá thi hành pháp luật", -20, "Biên bản hội nghị"),
            self._line(ActivityKind.SETTLE, "Xử lý kết quả theo dõi, báo cáo năm", -45, "Báo cáo năm"),
        )

    def _inspections(self, plan: Plan) -> tuple[Inspection, Inspection]:
        planned = list(queries.standing(plan))
        made = []
        for number, ago, activity, subject in (
            ("112/QĐ-UBND", 62, planned[1], "Trung tâm Phục vụ hành chính công phường Tam Kỳ"),
            ("131/QĐ-UBND", 25, planned[3], "Văn phòng HĐND và UBND phường Tam Kỳ"),
        ):
            given = acts.InspectionGiven(
                number=number,
                decided_on=self.day(ago),
                subject=subject,
                document=COPIES,
                team="Nguyễn Thị Hoa, trưởng đoàn\nLê Thị Hạnh, thành viên\nHuỳnh Minh Đức, thư ký",
                place="Trụ sở Ủy ban nhân dân phường Tam Kỳ",
                from_on=self.day(ago - 5),
                to_on=self.day(ago - 7),
            )
            made.append(acts.decide_inspection(given, activity=activity, **self.doing("hanh", ago)))
        first, second = made
        self._found(first, 56, "Chưa niêm yết mức thu phí chứng thực tại nơi tiếp nhận.", Grade.LIMITED)
        self._found(first, 56, "Quy định về bản dịch có chữ ký cộng tác viên còn cách hiểu khác nhau.", Grade.TEXT)
        self._found(second, 19, "Hai hồ sơ chứng thực chữ ký thiếu phiếu kiểm soát.", Grade.WRONG)
        acts.conclude_inspection(
            first,
            conclusion="Công tác chứng thực cơ bản đúng quy định. Niêm yết đủ mức thu trong 05 ngày làm việc.",
            concluded_on=self.day(45),
            **self.doing("hoa", 45),
        )
        return first, second

    def _found(self, inspection: Inspection, ago: int, words: str, grade: Grade) -> None:
        acts.add_finding(inspection, text=words, group="inspection", grade=grade, **self.doing("duc", ago))

    def _observations(self) -> None:
        code = Dossier.objects.exclude(code=None).order_by("received_at", "code").values_list("code", flat=True).first()
        for source, name, ago, words, cited, grade in (
            (Source.PRESS, "Báo Sông Thu (giả định)", 66, "Người dân chờ chứng thực đầu giờ sáng.", "", "limited"),
            (Source.PETITION, "Ông Trương Quốc Khánh", 48, "Nêu rõ giấy tờ nào không cần chứng thực.", "", "text"),
            (Source.DOSSIER, "Hồ sơ một cửa", 21, "Cùng một giấy tờ, hai nơi yêu cầu khác nhau.", code or "", "wrong"),
            (Source.REPORT, CENTRE, 4, "Số chứng thực bản sao giảm sau khi khai thác dữ liệu.", "", ""),
        ):  # fmt: skip
            given = acts.ObservationGiven(
                source=source,
                source_name=name,
                received_on=self.day(ago),
                dossier_code=cited,
                document=COPIES,
                document_number="23/2015/NĐ-CP",
                content=words,
                group="collection",
            )
            chosen = Grade(grade) if grade else None
            acts.record_observation(given, grade=chosen, **self.doing("hanh", ago))

    def _sent(self, number: str, body: str, words: str, ago: int, finding: InspectionFinding | None = None) -> Proposal:
        given = acts.ProposalGiven(
            number=number, sent_on=self.day(ago), body=body, text=words, due_on=self.day(ago - 30)
        )
        return acts.send_proposal(given, finding=finding, **self.doing("hanh", ago))

    def _proposals(self, first: Inspection, second: Inspection) -> None:
        one, two = queries.findings(first)
        (three,) = queries.findings(second)
        self._sent("205/UBND", "Sở Tư pháp", "Hướng dẫn thống nhất về bản dịch của cộng tác viên.", 44, finding=two)
        answered = self._sent("231/UBND", CENTRE, "Lập đủ phiếu kiểm soát.", 18, finding=three)
        self._answer(answered, 3, "Đã rà soát, lập bổ sung phiếu kiểm soát cho hai hồ sơ.")
        accepted = self._sent("204/UBND", CENTRE, "Niêm yết đủ mức thu phí.", 43, finding=one)
        self._answer(accepted, 36, "Đã niêm yết từ tuần này.")
        self._judge(accepted, 33, "Đã kiểm tra thực tế, niêm yết đủ.", is_accepted=True)
        rejected = self._sent("190/UBND", "Sở Tài chính", "Tăng mức hỗ trợ kinh phí theo dõi thi hành pháp luật.", 60)
        self._answer(rejected, 40, "Chưa có cơ sở để tăng mức chi trong năm.")
        self._judge(rejected, 35, "Đề nghị lại khi lập dự toán năm sau.", is_accepted=False)
        closed = self._sent("166/UBND", "Ban chỉ đạo cải cách thủ tục (đã giải thể)", "Thống nhất mẫu phiếu hẹn.", 90)
        reason = "Cơ quan nhận đã giải thể; nội dung chuyển sang kiến nghị mới."
        acts.close_proposal(closed, reason=reason, **self.doing("hoa", 50))

    def _answer(self, row: Proposal, ago: int, words: str) -> None:
        acts.answer_proposal(row, answer=words, answered_on=self.day(ago), **self.doing("hanh", ago))

    def _judge(self, row: Proposal, ago: int, words: str, *, is_accepted: bool) -> None:
        acts.judge_proposal(row, is_accepted=is_accepted, judgement=words, **self.doing("hoa", ago))

    def _survey(self, plan: Plan) -> None:
        survey = acts.draft_survey(
            title="Mức độ hài lòng về chứng thực",
            asked="Người dân đến chứng thực tại bộ phận một cửa",
            place="Trung tâm Phục vụ hành chính công phường Tam Kỳ",
            from_on=self.day(15),
            to_on=self.day(-5),
            activity=queries.standing(plan).get(kind=ActivityKind.SURVEY),
            **self.doing("hanh", 16),
        )
        waits = "Dưới 30 phút\nTừ 30 phút đến 1 giờ\nTrên 1 giờ"
        when = self.doing("hanh", 16)
        one = acts.add_question(survey, text="Chờ bao lâu?", kind=QuestionKind.CHOICE, options=waits, **when)
        two = acts.add_question(survey, text="Hướng dẫn dễ hiểu", kind=QuestionKind.SCALE, **when)
        acts.open_survey(survey, **self.doing("hanh", 15))
        for wait, content in REPLIES:
            acts.add_reply(survey, {one.pk: wait, two.pk: content}, **self.doing("duc", 2))

    def _quarters(self) -> tuple[tuple[date, date], tuple[date, date]]:
        """The last two quarters that are over, the older first."""
        today = self.now.astimezone(VN).date()
        begins = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
        found = []
        for _ in range(2):
            ends = begins - timedelta(days=1)
            begins = date(ends.year, ends.month - 2, 1)
            found.append((begins, ends))
        return found[1], found[0]

    def _figures(self) -> None:
        for turn, (first, last) in enumerate(self._quarters()):
            sheet = acts.open_figures(from_on=first, to_on=last, **self.doing("hanh", 1))
            values: dict[str, int | None] = {
                "plans_due": 2, "plans_on_time": 1 + turn, "plans_late": 1 - turn, "sessions": 3 + turn,
                "participants": 180 + 25 * turn, "posts_needed": 3, "posts_filled": 2, "budget_planned": 8,
                "budget_spent": 5 + turn, "cases_on_time": 1240 + 60 * turn, "cases_late": 14 - 5 * turn,
                "decisions_cancelled": 1, "sanctions": 2, "complaints": 4 - turn, "units_inspected": 1,
            }  # fmt: skip
            counted = queries.live_of(sheet)
            typed = {key: value for key, value in values.items() if key not in counted}
            acts.enter_figures(sheet, typed, **self.doing("hanh", 1))

    def _reports(self) -> None:
        (first, last), (begins, ends) = self._quarters()
        texts = {
            "direction": "Ủy ban nhân dân phường đã phân công Văn phòng làm đầu mối theo dõi.",
            "results": "Pháp luật về chứng thực, hộ tịch cơ bản được thi hành đúng, kịp thời.",
            "shortcomings": "Niêm yết mức thu có lúc chưa đủ.",
            "causes": "Công chức kiêm nhiệm; văn bản hướng dẫn còn cách hiểu khác nhau.",
            "requests": "Đề nghị Sở Tư pháp tập huấn chuyên sâu về chứng thực bản dịch.",
        }
        issued = acts.draft_report(from_on=first, to_on=last, **self.doing("hanh", 1))
        acts.edit_report(issued, texts, **self.doing("hanh", 1))
        acts.issue_report(issued, number="58/BC-UBND", **self.doing("hoa", 0))
        draft = acts.draft_report(from_on=begins, to_on=ends, **self.doing("hanh", 0))
        acts.edit_report(draft, texts, **self.doing("hanh", 0))
