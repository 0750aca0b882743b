"""PDF files: whole, without a password, without code that starts by itself."""

from pathlib import Path

import pikepdf

from motcua.instruments.vault.rules.refusals import NotAccepted

MOST_PAGES = 500
_LOCKED = "Tệp PDF có đặt mật khẩu hoặc hạn chế quyền. Hãy bỏ mật khẩu (mở tệp, chọn In → Lưu thành PDF) rồi nộp lại."
_BROKEN = "Tệp PDF bị hỏng hoặc tải lên chưa hết. Hãy mở thử tệp, lưu lại thành PDF rồi nộp lại."
_ACTIVE = "Tệp PDF chứa mã tự chạy, không được nhận. Hãy in tệp ra PDF (In → Lưu thành PDF) rồi nộp lại."
_EMPTY = "Tệp PDF không có trang nào. Hãy quét lại giấy tờ rồi nộp lại."


def check_pdf(path: Path) -> None:
    """Refuses what cannot be opened, signed or kept safely (NotAccepted)."""
    try:
        with pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as pdf:
            _check(pdf)
    except pikepdf.PasswordError as reason:
        raise NotAccepted(_LOCKED) from reason
    except (pikepdf.PdfError, RuntimeError, TypeError, KeyError, AttributeError) as reason:
        raise NotAccepted(_BROKEN) from reason


def _check(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise NotAccepted(_LOCKED)
    pages = len(pdf.pages)
    if pages == 0:
        raise NotAccepted(_EMPTY)
    if pages > MOST_PAGES:
        raise NotAccepted(f"Tệp PDF có {pages} trang, nhiều hơn {MOST_PAGES} trang. Hãy tách thành nhiều tệp.")
    if _starts_code(pdf.Root):
        raise NotAccepted(_ACTIVE)


def _starts_code(root: pikepdf.Object) -> bool:
    opened = root.get("/OpenAction")
    action = opened.get("/S") if isinstance(opened, pikepdf.Dictionary) else None
    names = root.get("/Names")
    return "/AA" in root or action in ("/JavaScript", "/Launch") or (names is not None and "/JavaScript" in names)
