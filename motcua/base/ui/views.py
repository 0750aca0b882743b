"""The gallery of components and the sample pages that prove the layouts; absent outside demo and debug."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.i18n import set_language

from motcua.base.ui import samples
from motcua.base.ui.forms import SampleForm

SAMPLES: dict[str, tuple[str, Callable[[], dict[str, Any]]]] = {
    "ban-lam-viec": ("desk_list", lambda: samples.desk() | {"groups": samples.work_groups()}),
    "ho-so": ("desk_dossier", lambda: samples.desk() | {"history": samples.history()}),
    "xac-nhan": ("desk_confirm", samples.desk),
    "bao-cao": ("desk_report", lambda: samples.desk() | {"figures": samples.figures(), "on_time": samples.on_time()}),
    "cong-dan": ("portal_home", samples.portal),
    "thu-tuc": ("portal_procedure", samples.portal),
    "to-khai": ("portal_wizard", lambda: samples.portal() | {"form": SampleForm()}),
    "theo-doi": ("portal_track", lambda: samples.portal() | {"history": samples.history()}),
    "ki-ot": ("kiosk_start", samples.kiosk),
    "ki-ot-tra-cuu": (
        "kiosk_lookup",
        lambda: samples.kiosk() | {"idle_seconds": 30, "back_url": "/giao-dien/mau-ki-ot/"},
    ),
    "ban-in": ("paper", dict),
}


View = Callable[..., HttpResponseBase]


def for_everybody(view: View) -> View:
    """Says in `permission`, as every view of the house does, that the page is public."""
    view.permission = "public"  # type: ignore[attr-defined]
    return view


def _only_where_shown() -> None:
    if not (settings.DEMO or settings.DEBUG):
        raise Http404


@for_everybody
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Each component in every state."""
    _only_where_shown()
    return render(request, "ui/gallery.html", samples.gallery() | {"samples": SAMPLES})


@for_everybody
@require_safe
def sample(request: HttpRequest, name: str) -> HttpResponse:
    """A whole page as the look book draws it, with made-up rows."""
    _only_where_shown()
    if name not in SAMPLES:
        raise Http404
    template, context = SAMPLES[name]
    return render(request, f"ui/samples/{template}.html", context())


@for_everybody
def language(request: HttpRequest) -> HttpResponseBase:
    """Vietnamese or English for the visitor's next pages."""
    answer: HttpResponseBase = set_language(request)
    return answer
