"""A form for the gallery: every kind of field, with the errors a hurried person makes."""

from django import forms


class SampleForm(forms.Form):
    """A few questions of the birth declaration, as an example only."""

    use_required_attribute = False
    child_name = forms.CharField(
        label="Họ, chữ đệm, tên của trẻ", error_messages={"required": "Ghi họ, chữ đệm và tên của trẻ."}
    )
    born_on = forms.CharField(label="Ngày sinh", help_text="Ví dụ: 05/11/2024")
    place = forms.ChoiceField(
        label="Nơi sinh",
        choices=[("", "Chọn…"), ("tk", "Bệnh viện đa khoa Quảng Nam"), ("nha", "Tại nhà")],
        required=False,
    )
    sex = forms.ChoiceField(
        label="Giới tính", choices=[("nam", "Nam"), ("nu", "Nữ")], widget=forms.RadioSelect,
        error_messages={"required": "Chọn giới tính của trẻ."},
    )  # fmt: skip
    note = forms.CharField(label="Điều cần nói thêm", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    agreed = forms.BooleanField(
        label="Tôi cam đoan những điều khai trên là đúng sự thật",
        error_messages={"required": "Đánh dấu vào lời cam đoan."},
    )

    def clean_born_on(self) -> str:
        """Refuse the one wrong date of the example."""
        text: str = self.cleaned_data["born_on"]
        if text == "31/02/2024":
            raise forms.ValidationError("Ngày sinh 31/02/2024 không có thật. Xem lại ngày và tháng.")
        return text
