"""Files of a document: kept, judged by their signatures, shown in plain words, taken away by everybody if shown."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.house.journal.models import Entry
from motcua.house.office.tests import people
from motcua.instruments.signing import acts as signing
from motcua.instruments.signing.tests.conftest import BEFORE, HOA, MINH
from motcua.instruments.vault.tests import samples
from motcua.legal.lawbase import acts, loader
from motcua.legal.lawbase.choices import FileKind, SignatureState
from motcua.legal.lawbase.models import DocumentFile
from motcua.legal.lawbase.tests import papers, world

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def hoa(settings, tmp_path):
    settings.DEMO, settings.CLOCK, settings.DATA_DIR = True, world.AT, tmp_path
    return people.hoa()


@pytest.fixture
def key(hoa):
    return signing.issue_demo_key(
        holder_id=HOA.holder_id, holder_name=HOA.name, unit_name=HOA.unit_name, by=MINH, at=BEFORE
    )


@pytest.fixture
def signed(key):
    return papers.stamped(papers.decision(blank=True), key)


def kept(hoa, content, name="q.pdf", **more):
    actor = people.actor(hoa)
    document = world.document(actor)
    return acts.attach(document, content, name=name, kind=FileKind.ISSUED, by=actor, at=world.AT, **more)


def added_to(pdf):
    """Something after the last signature."""
    return pdf + b"\n% more\n"


def changed(pdf):
    at = pdf.index(b"stream\n") + 40
    return pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]


def compressed(pdf):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return out.getvalue()


def test_a_document_signed_in_five_places_is_valid_and_each_signature_says_what_it_covers(hoa, signed):
    made = kept(hoa, signed)

    assert made.signature == made.document.signature == SignatureState.VALID
    assert [(one["state"], one["covers"]) for one in made.signatures] == [("valid", "then")] * 4 + [("valid", "all")]
    assert made.signatures[0]["signer"] == HOA.name


@pytest.mark.parametrize(
    ("spoil", "state"),
    [(added_to, "changed"), (changed, "changed"), (compressed, "gone")],
    ids=["bytes added", "a byte changed", "compressed anew"],
)
def test_what_happened_to_the_file_after_signing_is_the_state_of_the_document(hoa, signed, spoil, state):
    made = kept(hoa, spoil(signed))

    assert made.document.signature == state


def test_a_signer_of_an_unknown_authority_is_said_to_be_unknown(hoa, signed, tmp_path):
    (tmp_path / "signing" / "demo-ca.pem").unlink()

    made = kept(hoa, signed)

    assert made.signature == SignatureState.UNTRUSTED
    assert made.signatures[0]["issued_by"].startswith("motcua CA")


def test_sha1_is_told_and_does_not_fail_the_document(hoa, key):
    made = kept(hoa, papers.stamped(papers.decision(blank=True), key, digest="sha1"))

    assert (made.signature, made.signatures[0]["weak"]) == (SignatureState.VALID, True)


@pytest.mark.parametrize(("content", "name"), [(samples.pdf(), "a.pdf"), (samples.docx(), "a.docx")])
def test_a_file_without_signature_says_so(hoa, content, name):
    assert kept(hoa, content, name).document.signature == SignatureState.NONE


def test_keeping_a_file_is_on_record_and_the_same_file_is_kept_once(hoa):
    made = kept(hoa, samples.pdf())

    with pytest.raises(acts.NotAsWritten, match="đã được giữ"):
        acts.attach(made.document, samples.pdf(), name="b.pdf", kind=FileKind.OTHER, by=people.actor(hoa), at=world.AT)
    [entry] = Entry.objects.filter(thing_id=made.document_id, act="law.file")
    assert entry.facts["signature"] == "none"


def test_an_imported_signed_file_is_the_file_as_issued_with_its_state(hoa, signed, tmp_path):
    path = tmp_path / "q.pdf"
    path.write_bytes(signed)
    actor = people.actor(hoa)

    taken = acts.take_in(loader.read(path), keeper_id=world.keeper(), by=actor, at=world.AT, path=path)

    assert (taken.document.number, taken.document.signature) == ("04/2025/QĐ-UBND", SignatureState.VALID)
    assert taken.document.files.get().kind == FileKind.ISSUED


# --- pages ---------------------------------------------------------------------------------------
@pytest.fixture
def desk(client, hoa):
    return people.enter(client, hoa)


def sent(content, name="p.pdf", **more):
    return {
        "file": SimpleUploadedFile(name, content),
        "kind": "appendix",
        "label": "Phụ lục I",
        "is_public": "on",
    } | more


def test_a_file_is_added_hidden_and_shown_again_from_the_page(desk, hoa):
    document = world.document(people.actor(hoa))
    address = reverse("lawbase:files", args=[document.pk])
    public = reverse("portal:law_document", args=[document.slug])

    assert desk.post(address, sent(samples.pdf())).status_code == 302
    one = DocumentFile.objects.get()
    taken = reverse("portal:law_attachment", args=[document.slug, one.pk])
    assert (taken in desk.get(public).content.decode(), desk.get(taken).content) == (True, samples.pdf())
    desk.post(reverse("lawbase:show_file", args=[one.pk]), {"is_public": "0"})
    assert (taken in desk.get(public).content.decode(), desk.get(taken).status_code) == (False, 404)
    assert desk.get(reverse("lawbase:file", args=[one.pk])).content == samples.pdf()
    desk.post(reverse("lawbase:show_file", args=[one.pk]), {"is_public": "1"})
    assert desk.get(taken)["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(("content", "words"), [(b"MZ", "không phải PDF"), (b"", "Tệp rỗng")])
def test_a_file_the_vault_does_not_take_is_refused_in_words(desk, hoa, content, words):
    document = world.document(people.actor(hoa))
    answer = desk.post(reverse("lawbase:files", args=[document.pk]), sent(content))

    assert (answer.status_code, words in answer.content.decode()) == (422, True)


def test_the_signatures_are_told_on_both_pages_in_plain_words(desk, hoa, signed):
    made = kept(hoa, signed)

    for address in (
        reverse("lawbase:files", args=[made.document_id]),
        reverse("portal:law_document", args=[made.document.slug]),
    ):
        found = desk.get(address).content.decode()
        assert "Chữ ký số hợp lệ" in found
        assert found.count("sau đó chỉ có thêm chữ ký") == 4
        assert "chứng thư thử nghiệm, không có giá trị pháp lý" in found
    english = desk.get(reverse("portal:law_document", args=[made.document.slug]), HTTP_ACCEPT_LANGUAGE="en")
    assert "only signatures were added later" in english.content.decode()


def test_files_of_another_register_are_not_there(client, hoa):
    made = kept(hoa, samples.pdf())
    stranger = people.enter(client, people.tuan())

    assert stranger.get(reverse("lawbase:files", args=[made.document_id])).status_code == 404
    assert stranger.get(reverse("lawbase:file", args=[made.pk])).status_code == 404
    assert stranger.post(reverse("lawbase:show_file", args=[made.pk])).status_code == 404
