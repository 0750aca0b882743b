"""What goes wrong with a file, in sentences for the reader."""


class NotAccepted(ValueError):
    """The file is refused; the sentence says why and what to do."""


class NoRoom(RuntimeError):
    """The disk is full; nothing was kept."""

    def __init__(self) -> None:
        """One sentence for everybody."""
        super().__init__("Máy chủ đã hết chỗ lưu tệp, tệp chưa được nhận. Vui lòng thử lại sau hoặc nộp trực tiếp.")


class Missing(RuntimeError):
    """The row is there, the file is not."""


class Damaged(RuntimeError):
    """The file is no longer what was stored."""
