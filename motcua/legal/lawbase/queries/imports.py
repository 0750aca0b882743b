"""Files of a document, and where an import stands."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db.models import Count, QuerySet

from motcua.legal.lawbase.choices import RowState
from motcua.legal.lawbase.models import DocumentFile, ImportRow, ImportRun, LegalDocument


@dataclass(frozen=True, slots=True)
class Progress:
    """How many files of a run are decided, wait for a person, or failed."""

    total: int
    waiting: int
    review: int
    failed: int
    entered: int
    there: int

    @property
    def done(self) -> int:
        """Files that were read."""
        return self.total - self.waiting


def files_of(document: LegalDocument, *, public: bool = False) -> list[DocumentFile]:
    """Kept files, the one as issued first."""
    rows = document.files.select_related("file").order_by("added_at", "id")
    found = list(rows.filter(is_public=True) if public else rows)
    return sorted(found, key=lambda one: one.kind != "issued")


def public_file(document: LegalDocument, key: UUID) -> DocumentFile | None:
    """One file everybody may take away."""
    return document.files.select_related("file").filter(pk=key, is_public=True).first()


def import_folder(run_id: UUID) -> Path:
    """Where the files of a run wait to be read."""
    return Path(settings.DATA_DIR) / "imports" / str(run_id)


def import_path(row: ImportRow) -> Path:
    """Where one of them waits; the name is ours, only the ending is its own."""
    ending = row.ending if row.ending[1:].isalnum() else ""
    return import_folder(row.run_id) / f"{row.no}{ending}"


def rows_waiting(run_id: UUID) -> list[ImportRow]:
    """Files not read yet, in their order."""
    return list(ImportRow.objects.filter(run_id=run_id, state=RowState.WAITING).order_by("no"))


def runs_of(keepers: list[UUID], *, most: int = 10) -> QuerySet[ImportRun]:
    """Latest runs of these registers."""
    return ImportRun.objects.filter(keeper__in=keepers).order_by("-ordered_at")[:most]


def progress_of(run: ImportRun) -> Progress:
    """Counts of the run, in one statement."""
    many = dict(run.rows.values_list("state").annotate(Count("id")).values_list("state", "id__count"))
    return Progress(
        total=sum(many.values()), waiting=many.get(RowState.WAITING, 0), review=many.get(RowState.REVIEW, 0),
        failed=many.get(RowState.FAILED, 0), there=many.get(RowState.THERE, 0) + many.get(RowState.DROPPED, 0),
        entered=many.get(RowState.ENTERED, 0) + many.get(RowState.ADDED, 0),
    )  # fmt: skip
