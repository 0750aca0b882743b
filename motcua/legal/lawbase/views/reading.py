"""What was read from a document's text: relations, effect, changes of words to confirm; what nobody could read."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from motcua.house.office.access import Request, requires
from motcua.legal.lawbase import access, acts, queries
from motcua.legal.lawbase.choices import CONFIRM, REGISTER
from motcua.legal.lawbase.forms import DecideForm
from motcua.legal.lawbase.views.frame import framed


@requires(REGISTER)
def reading_page(request: Request, key: UUID) -> HttpResponse:
    """Look through the proposals of one text, then confirm or reject those that are ticked."""
    document = access.open_entry(request.actor, key)
    form = DecideForm(request.POST or None)
    if request.method == "POST" and request.POST.get("again") == "1":
        acts.read_again(document, by=request.actor, at=request.now)
        messages.success(request, "Máy sẽ đọc lại văn bản này trong đêm.")
        return redirect("lawbase:reading", document.pk)
    if request.method == "POST" and form.is_valid():
        try:
            many = acts.decide_read(
                document, accept=request.POST.get("accept") == "1", reason=form.cleaned_data.get("reason", ""),
                relations=_ticked(request, "relation"), events=_ticked(request, "event"),
                patches=_ticked(request, "patch"), by=request.actor, at=request.now, days=_days(request),
            )  # fmt: skip
        except acts.NotAsWritten as reason:
            messages.error(request, str(reason))
        else:
            messages.success(request, f"Đã quyết định {many} mục.")
        return redirect("lawbase:reading", document.pk)
    context = framed(
        request, document=document, found=queries.waiting(document), page_title="Đọc từ văn bản",
        may_confirm=access.may(request.actor, CONFIRM, document.keeper_id),
        keepers=access.keepers(request.actor, CONFIRM),
    )  # fmt: skip
    return render(request, "lawbase/reading.html", context)


def _days(request: Request) -> dict[UUID, date]:
    """Days the person set, by the key of the thing; what is no day is passed over, so that the proposed one stands."""
    found = {}
    for name, text in request.POST.items():
        if name.startswith("on-"):
            try:
                found[UUID(name.removeprefix("on-"))] = date.fromisoformat(str(text))
            except ValueError:
                continue
    return found


def _ticked(request: Request, name: str) -> Iterable[UUID]:
    """Keys that are keys; what else was sent is passed over."""
    for text in request.POST.getlist(name)[:2000]:
        try:
            yield UUID(text)
        except ValueError:
            continue
