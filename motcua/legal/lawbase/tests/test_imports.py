"""Many files at once: read in the background, resumed after a crash, nothing twice, errors to take away."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.house.office.tests import people
from motcua.instruments.jobs.models import Job
from motcua.instruments.jobs.tests.conftest import drain, no_rounds  # noqa: F401  fixtures
from motcua.legal.lawbase import acts, jobs, queries
from motcua.legal.lawbase.loader import NotReadable, archive, programs, scanned
from motcua.legal.lawbase.models import DocumentVersion, ImportRow, ImportRun, LegalDocument
from motcua.legal.lawbase.tests import papers, world
from motcua.legal.lawbase.tests.samples import DECISION
from motcua.legal.lawbase.tests.test_reading import PUBLISHED, word_file

pytestmark = pytest.mark.django_db
OTHER = DECISION.replace("04 /2025", "05 /2025")
HEADLESS = "Điều 1. Một điều\nNội dung của điều một, không có phần đầu.\n"


@pytest.fixture
def hoa(settings, tmp_path):
    settings.DEMO, settings.CLOCK, settings.DATA_DIR = True, world.AT, tmp_path
    return people.hoa()


@pytest.fixture
def desk(client, hoa):
    return people.enter(client, hoa)


FILES = [
    ("a.docx", word_file(DECISION)), ("b.txt", OTHER.encode()), ("again.txt", OTHER.encode()), ("c.json", b"{"),
    ("d.txt", HEADLESS.encode()), ("e.exe", b"MZ"), ("f.json", json.dumps(PUBLISHED).encode()),
]  # fmt: skip


def begun(hoa, files=FILES, **more):
    return acts.start_import(files, keeper_id=world.keeper(), by=people.actor(hoa), at=world.AT, **more)


def states(run):
    return {row.name: str(row.state) for row in run.rows.order_by("no")}


def test_what_is_sure_is_entered_and_what_is_not_waits_for_a_person(hoa, drain):  # noqa: F811
    run = begun(hoa)
    drain()

    assert states(run) == {
        "a.docx": "entered", "b.txt": "entered", "c.json": "failed", "d.txt": "review", "e.exe": "failed",
        "f.json": "review",
    }  # fmt: skip
    assert LegalDocument.objects.count() == 2


def test_files_that_were_read_do_not_stay_on_the_disk(hoa, drain, django_capture_on_commit_callbacks):  # noqa: F811
    with django_capture_on_commit_callbacks(execute=True):
        run = begun(hoa)
        assert len(list(queries.import_folder(run.pk).iterdir())) == 6
        drain()

    assert not queries.import_folder(run.pk).exists()


def test_the_journal_says_on_whose_order_a_document_was_entered(hoa, drain):  # noqa: F811
    begun(hoa, FILES[:1])
    drain()

    assert DocumentVersion.objects.get().made_by == f"Hệ thống, theo lệnh của {people.actor(hoa).name}"


def test_a_crash_in_the_middle_is_gone_on_from_and_nothing_is_entered_twice(hoa, monkeypatch):
    run = begun(hoa, FILES[:2])
    settle, seen = acts.settle_row, []

    def killed(row, found, *, at):
        if seen:
            raise SystemExit
        seen.append(row)
        settle(row, found, at=at)

    monkeypatch.setattr(acts, "settle_row", killed)
    with pytest.raises(SystemExit):
        jobs.read_import.call(str(run.pk))
    assert states(run) == {"a.docx": "entered", "b.txt": "waiting"}

    monkeypatch.setattr(acts, "settle_row", settle)
    jobs.read_import.call(str(run.pk))
    jobs.read_import.call(str(run.pk))

    assert states(run) == {"a.docx": "entered", "b.txt": "entered"}
    assert (LegalDocument.objects.count(), DocumentVersion.objects.count()) == (2, 2)


def test_two_workers_at_one_file_enter_it_once(hoa):
    run = begun(hoa, FILES[1:2])
    row = run.rows.get()
    found = jobs.read(queries.import_path(row))

    acts.settle_row(row, found, at=world.AT)
    acts.settle_row(row, found, at=world.AT)

    assert DocumentVersion.objects.count() == 1


def test_a_file_that_kills_its_reader_is_given_up_and_the_others_are_read(hoa, monkeypatch):
    run = begun(hoa, FILES[:2])
    read = jobs.read
    monkeypatch.setattr(
        jobs, "read", lambda path, **_: (_ for _ in ()).throw(SystemExit) if path.name == "1.docx" else read(path)
    )

    for _ in range(2):
        with pytest.raises(SystemExit):
            jobs.read_import.call(str(run.pk))
    jobs.read_import.call(str(run.pk))

    assert states(run) == {"a.docx": "failed", "b.txt": "entered"}
    assert "dừng hai lần" in run.rows.get(no=1).reason


def test_a_reader_that_breaks_is_told_and_does_not_stop_the_rest(hoa, drain, monkeypatch):  # noqa: F811
    run = begun(hoa, FILES[:2])
    read = jobs.read
    monkeypatch.setattr(jobs, "read", lambda path, **_: 1 / 0 if path.name == "1.docx" else read(path))
    drain()

    assert states(run) == {"a.docx": "failed", "b.txt": "entered"}
    assert run.rows.get(no=1).reason == acts.UNREAD


def test_the_same_files_again_are_there_already(hoa, drain):  # noqa: F811
    begun(hoa, FILES[:2])
    drain()
    run = begun(hoa, FILES[:2])
    drain()

    assert set(states(run).values()) == {"there"}
    assert LegalDocument.objects.count() == 2


# --- scans ------------------------------------------------------------------------------------
@pytest.mark.skipif(not scanned.is_possible(), reason="Tesseract with Vietnamese is not installed")
@pytest.mark.slow
def test_a_scan_is_recognised_in_the_background_and_waits_for_a_look(desk, drain):  # noqa: F811
    answer = desk.post(reverse("lawbase:import"), {"step": "source", "file": upload("q.pdf", papers.scanned())})
    run = ImportRun.objects.get()
    assert answer.url == reverse("lawbase:import_run", args=[run.pk])
    assert 'http-equiv="refresh"' in desk.get(answer.url).content.decode()
    drain()

    row = run.rows.get()
    assert (row.state, row.is_recognised, row.pages_done) == ("review", True, 1)
    shown = desk.get(reverse("lawbase:import_row", args=[row.pk]))
    form = shown.context["form"]
    assert 'value="04/2025/QĐ-UBND"' in shown.content.decode()
    assert "do máy nhận dạng từ bản quét" in shown.content.decode()
    assert "Đã so từng chữ với bản in" in shown.content.decode()
    assert desk.get(reverse("lawbase:import_file", args=[row.pk])).content == papers.scanned()
    values = {name: value or "" for name, value in form.initial.items()} | {"step": "save", "type": "Quyết định"}
    assert desk.post(reverse("lawbase:import_row", args=[row.pk]), values).status_code == 302
    made = LegalDocument.objects.get()
    assert (made.number, made.signature, made.files.get().signature) == ("04/2025/QĐ-UBND", "scanned", "scanned")
    assert (made.sure, made.source) == ("medium", "Nhận dạng chữ từ bản quét")
    assert "cần được xác nhận" in desk.get(reverse("portal:law_document", args=[made.slug])).content.decode()


@pytest.mark.slow
def test_without_tesseract_the_scan_is_kept_and_its_facts_are_typed(desk, monkeypatch):
    monkeypatch.setattr(programs, "found", lambda _: "")
    answer = desk.post(reverse("lawbase:import"), {"step": "source", "file": upload("q.pdf", papers.scanned())})

    assert "máy chủ chưa cài phần nhận dạng chữ" in answer.content.decode()
    values = {
        "step": "save", "type": "Quyết định", "number": "04/2025/QĐ-UBND", "issuer": "Ủy ban nhân dân phường",
        "title": "Quy chế", "issued_on": "2024-08-13", "nature": "normative", "text": "",
        "kept": answer.context["form"].initial["kept"], "is_scan": "True",
    }  # fmt: skip
    desk.post(reverse("lawbase:import"), values)
    made = LegalDocument.objects.get()
    assert (made.signature, made.files.get().file.name) == ("scanned", "q.pdf")


# --- pages ------------------------------------------------------------------------------------
def upload(name, content):
    return SimpleUploadedFile(name, content)


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_many_files_and_a_zip_are_handed_in_on_the_page_and_followed(desk, drain):  # noqa: F811
    sent = [upload(name, content) for name, content in FILES[:2]]
    inside = {"van ban__c.json": "{", "../../e.txt": HEADLESS, "__MACOSX__.x": "", "anh.png": "x"}
    answer = desk.post(
        reverse("lawbase:import_many"), {"many": [*sent, upload("goi.zip", zipped(**inside))], "enters_at_once": "on"}
    )
    drain()

    found = desk.get(answer.url).content.decode()
    assert "Đã đọc 4 trong 4 tệp" in found
    assert 'http-equiv="refresh"' not in found
    assert "2 vào sổ, 1 chờ xem lại, 0 đã có hoặc bỏ, 1 lỗi" in found
    errors = desk.get(reverse("lawbase:import_errors", args=[ImportRun.objects.get().pk])).content.decode("utf-8-sig")
    assert errors.splitlines() == ["tệp,lý do", "c.json,Tệp JSON bị hỏng."]
    assert "4 tệp" in desk.get(reverse("lawbase:import")).content.decode()


def test_what_waits_is_looked_through_entered_or_dropped(desk, hoa, drain):  # noqa: F811
    run = begun(hoa, [FILES[4], FILES[6]])
    drain()
    first, second = run.rows.order_by("no")
    values = {
        "step": "save", "type": "Quyết định", "number": "9/2024/QĐ-UBND", "issuer": "Ủy ban nhân dân phường",
        "title": "Tên", "issued_on": "2024-08-13", "nature": "normative", "text": HEADLESS,
    }  # fmt: skip

    assert desk.post(reverse("lawbase:import_row", args=[first.pk]), values | {"issuer": ""}).status_code == 422
    desk.post(reverse("lawbase:import_row", args=[first.pk]), values)
    desk.post(reverse("lawbase:import_row", args=[first.pk]), values | {"number": "10/2024/QĐ-UBND"})
    desk.post(reverse("lawbase:import_row", args=[second.pk]), {"step": "drop"})

    assert states(run) == {"d.txt": "entered", "f.json": "dropped"}
    assert LegalDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped(**{"a.txt": bytes(30_000_000)}), "lớn bất thường"),
        (zipped(**{f"{n}.txt": "x" for n in range(archive.MOST_FILES + 1)}), "nhiều hơn 2000"),
        (b"PK\x03\x04 broken", "bị hỏng hoặc có mật khẩu"),
        (zipped(**{"a.exe": "x"}), "Không có tệp nào để nhập"),
    ],
    ids=["a bomb", "too many", "broken", "nothing of ours"],
)
def test_an_archive_that_harms_or_holds_nothing_is_refused_and_nothing_is_kept(desk, tmp_path, content, words):
    answer = desk.post(reverse("lawbase:import_many"), {"many": [upload("goi.zip", content)]})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert (ImportRow.objects.count(), ImportRun.objects.count(), Job.objects.count()) == (0, 0, 0)
    assert list((tmp_path / "imports").glob("*/*")) == []


def test_files_before_a_broken_archive_do_not_stay_behind(desk, tmp_path):
    desk.post(reverse("lawbase:import_many"), {"many": [upload("a.txt", b"x"), upload("b.zip", b"PK broken")]})

    assert list((tmp_path / "imports").iterdir()) == []


def test_a_locked_archive_is_refused():
    locked = bytearray(zipped(**{"a.txt": "x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(NotReadable, match="mật khẩu"):
        list(archive.files_in(bytes(locked)))


def test_a_run_asks_again_by_itself_only_while_files_wait(desk, hoa, drain):  # noqa: F811
    run = acts.start_import(
        [("a.txt", DECISION.encode())], keeper_id=world.keeper(), by=people.actor(hoa), at=world.AT
    )  # fmt: skip
    address = reverse("lawbase:import_run", args=[run.pk])
    waiting = desk.get(address).content.decode()
    drain()
    done = desk.get(address).content.decode()

    assert (f'hx-get="{address}"' in waiting, "<noscript><meta http-equiv" in waiting) == (True, True)
    assert ("hx-get" in done, 'http-equiv="refresh"' in done) == (False, False)


def test_an_import_is_seen_only_by_who_keeps_that_register(client, hoa, drain):  # noqa: F811
    run = begun(hoa, FILES[4:5])
    drain()
    stranger = people.enter(client, people.tuan())

    assert stranger.get(reverse("lawbase:import_run", args=[run.pk])).status_code == 404
    assert stranger.get(reverse("lawbase:import_row", args=[run.rows.get().pk])).status_code == 404
    assert stranger.get(reverse("lawbase:import_file", args=[run.rows.get().pk])).status_code == 404
    assert stranger.get(reverse("lawbase:import_errors", args=[run.pk])).status_code == 404


def test_what_a_json_tells_beside_its_text_is_there_when_a_person_looks_and_is_entered(desk, hoa, drain):  # noqa: F811
    told = PUBLISHED | {"effective_on": "2024-03-01", "expires_on": "2030-12-31", "state": "Còn hiệu lực"}
    told |= {"issued_on": "2024-02-01", "sourceUrl": "vbpl.vn/1", "title": "Tên chỉ có trong tệp"}
    run = begun(hoa, [("a.json", json.dumps(told).encode())], enters_at_once=False)
    drain()
    address = reverse("lawbase:import_row", args=[run.rows.get().pk])
    found = desk.get(address)
    initial = found.context["form"].initial

    assert (initial["title"], str(initial["expires_on"])) == ("Tên chỉ có trong tệp", "2030-12-31")
    assert "Tên chỉ có trong tệp" in found.content.decode()
    assert "sourceUrl" not in found.content.decode()
    sent = {name: "" if value in (None, False) else str(value) for name, value in initial.items()}
    answer = desk.post(address, sent | {"step": "save"})
    assert answer.status_code == 302, answer.context["form"].errors
    kept = LegalDocument.objects.get()
    assert (kept.source, kept.foreign_label, str(kept.expires_on)) == ("vbpl.vn/1", "Còn hiệu lực", "2030-12-31")
