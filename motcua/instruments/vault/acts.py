"""Keep a file."""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.core.files.base import File

from motcua.instruments.vault import queries
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import NoRoom, NotAccepted, accepted_kind, clean_name, names, too_big

_BLOCK = 256 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_KEPT_ORPHAN = timedelta(days=1)


class Author(Protocol):
    """Who hands the file in; none of it for a stranger."""

    @property
    def account_id(self) -> UUID | None: ...  # noqa: D102


def store(
    content: bytes | File[bytes], *, name: str, by: Author, at: datetime, purpose: str, is_own: bool = False
) -> StoredFile:
    """Keep this content and answer its row; equal contents are kept once.

    `is_own` marks a paper this office made itself, the only kind ever shown inside a page. The file is on disk before
    the row: an act rolled back leaves an orphan that `check_vault` clears. Refuses: NotAccepted, NoRoom.
    """
    name = clean_name(name)
    with _room(), _written(content) as (draft, sha256):
        kind = accepted_kind(draft, name)
        size = draft.stat().st_size
        _move(draft, queries.path_of(sha256))
    file = StoredFile(
        sha256=sha256,
        size=size,
        mime=kind.mime,
        name=names.with_ending(name, kind),
        purpose=purpose,
        is_own=is_own,
        created_at=at,
        created_by=by.account_id,
    )
    file.save(force_insert=True)
    return file


def remove_orphans(*, before: datetime) -> int:
    """Delete files no row has known for a day, and drafts as old; answers how many."""
    limit = (before - _KEPT_ORPHAN).timestamp()
    old = [path for path in [*queries.orphans(), *_drafts().glob("*")] if path.stat().st_mtime < limit]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as reason:
        if reason.errno in _FULL:
            raise NoRoom from reason
        raise


@contextmanager
def _written(content: bytes | File[bytes]) -> Iterator[tuple[Path, str]]:
    """A draft of the content on the vault's own disk, flushed; gone afterwards unless moved away."""
    limit = settings.UPLOAD_MAX_BYTES
    if _announced(content) > limit:
        raise too_big(limit)
    _drafts().mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, raw_path = tempfile.mkstemp(dir=_drafts())
    path = Path(raw_path)
    try:
        with os.fdopen(descriptor, "wb") as draft:
            size, digest = 0, hashlib.sha256()
            for block in _blocks(content):
                size += len(block)
                if size > limit:
                    raise too_big(limit)
                digest.update(block)
                draft.write(block)
            draft.flush()
            os.fsync(draft.fileno())
        if size == 0:
            raise NotAccepted("Tệp rỗng. Hãy kiểm tra lại tệp rồi nộp lại.")
        yield path, digest.hexdigest()
    finally:
        path.unlink(missing_ok=True)


def _announced(content: bytes | File[bytes]) -> int:
    return len(content) if isinstance(content, bytes) else content.size or 0


def _blocks(content: bytes | File[bytes]) -> Iterable[bytes]:
    return [content] if isinstance(content, bytes) else content.chunks(_BLOCK)


def _move(draft: Path, place: Path) -> None:
    """Into place in one step; the folder is flushed too, so that the name survives a power cut."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft.chmod(0o400)
    draft.replace(place)
    for folder in (place.parent, place.parent.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _drafts() -> Path:
    return queries.folder() / "drafts"
