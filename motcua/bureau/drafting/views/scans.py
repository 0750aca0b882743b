"""A draft dropped in, everything found in one list; the same list for a draft kept here. Nothing dropped in is kept."""

import base64
from contextlib import suppress
from pathlib import PurePath
from time import perf_counter
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from motcua.base.ui.choices import Tone
from motcua.bureau.drafting import access, loader, queries, rules
from motcua.bureau.drafting.forms import ScanForm
from motcua.bureau.drafting.models import Draft
from motcua.bureau.drafting.views.frame import framed
from motcua.house.office import queries as office
from motcua.house.office.access import Request, requires
from motcua.house.office.choices import LEVEL_NAMES, Level
from motcua.house.office.rules import UnitRow
from motcua.instruments.vault import access as vault
from motcua.instruments.vault import queries as files
from motcua.instruments.vault.rules import Kind, NotAccepted

CARRIED = 3 * 1024 * 1024
"""A marked copy of a file up to this size travels inside the page."""
WORD = Kind.DOCX.mime
UNMARKED = (ValueError, RuntimeError)
"""A file that cannot take comments, or would be changed by them (`Unusable`, `LettersChanged`): no copy then."""
OWN_LEVELS = (Level.PROVINCE, Level.CITY, Level.WARD)


@requires(access.READ)
def scan_page(request: Request) -> HttpResponse:
    """Drop a file in, see every dead basis, wrong form and broken reference, with place, rule and remedy."""
    posted = request.method == "POST"
    form = ScanForm(
        request.POST if posted else None, request.FILES if posted else None, on=request.actor.on, level=_level(request)
    )
    context: dict[str, Any] = {}
    if posted and form.is_valid():
        try:
            vault.refuse_too_large(request, "file")
            context = _looked_at(form)
        except NotAccepted as refusal:
            form.add_error("file", str(refusal))
    title = "Kiểm tra dự thảo"
    shown = framed(request, "scan", form=form, page_title=title, **context)
    return render(request, "drafting/scan.html", shown, status=422 if form.errors else 200)


def _level(request: Request) -> str:
    """The level of the actor's agency, of those that make legal documents."""
    paths = request.actor.paths(access.READ)
    units: list[UnitRow] = [office.directory().agency(office.directory().unit(path)) for path in paths]
    return next((one.level for one in units if one.level in OWN_LEVELS), Level.WARD.value)


def _looked_at(form: ScanForm) -> dict[str, Any]:
    upload = form.cleaned_data["file"]
    content = upload.read()
    begun = perf_counter()
    mime = Kind.PDF.mime if content.lstrip()[:5] == b"%PDF-" else WORD
    if mime == WORD and not content.startswith(b"PK"):
        raise NotAccepted("Tệp không phải .docx hay PDF. Lưu văn bản thành .docx (hoặc xuất PDF) rồi gửi lại.")
    about = rules.About(
        kind=form.cleaned_data["kind"], level=form.cleaned_data["level"], signed_on=form.cleaned_data["on"]
    )
    seen = queries.scan(content, mime, about)
    if seen.report is None and not seen.source.text.strip():
        raise NotAccepted("Không đọc được tệp: mở bằng Word, lưu lại thành .docx rồi gửi lại.")
    shown = shown_scan(seen) | {"file_name": upload.name}
    if mime == WORD and seen.machine.findings and len(content) <= CARRIED:
        with suppress(*UNMARKED):
            shown["copy"] = _carried(queries.marked(content, seen), upload.name)
    return shown | {"seconds": f"{perf_counter() - begun:.1f}".replace(".", ",")}


def _carried(content: bytes, name: str) -> dict[str, str]:
    return {"url": f"data:{WORD};base64,{base64.b64encode(content).decode()}", "name": marked_name(name)}


def marked_name(name: str) -> str:
    """What a copy with comments is called."""
    return f"{PurePath(name).stem or 'du-thao'}-nhan-xet.docx"


def shown_scan(seen: queries.Scan) -> dict[str, Any]:
    """The list by gravity, the delegating provisions, what was not looked at; as the template wants it."""
    law = loader.law()
    names = {one.key: one.name for one in law.contents}
    found = seen.machine.findings
    wrong, look = [one for one in found if one.is_wrong], [one for one in found if not one.is_wrong]
    groups = [
        (words, tone, [(one, names.get(one.content, "")) for one in rows])
        for words, tone, rows in (("Phải sửa", Tone.LATE, wrong), ("Nên xem lại", Tone.SOON, look))
        if rows
    ]
    return {
        "seen": seen,
        "groups": groups,
        "total": len(found),
        "missed": seen.machine.not_run,
        "kind_name": law.kind(seen.about.kind).name,
        "level_name": LEVEL_NAMES[Level(seen.about.level)].lower(),
        "delegations": queries.delegations_of(seen),
    }


@requires(access.READ)
def draft_scan_page(request: Request, key: UUID) -> HttpResponse:
    """The same list for the latest version of a draft kept here."""
    draft = access.open_row(request.actor, Draft, key)
    version, seen = queries.latest_version(draft), queries.scan_of(draft)
    if version is None or seen is None:
        raise Http404
    context = framed(
        request,
        "drafts",
        draft=draft,
        version=version,
        file_name=version.file.name,
        is_word=version.file.mime == WORD,
        page_title="Máy phát hiện trong dự thảo",
        **shown_scan(seen),
    )
    return render(request, "drafting/draft_scan.html", context)


@requires(access.READ)
def marked_file(request: Request, key: UUID) -> HttpResponse:
    """The latest version with a comment at each place found."""
    draft = access.open_row(request.actor, Draft, key)
    version, seen = queries.latest_version(draft), queries.scan_of(draft)
    if version is None or seen is None or version.file.mime != WORD:
        raise Http404
    try:
        copy = queries.marked(files.read(version.file), seen)
    except UNMARKED as refusal:
        raise Http404 from refusal
    answer = HttpResponse(copy, content_type=WORD)
    name = content_disposition_header(as_attachment=True, filename=marked_name(version.file.name))
    answer.headers["Content-Disposition"] = name or "attachment"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
