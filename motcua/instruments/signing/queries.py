"""What the signatures on a file are worth, and which key someone signs with.

Authorities trusted here: the PEM files in DATA_DIR/signing/trust, and the demo CA where one was made. Nothing is
fetched from the network; a signature is judged at the moment it names, or at its time stamp where it has one.
"""

import asyncio
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from uuid import UUID

from asn1crypto import cms, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_detached_cms, async_validate_pdf_signature
from pyhanko.sign.validation.generic_cms import extract_self_reported_ts
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel, StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import DEFAULT_WEAK_HASH_ALGOS

from motcua.base.worktime.rules import VN
from motcua.instruments.signing import loader, rules
from motcua.instruments.signing.models import SigningKey


def key_of(holder_id: UUID, *, at: datetime) -> SigningKey | None:
    """The key this person or unit signs with at that moment: the newest that holds."""
    holding = SigningKey.objects.filter(holder_id=holder_id, valid_from__lte=at, valid_to__gte=at)
    return holding.exclude(revoked_at__lte=at).order_by("-valid_from").first()


def check(pdf: bytes, *, is_old: bool = False) -> tuple[rules.SignatureReport, ...]:
    """One report for each signature on the file, in the order they were made. Refuses: NotSignable (no PDF).

    `is_old` lets SHA-1 pass, marked as weak: files of agencies of some years ago are signed with it.
    """
    try:
        found = PdfFileReader(BytesIO(pdf), strict=False).embedded_regular_signatures
    except Exception as error:
        raise rules.NotSignable("Tệp này không phải là PDF đọc được.") from error
    whole = [_is_whole(signature, pdf) for signature in found]
    states = [
        _state(signature, is_old=is_old) if there else None for signature, there in zip(found, whole, strict=True)
    ]
    end_covered = bool(states) and _nothing_added(states[-1])
    reports = (
        _report(
            signature.signer_cert,
            state,
            at=_moment(signature.self_reported_timestamp, state),
            covers=end_covered and (index == len(states) - 1 or _only_signed_since(state)),
        )
        for index, (signature, state) in enumerate(zip(found, states, strict=True))
    )
    return tuple(
        replace(report, is_weak=signature.md_algorithm == "sha1")
        if there
        else replace(report, is_checkable=False, problem=rules.GONE)
        for report, signature, there in zip(reports, found, whole, strict=True)
    )


def _is_whole(signature: EmbeddedPdfSignature, pdf: bytes) -> bool:
    """Whether the file still has the bytes that were signed, with the signature itself in the gap between them.

    A file that was compressed or saved anew has its signatures elsewhere, whatever the ranges say.
    """
    try:
        start, length, after, rest = (int(number) for number in signature.byte_range)
    except (TypeError, ValueError):
        return False
    if start != 0 or not 0 < length < after <= after + rest <= len(pdf):
        return False
    return pdf[length + 1 : after - 1].lower().startswith(signature.pkcs7_content[:64].hex().encode())


def check_bytes(data: bytes, signature: bytes) -> rules.SignatureReport:
    """What a detached signature over these bytes is worth. Refuses: NotSignable (no CMS signature)."""
    try:
        signed = cms.ContentInfo.load(signature, strict=True)["content"]
        claimed = extract_self_reported_ts(signed["signer_infos"][0])
        certificate = signed["certificates"][0].chosen
        context = _trusting(claimed)
        state = asyncio.run(
            async_validate_detached_cms(
                data, signed, signer_validation_context=context, ts_validation_context=_trusting(None)
            )
        )
    except Exception as error:
        raise rules.NotSignable("Chữ ký này không đọc được.") from error
    return _report(state.signing_cert or certificate, state, at=_moment(claimed, state), covers=state.intact)


def _state(signature: EmbeddedPdfSignature, *, is_old: bool) -> PdfSignatureStatus | None:
    try:
        return asyncio.run(
            async_validate_pdf_signature(
                signature,
                signer_validation_context=_trusting(signature.self_reported_timestamp, is_old=is_old),
                ts_validation_context=_trusting(None),
            )
        )
    except Exception:  # noqa: BLE001  a signature that cannot be read does not hold
        return None


def _trusting(at: datetime | None, *, is_old: bool = False) -> ValidationContext:
    moment = {"moment": at, "best_signature_time": at} if at else {}
    weak = DEFAULT_WEAK_HASH_ALGOS - {"sha1"} if is_old else DEFAULT_WEAK_HASH_ALGOS
    return ValidationContext(
        trust_roots=_roots(), allow_fetching=False, revocation_mode="soft-fail", weak_hash_algos=weak, **moment
    )


def _roots() -> list[x509.Certificate]:
    files = sorted((loader.folder() / "trust").glob("*.pem"))
    own = loader.folder() / f"{loader.DEMO_CA}.pem"
    return [
        x509.Certificate.load(der)
        for path in [*files, *([own] if own.exists() else [])]
        for _, _, der in pem.unarmor(path.read_bytes(), multiple=True)
    ]


def _nothing_added(state: PdfSignatureStatus | None) -> bool:
    """No byte after this signature, or only what keeps a signature provable for long."""
    return state is not None and (
        state.coverage is SignatureCoverageLevel.ENTIRE_FILE
        or (
            state.coverage is SignatureCoverageLevel.ENTIRE_REVISION
            and state.modification_level is ModificationLevel.LTA_UPDATES
        )
    )


def _only_signed_since(state: PdfSignatureStatus | None) -> bool:
    harmless = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}
    whole = {SignatureCoverageLevel.ENTIRE_REVISION, SignatureCoverageLevel.ENTIRE_FILE}
    return state is not None and state.coverage in whole and state.modification_level in harmless


def _moment(claimed: datetime | None, state: StandardCMSSignatureStatus | None) -> datetime | None:
    stamp = state.timestamp_validity if state else None
    at = stamp.timestamp if stamp and stamp.valid and stamp.intact else claimed
    return at.astimezone(VN) if at else None


def _report(
    certificate: x509.Certificate, state: StandardCMSSignatureStatus | None, *, at: datetime | None, covers: bool
) -> rules.SignatureReport:
    named = certificate.subject.native
    key = SigningKey.objects.filter(fingerprint=certificate.sha256.hex()).only("revoked_at").first()
    revoked = bool(key and key.revoked_at and (at is None or at >= key.revoked_at))
    intact = bool(state and state.intact and state.valid)
    trusted = bool(intact and state and state.trusted and not revoked)
    stamp = state.timestamp_validity if state else None
    return rules.SignatureReport(
        signer=named.get("common_name", ""),
        title=named.get("title", ""),
        unit_name=named.get("organization_name", ""),
        at=at,
        intact=intact,
        trusted=trusted,
        covers_whole=covers,
        is_demo=certificate.issuer.native.get("common_name") == rules.DEMO_CA_NAME,
        stamped=bool(stamp and stamp.valid and stamp.intact and stamp.trusted),
        problem=rules.problem(intact=intact, trusted=trusted, revoked=revoked, covers_whole=covers),
        issued_by=certificate.issuer.native.get("common_name", ""),
    )
