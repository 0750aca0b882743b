"""Words of the portal: time limits, fees and citations of the law as a citizen says them."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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


@register.filter
def cited(basis: str) -> str:
    """«60/2014/QH13, 16.2» → «khoản 2 Điều 16, 60/2014/QH13»; what is written otherwise stays as it is."""
    return "; ".join(_place(*one.strip().rpartition(", ")) for one in basis.split(";"))


def _place(number: str, comma: str, place: str) -> str:
    article, *below = place.split(".")
    if not comma or not article.isdigit():
        return f"{number}{comma}{place}"
    words = (_("khoản %(at)s"), _("điểm %(at)s"))
    parts = [word % {"at": at} for word, at in zip(words, below, strict=False)]
    return f"{' '.join([*reversed(parts), _('Điều %(at)s') % {'at': article}])}, {number}"


@register.filter
def said(one: Any, lang: str) -> str:
    """The name in the reader's language, when there is one."""
    english = getattr(one, "name_en", "")
    return str(english) if lang == "en" and english else str(one.name)
