"""Read a file back, and know whether the vault is whole."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import UUID

from django.conf import settings

from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import Damaged, Missing

_BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Fault:
    """One file of the vault that is not as it should be."""

    sha256: str
    what: str


def folder() -> Path:
    """Where the files are."""
    return Path(settings.DATA_DIR) / "vault"


def path_of(sha256: str) -> Path:
    """Where the content with this hash is kept."""
    return folder() / sha256[:2] / sha256[2:4] / sha256


def files(ids: Sequence[str]) -> list[StoredFile]:
    """The rows with these ids, in this order. Refuses: KeyError for one that is not there."""
    found = {str(file.pk): file for file in StoredFile.objects.filter(pk__in=ids)}
    return [found[key] for key in ids]


def read(file: StoredFile) -> bytes:
    """The content, checked against its hash. Refuses: Missing, Damaged."""
    try:
        content = path_of(file.sha256).read_bytes()
    except FileNotFoundError as reason:
        raise Missing(f"Không tìm thấy tệp {file.name} ({file.sha256}).") from reason
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise Damaged(f"Tệp {file.name} đã bị thay đổi ({file.sha256}).")
    return content


def by_id(key: UUID) -> StoredFile | None:
    """The row of a kept file."""
    return StoredFile.objects.filter(pk=key).first()


def faults() -> Iterator[Fault]:
    """Missing and damaged files, then orphans: files no row knows. Reads every file once."""
    rows = StoredFile.objects.order_by("sha256").values_list("sha256", flat=True)
    for sha256, _ in groupby(rows.iterator(chunk_size=2000)):
        if what := _fault(path_of(sha256), sha256):
            yield Fault(sha256, what)
    yield from (Fault(path.name, "orphan") for path in orphans())


def orphans() -> Iterator[Path]:
    """Files no row knows: left by an act that was rolled back, or by a row that is gone."""
    for path in sorted(folder().glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")):
        if not StoredFile.objects.filter(sha256=path.name).exists():
            yield path


def _fault(path: Path, sha256: str) -> str:
    if not path.is_file():
        return "missing"
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return "" if digest.hexdigest() == sha256 else "damaged"
