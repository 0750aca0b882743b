"""Keeping, reading back, handing out, checking."""

import os
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.test import RequestFactory

from motcua.base.worktime import clock
from motcua.house.numbering.tests.stores import Store, finished
from motcua.instruments.vault import access, queries
from motcua.instruments.vault.models import StoredFile
from motcua.instruments.vault.rules import Damaged, Missing, NotAccepted
from motcua.instruments.vault.tests import samples
from motcua.instruments.vault.tests.conftest import AT, LAN, kept, store

pytestmark = pytest.mark.django_db


def test_a_file_comes_back_as_it_was_handed_in():
    content = samples.pdf()

    file = store(SimpleUploadedFile("giấy.pdf", content), "giấy.pdf")

    assert queries.read(StoredFile.objects.get()) == content
    assert (file.created_by, file.created_at, file.purpose) == (LAN.account_id, AT, "dossier_paper")


def test_equal_contents_are_kept_once_under_their_hash(vault):
    one, two = store(samples.pdf(), "a.pdf"), store(samples.pdf(), "b.pdf")

    assert (one.sha256, kept(vault), StoredFile.objects.count()) == (two.sha256, [one.sha256], 2)
    assert queries.path_of(one.sha256).parent == vault / one.sha256[:2] / one.sha256[2:4]


def test_a_damaged_file_is_told_and_healed_by_handing_it_in_again(vault):
    file = store(samples.pdf(), "a.pdf")
    spoil(file)

    with pytest.raises(Damaged):
        queries.read(file)
    store(samples.pdf(), "a.pdf")

    assert queries.read(file) == samples.pdf()


def test_a_missing_file_is_told():
    file = store(samples.pdf(), "a.pdf")
    queries.path_of(file.sha256).unlink()

    with pytest.raises(Missing):
        access.serve(file)


def test_an_empty_row_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(sha256="a", size=0, mime="a", name="a", purpose="a", created_at=AT)


def test_a_file_is_handed_out_so_that_nothing_in_it_can_act():
    response = access.serve(store(samples.pdf(), "giấy.pdf"), inline=True)

    assert response.content == samples.pdf()
    assert {name: response[name] for name in response.headers} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=utf-8''gi%E1%BA%A5y.pdf",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }


def test_only_our_own_pdf_is_shown_inside_a_page():
    own = store(samples.pdf(), "a.pdf", is_own=True)
    picture = store(samples.picture("PNG"), "a.png", is_own=True)

    shown = [access.serve(own, inline=True), access.serve(own), access.serve(picture, inline=True)]

    assert [response["Content-Disposition"].split(";")[0] for response in shown] == [
        "inline", "attachment", "attachment",
    ]  # fmt: skip


def spoil(file: StoredFile) -> None:
    path = queries.path_of(file.sha256)
    path.chmod(0o600)
    path.write_bytes(b"something else")


def test_the_check_names_missing_damaged_and_orphaned_files(vault, capsys):
    missing, damaged = store(samples.pdf(), "a.pdf"), store(samples.pdf(pages=2), "b.pdf")
    orphan = store(samples.pdf(pages=3), "c.pdf")
    queries.path_of(missing.sha256).unlink()
    spoil(damaged)
    StoredFile.objects.filter(pk=orphan.pk).delete()

    with pytest.raises(CommandError, match="2 tệp"):
        call_command("check_vault")

    assert sorted(capsys.readouterr().out.splitlines()) == sorted(
        [f"mất: {missing.sha256}", f"bị thay đổi: {damaged.sha256}", f"không thuộc hồ sơ nào: {orphan.sha256}"]
    )


def test_a_whole_vault_is_told_whole(capsys):
    store(samples.pdf(), "a.pdf")

    call_command("check_vault")

    assert capsys.readouterr().out == "Kho tệp nguyên vẹn\n"


def test_orphans_go_after_a_day_and_known_files_stay(vault):
    known, fresh, old = (store(samples.pdf(pages=pages), "a.pdf") for pages in (1, 2, 3))
    StoredFile.objects.exclude(pk=known.pk).delete()
    for file in (known, old):
        yesterday = (clock.now() - timedelta(days=2)).timestamp()
        os.utime(queries.path_of(file.sha256), (yesterday, yesterday))

    call_command("check_vault", remove_orphans=True)

    assert kept(vault) == sorted([known.sha256, fresh.sha256])


def upload(size: int) -> HttpRequest:
    files = {"file": SimpleUploadedFile("a.pdf", b"a" * size), "other": SimpleUploadedFile("b.pdf", b"b")}
    return RequestFactory().post("/", files | {"words": "Kèm theo"})


@pytest.mark.parametrize(("size", "is_taken"), [(999, True), (1000, True), (1001, False), (9000, False)])
def test_a_file_too_large_is_dropped_while_it_comes_in_and_the_rest_of_the_form_stays(settings, size, is_taken):
    settings.UPLOAD_MAX_BYTES = 1000
    request = upload(size)

    taken = {name: file.size for name, file in request.FILES.items()}

    assert taken == ({"file": size} if is_taken else {}) | {"other": 1}
    assert request.POST["words"] == "Kèm theo"
    with nullcontext() if is_taken else pytest.raises(NotAccepted, match="lớn hơn"):
        access.refuse_too_large(request, "file")


def test_a_request_larger_than_ten_files_is_refused_before_it_is_read(settings):
    settings.UPLOAD_MAX_BYTES = 1000

    with pytest.raises(RequestDataTooBig):
        upload(10_000).FILES  # noqa: B018


NO_ROOM = """
import resource, sys
from datetime import UTC, datetime
from types import SimpleNamespace
from motcua.instruments.vault import acts, rules
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
lan, at = SimpleNamespace(account_id=None), datetime(2024, 11, 5, tzinfo=UTC)
try:
    acts.store(b"%PDF-" + b"a" * 1_000_000, name="a.pdf", by=lan, at=at, purpose="a")
except rules.NoRoom as refused:
    print(refused)
"""


@pytest.mark.slow
def test_a_full_disk_is_told_and_nothing_is_kept(vault, tmp_path):
    process = Store(f"sqlite:{tmp_path / 'none.sqlite3'}", tmp_path).start(NO_ROOM)

    said = finished(process)

    assert said == "Máy chủ đã hết chỗ lưu tệp, tệp chưa được nhận. Vui lòng thử lại sau hoặc nộp trực tiếp.\n"
    assert kept(vault) == []
