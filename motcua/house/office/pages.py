"""What the officers' pages of a module share: tabs, a row behind its door, and the page that asks, then does one act.

A module says once which its tabs, rights and refusals are (`Section`); its views take `framed`, `opened`, `asked`
from there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.base.states import NotThatWay
from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.house.office import queries
from motcua.house.office.access import Request
from motcua.house.office.rules import Actor

ANOTHER_DESK = "dossier.read"
"""Who reads dossiers has their list as home, and comes here from its menu."""


class OfUnit(Protocol):
    """A row that a unit works on."""

    @property
    def unit_id(self) -> UUID:
        """Which unit."""


R = TypeVar("R", bound=OfUnit)


def unit_name(row: OfUnit) -> str:
    """Short name of the unit that works on it."""
    return queries.directory().unit(row.unit_id).short_name


def typed(request: Request) -> QueryDict | None:
    """What was sent; None when the page is only opened. A button alone sends nothing but itself."""
    return request.POST if request.method == "POST" else None


@dataclass(frozen=True, kw_only=True)
class Section:
    """The officers' pages of one module.

    `tabs` names its pages, `flags` the rights its templates ask for (`may_write`); `may`, `require` and `open_row` are
    the module's own doors; `refusals` are told on the form; `came_in` says whether the files of a form came whole;
    `usual_tab` is the tab of a page that asks and names none.
    """

    name: str
    tabs: Mapping[str, str]
    flags: Mapping[str, str]
    may: Callable[[Actor, str, UUID], bool]
    require: Callable[[Actor, str, UUID], None]
    open_row: Callable[..., Any]
    refusals: tuple[type[Exception], ...] = (NotThatWay,)
    came_in: Callable[[Request, BaseForm], bool] | None = None
    usual_tab: str = ""

    def framed(self, request: Request, current: str = "", **context: Any) -> dict[str, Any]:
        """Context of a page, with the tab it belongs to."""
        tabs = [Tab(name, reverse(f"{self.name}:{key}"), current=key == current) for key, name in self.tabs.items()]
        other = link("dossiers:home") if request.actor.may_somewhere(ANOTHER_DESK) else ""
        frame = {
            "tabs": tabs,
            "home_url": other or reverse(f"{self.name}:home"),
            "search_url": link("dossiers:search") if other else "",
        }
        held = {name: request.actor.may_somewhere(right) for name, right in self.flags.items()}
        return frame | held | context

    def opened(self, request: Request, model: type[R], key: UUID, right: str) -> R:
        """A row the actor may do this to. Refuses: Http404, NotAllowed."""
        row: R = self.open_row(request.actor, model, key)
        self.require(request.actor, right, row.unit_id)
        return row

    def rights(self, request: Request, row: OfUnit) -> dict[str, bool]:
        """What the actor may do to this very row, for the buttons."""
        return {name: self.may(request.actor, right, row.unit_id) for name, right in self.flags.items()}

    def asked(
        self,
        request: Request,
        form: BaseForm,
        do: Callable[[dict[str, Any]], object],
        *,
        title: str,
        label: str,
        done: str,
        back: str,
        to: Callable[[Any], str] | None = None,
        current: str = "",
        **context: Any,
    ) -> HttpResponse:
        """Ask, then do one act: bad input and refusals show on the form with all that was typed still there."""
        came = self.came_in is None or request.method != "POST" or self.came_in(request, form)
        if request.method == "POST" and came and form.is_valid():
            try:
                made = do(form.cleaned_data)
            except self.refusals as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, done)
                return redirect(to(made) if to else back)
        words = {"title": title, "page_title": title, "label": label}
        shown = self.framed(request, current or self.usual_tab, form=form, back=back, **words) | context
        status = 422 if request.method == "POST" else 200
        return render(request, shown.get("template", "office/ask.html"), shown, status=status)
