"""What officers type on the pages of the registers."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms

from motcua.base.vn.rules import NotADate, PartialDate
from motcua.trades.civil_status import rules
from motcua.trades.civil_status.choices import NOTE_NAME, RECORD_BOOK, NoteKind
from motcua.trades.civil_status.models import RegisterEntry

PAPER = "paper"
LINES = forms.Textarea(attrs={"rows": 3})


class NoteForm(forms.Form):
    """A note beside an entry."""

    use_required_attribute = False
    kind = forms.ChoiceField(label="Loại việc", choices=[(kind.value, NOTE_NAME[kind]) for kind in NoteKind])
    words = forms.CharField(
        label="Nội dung ghi chú",
        max_length=1500,
        widget=LINES,
        error_messages={"required": "Ghi nội dung thay đổi."},
    )
    basis = forms.CharField(
        label="Căn cứ",
        help_text="Tên giấy tờ, số, ngày, cơ quan ban hành.",
        max_length=500,
        error_messages={"required": "Ghi căn cứ của việc thay đổi."},
    )


class ReasonForm(forms.Form):
    """Why an entry is cancelled."""

    use_required_attribute = False
    reason = forms.CharField(
        label="Lý do hủy",
        help_text="Nêu văn bản làm căn cứ: số, ngày, cơ quan.",
        max_length=500,
        widget=LINES,
        error_messages={"required": "Nêu lý do hủy và văn bản làm căn cứ."},
    )


class CloseForm(forms.Form):
    """The closing of a book."""

    use_required_attribute = False
    pages = forms.IntegerField(
        label="Tổng số trang của sổ",
        min_value=1,
        error_messages={"required": "Ghi tổng số trang của sổ.", "min_value": "Tổng số trang phải từ 1 trở lên."},
    )
    sure = forms.BooleanField(
        label="Tôi đã đối chiếu sổ và đồng ý khóa sổ",
        error_messages={"required": "Đánh dấu xác nhận đã đối chiếu trước khi khóa sổ."},
    )


class NumberForm(forms.Form):
    """The personal number the national database returned."""

    use_required_attribute = False
    number = forms.CharField(
        label="Số định danh cá nhân",
        help_text="Chép đúng số do Cơ sở dữ liệu quốc gia về dân cư trả về.",
        max_length=12,
        error_messages={"required": "Ghi số định danh cá nhân gồm 12 chữ số."},
    )


class FindingForm(forms.Form):
    """What the officer found for a dossier; which boxes stand here depends on its trade."""

    use_required_attribute = False

    def __init__(self, *args: Any, trade: str, record: str, found: Sequence[RegisterEntry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = RECORD_BOOK.get(record)
        self.trade = trade
        build: dict[str, Callable[[], None]] = {
            "civil_status.birth": self._birth,
            "civil_status.marital_status": self._marital,
            "civil_status.change": lambda: self._change(found),
            "civil_status.extract": lambda: self._extract(found),
        }
        if trade in build:
            build[trade]()

    def _birth(self) -> None:
        self._text(
            "personal_number", "Số định danh cá nhân của trẻ", 12, "Để trống khi chưa được cấp: giấy ghi “chờ cấp”."
        )

    def _marital(self) -> None:
        self._text("lived_from", "Cư trú tại đây từ ngày", 10, "Để trống thì tính từ ngày đủ tuổi kết hôn.")

    def _change(self, found: Sequence[RegisterEntry]) -> None:
        self._entries(found, "Không giữ ở đây: thông báo cho nơi đăng ký trước đây")
        self._text("basis", "Căn cứ của việc thay đổi", 500, "Giấy tờ chứng minh: tên, số, ngày, cơ quan cấp.")

    def _extract(self, found: Sequence[RegisterEntry]) -> None:
        self._entries(found, "Không có trong sổ điện tử: chép từ sổ giấy dưới đây")
        self._text("registered_at", "Nơi đăng ký (sổ giấy)", 300)
        self._text("book", "Quyển số", 30)
        self._text("number", "Số", 30)
        self._text("registered_on", "Ngày đăng ký", 10)
        for label, field in rules.typed_fields(self.kind) if self.kind else ():
            self._text(f"field_{field}", label, 300)
        if self.kind is None:
            self.fields["lines"] = forms.CharField(
                label="Nội dung trong sổ",
                required=False,
                help_text="Mỗi dòng một mục: tên mục: nội dung.",
                widget=forms.Textarea(attrs={"rows": 8}),
            )
        self.fields["notes"] = forms.CharField(label="Ghi chú trong sổ", required=False, widget=LINES, max_length=1500)
        self.fields["confirmed"] = forms.BooleanField(
            label="Tôi đã đối chiếu các nội dung trên với sổ giấy", required=False
        )

    def _entries(self, found: Sequence[RegisterEntry], otherwise: str) -> None:
        if found:
            choices = [(str(one.pk), f"{one.name}, số {one.quoted}, quyển {one.book.label}") for one in found]
            self.fields["entry"] = forms.ChoiceField(
                label="Việc đã đăng ký",
                widget=forms.RadioSelect,
                required=False,
                choices=[*choices, (PAPER, otherwise)],
            )

    def _text(self, name: str, label: str, longest: int, hint: str = "") -> None:
        self.fields[name] = forms.CharField(label=label, required=False, max_length=longest, help_text=hint)

    def clean(self) -> dict[str, Any]:
        """Dates that are dates; a paper book only when compared."""
        given = super().clean() or self.cleaned_data
        for name, what in (("registered_on", "Ngày đăng ký"), ("lived_from", "Ngày")):
            if text := str(given.get(name) or ""):
                try:
                    given[name] = str(PartialDate.parse(text, what=what))
                except NotADate as problem:
                    self.add_error(name, str(problem))
        return given

    def values(self) -> dict[str, object]:
        """The finding as `acts.find` keeps it: empty boxes are left out, copied lines stand under `content`."""
        given = {name: value for name, value in self.cleaned_data.items() if value not in ("", None, False)}
        if given.get("entry") == PAPER:
            del given["entry"]
        if given.get("entry"):
            return {"entry": given["entry"], **({"basis": given["basis"]} if given.get("basis") else {})}
        content = {name.removeprefix("field_"): given.pop(name) for name in list(given) if name.startswith("field_")}
        return {**given, "content": content} if content else given

    @classmethod
    def initial_of(cls, kept: dict[str, object]) -> dict[str, object]:
        """A kept finding as initial values of the boxes."""
        content = kept.get("content")
        boxes = {f"field_{key}": value for key, value in content.items()} if isinstance(content, dict) else {}
        return {**kept, **boxes}
