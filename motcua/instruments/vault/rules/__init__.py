"""What the vault accepts: kinds told by content, names cleaned, limits."""

from pathlib import Path

from motcua.instruments.vault.rules.documents import LOCKED_OR_OLD, OLD_WORD, check_docx
from motcua.instruments.vault.rules.kinds import NAMES, Kind, kind_of
from motcua.instruments.vault.rules.names import clean_name, matches
from motcua.instruments.vault.rules.pdf import check_pdf
from motcua.instruments.vault.rules.pictures import check_picture
from motcua.instruments.vault.rules.refusals import Damaged, Missing, NoRoom, NotAccepted

__all__ = ["NAMES", "Damaged", "Kind", "Missing", "NoRoom", "NotAccepted", "accepted_kind", "clean_name", "too_big"]


def accepted_kind(path: Path, name: str) -> Kind:
    """The kind of the file at `path`, checked through. Refuses: NotAccepted."""
    with path.open("rb") as file:
        head = file.read(64)
    kind = kind_of(head)
    if head.startswith(OLD_WORD):
        raise NotAccepted(f"Tệp “{name}” {LOCKED_OR_OLD}")
    if kind is None:
        raise NotAccepted(f"Tệp “{name}” không phải {NAMES}. Hãy quét, chụp hoặc xuất lại sang một trong các dạng này.")
    if not matches(name, kind):
        raise NotAccepted(f"Tệp “{name}” có nội dung là {kind.label}, không đúng với đuôi tên. Hãy đổi lại tên tệp.")
    {Kind.PDF: check_pdf, Kind.DOCX: check_docx}.get(kind, check_picture)(path)
    return kind


def too_big(limit: int) -> NotAccepted:
    """The refusal of a file larger than the limit."""
    return NotAccepted(
        f"Tệp lớn hơn {limit // (1024 * 1024)} MB."
        " Hãy quét lại ở độ phân giải thấp hơn (200–300 dpi) hoặc tách nhỏ tệp."
    )
