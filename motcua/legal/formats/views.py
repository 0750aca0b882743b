"""The page of the format checker: a file in, findings on the screen, copies to take away. Nothing is stored.

The copies travel inside the page itself, so that they need no second upload and leave nothing on the server; of a file
too large for that the officer asks for one copy at a time.
"""

import base64
from pathlib import PurePath
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from motcua.base.ui.rules import Tab
from motcua.base.ui.templatetags.ui import link
from motcua.house.office.access import requires_officer
from motcua.instruments.vault.access import refuse_too_large
from motcua.instruments.vault.rules import NotAccepted
from motcua.legal.formats import queries
from motcua.legal.formats.choices import PROFILE_NAMES, SEVERITY_NAMES, Profile, Severity
from motcua.legal.formats.forms import MARKED, SCREEN, CheckForm
from motcua.legal.formats.queries import Report, Unusable
from motcua.legal.formats.word.guard import check_size
from motcua.legal.formats.word.mend import LettersChanged

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CARRIED = 3 * 1024 * 1024
"""Copies of files up to this size travel inside the page."""
SHOWN = 200
"""Findings of one severity on the screen; the marked copy has more."""
TONES = {Severity.ERROR: "late", Severity.WARNING: "soon", Severity.NOTE: "info"}


@requires_officer
def check_page(request: HttpRequest) -> HttpResponse:
    """Check a file, and hand out the marked or the mended copy."""
    form = CheckForm(request.POST or None, request.FILES or None, today=request.now.date())  # type: ignore[attr-defined]
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, _told_too_large(request, form))
    upload, answer = form.cleaned_data["file"], form.cleaned_data["answer"]
    try:
        check_size(upload.size)
        content = upload.read()
        report = queries.check(content, profile=Profile(form.cleaned_data["profile"]), on=form.cleaned_data["on"])
        if answer != SCREEN:
            return _copy(content, report, upload.name, marked=answer == MARKED)
        return _page(request, form, **_shown(content, report, upload.name))
    except (Unusable, LettersChanged) as refused:
        form.add_error("file", str(refused))
        return _page(request, form)


def _told_too_large(request: HttpRequest, form: CheckForm) -> CheckForm:
    """A file dropped while it came in is told as too large, not as missing."""
    try:
        refuse_too_large(request, "file")
    except NotAccepted as refused:
        form.errors.pop("file", None)
        form.add_error("file", str(refused))
    return form


def _page(request: HttpRequest, form: CheckForm, **more: Any) -> HttpResponse:
    page = {
        "form": form,
        "page_title": "Kiểm tra thể thức",
        "home_url": link("dossiers:home"),
        "search_url": link("dossiers:search"),
        "tabs": [Tab("Kiểm tra thể thức", link("formats:check"), current=True)],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "formats/check.html", page | more, status=status)


def _names(name: str) -> tuple[str, str]:
    stem = PurePath(name).stem or "van-ban"
    return f"{stem}-nhan-xet.docx", f"{stem}-da-sua.docx"


def _copy(content: bytes, report: Report, name: str, *, marked: bool) -> HttpResponse:
    if marked:
        copy, own = queries.marked(content, report), _names(name)[0]
    else:
        copy, own = queries.mended(content, profile=report.profile, on=report.on)[0], _names(name)[1]
    answer = HttpResponse(copy, content_type=WORD)
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=own) or "attachment"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _shown(content: bytes, report: Report, name: str) -> dict[str, Any]:
    groups = [
        {
            "name": SEVERITY_NAMES[severity],
            "tone": TONES[severity],
            "count": len(found),
            "count_words": str(len(found)),
            "rows": found[:SHOWN],
        }
        for severity in Severity
        if (found := report.of(severity))
    ]
    carried: list[dict[str, str]] = []
    left: tuple[Any, ...] = ()
    if report.file_kind == "docx" and report.findings and len(content) <= CARRIED:
        marked_name, mended_name = _names(name)
        carried.append(_carried("Tải bản có nhận xét", marked_name, queries.marked(content, report)))
        if report.mendable:
            mended, left = queries.mended(content, profile=report.profile, on=report.on)
            carried.append(_carried("Tải bản đã sửa phần trình bày", mended_name, mended))
    return {
        "report": report,
        "file_name": name,
        "groups": groups,
        "copies": carried,
        "left": len(left),
        "too_large": report.file_kind == "docx" and len(content) > CARRIED,
        "profile_name": PROFILE_NAMES[report.profile],
        "shown_most": SHOWN,
    }


def _carried(label: str, name: str, content: bytes) -> dict[str, str]:
    return {"label": label, "name": name, "url": f"data:{WORD};base64,{base64.b64encode(content).decode()}"}
