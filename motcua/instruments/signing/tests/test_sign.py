"""A signed paper holds, says who and when, and is seen to break; a second program agrees."""

import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.stamp import TextStampStyle

from motcua.base.worktime.rules import VN
from motcua.instruments.printing.tests.pictures import words
from motcua.instruments.signing import acts, queries, rules
from motcua.instruments.signing.tests.conftest import AT, BEFORE, DIVISION, HOA, MINH


@pytest.fixture
def signed(paper, spot, hoa_key):
    return acts.sign(paper, key=hoa_key, signer=HOA, at=AT, reason="Ký duyệt kết quả", block=spot)


def test_a_signed_paper_names_signer_office_and_moment(signed):
    report, *more = queries.check(signed)

    assert more == []
    assert report == rules.SignatureReport(
        signer="Lê Thị Hoa",
        title="Trưởng phòng",
        unit_name="Phòng Tư pháp thành phố Tam Kỳ",
        at=AT,
        intact=True,
        trusted=True,
        covers_whole=True,
        is_demo=True,
        stamped=False,
        issued_by=rules.DEMO_CA_NAME,
    )
    assert report.holds
    assert report.at.tzinfo is VN


def test_the_visible_lines_stand_in_their_block(signed, spot):
    text = words(signed)

    assert "Ngày ký: 16/11/2024 09:30:15 +07:00" in text
    assert "Cơ quan: Phòng Tư pháp thành phố Tam Kỳ" in text
    with pikepdf.open(BytesIO(signed)) as pdf:
        rect = [float(edge) for edge in pdf.pages[0].Annots[0].Rect]
    assert rect == [
        round(spot.left),
        round(spot.bottom),
        round(spot.left + spot.width),
        round(spot.bottom + spot.height),
    ]


def test_the_hands_picture_is_put_above_the_lines(paper, spot, hoa_key):
    blue = BytesIO()
    Image.new("RGBA", (60, 30), (0, 0, 200, 255)).save(blue, "PNG")

    signed = acts.sign(paper, key=hoa_key, signer=HOA, at=AT, block=spot, image=blue.getvalue())

    assert queries.check(signed)[0].holds
    assert "Ngày ký: 16/11/2024" in words(signed)


def test_a_signature_may_be_unseen(paper, hoa_key):
    signed = acts.sign(paper, key=hoa_key, signer=HOA, at=AT)

    assert queries.check(signed)[0].holds
    assert words(signed) == words(paper)


def test_the_paper_stays_pdf_a_with_all_fonts_inside(signed):
    with pikepdf.open(BytesIO(signed)) as pdf:
        with pdf.open_metadata() as metadata:
            marker = metadata.pdfa_status
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        annotation = pdf.pages[0].Annots[0]

        assert marker == "2B"
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert int(annotation.F) & 4
        assert "/N" in annotation.AP


def test_a_second_program_finds_the_signature_valid(signed, seal_key, tmp_path):
    sealed = acts.seal(signed, key=seal_key, unit=DIVISION, at=AT, number="118/TLCC")
    (tmp_path / "sealed.pdf").write_bytes(sealed)

    told = subprocess.run(
        ["pdfsig", "-nocert", str(tmp_path / "sealed.pdf")], capture_output=True, text=True, check=False
    ).stdout

    assert told.count("Signature is Valid.") == 2
    assert "Lê Thị Hoa" in told
    assert "Nov 16 2024" in told


def test_the_seal_comes_second_and_leaves_the_first_signature_whole(signed, seal_key):
    sealed = acts.seal(signed, key=seal_key, unit=DIVISION, at=AT + timedelta(minutes=5), number="118/TLCC")

    reports = queries.check(sealed)
    assert [(report.signer, report.holds) for report in reports] == [(HOA.name, True), (DIVISION.name, True)]
    assert sealed.startswith(signed)


@pytest.mark.parametrize("where", [200, 5_000, 20_000])
def test_one_flipped_byte_breaks_the_signature(signed, where):
    broken = bytearray(signed)
    broken[where] ^= 1

    try:
        reports = queries.check(bytes(broken))
    except rules.NotSignable:
        return
    assert [report.intact for report in reports] in ([False], [])


def test_a_flipped_byte_in_the_text_is_told_in_a_sentence(signed):
    at = signed.index(b"stream\n") + 40
    broken = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]

    (report,) = queries.check(broken)
    assert (report.intact, report.trusted) == (False, False)
    assert report.problem == "Nội dung đã bị thay đổi sau khi ký, hoặc chữ ký bị hỏng."


def test_text_added_after_signing_is_seen(signed):
    added = _with_text(signed)

    (report,) = queries.check(added)
    assert (report.intact, report.covers_whole, report.holds) == (True, False, False)
    assert report.problem == "Có nội dung được thêm vào tệp sau khi ký."


def test_text_added_between_signature_and_seal_is_seen(signed, seal_key):
    sealed = acts.seal(_with_text(signed), key=seal_key, unit=DIVISION, at=AT)

    assert [report.covers_whole for report in queries.check(sealed)] == [False, True]


def test_bytes_hung_on_behind_the_end_are_seen(signed):
    (report,) = queries.check(signed + b"\n% more\n")

    assert report.covers_whole is False


def test_a_paper_without_signature_has_no_report(paper):
    assert queries.check(paper) == ()


@pytest.mark.parametrize("junk", [b"", b"not a pdf", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(junk, hoa_key):
    with pytest.raises(rules.NotSignable):
        queries.check(junk)
    with pytest.raises(rules.NotSignable):
        acts.sign(junk, key=hoa_key, signer=HOA, at=AT)


def test_a_signature_of_an_unknown_authority_is_intact_but_not_trusted(signed, own_folder):
    (own_folder / "signing" / "demo-ca.pem").unlink()

    (report,) = queries.check(signed)
    assert (report.intact, report.trusted) == (True, False)


def test_an_authority_put_into_the_trust_folder_is_trusted(signed, own_folder):
    (own_folder / "signing" / "trust").mkdir()
    (own_folder / "signing" / "demo-ca.pem").rename(own_folder / "signing" / "trust" / "some.pem")

    assert queries.check(signed)[0].trusted


def test_a_certificate_run_out_today_still_held_when_it_signed(paper, hoa_key):
    late = hoa_key.valid_to - timedelta(minutes=1)

    signed = acts.sign(paper, key=hoa_key, signer=HOA, at=late)

    assert queries.check(signed)[0].trusted


def test_what_was_signed_before_revocation_stays_good(signed, hoa_key):
    acts.revoke(hoa_key, reason="mất thiết bị", by=MINH, at=AT + timedelta(seconds=1))
    assert queries.check(signed)[0].holds

    hoa_key.refresh_from_db()
    type(hoa_key).objects.update(revoked_at=AT - timedelta(days=1))
    (report,) = queries.check(signed)
    assert (report.intact, report.trusted) == (True, False)
    assert report.problem == "Chứng thư chữ ký số đã bị thu hồi trước khi ký."


@pytest.mark.parametrize(
    ("signer", "at", "sentence"),
    [
        (replace(HOA, holder_id=DIVISION.holder_id), AT, "Khóa ký này không phải của người ký."),
        (HOA, BEFORE - timedelta(days=1), "Chứng thư chữ ký số chỉ có hiệu lực từ ngày 02/01/2024."),
        (HOA, BEFORE + timedelta(days=3653), "Chứng thư chữ ký số đã hết hiệu lực ngày 01/01/2029."),
    ],
)
def test_a_key_of_another_or_out_of_its_time_is_refused(paper, hoa_key, signer, at, sentence):
    with pytest.raises(rules.KeyRefused) as refusal:
        acts.sign(paper, key=hoa_key, signer=signer, at=at)

    assert str(refusal.value) == sentence


def test_a_revoked_key_signs_no_more(paper, hoa_key):
    revoked = acts.revoke(hoa_key, reason="chuyển công tác", by=MINH, at=AT)

    with pytest.raises(rules.KeyRefused, match="đã bị thu hồi ngày 16/11/2024"):
        acts.sign(paper, key=revoked, signer=HOA, at=AT)


def test_a_person_cannot_seal_and_a_unit_cannot_sign(paper, hoa_key, seal_key):
    with pytest.raises(rules.KeyRefused):
        acts.seal(paper, key=hoa_key, unit=HOA, at=AT)
    with pytest.raises(rules.KeyRefused):
        acts.sign(paper, key=seal_key, signer=DIVISION, at=AT)


def test_a_wrong_password_opens_nothing(paper, hoa_key, settings):
    with pytest.raises(rules.WrongPassword):
        acts.sign(paper, key=hoa_key, signer=HOA, at=AT, pin="đoán mò")

    settings.SECRET_KEY = "another"
    with pytest.raises(rules.WrongPassword):
        acts.sign(paper, key=hoa_key, signer=HOA, at=AT)


def _with_text(pdf):
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    stamp = TextStampStyle(stamp_text="added later", background=None).create_stamp(writer, None, {})
    stamp.apply(0, 40, 40)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
