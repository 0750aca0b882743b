"""What officers type on the pages of the certification books."""

from django import forms


class CloseForm(forms.Form):
    """The closing of a book."""

    use_required_attribute = False
    sure = forms.BooleanField(
        label="Tôi đã đối chiếu sổ và đồng ý khóa sổ",
        error_messages={"required": "Đánh dấu xác nhận đã đối chiếu trước khi khóa sổ."},
    )


class ReasonForm(forms.Form):
    """Why a number is cancelled."""

    use_required_attribute = False
    reason = forms.CharField(
        label="Lý do hủy",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Nêu lý do hủy số chứng thực."},
    )
