"""What a signature needs and what a check tells. Plain Python.

Moments show as «16/11/2024 09:30:15 +07:00», the Vietnamese zone of ISO 8601 [30/2020/NĐ-CP, Phụ lục I, II.8.b].
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

DEMO_CA_NAME = "motcua CA thử nghiệm – không có giá trị pháp lý"


class KeyRefused(ValueError):
    """The key is not the signer's, or does not hold at that moment; the sentence says which."""


class WrongPassword(ValueError):
    """The password or PIN does not open the key."""


class TokenAway(ValueError):
    """The token is not plugged in, was pulled out, or does not answer; nothing was signed."""


class NotSignable(ValueError):
    """The file is not a PDF that can be signed, or carries a signature that no longer holds."""


class NoTimeStamp(ValueError):
    """The time-stamp authority gave no answer; nothing was signed."""


class Block(NamedTuple):
    """Where the visible signature stands, in points from the lower left corner; pages count from 1."""

    page: int
    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signs: account or officer (or unit, for a seal) and the words shown."""

    holder_id: UUID
    name: str
    title: str = ""
    unit_name: str = ""


@dataclass(frozen=True, kw_only=True)
class SignatureReport:
    """What one signature on a file is worth.

    `intact`: what was signed is unchanged. `trusted`: its certificate leads to an authority this office trusts, held at
    the moment of signing and is not revoked here. `covers_whole`: nothing but later signatures was added after it.
    `is_checkable`: false when the file no longer holds the bytes that were signed, as after it was compressed anew.
    `is_weak`: made with SHA-1, as old files are; `issued_by`: the authority the certificate names.
    """

    signer: str
    title: str
    unit_name: str
    at: datetime | None
    intact: bool
    trusted: bool
    covers_whole: bool
    is_demo: bool
    stamped: bool
    problem: str = ""
    is_checkable: bool = True
    is_weak: bool = False
    issued_by: str = ""

    @property
    def holds(self) -> bool:
        """All three together."""
        return self.intact and self.trusted and self.covers_whole


def key_problem(
    *,
    holder_id: UUID,
    signer_id: UUID,
    valid_from: datetime,
    valid_to: datetime,
    revoked_at: datetime | None,
    at: datetime,
) -> str:
    """Why this key may not sign now, as a sentence; empty when it may."""
    if holder_id != signer_id:
        return "Khóa ký này không phải của người ký."
    if at < valid_from:
        return f"Chứng thư chữ ký số chỉ có hiệu lực từ ngày {valid_from:%d/%m/%Y}."
    if at > valid_to:
        return f"Chứng thư chữ ký số đã hết hiệu lực ngày {valid_to:%d/%m/%Y}."
    if revoked_at is not None and at >= revoked_at:
        return f"Chứng thư chữ ký số đã bị thu hồi ngày {revoked_at:%d/%m/%Y}."
    return ""


GONE = "Chữ ký không còn kiểm tra được: tệp đã bị nén hoặc lưu lại sau khi ký, phần đã ký không còn nguyên."


def problem(*, intact: bool, trusted: bool, revoked: bool, covers_whole: bool) -> str:
    """What is wrong with a signature, as a sentence; empty when nothing is."""
    if not intact:
        return "Nội dung đã bị thay đổi sau khi ký, hoặc chữ ký bị hỏng."
    if revoked:
        return "Chứng thư chữ ký số đã bị thu hồi trước khi ký."
    if not trusted:
        return "Chứng thư chữ ký số không thuộc tổ chức được tin cậy, hoặc không có hiệu lực khi ký."
    return "" if covers_whole else "Có nội dung được thêm vào tệp sau khi ký."
