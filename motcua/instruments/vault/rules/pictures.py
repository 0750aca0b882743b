"""Pictures: whole, and not so large that opening one exhausts the machine."""

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from motcua.instruments.vault.rules.refusals import NotAccepted

MOST_PIXELS = 50_000_000
_HUGE = "Ảnh có quá nhiều điểm ảnh (trên 50 triệu). Hãy chụp lại ở cỡ nhỏ hơn hoặc giảm kích thước ảnh."
_BROKEN = "Ảnh bị hỏng hoặc tải lên chưa hết. Hãy mở thử ảnh, chụp lại rồi nộp lại."


def check_picture(path: Path) -> None:
    """Read the picture through, at reduced scale where the format allows. Refuses: NotAccepted."""
    try:
        with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
            _read(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as reason:
        raise NotAccepted(_HUGE) from reason
    except (UnidentifiedImageError, OSError, SyntaxError) as reason:
        raise NotAccepted(_BROKEN) from reason


def _read(picture: Image.Image) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise NotAccepted(_HUGE)
    picture.draft("RGB", (max(width // 8, 1), max(height // 8, 1)))
    picture.load()
