"""What officers type on the pages of monitoring. Values only; what may be done is decided by the acts."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from motcua.bureau.law_watch import loader, rules
from motcua.bureau.law_watch.choices import ACTIVITY_NAME, GRADE_NAME, QUESTION_NAME, SOURCE_NAME
from motcua.bureau.law_watch.models import SurveyQuestion


def day_field(label: str, *, required: bool = True) -> forms.DateField:
    """A day as 05/11/2024."""
    return forms.DateField(
        label=label,
        required=required,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "05/11/2024"}),
        error_messages={
            "invalid": f"{label} không có thật. Viết như 05/11/2024.",
            "required": f"Ghi {label[0].lower()}{label[1:]}.",
        },
    )


def text(label: str, *, longest: int = 500, required: bool = True, hint: str = "") -> forms.CharField:
    """One line."""
    missing = {"required": f"Ghi {label[0].lower()}{label[1:]}."}
    return forms.CharField(label=label, max_length=longest, required=required, help_text=hint, error_messages=missing)


def block(label: str, *, required: bool = True, hint: str = "", rows: int = 4) -> forms.CharField:
    """Several lines."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"Ghi {label[0].lower()}{label[1:]}."},
    )


def chosen(label: str, names: dict[Any, str], *, required: bool = True) -> forms.ChoiceField:
    """One of a closed list."""
    choices = [("", "Chọn…"), *((key.value, name) for key, name in names.items())]
    missing = {"required": f"Chọn {label[0].lower()}{label[1:]}."}
    return forms.ChoiceField(label=label, choices=choices, required=required, error_messages=missing)


def group_choices() -> list[Any]:
    """Groups of criteria under the decree they belong to, the newest decree first."""
    found: list[Any] = [("", "Chọn…")]
    for regime in reversed(loader.regimes()):
        until = f" đến {regime.to_on:%d/%m/%Y}" if regime.to_on else ""
        name = f"{regime.name} (từ {regime.from_on:%d/%m/%Y}{until})"
        found.append((name, [(group.key, group.name) for group in regime.groups]))
    return found


def group_field() -> forms.ChoiceField:
    """A group of criteria; which decree holds is decided by the day."""
    missing = {"required": "Chọn nhóm tiêu chí."}
    return forms.ChoiceField(label="Nhóm tiêu chí", choices=group_choices, error_messages=missing)


class Plain(forms.Form):
    """Errors come from the server, in our words; also a question that only waits for its button."""

    use_required_attribute = False


class PlanForm(Plain):
    """The draft of a plan; the year is asked once."""

    year = forms.IntegerField(
        label="Năm", min_value=2012, max_value=2100, error_messages={"required": "Ghi năm của kế hoạch."}
    )
    purpose = block("Mục đích, yêu cầu")
    focus = block("Lĩnh vực trọng tâm", hint="Mỗi dòng một lĩnh vực", rows=3)
    budget = text("Kinh phí", required=False)

    def clean_focus(self) -> list[str]:
        """One field a line."""
        return str(self.cleaned_data["focus"]).splitlines()


class ActivityForm(Plain):
    """A line of the plan's table."""

    kind = chosen("Loại hoạt động", ACTIVITY_NAME)
    what = text("Nội dung hoạt động")
    lead = text("Đơn vị chủ trì", longest=200)
    cooperating = text("Đơn vị phối hợp", required=False)
    due_on = day_field("Thời hạn")
    product = text("Sản phẩm", longest=300)


class PaperForm(Plain):
    """Number and day of a paper that is issued."""

    number = text("Số, ký hiệu", longest=60, hint="Ví dụ: 15/KH-UBND")
    issued_on = day_field("Ngày ban hành")


class AmendingForm(Plain):
    """Under which paper, and why, an issued plan is changed."""

    number = text("Số, ký hiệu văn bản sửa đổi, bổ sung", longest=60)
    signed_on = day_field("Ngày văn bản")
    reason = text("Lý do")


class AmendForm(AmendingForm, ActivityForm):
    """The paper, and the line as it shall be."""

    field_order = ["number", "signed_on", "reason", "kind", "what", "lead", "cooperating", "due_on", "product"]


class DoneForm(Plain):
    """When an activity was done, and what came of it."""

    done_on = day_field("Ngày hoàn thành")
    result = text("Kết quả, sản phẩm đã có", hint="Ví dụ: Báo cáo số 42/BC-UBND")


class AssessForm(Plain):
    """How enforcement is judged."""

    grade = chosen("Đánh giá", GRADE_NAME)
    assessment = block("Nhận xét", required=False)


class ObservationForm(Plain):
    """Information received."""

    source = chosen("Nguồn", SOURCE_NAME)
    source_name = text("Nguồn cụ thể", longest=300, hint="Tên báo, số bài; người phản ánh; đơn vị báo cáo")
    received_on = day_field("Ngày nhận")
    document = text("Văn bản liên quan", hint="Ghi như trong nguồn tin")
    document_number = text("Số, ký hiệu văn bản", longest=60, required=False, hint="Ví dụ: 23/2015/NĐ-CP")
    dossier_code = text("Mã hồ sơ", longest=40, required=False, hint="Khi thông tin từ một hồ sơ")
    group = group_field()
    content = block("Nội dung thông tin")
    grade = chosen("Đánh giá", GRADE_NAME, required=False)
    assessment = block("Nhận xét", required=False, rows=2)


class ActivityChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An activity of the plan this work carries out."""

    def label_from_instance(self, obj: Any) -> str:
        """“3. Kiểm tra công tác chứng thực (2026)”."""
        return f"{obj.number}. {obj.what} ({obj.plan.year})"


class PlannedForm(Plain):
    """Work that may carry out an activity of the plan."""

    def __init__(self, *args: Any, activities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["activity"] = ActivityChoice(
            activities, label="Hoạt động trong kế hoạch", required=False, empty_label="Ngoài kế hoạch"
        )


class InspectionForm(PlannedForm):
    """A decision to inspect."""

    number = text("Số quyết định", longest=60)
    decided_on = day_field("Ngày quyết định")
    subject = text("Đơn vị được kiểm tra", longest=300)
    document = text("Văn bản, lĩnh vực kiểm tra")
    team = block("Thành phần đoàn kiểm tra", hint="Mỗi dòng một người, chức vụ", rows=3)
    place = text("Địa điểm", longest=300)
    from_on = day_field("Từ ngày")
    to_on = day_field("Đến ngày")


class FindingForm(Plain):
    """What was found."""

    text = block("Nội dung phát hiện")
    group = group_field()
    grade = chosen("Đánh giá", GRADE_NAME)


class ConcludeForm(Plain):
    """The conclusion of an inspection."""

    conclusion = block("Nội dung kết luận")
    concluded_on = day_field("Ngày kết luận")


class ProposalForm(Plain):
    """A proposal that was sent."""

    number = text("Số văn bản kiến nghị", longest=60)
    sent_on = day_field("Ngày gửi")
    body = text("Cơ quan có thẩm quyền", longest=200)
    text = block("Nội dung kiến nghị")
    due_on = day_field("Hạn trả lời")


class AnswerForm(Plain):
    """The body's answer."""

    answered_on = day_field("Ngày trả lời")
    number = text("Số văn bản trả lời", longest=60, required=False)
    answer = block("Nội dung trả lời")


class JudgeForm(Plain):
    """Whether the answer takes the proposal up."""

    verdict = forms.ChoiceField(
        label="Kiến nghị",
        choices=[("accepted", "Được tiếp thu"), ("rejected", "Không được tiếp thu")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn kết quả xét trả lời."},
    )
    judgement = block("Nhận xét về trả lời")


class CloseForm(Plain):
    """Why a proposal is closed; needed when nobody answered, which the act decides."""

    reason = block("Lý do khép", required=False, hint="Bắt buộc khi chưa có trả lời")


class SurveyForm(PlannedForm):
    """A survey."""

    title = text("Tên cuộc khảo sát", longest=300)
    asked = text("Đối tượng khảo sát", longest=300)
    place = text("Địa điểm", longest=300)
    from_on = day_field("Từ ngày")
    to_on = day_field("Đến ngày")


class QuestionForm(Plain):
    """A question of a survey."""

    text = text("Câu hỏi")
    kind = chosen("Loại trả lời", QUESTION_NAME)
    options = block("Các trả lời để chọn", required=False, hint="Mỗi dòng một trả lời; thang điểm thì để trống")


class ReplyForm(Plain):
    """One sheet: a choice for each question, none of them compulsory."""

    def __init__(self, *args: Any, questions: Sequence[SurveyQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for one in questions:
            self.fields[f"q{one.number}"] = forms.TypedChoiceField(
                label=f"{one.number}. {one.text}",
                choices=list(enumerate(one.options)),
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[Any, int | None]:
        """The chosen answer of each question."""
        return {one.pk: self.cleaned_data[f"q{one.number}"] for one in self.questions}


class PeriodForm(Plain):
    """A period; both days count."""

    from_on = day_field("Từ ngày")
    to_on = day_field("Đến ngày")


class FiguresForm(Plain):
    """The numbers of a sheet; empty means not counted, which is not zero."""

    def __init__(
        self, *args: Any, regime: rules.Regime, values: dict[str, int], live: dict[str, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **(kwargs | {"initial": values}))
        self.regime, self.values, self.live = regime, values | live, live
        for one in (one for one in regime.inputs if one.key not in live):
            self.fields[one.key] = forms.IntegerField(
                label=f"{one.name} ({one.unit})" if one.unit else one.name,
                required=False,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
                error_messages={"invalid": f"{one.name}: nhập số nguyên từ 0 trở lên."},
            )

    def groups(self) -> Iterator[tuple[rules.Group, list[BoundField], list[rules.Line], list[rules.Line]]]:
        """Each group with its fields, what the system counts, and what is computed from the kept numbers."""
        for group in self.regime.groups:
            lines = rules.lines(group, self.values)
            counted = [line for line in lines if line.key in self.live]
            computed = [line for line in lines if line.is_computed]
            yield group, [self[one.key] for one in group.inputs if one.key in self.fields], counted, computed


class ReportForm(Plain):
    """The words of a report; its figures are computed."""

    direction = block("I. Công tác chỉ đạo, triển khai", required=False)
    results = block("III. Kết quả", required=False)
    shortcomings = block("III. Tồn tại, hạn chế", required=False)
    causes = block("III. Nguyên nhân", required=False)
    requests = block("IV. Kiến nghị, đề xuất", required=False)


class NumberForm(Plain):
    """Number of a report issued today."""

    number = text("Số, ký hiệu", longest=60, hint="Ví dụ: 42/BC-UBND")
