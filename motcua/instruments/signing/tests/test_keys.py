"""Keys are made, kept and revoked as they must be: secret files, a journal row, the right one found by day."""

import stat
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError

from motcua.house.journal.models import Entry
from motcua.instruments.signing import acts, loader, queries, rules
from motcua.instruments.signing.models import SigningKey
from motcua.instruments.signing.tests.conftest import AT, BEFORE, HOA, MINH


def test_secret_files_can_be_read_by_their_owner_only(hoa_key, own_folder):
    folder = own_folder / "signing"

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert {path.name for path in folder.iterdir()} == {"demo-ca.p12", "demo-ca.pem", f"{hoa_key.pk}.p12"}


def test_the_demo_authority_is_made_once_and_says_what_it_is(own_folder):
    first = acts.make_demo_ca()

    assert acts.make_demo_ca() == first
    assert loader.from_pem(first).subject.native["common_name"] == "motcua CA thử nghiệm – không có giá trị pháp lý"


def test_issuing_and_revoking_stand_in_the_journal(hoa_key):
    acts.revoke(hoa_key, reason="mất thiết bị", by=MINH, at=AT)
    acts.revoke(hoa_key, reason="lần hai", by=MINH, at=AT + timedelta(hours=1))

    rows = Entry.objects.filter(thing_id=hoa_key.pk).order_by("seq").values_list("act", "name", "at")
    assert list(rows) == [("issue_demo_key", MINH.name, BEFORE), ("revoke", MINH.name, AT)]
    assert SigningKey.objects.get().revoked_at == AT


def test_the_newest_key_that_holds_is_used(hoa_key):
    newer = acts.issue_demo_key(
        holder_id=HOA.holder_id, holder_name=HOA.name, unit_name=HOA.unit_name, by=MINH, at=BEFORE + timedelta(days=30)
    )

    assert queries.key_of(HOA.holder_id, at=BEFORE + timedelta(days=29)) == hoa_key
    assert queries.key_of(HOA.holder_id, at=AT) == newer
    acts.revoke(newer, reason="thử", by=MINH, at=AT)
    assert queries.key_of(HOA.holder_id, at=AT) == hoa_key
    assert queries.key_of(HOA.holder_id, at=BEFORE - timedelta(days=1)) is None


def test_a_key_must_lie_in_a_file_or_in_a_token(hoa_key):
    with pytest.raises(IntegrityError):
        SigningKey.objects.filter(pk=hoa_key.pk).update(path="")


def test_bytes_are_sealed_and_checked(hoa_key):
    made = acts.sign_bytes(b"16/11/2024 abc", key=hoa_key, signer=HOA, at=AT)

    report = queries.check_bytes(b"16/11/2024 abc", made)
    assert (report.signer, report.at, report.holds, report.is_demo) == (HOA.name, AT, True, True)
    other = queries.check_bytes(b"17/11/2024 abc", made)
    assert (other.intact, other.trusted, other.holds) == (False, False, False)
    with pytest.raises(rules.NotSignable):
        queries.check_bytes(b"", b"junk")


def test_bytes_are_not_sealed_with_the_key_of_another(hoa_key):
    with pytest.raises(rules.KeyRefused):
        acts.sign_bytes(b"x", key=hoa_key, signer=replace(HOA, holder_id=hoa_key.pk), at=AT)
