"""What officers type on the pages of review. Values only; what may be done is decided by the acts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms

from motcua.bureau.law_review.acts import LineGiven
from motcua.bureau.law_review.choices import PROPOSAL_NAME, TRIGGER_NAME, Proposal, Trigger

if TYPE_CHECKING:
    from django.forms import BoundField

    from motcua.legal.lawbase.models import LegalDocument


def day_field(label: str, *, required: bool = True, hint: str = "") -> forms.DateField:
    """A day as 05/11/2024."""
    return forms.DateField(
        label=label,
        help_text=hint,
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


def block(
    label: str, *, required: bool = True, hint: str = "", rows: int = 4, longest: int = 10_000
) -> forms.CharField:
    """Several lines."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=hint,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": f"Ghi {label[0].lower()}{label[1:]}."},
    )


def chosen(label: str, names: dict[Any, str], *, required: bool = True) -> forms.ChoiceField:
    """One of a closed list."""
    choices = [("", "Chọn…"), *((key.value, name) for key, name in names.items())]
    missing = {"required": f"Chọn {label[0].lower()}{label[1:]}."}
    return forms.ChoiceField(label=label, choices=choices, required=required, error_messages=missing)


class Plain(forms.Form):
    """Errors come from the server, in our words; also a question that only waits for its button."""

    use_required_attribute = False


class BeginForm(Plain):
    """Which documents are reviewed, and why."""

    trigger = chosen("Hình thức rà soát", {key: TRIGGER_NAME[key] for key in (Trigger.FIELD, Trigger.REQUEST)})
    topic = text("Chuyên đề, hoặc văn bản yêu cầu", longest=300, hint="Ví dụ: Hòa giải ở cơ sở; Công văn số 31/STP")
    reason = block("Lý do rà soát", rows=2, longest=1000)
    documents = forms.MultipleChoiceField(
        label="Văn bản rà soát",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một văn bản."},
    )

    def __init__(self, *args: Any, documents: Sequence[LegalDocument], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.documents_by_key = {str(one.pk): one for one in documents}
        field = self.fields["documents"]
        field.choices = [(key, f"{one.name}, {one.title}") for key, one in self.documents_by_key.items()]  # type: ignore[attr-defined]

    def clean_documents(self) -> list[LegalDocument]:
        """The rows themselves."""
        return [self.documents_by_key[key] for key in self.cleaned_data["documents"]]


class SlipRow(NamedTuple):
    """Four fields of one provision, for the table of the page."""

    provision: BoundField
    basis: BoundField
    opinion: BoundField
    proposal: BoundField


class SlipForm(Plain):
    """The slip; each provision that got an opinion is a line."""

    changed = block("Nội dung thay đổi của căn cứ, tình hình làm phát sinh rà soát", rows=3)
    opinion = block("Ý kiến rà soát", rows=3)
    proposal = chosen("Kiến nghị", PROPOSAL_NAME)
    content = block("Nội dung kiến nghị", required=False, rows=2, hint="Phải ghi khi kiến nghị khác “Giữ nguyên”")
    lead = text("Đơn vị chủ trì xử lý", longest=200, required=False, hint="Phải ghi khi kiến nghị khác “Giữ nguyên”")
    due_on = day_field("Thời hạn xử lý", required=False, hint="Phải ghi khi kiến nghị khác “Giữ nguyên”")

    def __init__(self, *args: Any, provisions: Sequence[tuple[str, str, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = len(provisions)
        for no, (provision, basis, opinion, proposal) in enumerate(provisions):
            made = {
                f"p{no}": text(f"Quy định {no + 1}", longest=300, required=False),
                f"b{no}": text(f"Căn cứ, quy định mới {no + 1}", longest=1000, required=False),
                f"o{no}": text(f"Ý kiến {no + 1}", longest=1000, required=False),
                f"k{no}": chosen(f"Kiến nghị {no + 1}", PROPOSAL_NAME, required=False),
            }
            for (name, field), value in zip(made.items(), (provision, basis, opinion, proposal), strict=True):
                field.initial = value
                self.fields[name] = field

    def rows(self) -> list[SlipRow]:
        """The provisions, for the table."""
        return [SlipRow(*(self[f"{mark}{no}"] for mark in "pbok")) for no in range(self.count)]

    def head(self) -> list[BoundField]:
        """The fields outside the table."""
        return [self[name] for name in ("changed", "opinion", "proposal", "content", "lead", "due_on")]

    def clean(self) -> dict[str, Any]:
        """Lines that are begun must be whole."""
        found = super().clean() or {}
        for no in range(self.count):
            provision, opinion, proposal = (found.get(f"{mark}{no}", "") for mark in "pok")
            if opinion and not provision:
                self.add_error(f"p{no}", f"Dòng {no + 1}: ghi quy định được rà soát.")
            if opinion and not proposal:
                self.add_error(f"k{no}", f"Dòng {no + 1}: chọn kiến nghị.")
            if (found.get(f"b{no}") or proposal) and not opinion:
                self.add_error(f"o{no}", f"Dòng {no + 1}: ghi ý kiến.")
        return found

    def lines(self) -> tuple[LineGiven, ...]:
        """Provisions with an opinion."""
        found = self.cleaned_data
        return tuple(
            LineGiven(
                provision=found[f"p{no}"],
                basis=found[f"b{no}"],
                opinion=found[f"o{no}"],
                proposal=Proposal(found[f"k{no}"]),
            )
            for no in range(self.count)
            if found[f"o{no}"]
        )


class ReasonForm(Plain):
    """Why a slip goes back."""

    reason = block("Lý do trả lại", rows=2, longest=500)


class DecisionForm(Plain):
    """What the head says to the proposal."""

    decision = block("Ý kiến quyết định", rows=2, longest=500, hint="Ví dụ: Đồng ý, giao Văn phòng soạn thảo.")


class OutcomeForm(Plain):
    """What came of it."""

    outcome = block("Kết quả xử lý", rows=2, longest=500, hint="Ví dụ: đã ban hành Quyết định số 07/2026/QĐ-UBND")


class YearForm(Plain):
    """The year of a list."""

    year = forms.IntegerField(
        label="Năm", min_value=2000, max_value=2100, error_messages={"required": "Ghi năm của danh mục."}
    )


class RemarkForm(Plain):
    """How the list was checked."""

    remark = block("Cách kiểm tra và kết quả", rows=2, longest=500, hint="Ví dụ: đối chiếu từng bản giấy, khớp.")


class ApprovalForm(Plain):
    """Number and day of the decision that approves."""

    number = text("Số, ký hiệu quyết định", longest=60, hint="Ví dụ: 12/QĐ-UBND")
    approved_on = day_field("Ngày quyết định")


class PlanIssueForm(Plain):
    """Number and day of the plan."""

    number = text("Số, ký hiệu kế hoạch", longest=60, hint="Ví dụ: 9/KH-UBND")
    planned_on = day_field("Ngày ban hành")


class PlanForm(Plain):
    """What the plan says [79/2025/NĐ-CP, 49]."""

    purpose = block("Mục đích, yêu cầu", rows=3)
    scope = block("Đối tượng, phạm vi", rows=3)
    assignment = block("Thời gian, phân công thực hiện", rows=4)
    budget = text("Kinh phí", required=False)


class RoundForm(PlanForm):
    """A new systematisation: its days beside the plan."""

    from_on = day_field("Ngày đầu kỳ")
    cut_off = day_field("Thời điểm hệ thống hóa (ngày cuối kỳ)")
    field_order = ("from_on", "cut_off", "purpose", "scope", "assignment", "budget")


class PreviousForm(Plain):
    """The previous list where it is on paper only."""

    lines = block(
        "Số, ký hiệu các văn bản còn hiệu lực của kỳ trước", rows=12, longest=100_000, hint="Mỗi dòng một văn bản"
    )

    def clean_lines(self) -> list[str]:
        """One number a line."""
        return str(self.cleaned_data["lines"]).splitlines()


class ExplainForm(Plain):
    """Why a difference may stand."""

    text = block("Giải trình", rows=3, longest=2000)
