"""What is typed on the pages of drafting. Values only; what may be done is decided by the acts."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.base import File
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from motcua.bureau.drafting import loader, rules
from motcua.bureau.drafting.choices import (
    CHECK_NAME,
    CONCLUSION_NAME,
    HANDLING_NAME,
    HEAD_NAME,
    JUDGEMENT_NAME,
    VERDICT_NAME,
)
from motcua.bureau.drafting.models import DraftVersion
from motcua.house.office.choices import LEVEL_NAMES, Level

FILES = ".docx,.pdf"
LEVELS = {level: LEVEL_NAMES[level] for level in (Level.PROVINCE, Level.CITY, Level.WARD)}


def day_field(label: str, *, required: bool = True, hint: str = "") -> forms.DateField:
    """A day as 05/11/2024."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=hint,
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


def chosen(label: str, names: dict[Any, str], *, radio: bool = False) -> forms.ChoiceField:
    """One of a closed list."""
    choices = [(key.value, name) for key, name in names.items()]
    missing = {"required": f"Chọn {label[0].lower()}{label[1:]}."}
    if radio:
        return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=missing)
    return forms.ChoiceField(label=label, choices=[("", "Chọn…"), *choices], error_messages=missing)


def figure(label: str, *, least: int = 0, most: int = 999, required: bool = True, hint: str = "") -> forms.IntegerField:
    """A whole number."""
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        required=required,
        help_text=hint,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": f"Ghi {label[0].lower()}{label[1:]}.", "invalid": f"{label}: nhập số nguyên."},
    )


def file_field(label: str, *, required: bool = True, hint: str = "") -> forms.FileField:
    """A Word or PDF file; what it holds is checked by the vault."""
    return forms.FileField(
        label=label,
        required=required,
        help_text=hint,
        widget=forms.ClearableFileInput(attrs={"accept": FILES}),
        error_messages={"required": "Chọn tệp.", "empty": "Tệp rỗng.", "missing": "Chọn tệp."},
    )


def pin_field(label: str = "Mã PIN của khóa ký", key: str = "khóa của bạn") -> forms.CharField:
    """The secret of a key, when it asks for one."""
    return forms.CharField(
        label=label,
        required=False,
        help_text=f"Để trống nếu {key} không hỏi mã",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


def kind_choices() -> list[tuple[str, str]]:
    """Kinds as the law names them."""
    return [("", "Chọn…"), *((one.key, one.name) for one in loader.law().kinds)]


def kind_field() -> forms.ChoiceField:
    """The kind of legal document."""
    return forms.ChoiceField(
        label="Loại văn bản", choices=kind_choices, error_messages={"required": "Chọn loại văn bản."}
    )


class Plain(forms.Form):
    """Errors come from the server, in our words; also a question that only waits for its button."""

    use_required_attribute = False


class YearForm(Plain):
    """The year of a programme."""

    year = figure("Năm", least=2016, most=2100)


class ItemForm(Plain):
    """A line of the programme."""

    kind = kind_field()
    title = text("Tên văn bản dự kiến")
    lead = text("Cơ quan chủ trì soạn thảo", longest=200)
    cooperating = text("Cơ quan phối hợp", required=False)
    due_month = figure("Tháng dự kiến ban hành", least=1, most=12)


class ReasonForm(Plain):
    """Why."""

    reason = block("Lý do", rows=3)


class PaperForm(Plain):
    """Number and day of a paper."""

    number = text("Số, ký hiệu", longest=60, hint="Ví dụ: 15/QĐ-UBND")
    issued_on = day_field("Ngày ban hành")


class NumberForm(Plain):
    """Number of a paper of today."""

    number = text("Số, ký hiệu", longest=60)


class DraftForm(Plain):
    """What a draft is to become."""

    kind = kind_field()
    title = text("Tên gọi của văn bản", hint="Không ghi “V/v”; thống nhất với phạm vi điều chỉnh tại Điều 1")
    lead = text("Cơ quan chủ trì soạn thảo", longest=200)
    reason = block("Sự cần thiết, nội dung được giao quy định", required=False, rows=3)
    planned_on = day_field("Ngày dự kiến ban hành", hint="Thẩm quyền được xét theo ngày này")
    meeting_on = day_field(
        "Ngày dự kiến họp thông qua", required=False, hint="Thời hạn thẩm định có thể tính ngược từ ngày này"
    )
    is_urgent = forms.BooleanField(label="Theo trình tự, thủ tục rút gọn", required=False)
    urgent_reason = text("Lý do áp dụng rút gọn", required=False)


class VersionForm(Plain):
    """A file of the text."""

    file = file_field("Tệp dự thảo", hint="Tệp Word (.docx) để so sánh được từng chữ; hoặc PDF")
    note = text("Nội dung thay đổi", required=False)


class CompareForm(Plain):
    """Which two versions."""

    def __init__(self, *args: Any, versions: Sequence[DraftVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.number), f"Phiên bản {one.number}") for one in versions]
        picked = forms.Select(attrs={"class": "form-select w-auto"})
        self.fields["cu"] = forms.ChoiceField(label="Bản trước", choices=choices, widget=picked)
        self.fields["moi"] = forms.ChoiceField(label="Bản sau", choices=choices, widget=picked)


class RoundForm(Plain):
    """A round of opinions."""

    letter = text("Số văn bản lấy ý kiến", longest=60)
    agencies = block("Cơ quan, tổ chức", required=False, hint="Mỗi dòng một nơi")
    affected = block("Đối tượng chịu tác động trực tiếp", required=False, hint="Mỗi dòng một nơi", rows=3)
    sent_on = day_field("Ngày gửi")
    due_on = day_field("Hạn trả lời")


class AnswerForm(Plain):
    """What came back."""

    answered_on = day_field("Ngày trả lời")
    letter = text("Số văn bản trả lời", longest=60, required=False)
    agrees = forms.BooleanField(label="Thống nhất với dự thảo", required=False)
    text = block("Nội dung góp ý", required=False)
    file = file_field("Tệp văn bản góp ý", required=False)


class VerdictForm(Plain):
    """What becomes of an opinion."""

    verdict = chosen("Kết quả", VERDICT_NAME, radio=True)
    explanation = block("Nội dung tiếp thu, giải trình", required=False, hint="Bắt buộc khi không tiếp thu toàn bộ")


class PostingForm(Plain):
    """A posting on the portal."""

    from_on = day_field("Đăng từ ngày")
    to_on = day_field("Đến hết ngày")
    question = block("Nội dung xin ý kiến", required=False, hint="Những điểm cần người dân, doanh nghiệp góp ý")


class HideForm(Plain):
    """Why a comment is not shown."""

    reason = text("Lý do không đăng", longest=300, hint="Ví dụ: có thông tin cá nhân của người khác")


class CommentForm(Plain):
    """What anybody writes."""

    field_order = ["text", "name", "contact"]
    name = forms.CharField(
        label=_("Họ tên hoặc tên tổ chức"), max_length=120, required=False, help_text=_("Không đăng công khai")
    )
    contact = forms.CharField(
        label=_("Điện thoại hoặc thư điện tử"),
        max_length=120,
        required=False,
        help_text=_("Chỉ khi muốn được liên hệ lại"),
    )
    text = forms.CharField(
        label=_("Nội dung góp ý"),
        min_length=10,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Viết nội dung góp ý."),
            "min_length": _("Nội dung góp ý từ 10 ký tự trở lên."),
            "max_length": _("Nội dung góp ý dài hơn 5000 ký tự. Hãy rút gọn hoặc gửi thành nhiều lần."),
        },
    )


class RequestForm(Plain):
    """The request for appraisal: each paper as a file, or handed in on paper."""

    letter = text("Số văn bản đề nghị thẩm định", longest=60)

    def __init__(self, *args: Any, papers: Sequence[rules.PaperRow], held: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.papers, self.held = papers, held
        for row in papers:
            self.fields[f"file_{row.key}"] = file_field("Tệp, khi nộp bản điện tử", required=False)
            self.fields[f"paper_{row.key}"] = forms.BooleanField(label="Nộp bản giấy", required=False)

    def rows(self) -> Iterator[tuple[rules.PaperRow, BoundField, BoundField, bool]]:
        """Each paper with its two fields, and whether the dossier has it already."""
        for row in self.papers:
            yield row, self[f"file_{row.key}"], self[f"paper_{row.key}"], row.key in self.held

    def given(self) -> dict[str, File[bytes] | None]:
        """Papers handed in now."""
        found: dict[str, File[bytes] | None] = {}
        for row in self.papers:
            file, on_paper = self.cleaned_data[f"file_{row.key}"], self.cleaned_data[f"paper_{row.key}"]
            if file or on_paper:
                found[row.key] = file or None
        return found


class OpinionForm(Plain):
    """The appraiser's word on one content."""

    judgement = chosen("Đánh giá", JUDGEMENT_NAME, radio=True)
    text = block("Ý kiến thẩm định", required=False, hint="Bắt buộc khi cần chỉnh lý hoặc không phù hợp", rows=6)


class ReportForm(Plain):
    """How the appraisal ends."""

    number = text("Số, ký hiệu báo cáo", longest=60, hint="Ví dụ: 12/BC-TP")
    conclusion = chosen("Kết luận", CONCLUSION_NAME, radio=True)
    conclusion_words = block("Nội dung kết luận, yêu cầu hoàn thiện", required=False)
    pin = pin_field()


class SealForm(Plain):
    """The office's own signature."""

    pin = pin_field("Mã PIN của con dấu số", "con dấu số")


class ExaminationForm(Plain):
    """To which board the dossier goes."""

    board = text("Ban của Hội đồng nhân dân", longest=200, hint="Ví dụ: Ban Pháp chế")
    sent_on = day_field("Ngày gửi hồ sơ")


class ExaminedForm(Plain):
    """What the board reported."""

    report_number = text("Số báo cáo thẩm tra", longest=60, hint="Ví dụ: 05/BC-BPC")
    reported_on = day_field("Ngày báo cáo")
    agrees = forms.BooleanField(label="Ban thống nhất trình Hội đồng nhân dân", required=False)
    opinion = block("Ý kiến thẩm tra", required=False, hint="Bắt buộc khi Ban không thống nhất")


class AdoptForm(Plain):
    """The vote."""

    adopted_on = day_field("Ngày thông qua")
    votes_for = figure("Số thành viên tán thành")
    members = figure("Tổng số thành viên", least=1)


class IssueForm(Plain):
    """How the text was signed."""

    signed_on = day_field("Ngày ký")
    effective_on = day_field("Ngày có hiệu lực")
    signer = text("Người ký, chức vụ", longest=200)
    early_reason = text("Lý do có hiệu lực sớm", required=False, hint="Chỉ khi theo trình tự, thủ tục rút gọn")
    order = figure("Số thứ tự", least=1, most=9999, required=False, hint="Để trống: lấy số tiếp theo của năm")
    whole = text("Số và ký hiệu đầy đủ", longest=60, required=False, hint="Chỉ khi hệ thống chưa có ký hiệu")
    file = file_field("Văn bản đã ký", required=False)

    def __init__(self, *args: Any, has_symbol: bool, is_urgent: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["whole" if has_symbol else "order"]
        if not is_urgent:
            del self.fields["early_reason"]


class ScanForm(Plain):
    """A file dropped in, and what it shall become."""

    file = file_field("Tệp dự thảo")
    on = day_field("Ngày ký, hoặc dự kiến ký", hint="Hiệu lực của căn cứ, thẩm quyền, thể thức được xét theo ngày này")
    kind = kind_field()
    level = forms.ChoiceField(label="Cấp ban hành", choices=[(one.value, name) for one, name in LEVELS.items()])

    def __init__(self, *args: Any, on: date, level: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial, self.fields["level"].initial = on, level
        self.fields["kind"].initial = "committee_decision"


class PublishForm(Plain):
    """Where and when."""

    published_on = day_field("Ngày đăng, niêm yết")
    where = text("Nơi đăng, niêm yết", longest=300, hint="Ví dụ: Công báo điện tử thành phố; trụ sở UBND phường")


class CheckForm(Plain):
    """A check: what is wrong under each head; nothing means lawful."""

    kind = chosen("Hình thức kiểm tra", CHECK_NAME, radio=True)
    body = text("Cơ quan kiểm tra", longest=200)
    checked_on = day_field("Ngày kiểm tra")
    number = text("Số văn bản kết luận", longest=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for head, name in HEAD_NAME.items():
            hint = "Để trống nếu không phát hiện"
            self.fields[head.value] = block(f"{name}: nội dung trái pháp luật", required=False, hint=hint, rows=2)


class HandlingForm(Plain):
    """A decision on an unlawful text."""

    form = chosen("Hình thức xử lý", HANDLING_NAME, radio=True)
    number = text("Số quyết định, văn bản xử lý", longest=60)
    decided_on = day_field("Ngày quyết định")
    body = text("Cơ quan, người quyết định", longest=200)
    reason = block("Nội dung trái pháp luật, lý do xử lý", rows=3)
