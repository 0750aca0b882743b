"""Components for templates: `{% load ui %}`. The gallery shows each in every state, with the tag that makes it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, CheckboxInput, Field, Select
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from motcua.base.ui import rules
from motcua.base.ui.choices import ICONS, TONE_ICONS, Tone
from motcua.base.vn import rules as vn
from motcua.base.worktime.rules import VN

register = template.Library()

# The patterns of rules.due_words, so that a message catalogue finds them.
gettext_noop("chưa hẹn ngày")
gettext_noop("hôm nay trước %(time)s")
gettext_noop("còn %(days)s ngày")
gettext_noop("trễ từ %(time)s %(day)s")
gettext_noop("trễ %(days)s ngày")
gettext_noop("trễ %(minutes)s phút")
gettext_noop("trễ %(hours)s giờ")


def _part(name: str, /, **values: object) -> SafeString:
    return render_to_string(f"ui/components/{name}.html", values)


# --- words ------------------------------------------------------------------------
@register.filter
def money(vnd: int | None) -> str:
    """8000 → «8.000 đ»; nothing for None."""
    return "" if vnd is None else vn.money(vnd)


@register.filter
def day(on: date | datetime | None) -> str:
    """A date → «05/11/2024»; a moment is first told in Vietnamese time."""
    if isinstance(on, datetime):
        on = on.astimezone(VN).date()
    return "" if on is None else vn.day(on)


@register.filter
def moment(at: datetime | None) -> str:
    """A moment → «16:30 05/11/2024»."""
    return "" if at is None else vn.moment(at)


@register.filter
def basis(by: str) -> str:
    """«64/2025/QH15, 53» → «Điều 53, 64/2025/QH15»."""
    return vn.basis(by)


@register.filter
def filesize(size: int | None) -> str:
    """1468006 → «1,4 MB»."""
    return "" if size is None else rules.file_size(size)


@register.filter
def beside(names: Iterable[Any], cells: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Each cell of a row with the name of its column, which a telephone shows before it."""
    return list(zip(names, cells, strict=False))


# --- small pieces --------------------------------------------------------------------
@register.simple_tag
@cache
def icon(name: str, label: str = "") -> SafeString:
    """Our own icon, hidden from screen readers unless it has a label of its own."""
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}" fill="none" stroke="currentColor" '
            'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="{}"/></svg>',
            label,
            ICONS[name],
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="{}"/></svg>',
        ICONS[name],
    )


@register.simple_tag
@lru_cache(maxsize=1024)  # a list shows fifty, most of them alike
def chip(words: str, tone: str = Tone.QUIET, icon_name: str = "") -> SafeString:
    """A state in words: `{% chip "Chờ bổ sung" "soon" "pause" %}`."""
    kind = Tone(tone)
    return format_html(
        '<span class="chip chip-{}">{} <span>{}</span></span>', kind.value, icon(icon_name or TONE_ICONS[kind]), words
    )


@register.simple_tag
def due_chip(due: rules.DueWords | None) -> SafeString:
    """What `rules.due_words` says, in the reader's language."""
    if due is None:
        return SafeString("")
    return chip(gettext(due.pattern) % due.values, due.tone, due.icon)


@register.simple_tag
def copyable(text: str, label: str = "") -> SafeString:
    """A code that a click copies; without JavaScript it is simply text to select."""
    return _part("copyable", text=text, label=label)


@register.simple_tag
def facts(pairs: Iterable[tuple[str, object]]) -> SafeString:
    """Key and value, from pairs; empty values are left out."""
    return _part("facts", pairs=[(term, value) for term, value in pairs if value not in (None, "")])


@register.simple_tag
def steps(number: int, total: int, title: str = "") -> SafeString:
    """«Bước 2 trong 4: Người nộp», with a thin bar that only repeats the words."""
    done = round(100 * number / total) if total else 0
    return _part("steps", number=number, total=total, title=title, done=done)


@register.simple_tag
def tile(url: str, icon_name: str, title: str, note: str = "") -> SafeString:
    """One of the kiosk's big tiles."""
    return _part("tile", url=url, icon_name=icon_name, title=title, note=note)


@register.simple_tag
def link_card(url: str, icon_name: str, title: str, note: str = "") -> SafeString:
    """A citizen's way in: one link, its icon and a line of explanation."""
    return _part("link_card", url=url, icon_name=icon_name, title=title, note=note)


@register.simple_tag
def link(name: str, *args: object) -> str:
    """The address of a named page, or nothing where that page is not installed: layouts must always render."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


# --- rows ---------------------------------------------------------------------------
@register.simple_tag
def tabs(items: Sequence[rules.Tab], label: str = "") -> SafeString:
    """Tabs as plain links."""
    return _part("tabs", items=items, label=label)


@register.simple_tag
def worklist(groups: Sequence[rules.WorkGroup]) -> SafeString:
    """Groups of dossiers: arrows move, Enter opens, letters of `next_key` act on the chosen row."""
    return _part("worklist", groups=[group for group in groups if group.rows])


@register.simple_tag
def timeline(events: Sequence[rules.TimelineEvent]) -> SafeString:
    """What happened, for citizens: oldest first, the coming step last."""
    return _part("timeline", events=[(event, TONE_ICONS[event.tone]) for event in events])


@register.simple_tag
def pagination(before_url: str = "", after_url: str = "", summary: str = "") -> SafeString:
    """Keyset pages: before and after, never a page number."""
    return _part("pagination", before_url=before_url, after_url=after_url, summary=summary)


@register.simple_tag
def bars(title: str, items: Sequence[rules.Bar], top: float | None = None, target: float | None = None) -> SafeString:
    """A bar chart that is its own data table; `target` draws a line at that value (needs `top`)."""
    line = rules.drawn_bars([rules.Bar("", target)], top=top)[0].length if target is not None and top else ""
    return _part("bars", title=title, rows=rules.drawn_bars(items, top=top), target=line)


# --- forms ---------------------------------------------------------------------------
@register.simple_tag
def error_summary(source: BaseForm | Sequence[tuple[str, str]]) -> SafeString:
    """Errors on top of a page, each a link to its field: from a form, or pairs of (field id, sentence)."""
    items = _form_errors(source) if isinstance(source, BaseForm) else list(source)
    return _part("error_summary", items=items) if items else SafeString("")


def _form_errors(form: BaseForm) -> list[tuple[str, str]]:
    whole = [("", str(message)) for message in form.non_field_errors()]
    return whole + [
        (bound.id_for_label or f"{bound.auto_id}_0", _told(bound, str(message)))
        for bound in form
        for message in bound.errors
    ]


def _told(bound: BoundField, message: str) -> str:
    """The sentence as it stands apart from its field: one that only says “required” is told with the field's name."""
    bare = message == Field.default_error_messages["required"]
    return f"{bound.label}: {message[:1].lower()}{message[1:]}" if bare else message


@register.simple_tag
def field(bound: BoundField, hint: str = "", size: str = "") -> SafeString:
    """A Django form field with its label, hint and error, wired for screen readers."""
    many = bound.use_fieldset
    return _part(
        "field",
        field=bound,
        hint=hint or bound.help_text,
        many=many,
        single_box=isinstance(bound.field.widget, CheckboxInput),
        described=_described(bound, hint),
        widget=SafeString("") if many else bound.as_widget(attrs=_control(bound, hint, size)),
    )


def _described(bound: BoundField, hint: str = "") -> str:
    parts = [f"{bound.auto_id}_helptext"] if hint or bound.help_text else []
    return " ".join([*parts, f"{bound.auto_id}_error"] if bound.errors else parts)


def _control(bound: BoundField, hint: str, size: str) -> dict[str, Any]:
    widget = bound.field.widget
    look = "form-check-input" if isinstance(widget, CheckboxInput) else "form-control"
    look = "form-select" if isinstance(widget, Select) else look
    attrs: dict[str, Any] = {"class": " ".join(filter(None, [widget.attrs.get("class"), look, size]))}
    if described := _described(bound, hint):
        attrs["aria-describedby"] = described
    return attrs


@register.simple_block_tag
def field_box(
    content: str, field_id: str, label: str, hint: str = "", error: str = "", *, optional: bool = False
) -> SafeString:
    """The same wrapper around a widget of your own; give it aria-describedby="<id>_helptext <id>_error"."""
    return _part(
        "field_box", content=content, field_id=field_id, label=label, hint=hint, error=error, optional=optional
    )


@register.simple_tag
def dropzone(
    name: str, label: str, hint: str = "", accept: str = "", *, multiple: bool = False, error: str = ""
) -> SafeString:
    """A file input that also takes dropped files. The form needs enctype="multipart/form-data"."""
    return _part("dropzone", name=name, label=label, hint=hint, accept=accept, multiple=multiple, error=error)


@register.simple_tag
def big_search(action: str, label: str, name: str = "q", value: str = "", button: str = "") -> SafeString:
    """The citizen's search: one field, one button."""
    return _part("big_search", action=action, label=label, name=name, value=value, button=button)


@register.simple_tag
def keypad(name: str, label: str, value: str = "", longest: int = 20) -> SafeString:
    """Digits of our own inside a form; without JavaScript each key submits `key` (see rules.press)."""
    return _part("keypad", name=name, label=label, value=value, longest=longest, digits="123456789")


@register.simple_tag
def qr(source: str = "", caption: str = "", size_words: str = "") -> SafeString:
    """A QR picture (a data: address), or its empty place; the same must stand beside it in words."""
    return _part("qr", source=source, caption=caption, size_words=size_words)


# --- wrappers ------------------------------------------------------------------------
@register.simple_block_tag
def page_head(content: str, title: str, lead: str = "", kicker: str = "", back_url: str = "") -> SafeString:
    """The page's h1, what it is about, and (inside) its buttons."""
    return _part("page_head", content=content, title=title, lead=lead, kicker=kicker, back_url=back_url)


@register.simple_block_tag
def card(content: str, title: str = "", note: str = "", tone: str = "", level: int = 2) -> SafeString:
    """A panel; `tone` is "now" (the work to do) or "danger"."""
    return _part("card", content=content, title=title, note=note, tone=tone, level=level)


@register.simple_block_tag
def alert(content: str, tone: str = Tone.INFO, title: str = "") -> SafeString:
    """Something to know: info, good, soon or late."""
    kind = Tone(tone)
    return _part("alert", content=content, tone=kind.value, icon_name=TONE_ICONS[kind], title=title)


@register.simple_block_tag
def empty(content: str, title: str, icon_name: str = "check") -> SafeString:
    """Nothing here, and what to do now."""
    return _part("empty", content=content, title=title, icon_name=icon_name)


@register.simple_block_tag
def buttons(content: str) -> SafeString:
    """A row of buttons: the main one first."""
    return format_html('<div class="buttons">{}</div>', content)


@register.simple_block_tag
def file_row(
    content: str, name: str, url: str = "", note: str = "", state: str = "there", size: int | None = None
) -> SafeString:
    """A paper or file: `state` is there, missing or plain; inside: its links or buttons."""
    shown = {"there": ("check", gettext("có")), "missing": ("ring", gettext("thiếu")), "plain": ("file", "")}[state]
    return _part(
        "file_row", content=content, name=name, url=url, note=note, state=state, icon_name=shown[0],
        state_words=shown[1], size=size,
    )  # fmt: skip
