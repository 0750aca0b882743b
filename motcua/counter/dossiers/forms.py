"""Input of the officers' pages: clean values out, nothing saved."""

import contextlib
from datetime import datetime, time, timedelta
from typing import Any

from django import forms

from motcua.base.vn.rules import moment, money
from motcua.base.worktime import loader as worktime_files
from motcua.base.worktime import rules as worktime
from motcua.base.worktime.rules import VN
from motcua.counter.dossiers.choices import AMEND_REASON_NAME, RETURN_NAMES, Act, AmendReason, ReturnWay
from motcua.counter.dossiers.models import Dossier

WARNINGS: dict[Act, str] = {
    Act.DECLINE: "Người nộp nhận được phiếu từ chối ngay. Việc này không rút lại được.",
    Act.REFUSE: "Người nộp nhận được phiếu từ chối ngay. Việc này không rút lại được.",
    Act.SIGN: "Kết quả được vào sổ, lấy số và ký số ngay. Chữ ký không rút lại được.",
    Act.SEND_DRAFT: "Người yêu cầu được báo, có một ngày để trả lời; không trả lời là đồng ý. Hạn trả vẫn chạy.",
    Act.APOLOGISE: "Chỉ được hẹn lại một lần. Mã hồ sơ, lý do và ngày hẹn mới được công khai (không kèm họ tên).",
    Act.STOP: "Hồ sơ dừng hẳn. Muốn giải quyết tiếp, người nộp phải nộp hồ sơ mới.",
    Act.WITHDRAW: "Hồ sơ dừng hẳn theo yêu cầu của người nộp.",
    Act.ASK_SUPPLEMENT: "Nêu đủ mọi thứ còn thiếu trong một lần. Thời hạn tính lại từ đầu khi nhận đủ.",
}


class ActForm(forms.Form):
    """What every act takes: `seen`, how far the record went when the page was opened."""

    def __init__(
        self, data: Any = None, *, dossier: Dossier, officers: list[Any] | None = None, now: datetime, **options: Any
    ) -> None:
        """`officers` are those the dossier may be given to."""
        super().__init__(data, **options)
        self.dossier, self.officers, self.now = dossier, officers or [], now
        self.fields["seen"] = forms.IntegerField(widget=forms.HiddenInput, initial=dossier.journal_seq, required=False)
        self.prepare()

    def prepare(self) -> None:
        """Fill choices that depend on the dossier."""


def _area(label: str, hint: str = "", *, required: bool = True, longest: int = 1000) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    messages = {"required": f"Ghi {label.lower()}.", "max_length": f"Viết ngắn lại: không quá {longest} ký tự."}
    return forms.CharField(
        label=label, help_text=hint, required=required, max_length=longest, widget=widget, error_messages=messages
    )


class ReasonForm(ActForm):
    """An act with its reason."""

    reason = _area("Lý do", "Nêu căn cứ: điều, khoản, văn bản.")


class RemarkForm(ActForm):
    """An act with a remark that may stay empty."""

    reason = _area("Ghi chú", required=False, longest=500)


class ItemsForm(ActForm):
    """What is missing, one a line, all at once."""

    items = _area("Giấy tờ, nội dung cần bổ sung", "Mỗi dòng một thứ. Nêu đủ trong một lần.", longest=3000)
    reason = _area("Lý do", "Căn cứ pháp luật của yêu cầu này.")

    def clean_items(self) -> list[str]:
        """Lines without blanks."""
        return [line.strip(" -–•\t") for line in self.cleaned_data["items"].splitlines() if line.strip(" -–•\t")]


class AssignForm(ActForm):
    """Who will settle it."""

    officer = forms.ChoiceField(label="Người giải quyết", error_messages={"required": "Chọn người giải quyết."})

    def prepare(self) -> None:
        """Specialists of the resolving unit on that day."""
        field: forms.ChoiceField = self.fields["officer"]  # type: ignore[assignment]
        field.choices = [("", "– chọn –"), *((str(one.pk), one.name) for one in self.officers)]

    def clean_officer(self) -> Any:
        """The officer behind the choice."""
        return next(one for one in self.officers if str(one.pk) == self.cleaned_data["officer"])


class PayForm(ActForm):
    """Money taken at the counter."""

    vnd = forms.IntegerField(label="Số tiền (đồng)", min_value=1)
    how = forms.ChoiceField(
        label="Cách nộp", choices=[("cash", "Tiền mặt"), ("transfer", "Chuyển khoản, quét mã"), ("card", "Thẻ")]
    )

    def prepare(self) -> None:
        """What is still owed."""
        owed = self.dossier.fee_vnd - self.dossier.paid_vnd
        self.fields["vnd"].initial, self.fields["vnd"].help_text = owed, f"Còn phải nộp {money(owed)}."


class ConsultForm(ActForm):
    """A question to another agency."""

    asked = forms.CharField(label="Cơ quan được hỏi", max_length=200)
    question = _area("Nội dung cần cho ý kiến")
    answer_by = forms.DateTimeField(
        label="Trả lời trước",
        help_text="Giờ:phút ngày/tháng/năm, ví dụ 16:30 05/11/2024.",
        input_formats=["%H:%M %d/%m/%Y", "%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput(attrs={"autocomplete": "off"}, format="%H:%M %d/%m/%Y"),
        error_messages={
            "required": "Ghi thời hạn trả lời.",
            "invalid": "Thời hạn trả lời không đúng. Viết như 16:30 05/11/2024.",
        },
    )


class AnswerForm(ActForm):
    """What the other agency said."""

    words = _area("Nội dung trả lời", longest=2000)


class ProposeForm(ActForm):
    """Grant or refuse."""

    proposal = forms.ChoiceField(
        label="Đề nghị",
        choices=[("grant", "Cấp kết quả theo dự thảo"), ("refuse", "Từ chối giải quyết")],
        widget=forms.RadioSelect,
        initial="grant",
        error_messages={"required": "Chọn đề nghị cấp hoặc từ chối."},
    )
    reason = _area("Lý do, ý kiến", "Bắt buộc khi đề nghị từ chối.", required=False)


class ReturnForm(ActForm):
    """To whom and how the result goes."""

    to = forms.CharField(label="Người nhận", max_length=120, error_messages={"required": "Ghi họ tên người nhận."})
    way = forms.ChoiceField(label="Cách trả", choices=[(way.value, name) for way, name in RETURN_NAMES.items()])

    def prepare(self) -> None:
        """The applicant and the way asked for stand ready."""
        self.fields["to"].initial, self.fields["way"].initial = self.dossier.applicant_name, self.dossier.return_way

    def clean_way(self) -> ReturnWay:
        """The way as its kind."""
        return ReturnWay(self.cleaned_data["way"])


class ApologyForm(ActForm):
    """Why it is late, where the time was lost, the new moment."""

    fault_step = forms.CharField(label="Khâu chậm", max_length=120)
    reason = _area("Lý do trễ hẹn", "Lý do này được công khai; không ghi tên người nộp.")
    new_on = forms.DateField(
        label="Ngày hẹn trả mới",
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"}, format="%d/%m/%Y"),
        error_messages={
            "required": "Ghi ngày hẹn trả mới.",
            "invalid": "Ngày hẹn trả mới không có thật. Viết như 05/11/2024.",
        },
    )

    def prepare(self) -> None:
        """The present step, and the next working day, stand ready."""
        self.fields["fault_step"].initial = self.dossier.step_name
        if self.dossier.due_at:
            start = max(self.now, self.dossier.due_at).astimezone(VN).date()
            with contextlib.suppress(worktime.CalendarMissing):
                self.fields["new_on"].initial = worktime.working_day_after(start, 1, worktime_files.calendar())
            self.fields["new_on"].help_text = f"Ngày/tháng/năm. Đang hẹn trả lúc {moment(self.dossier.due_at)}."

    def clean(self) -> dict[str, Any]:
        """The day's last open minute; the day must be a working one."""
        cleaned = super().clean() or {}
        day = cleaned.get("new_on")
        if day is not None:
            try:
                sessions = worktime_files.hours().sessions(day, worktime_files.calendar())
            except worktime.CalendarMissing as problem:
                raise forms.ValidationError(str(problem)) from None
            if sessions:
                midnight = datetime.combine(day, time(), VN)
                cleaned["new_due_at"] = midnight + timedelta(minutes=sessions[-1].end)
            else:
                self.add_error("new_on", "Ngày này cơ quan nghỉ. Chọn một ngày làm việc.")
        return cleaned


class AmendForm(ActForm):
    """Why the declaration is amended; the answers stand beside it, in the form of the procedure."""

    reason = forms.ChoiceField(
        label="Vì sao sửa",
        choices=[(reason.value, name) for reason, name in AMEND_REASON_NAME.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn lý do sửa."},
    )
    words = _area(
        "Nói rõ thêm",
        "Bắt buộc với “Lý do khác”. Người nộp đọc được; không chép lại thông tin cá nhân vào đây.",
        required=False,
        longest=500,
    )

    def clean_reason(self) -> AmendReason:
        """The reason as its kind."""
        return AmendReason(self.cleaned_data["reason"])

    def clean(self) -> dict[str, Any]:
        """Another reason is put in words."""
        cleaned = super().clean() or {}
        if cleaned.get("reason") == AmendReason.OTHER and not cleaned.get("words"):
            self.add_error("words", "Ghi rõ lý do sửa.")
        return cleaned


class DoForm(ActForm):
    """An act that needs nothing but the decision to do it."""


def _pin() -> forms.CharField:
    return forms.CharField(
        label="Mã PIN của thiết bị ký số",
        help_text="Chỉ nhập khi ký bằng USB token. Không được lưu lại.",
        required=False,
        max_length=64,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


class SignForm(ActForm):
    """Signing; a token asks for its PIN, which is used once and kept nowhere."""

    pin = _pin()


class PinForm(forms.Form):
    """The PIN for several signatures at once."""

    pin = _pin()


FORMS: dict[Act, type[ActForm]] = {
    Act.RECEIVE: DoForm,
    Act.ASK_BEFORE: ItemsForm,
    Act.ASK_FEE: DoForm,
    Act.PAY: PayForm,
    Act.DECLINE: ReasonForm,
    Act.ASSIGN: AssignForm,
    Act.TAKE_UP: DoForm,
    Act.ASK_SUPPLEMENT: ItemsForm,
    Act.SUPPLEMENT: RemarkForm,
    Act.CONSULT: ConsultForm,
    Act.ANSWER: AnswerForm,
    Act.SEND_DRAFT: DoForm,
    Act.PROPOSE: ProposeForm,
    Act.APPROVE: DoForm,
    Act.SEND_BACK: ReasonForm,
    Act.REFUSE: ReasonForm,
    Act.SIGN: SignForm,
    Act.RELEASE: DoForm,
    Act.RETURN_RESULT: ReturnForm,
    Act.APOLOGISE: ApologyForm,
    Act.WITHDRAW: ReasonForm,
    Act.STOP: ReasonForm,
}


class IntakeForm(forms.Form):
    """What the counter adds to the answers: how it came, how it goes back, whether the fee was paid."""

    channel = forms.ChoiceField(label="Cách nộp", choices=[("direct", "Trực tiếp"), ("post", "Bưu chính công ích")])
    return_way = forms.ChoiceField(label="Nhận kết quả")
    exemptions = forms.MultipleChoiceField(
        label="Đối tượng miễn, giảm", required=False, widget=forms.CheckboxSelectMultiple
    )
    is_paid = forms.BooleanField(
        label="Đã thu phí, lệ phí",
        help_text="Đánh dấu khi tiền đã nhận đủ (phím F2).",
        required=False,
        widget=forms.CheckboxInput(attrs={"data-tick": "F2", "aria-keyshortcuts": "F2"}),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, ways: Any, exemptions: Any, **options: Any) -> None:
        """`ways` and `exemptions` are those of the procedure on that day."""
        super().__init__(data, **options)
        self.fields["return_way"].choices = [(way.value, RETURN_NAMES[way]) for way in ways]  # type: ignore[attr-defined]
        self.fields["exemptions"].choices = [(one.key, one.name) for one in exemptions]  # type: ignore[attr-defined]
        if not exemptions:
            del self.fields["exemptions"]
