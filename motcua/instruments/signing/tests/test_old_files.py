"""Files other agencies signed: both kinds of signature, SHA-1, several saves, files compressed anew."""

import asyncio
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigSeedSubFilter

from motcua.instruments.signing import acts, loader, queries
from motcua.instruments.signing.tests.conftest import AT, DIVISION, HOA


def signed_as(pdf, key, *, subfilter, digest, field="Signature1"):
    """Signed the way other programs do."""
    about = PdfSignatureMetadata(field_name=field, md_algorithm=digest, subfilter=subfilter)
    out = BytesIO()
    signer = PdfSigner(about, loader.soft_signer(key.path, loader.password(str(key.pk))))
    asyncio.run(signer.async_sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out))
    return out.getvalue()


@pytest.mark.parametrize("subfilter", [SigSeedSubFilter.ADOBE_PKCS7_DETACHED, SigSeedSubFilter.PADES])
def test_both_kinds_of_signature_are_judged(paper, hoa_key, subfilter):
    (report,) = queries.check(signed_as(paper, hoa_key, subfilter=subfilter, digest="sha256"), is_old=True)

    assert (report.holds, report.is_checkable, report.is_weak) == (True, True, False)


def test_sha1_of_old_files_is_a_warning_there_and_no_signature_elsewhere(paper, hoa_key):
    signed = signed_as(paper, hoa_key, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED, digest="sha1")

    (old,), (new,) = queries.check(signed, is_old=True), queries.check(signed)

    assert (old.holds, old.is_weak) == (True, True)
    assert new.holds is False


def test_a_file_compressed_anew_says_that_its_signature_can_no_longer_be_checked(paper, hoa_key):
    signed = acts.sign(paper, key=hoa_key, signer=HOA, at=AT)
    out = BytesIO()
    with pikepdf.open(BytesIO(signed)) as pdf:
        end = sum(int(number) for number in list(pdf.Root.AcroForm.Fields[0].V.ByteRange)[2:])
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)

    (report,) = queries.check(out.getvalue(), is_old=True)

    assert len(out.getvalue()) < end
    assert report.signer == HOA.name
    assert (report.is_checkable, report.holds) == (False, False)
    assert report.problem.startswith("Chữ ký không còn kiểm tra được")


def test_five_signatures_in_five_saves_all_hold_and_the_first_is_the_leaders(paper, hoa_key, seal_key):
    signed = acts.sign(paper, key=hoa_key, signer=HOA, at=AT)
    for minute in range(1, 5):
        signed = acts.seal(signed, key=seal_key, unit=DIVISION, at=AT + timedelta(minutes=minute))

    reports = queries.check(signed, is_old=True)

    assert [(one.signer, one.holds) for one in reports] == [(HOA.name, True), *[(DIVISION.name, True)] * 4]
