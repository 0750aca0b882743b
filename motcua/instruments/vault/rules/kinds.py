"""Kinds of file, told by their first bytes."""

from enum import Enum


class Kind(Enum):
    """What the vault keeps: media type, what people call it, endings of its name."""

    PDF = ("application/pdf", "PDF", (".pdf",))
    JPEG = ("image/jpeg", "ảnh JPEG", (".jpg", ".jpeg"))
    PNG = ("image/png", "ảnh PNG", (".png",))
    WEBP = ("image/webp", "ảnh WebP", (".webp",))
    DOCX = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "văn bản Word (.docx)",
        (".docx",),
    )

    def __init__(self, mime: str, label: str, endings: tuple[str, ...]) -> None:
        """The first ending is the one given to a name without any."""
        self.mime, self.label, self.endings = mime, label, endings


NAMES = "PDF, ảnh JPEG, PNG, WebP hoặc văn bản Word (.docx)"


def kind_of(head: bytes) -> Kind | None:
    """The kind the first bytes announce; a zip counts as DOCX until its parts are checked."""
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Kind.WEBP
    signatures = {
        b"%PDF-": Kind.PDF,
        b"\xff\xd8\xff": Kind.JPEG,
        b"\x89PNG\r\n\x1a\n": Kind.PNG,
        b"PK\x03\x04": Kind.DOCX,
    }
    return next((kind for signature, kind in signatures.items() if head.startswith(signature)), None)
