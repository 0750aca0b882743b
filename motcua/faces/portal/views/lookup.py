"""For anybody: how far a dossier is, whether a result is genuine, what is late and why, who serves at the counters."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from motcua.counter.dossiers import queries
from motcua.faces.portal.views.frame import counters, framed, today
from motcua.house.accounts import acts as accounts
from motcua.house.accounts import rules as limits
from motcua.house.accounts.access import address_of as visitor
from motcua.house.office import queries as office
from motcua.house.office.access import Request, public_page
from motcua.instruments.signing import queries as signatures
from motcua.instruments.signing.rules import SignatureReport
from motcua.legal.procedures import queries as procedures

# The ten national states of dossiers.rules, so that a message catalogue finds them.
gettext_noop("Mới đăng ký")
gettext_noop("Được tiếp nhận")
gettext_noop("Không được tiếp nhận")
gettext_noop("Đang xử lý")
gettext_noop("Yêu cầu bổ sung giấy tờ")
gettext_noop("Yêu cầu thực hiện nghĩa vụ tài chính")
gettext_noop("Công dân yêu cầu rút hồ sơ")
gettext_noop("Dừng xử lý")
gettext_noop("Đã xử lý xong")
gettext_noop("Đã trả kết quả")


@public_page
def track_page(request: Request) -> HttpResponse:
    """Progress by code; a little more with the secret on the receipt. Guessing is slowed down.

    The code may stand in an address (the QR of the receipt is one); the secret is taken from a posted form only, so
    that it stays out of logs and of the history of a shared computer.
    """
    code = (request.POST.get("ma") or request.GET.get("ma", "")).strip()[:45]
    secret = request.POST.get("rieng", "").strip()[:8]
    found, problem, status = None, "", 200
    if code:
        try:
            accounts.spend(limits.LOOK_UP, visitor(request), at=request.now)
        except accounts.TooManyTries as refusal:
            problem, status = str(refusal), 429
        else:
            found = queries.track(code, secret=secret)
            if found is None:
                problem, status = _("Không có hồ sơ nào mang mã này. Xem lại mã trên giấy hẹn."), 404
    context = framed(request, page_title=_("Tra cứu hồ sơ"), code=code, found=found, problem=problem)
    return render(request, "portal/track.html", context, status=status)


@public_page
def verify_page(request: Request, code: str = "") -> HttpResponse:
    """Whether a result was issued here: by the code in its QR, or by the file itself."""
    wanted = code or request.GET.get("ma", "").strip()[:20]
    verdict: dict[str, Any] | None = None
    status = 200
    try:
        if wanted or request.method == "POST":
            accounts.spend(limits.LOOK_UP, visitor(request), at=request.now)
        if request.method == "POST":
            verdict = _of_file(request)
        elif wanted:
            verdict = _of_code(wanted)
    except accounts.TooManyTries as refusal:
        verdict, status = {"tone": "soon", "title": str(refusal)}, 429
    context = framed(request, page_title=_("Kiểm tra kết quả"), code=wanted, verdict=verdict)
    return render(request, "portal/verify.html", context, status=status)


def _of_code(code: str) -> dict[str, Any]:
    result = queries.result_by_code(code)
    if result is None:
        return {"tone": "late", "title": _("Không có kết quả nào mang mã này."), "result": None}
    return _known(result)


def _known(result: Any, *, by_file: bool = False) -> dict[str, Any]:
    english = {one.key: one.name_en for one in queries.law_of(result.dossier).results}
    known = {"result": result, "name_en": english.get(result.kind, "")}
    if result.revoked_at:
        return {**known, "tone": "late", "title": _("Kết quả này đã bị thu hồi.")}
    if by_file:
        return {**known, "tone": "good", "title": _("Kết quả này do cơ quan cấp và còn nguyên vẹn.")}
    title = _("Cơ quan có cấp kết quả mang mã này. So từng dòng dưới đây với tờ giấy bạn cầm.")
    return {**known, "tone": "good", "title": title}


def _of_file(request: Request) -> dict[str, Any]:
    upload = request.FILES.get("file")
    if upload is None or (upload.size or 0) > settings.UPLOAD_MAX_BYTES:
        most = settings.UPLOAD_MAX_BYTES // 2**20
        return {"tone": "soon", "title": _("Chọn một tệp PDF không quá %(most)d MB.") % {"most": most}}
    content = upload.read()
    result = queries.result_by_file(hashlib.sha256(content).hexdigest())
    try:
        reports = signatures.check(content)
    except ValueError as problem:
        return {"tone": "late", "title": str(problem)}
    if result is not None:
        return {**_known(result, by_file=True), "reports": reports}
    return {"tone": "late", "title": _not_ours(reports), "reports": reports}


def _not_ours(reports: Sequence[SignatureReport]) -> str:
    """What to say of a file that was not issued here, worst first: a signature counts only when all of it holds."""
    if not reports:
        return _("Tệp này không có chữ ký số và không phải do cơ quan cấp.")
    if not all(report.intact and report.covers_whole for report in reports):
        return _("Tệp đã bị thay đổi sau khi ký. Không dùng tệp này.")
    if not all(report.holds for report in reports):
        return _("Chữ ký không thuộc tổ chức được tin cậy. Tệp này không phải do cơ quan cấp.")
    return _("Chữ ký còn nguyên nhưng tệp này không phải kết quả do cơ quan cấp.")


@public_page
def late_page(request: Request) -> HttpResponse:
    """Late dossiers with reason and new day; no names [61/2018/NĐ-CP, 19.9]."""
    english = {version.code: version.name_en for version in procedures.listing(today(request))}
    rows = tuple((row, english.get(row.procedure_code, "")) for row in queries.public_late_list(at=request.now))
    context = framed(request, page_title=_("Hồ sơ trễ hẹn"), rows=rows)
    return render(request, "portal/late.html", context)


@public_page
def staff_page(request: Request) -> HttpResponse:
    """Who serves at the counters [61/2018/NĐ-CP, 9.7]."""
    day = today(request)
    rows = [(counter, list(office.officers_at((counter.path,), day))) for counter in counters(request)]
    return render(request, "portal/staff.html", framed(request, page_title=_("Công khai"), rows=rows))
