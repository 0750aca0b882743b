"""What an officer hands in: a file, the kind of rules, the day of the document, what to get back."""

from datetime import date
from typing import Any

from django import forms

from motcua.legal.formats.choices import PROFILE_NAMES

SCREEN, MARKED, MENDED = "screen", "marked", "mended"
ANSWERS = {
    SCREEN: "Xem kết quả trên màn hình",
    MARKED: "Tải tệp Word có nhận xét",
    MENDED: "Tải tệp Word đã sửa phần trình bày",
}


class CheckForm(forms.Form):
    """The one form of the page."""

    use_required_attribute = False
    file = forms.FileField(
        label="Tệp văn bản",
        error_messages={"required": "Chọn tệp .docx hoặc PDF.", "empty": "Tệp rỗng. Chọn lại tệp."},
    )
    profile = forms.ChoiceField(label="Loại văn bản", choices=list(PROFILE_NAMES.items()))
    on = forms.DateField(
        label="Ngày của văn bản",
        help_text="Quy tắc theo ngày này, ví dụ 05/03/2025",
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        error_messages={"required": "Ghi ngày của văn bản.", "invalid": "Ghi ngày như 05/03/2025."},
    )
    answer = forms.ChoiceField(label="Nhận về", choices=list(ANSWERS.items()))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = f"{today:%d/%m/%Y}"
