"""Hand a file out over HTTP, so that nothing in it can act inside our pages.

Whether the reader may have it is decided by the module whose paper it is, before it calls here.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from motcua import __version__
from motcua.instruments.vault import queries
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import Kind, clean_name, too_big

_MAKING = Lock()


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


def serve_made(
    request: HttpRequest,
    make: Callable[[], bytes],
    *,
    name: str,
    mime: str,
    stamp: str,
) -> HttpResponseBase:
    """A file for everybody that is made from rows: made once for a stamp, and not sent to who has it already.

    `stamp` tells all that the content depends on; the file lies under DATA_DIR/made until that of another stamp does.
    Shared caches ask each time, so that what is kept back is out of them at once.
    """
    digest = hashlib.sha256(f"{__version__} {settings.DEMO} {name} {stamp}".encode()).hexdigest()[:32]
    etag = f'"{digest}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(_made(name, digest, make), content_type=mime)
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
        response["X-Content-Type-Options"] = "nosniff"
    response["ETag"], response["Cache-Control"] = etag, "public, no-cache"
    return response


def _made(name: str, digest: str, make: Callable[[], bytes]) -> bytes:
    """One making at a time in a process: a crowd that asks for the same waits for the first. No room: made anew.

    What is there already waits for nobody.
    """
    folder = Path(settings.DATA_DIR) / "made"
    path = folder / f"{digest}-{name}"
    with suppress(OSError):
        return path.read_bytes()
    with _MAKING:
        with suppress(OSError):
            return path.read_bytes()
        content = make()
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for old in folder.glob(f"{'?' * len(digest)}-{name}"):
                old.unlink(missing_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            Path(draft).replace(path)
    return content
