"""Hand a file out over HTTP, so that nothing in it can act inside our pages.

Whether the reader may have it is decided by the module whose paper it is, before it calls here.
"""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from motcua.instruments.vault import queries
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import Kind, clean_name


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
