"""Words of the portal: time limits, fees and citations of the law as a citizen says them."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.base.vn.rules import money

register = template.Library()


@register.filter
def limit(text: str) -> str:
    """«3wd» → «3 ngày làm việc», «same_day» → «trong ngày»."""
    if text == "same_day":
        return _("trong ngày")
    parts = []
    for part in text.split("+"):
        count = int("".join(char for char in part if char.isdigit()))
        unit = part.lstrip("0123456789")
        names = {
            "wd": ngettext("%(n)d ngày làm việc", "%(n)d ngày làm việc", count),
            "d": ngettext("%(n)d ngày", "%(n)d ngày", count),
            "h": ngettext("%(n)d giờ làm việc", "%(n)d giờ làm việc", count),
            "m": ngettext("%(n)d tháng", "%(n)d tháng", count),
        }
        parts.append(names[unit] % {"n": count})
    return " + ".join(parts)


@register.filter
def fee(one: Any) -> str:
    """One fee in words: «8.000 đ một bản», «miễn», «theo nghị quyết của HĐND»."""
    if one.vnd is None:
        return _("theo nghị quyết của Hội đồng nhân dân (chưa nhập)")
    if not one.vnd:
        return _("miễn")
    per = {"case": _("một hồ sơ"), "copy": _("một bản"), "page": _("một trang")}[one.per]
    words = f"{money(one.vnd)} {per}"
    if one.then_vnd:
        words += _(", từ trang thứ %(n)d: %(vnd)s") % {"n": one.first_pages + 1, "vnd": money(one.then_vnd)}
    if one.cap_vnd:
        words += _(", không quá %(vnd)s một bản") % {"vnd": money(one.cap_vnd)}
    return words


def is_english() -> bool:
    """Whether the page at hand is said in English."""
    return (get_language() or "vi").startswith("en")


@register.filter
def vi(text: str) -> str:
    """Words that stay Vietnamese on every page; an English page tells the browser so."""
    return format_html('<span lang="vi">{}</span>', text) if text and is_english() else str(text or "")


@register.filter
def both(vietnamese: str, english: str) -> str:
    """On an English page the plain English and the official Vietnamese beside it («tên chính thức»)."""
    if not english or not is_english():
        return vi(vietnamese)
    return format_html('{} <span lang="vi" class="muted">({})</span>', english, vietnamese)


@register.filter
def named(one: Any) -> str:
    """The name of a paper, fee or procedure, the official one beside the English."""
    return both(str(one.name), str(getattr(one, "name_en", "")))


@register.filter
def brief(version: Any) -> str:
    """A procedure by its short name, the English one first where the page is English."""
    return both(str(version.short_name), str(version.name_en))


@register.filter
def or_english(vietnamese: str, english: str) -> str:
    """A sentence in the reader's language; marked as Vietnamese when the law file has it in Vietnamese only."""
    return str(english) if english and is_english() else vi(vietnamese)


@register.filter
def both_translated(text: str) -> str:
    """An official name of a closed list, and beside it what the catalogue calls it in English."""
    english = _(text)
    return both(text, "" if english == text else english)


@register.filter
def translated(text: str) -> str:
    """A fixed Vietnamese word of a closed list in the reader's language."""
    return _(text) if text else ""


@register.filter
def cited(basis: str) -> str:
    """«60/2014/QH13, 16.2» → «khoản 2 Điều 16, 60/2014/QH13»; what is written otherwise stays as it is."""
    places = [_place(*one.strip().rpartition(", ")) for one in basis.split(";")]
    return format_html_join("; ", "{}", ((place,) for place in places))


def _place(number: str, comma: str, place: str) -> str:
    article, *below = place.split(".")
    if not comma or not article.isdigit():
        return vi(f"{number}{comma}{place}")
    words = (_("khoản %(at)s"), _("điểm %(at)s"))
    parts = [word % {"at": at} for word, at in zip(words, below, strict=False)]
    where = " ".join([*reversed(parts), _("Điều %(at)s") % {"at": article}])
    return format_html("{}, {}", where, vi(number))
