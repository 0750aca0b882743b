"""Input of the register's pages: clean values out, no saving."""

from collections.abc import Sequence
from typing import Any

from django import forms

from motcua.legal.lawbase import queries
from motcua.legal.lawbase.choices import (
    EVENT_NAMES,
    FILE_NAMES,
    NATURE_NAMES,
    PATCH_NAMES,
    SURE_NAMES,
    TYPES,
    EventKind,
    RelationKind,
)
from motcua.legal.lawbase.models import LegalDocument
from motcua.legal.lawbase.rules.bearings import spoken
from motcua.legal.lawbase.rules.relations import RELATIONS

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_SCOPE = "Ghi như trong văn bản, ví dụ: khoản 1 Điều 2, Điều 5."
_DAYS = ["%Y-%m-%d", "%d/%m/%Y"]
_NONE = ("", "Chọn…")


class SourceForm(forms.Form):
    """Where the text comes from: a file, or pasted words."""

    file = forms.FileField(label="Tệp văn bản", required=False)
    pasted = forms.CharField(
        label="Hoặc dán nội dung", required=False, widget=forms.Textarea(attrs={"rows": 8}), max_length=1_500_000
    )

    def clean(self) -> dict[str, Any]:
        """One of both."""
        found = super().clean() or {}
        if not found.get("file") and not str(found.get("pasted") or "").strip() and not self.errors:
            self.add_error("file", "Chọn một tệp hoặc dán nội dung văn bản.")
        return found


class ManyFiles(forms.ClearableFileInput):
    """A field for several files at once."""

    allow_multiple_selected = True


class BatchForm(forms.Form):
    """Many files, or a .zip of them."""

    many = forms.FileField(label="Nhiều tệp, hoặc một tệp .zip", required=False, widget=ManyFiles)
    enters_at_once = forms.BooleanField(
        label="Vào sổ ngay văn bản đọc được đủ cơ quan, loại, số, ngày", required=False, initial=True
    )


class AttachForm(forms.Form):
    """One more file of a document."""

    file = forms.FileField(label="Tệp", error_messages={"required": "Chọn một tệp.", "empty": "Tệp rỗng."})
    kind = forms.ChoiceField(label="Là", choices=[(kind.value, name) for kind, name in FILE_NAMES.items()])
    label = forms.CharField(label="Tên hiển thị", max_length=200, required=False)
    is_public = forms.BooleanField(label="Ai cũng tải về được ở trang công khai", required=False, initial=True)


class FactsForm(forms.Form):
    """«Thuộc tính văn bản», filled from the head of the text, for the officer to put right."""

    type = forms.ChoiceField(
        label="Loại văn bản", choices=[_NONE, *((name, name) for name in TYPES)],
        error_messages={"required": "Chọn loại văn bản."},
    )  # fmt: skip
    number = forms.CharField(label="Số, ký hiệu", max_length=60, required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200)
    title = forms.CharField(label="Trích yếu", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    issued_on = forms.DateField(label="Ngày ban hành", widget=_DAY, input_formats=_DAYS)
    effective_on = forms.DateField(label="Ngày có hiệu lực", widget=_DAY, input_formats=_DAYS, required=False)
    is_retroactive = forms.BooleanField(
        label="Chính văn bản định hiệu lực trở về trước", required=False,
        help_text="Chỉ chọn khi văn bản ghi ngày có hiệu lực trước ngày ban hành.",
    )  # fmt: skip
    published_on = forms.DateField(
        label="Ngày đăng Công báo", widget=_DAY, input_formats=_DAYS, required=False,
        help_text="Văn bản có hiệu lực sau một số ngày kể từ ngày đăng Công báo: để trống ngày có hiệu lực, máy tính.",
    )  # fmt: skip
    expires_on = forms.DateField(
        label="Hết hiệu lực sau ngày", widget=_DAY, input_formats=_DAYS, required=False,
        help_text="Chỉ ghi khi chính văn bản định ngày hết hiệu lực.",
    )  # fmt: skip
    field = forms.CharField(label="Lĩnh vực", max_length=100, required=False)
    nature = forms.ChoiceField(label="Tính chất", choices=[(kind.value, name) for kind, name in NATURE_NAMES.items()])
    is_public = forms.BooleanField(
        label="Ai cũng xem, tra cứu được ở trang công khai", required=False, initial=True,
        help_text="Không chọn với văn bản cá biệt nêu tên, việc riêng của người dân.",
    )  # fmt: skip
    text = forms.CharField(
        label="Nội dung", required=False, max_length=1_500_000, widget=forms.Textarea(attrs={"rows": 16})
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    is_scan = forms.BooleanField(required=False, widget=forms.HiddenInput)
    is_compared = forms.BooleanField(label="Đã so từng chữ với bản in", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Only letters a machine recognised are asked about."""
        super().__init__(*args, **kwargs)
        if "is_scan" in self.fields and not self["is_scan"].value():
            del self.fields["is_compared"]


class CorrectForm(FactsForm):
    """The same facts, with the reason of the correction; the text has its own way."""

    text = kept = is_scan = is_compared = None  # type: ignore[assignment]
    foreign_label = forms.CharField(
        label="Tình trạng nơi khác ghi", max_length=60, required=False,
        help_text="Chép đúng chữ của cơ sở dữ liệu khác, ví dụ: Còn hiệu lực. Sổ tự tính riêng và nêu chỗ khác nhau.",
    )  # fmt: skip
    source = forms.CharField(label="Nguồn", max_length=300, required=False)
    sure = forms.ChoiceField(label="Mức chắc chắn", choices=list(SURE_NAMES.items()), required=False)
    reason = forms.CharField(label="Lý do sửa", max_length=500)

    def clean_sure(self) -> str:
        """Not said means as before."""
        return str(self.cleaned_data["sure"] or self.initial.get("sure") or "high")


class Scoped(forms.Form):
    """Names provisions as the law does; `cleaned_data["scope"]`: their ids. `candidates`: documents to choose from."""

    candidates: Sequence[LegalDocument] = ()

    def clean_scope_words(self) -> str:
        """Words that name no provision are sent back."""
        words = " ".join(str(self.cleaned_data["scope_words"]).split())
        scope = queries.provisions_named(words)
        if words and not scope:
            raise forms.ValidationError("Chưa đọc được điều, khoản, điểm nào. Ghi như: khoản 1 Điều 2, Điều 5.")
        self.cleaned_data["scope"] = list(scope or ())
        return ", ".join(spoken(one) for one in scope or ())[:500]


class EventForm(Scoped):
    """What happens to a document's effect."""

    kind = forms.ChoiceField(
        label="Văn bản này",
        choices=[_NONE, *((kind.value, EVENT_NAMES[kind]) for kind in EventKind if kind != EventKind.ISSUED)],
        error_messages={"required": "Chọn điều xảy ra với hiệu lực của văn bản."},
    )
    on = forms.DateField(label="Từ ngày", widget=_DAY, input_formats=_DAYS)
    until = forms.DateField(label="Đến hết ngày (khi ngưng có hạn)", widget=_DAY, input_formats=_DAYS, required=False)
    number = forms.CharField(label="Theo văn bản số", max_length=60)
    scope_words = forms.CharField(
        label="Điều, khoản, điểm (nếu chỉ một phần)", max_length=500, required=False, help_text=_SCOPE
    )
    confirmed = forms.BooleanField(label="Xác nhận luôn", required=False)

    def __init__(self, *args: Any, may_confirm: bool = True, **kwargs: Any) -> None:
        """Who may not confirm is not asked."""
        super().__init__(*args, **kwargs)
        if not may_confirm:
            del self.fields["confirmed"]


class PatchForm(Scoped):
    """One change of words."""

    kind = forms.ChoiceField(
        label="Cách sửa",
        choices=[_NONE, *((kind.value, name) for kind, name in PATCH_NAMES.items())],
        error_messages={"required": "Chọn cách sửa."},
    )
    number = forms.CharField(label="Văn bản sửa đổi số", max_length=60)
    on = forms.DateField(label="Từ ngày", widget=_DAY, input_formats=_DAYS)
    scope_words = forms.CharField(
        label="Điều, khoản, điểm bị sửa", max_length=200, required=False,
        help_text="Ghi như trong văn bản, ví dụ: khoản 1 Điều 2. Bổ sung thì ghi quy định đứng ngay trước.",
    )  # fmt: skip
    phrase = forms.CharField(label="Cụm từ cũ", max_length=500, required=False)
    text = forms.CharField(
        label="Nội dung mới", required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 8})
    )


class RelateForm(Scoped):
    """How this document bears on another."""

    kind = forms.ChoiceField(
        label="Văn bản này",
        choices=[_NONE, *((kind.value, RELATIONS[kind].outgoing) for kind in RelationKind)],
        error_messages={"required": "Chọn quan hệ với văn bản kia."},
    )
    number = forms.CharField(label="Số, ký hiệu văn bản kia", max_length=60)
    scope_words = forms.CharField(
        label="Điều, khoản, điểm bị tác động (nếu chỉ một phần)", max_length=500, required=False, help_text=_SCOPE
    )


class ReconsiderForm(forms.Form):
    """Why a decision is taken back."""

    reason = forms.CharField(label="Lý do xem xét lại", max_length=500)


class DecideForm(forms.Form):
    """The word of the person who confirms."""

    reason = forms.CharField(label="Lý do không xác nhận", max_length=500, required=False)
    on = forms.DateField(label="Từ ngày", widget=_DAY, input_formats=_DAYS, required=False)
