"""Input of the office's pages. Dates are written day/month/year."""

from datetime import date
from typing import Any

from django import forms

from motcua.base.vn.rules import NotAName, clean_name
from motcua.house.office import rules
from motcua.house.office.choices import ACT_NAMES, DELEGABLE
from motcua.house.office.models import Appointment, Officer, Post
from motcua.house.office.queries import open_posts

CHOOSE = "– chọn –"


def day_field(label: str, *, required: bool = True, initial: date | None = None) -> forms.DateField:
    """A day as 05/11/2024."""
    return forms.DateField(
        label=label,
        required=required,
        initial=initial,
        input_formats=["%d/%m/%Y", "%Y-%m-%d"],
        help_text="Ngày/tháng/năm, ví dụ 05/11/2024",
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": f"{label} không có thật. Viết như 05/11/2024."},
    )


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Choose a post; its unit stands beside it."""

    def label_from_instance(self, obj: Any) -> str:
        """“Chuyên viên – Phòng Tư pháp thành phố Tam Kỳ”."""
        return f"{obj.title} – {obj.unit.name}"


def _posts(actor: rules.Actor, act: str, on: date) -> Any:
    ids = [post.pk for post in open_posts(actor.paths(act), on)]
    return Post.objects.filter(pk__in=ids).select_related("unit").order_by("unit__path", "code")


class OfficerForm(forms.Form):
    """A new officer with a first post."""

    code = forms.SlugField(label="Mã công chức", max_length=30, help_text="Chữ thường không dấu, số, gạch nối")
    name = forms.CharField(label="Họ và tên", max_length=100)
    login = forms.CharField(label="Tên đăng nhập", max_length=100, help_text="Mã công chức hoặc e-mail công vụ")
    email = forms.EmailField(label="E-mail", required=False)
    personal_number = forms.CharField(
        label="Số định danh cá nhân", max_length=12, help_text="Để không ai xử lý hồ sơ của chính mình."
    )

    def __init__(self, *args: Any, actor: rules.Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"] = PostField(
            _posts(actor, "account.manage", actor.on), label="Vị trí việc làm", empty_label=CHOOSE
        )
        self.fields["from_on"] = day_field("Từ ngày", initial=actor.on)

    def clean_name(self) -> str:
        """A name as papers print it."""
        try:
            return clean_name(self.cleaned_data["name"])
        except NotAName as problem:
            raise forms.ValidationError(str(problem)) from problem


class AppointForm(forms.Form):
    """Another post for an officer."""

    paper = forms.CharField(label="Văn bản", max_length=200, required=False, help_text="Số, ngày quyết định")
    field_order = ["post", "from_on", "to_on", "paper"]

    def __init__(self, *args: Any, actor: rules.Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"] = PostField(
            _posts(actor, "office.manage", actor.on), label="Vị trí việc làm", empty_label=CHOOSE
        )
        self.fields["from_on"] = day_field("Từ ngày", initial=actor.on)
        self.fields["to_on"] = day_field("Đến hết ngày", required=False)
        self.order_fields(self.field_order)


class EndForm(forms.Form):
    """The last day of an appointment."""

    def __init__(self, *args: Any, actor: rules.Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to_on"] = day_field("Đến hết ngày", initial=actor.on)


class DelegateForm(forms.Form):
    """Who, what, from when to when, on which paper."""

    acts = forms.MultipleChoiceField(
        label="Việc được ủy quyền",
        choices=[(act, ACT_NAMES[act]) for act in ACT_NAMES if act in DELEGABLE],
        widget=forms.CheckboxSelectMultiple,
    )
    paper = forms.CharField(label="Văn bản ủy quyền", max_length=200, help_text="Số, ngày văn bản")
    field_order = ["appointment", "to", "acts", "from_on", "to_on", "paper"]

    def __init__(self, *args: Any, givers: Any, receivers: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appointment"] = GiverField(givers, label="Người ủy quyền", empty_label=CHOOSE)
        self.fields["to"] = ReceiverField(receivers, label="Người được ủy quyền", empty_label=CHOOSE)
        self.fields["from_on"] = day_field("Từ ngày", initial=on)
        self.fields["to_on"] = day_field("Đến hết ngày")
        self.order_fields(self.field_order)


class GiverField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Choose an appointment."""

    def label_from_instance(self, obj: Any) -> str:
        """“Lê Thị Hoa – Trưởng phòng, Phòng Tư pháp”."""
        appointment: Appointment = obj
        return f"{appointment.officer.name} – {appointment.post.title}, {appointment.post.unit.short_name}"


class ReceiverField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Choose an officer."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and code, as two officers may share a name."""
        officer: Officer = obj
        return f"{officer.name} ({officer.code})"
