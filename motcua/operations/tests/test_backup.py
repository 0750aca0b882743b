"""A backup holds everything, is checked, and comes back whole."""

import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest

pytestmark = pytest.mark.slow


def motcua(data, *words, check=True):
    environment = {
        **os.environ,
        "MOTCUA_DATA_DIR": str(data),
        "MOTCUA_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "motcua.settings",
    }
    environment.pop("MOTCUA_SECRET_KEY", None)
    return subprocess.run(
        [sys.executable, "-m", "motcua", *map(str, words)], env=environment, capture_output=True, text=True, check=check
    )


@pytest.fixture(scope="module")
def backed_up(tmp_path_factory):
    here = tmp_path_factory.mktemp("first")
    motcua(here, "migrate", "-v0")
    motcua(here, "load_office")
    (here / "vault" / "ab").mkdir(parents=True)
    (here / "vault" / "ab" / "abcd").write_bytes(b"a kept file")
    target = here / "backup.zip"
    motcua(here, "backup", target)
    return here, target


def test_what_was_backed_up_comes_back_whole(backed_up, tmp_path):
    here, target = backed_up
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "list.csv").write_bytes(b"made from rows that go")

    motcua(tmp_path, "restore", target)

    assert not (tmp_path / "made").exists()
    assert (tmp_path / "vault" / "ab" / "abcd").read_bytes() == b"a kept file"
    assert (tmp_path / "secret-key").read_text() == (here / "secret-key").read_text()
    with closing(sqlite3.connect(tmp_path / "motcua.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM office_unit WHERE code = 'P20341'").fetchone() == (1,)


def test_an_office_that_has_data_is_not_overwritten_by_mistake(backed_up):
    here, target = backed_up

    outcome = motcua(here, "restore", target, check=False)

    assert outcome.returncode == 1
    assert "đã có dữ liệu" in outcome.stderr


def test_a_damaged_backup_is_refused_before_anything_is_touched(backed_up, tmp_path):
    _, target = backed_up
    damaged = tmp_path / "damaged.zip"
    with zipfile.ZipFile(target) as source, zipfile.ZipFile(damaged, "w") as copy:
        for item in source.infolist():
            content = source.read(item)
            copy.writestr(item, b"other bytes" if item.filename == "vault/ab/abcd" else content)

    outcome = motcua(tmp_path / "new", "restore", damaged, check=False)

    assert outcome.returncode == 1
    assert "vault/ab/abcd" in outcome.stderr
    assert not (tmp_path / "new" / "motcua.sqlite3").exists()


def test_the_manifest_lists_a_sum_for_every_file(backed_up):
    _, target = backed_up

    with zipfile.ZipFile(target) as archive:
        manifest = json.loads(archive.read("motcua-backup.json"))

    assert set(manifest["files"]) == set(archive.namelist()) - {"motcua-backup.json"}
