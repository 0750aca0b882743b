"""Hand a file out over HTTP, so that nothing in it can act inside our pages.

Whether the reader may have it is decided by the module whose paper it is, before it calls here.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from motcua.instruments.vault import queries
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import Kind, clean_name, too_big


def note_too_large(request: HttpRequest | None, field: str) -> None:
    """Remember that the file of this field was dropped while it came in."""
    if request is not None:
        request.too_large = frozenset({*getattr(request, "too_large", ()), field})  # type: ignore[attr-defined]


def refuse_too_large(request: HttpRequest, field: str) -> None:
    """Refuses: NotAccepted when the file of this field was too large to come in; without this it looks unsent."""
    request.POST  # noqa: B018  the files have come in once the form was read
    if field in getattr(request, "too_large", ()):
        raise too_big(settings.UPLOAD_MAX_BYTES)


def serve(file: StoredFile, download_name: str = "", *, inline: bool = False) -> HttpResponse:
    """The file as a download; inside the page only PDFs this office made itself. Refuses: Missing, Damaged."""
    shown = inline and file.is_own and file.mime == Kind.PDF.mime
    response = HttpResponse(queries.read(file), content_type=file.mime)
    name = clean_name(download_name or file.name)
    response["Content-Disposition"] = content_disposition_header(not shown, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
