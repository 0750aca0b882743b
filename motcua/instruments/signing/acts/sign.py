"""Sign a paper as a person, seal it as the office, or sign bytes («ký số», «đóng dấu», «niêm phong»).

PAdES baseline B-B, B-T where a time-stamp authority is configured. A second signature is added behind the first and
leaves it intact. The visible part is drawn as a small PDF of the same fonts, so that PDF/A-2b is kept.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import TypeVar

from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.signers.pdf_cms import Signer as KeyInUse
from pyhanko.sign.timestamps import HTTPTimeStamper, TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from motcua.base.worktime.rules import VN
from motcua.instruments.signing import loader, rules
from motcua.instruments.signing.acts.appearance import appearance
from motcua.instruments.signing.choices import HolderKind, KeyKind
from motcua.instruments.signing.models import SigningKey

T = TypeVar("T")
RESERVED, RESERVED_WITH_STAMP = 12_288, 32_768
"""Bytes kept free for a signature; RSA 4096 with a chain of three needs about 9,000."""


def sign(
    pdf: bytes,
    *,
    key: SigningKey,
    signer: rules.Signer,
    at: datetime,
    reason: str = "",
    block: rules.Block | None = None,
    image: bytes = b"",
    pin: str = "",
) -> bytes:
    """The PDF signed by a person; visible in `block`, with the PNG of the hand's signature if given, else unseen.

    Refuses: KeyRefused (not the signer's key, not valid at that moment), WrongPassword, TokenAway, NotSignable,
    NoTimeStamp.
    """
    lines = (("Ký bởi", signer.name), ("Chức vụ", signer.title), ("Cơ quan", signer.unit_name))
    with _open(key, signer, HolderKind.PERSON, at, pin) as opened:
        return _add(pdf, opened, signer, lines, at, reason, block, image)


def seal(
    pdf: bytes,
    *,
    key: SigningKey,
    unit: rules.Signer,
    at: datetime,
    number: str = "",
    block: rules.Block | None = None,
    image: bytes = b"",
    pin: str = "",
) -> bytes:
    """The PDF with the office's own signature, put after the person's; shows number and moment, or the seal's picture.

    Refuses as `sign` does.
    """
    lines = (("Cơ quan", unit.name), ("Số và ký hiệu", number))
    with _open(key, unit, HolderKind.UNIT, at, pin) as opened:
        return _add(pdf, opened, unit, lines, at, "Phát hành văn bản", block, image)


def sign_bytes(data: bytes, *, key: SigningKey, signer: rules.Signer, at: datetime, pin: str = "") -> bytes:
    """A detached CMS signature (DER) over these bytes, as the journal's daily seal. Refuses as `sign` does."""
    with _open(key, signer, HolderKind(key.holder_kind), at, pin) as opened:
        made = _run(
            opened.async_sign_general_data(
                data,
                "sha256",
                timestamper=_timestamper(),
                signed_attr_settings=PdfCMSSignedAttributes(signing_time=at),
            )
        )
        return bytes(made.dump())


@contextmanager
def _open(key: SigningKey, signer: rules.Signer, kind: HolderKind, at: datetime, pin: str) -> Iterator[KeyInUse]:
    problem = rules.key_problem(
        holder_id=key.holder_id,
        signer_id=signer.holder_id,
        valid_from=key.valid_from,
        valid_to=key.valid_to,
        revoked_at=key.revoked_at,
        at=at,
    )
    if problem or key.holder_kind != kind:
        raise rules.KeyRefused(problem or "Khóa ký của người và khóa ký của cơ quan không dùng thay cho nhau.")
    if key.kind == KeyKind.SOFT:
        yield loader.soft_signer(key.path, pin.encode() or loader.password(str(key.pk)))
        return
    with loader.token_signer(
        module=key.module,
        token_label=key.token_label,
        key_label=key.key_label,
        certificate_pem=key.certificate_pem,
        pin=pin,
    ) as opened:
        yield opened


def _timestamper() -> TimeStamper | None:
    return HTTPTimeStamper(settings.TSA_URL) if settings.TSA_URL else None


def _add(
    pdf: bytes,
    opened: KeyInUse,
    signer: rules.Signer,
    lines: tuple[tuple[str, str], ...],
    at: datetime,
    reason: str,
    block: rules.Block | None,
    image: bytes,
) -> bytes:
    writer = _writer(pdf)
    name = f"Signature{len(writer.prev.embedded_signatures) + 1}"
    timestamper = _timestamper()
    pdf_signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=name,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason or None,
            name=signer.name,
            location=signer.unit_name or None,
        ),
        opened,
        timestamper=timestamper,
        stamp_style=appearance(lines, at, block, image) if block else None,
        new_field_spec=_field(name, block),
    )
    reserved = RESERVED_WITH_STAMP if timestamper else RESERVED
    return _run(_at_the_moment(pdf_signer, writer, at.astimezone(VN), reserved))


def _run(signing: Coroutine[object, object, T]) -> T:
    try:
        return asyncio.run(signing)
    except TimestampRequestError as error:
        raise rules.NoTimeStamp("Chưa lấy được dấu thời gian nên chưa ký. Xin thử lại sau.") from error


def _writer(pdf: bytes) -> IncrementalPdfFileWriter:
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=True)
        writer.prev.embedded_signatures  # noqa: B018  # reads the file's own signatures
    except (PdfError, ValueError) as error:
        raise rules.NotSignable("Tệp này không phải là PDF hợp lệ nên không ký được.") from error
    return writer


def _field(name: str, block: rules.Block | None) -> SigFieldSpec:
    if block is None:
        return SigFieldSpec(name)
    corners = (block.left, block.bottom, block.left + block.width, block.bottom + block.height)
    return SigFieldSpec(name, on_page=block.page - 1, box=tuple(round(corner) for corner in corners))


async def _at_the_moment(signer: PdfSigner, writer: IncrementalPdfFileWriter, at: datetime, reserved: int) -> bytes:
    """What the library's own `sign_pdf` does, with the moment given instead of read from the clock."""
    session = signer.init_signing_session(writer)
    session.system_time = at
    document = session.prepare_tbs_document(validation_info=None, bytes_reserved=reserved * 2)
    prepared, output = document.digest_tbs_document()
    signed = await document.perform_signature(
        document_digest=prepared.document_digest, pdf_cms_signed_attrs=PdfCMSSignedAttributes(signing_time=at)
    )
    await signed.post_signature_processing(output)
    output.seek(0)
    return bytes(output.read())
