"""One backup file: a zip with the database, the vault, the signing keys and a list of what must be in it.

The database is copied first (SQLite online backup, or pg_dump in one snapshot), the files after it: files are only ever
added, so every file the copied rows name is there.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

MANIFEST = "motcua-backup.json"
FOLDERS = ("vault", "signing")


class NotRestorable(ValueError):
    """The file is no backup of ours, is damaged, or this installation already holds data."""


def write(target: Path, *, at: datetime) -> dict[str, object]:
    """Write the backup; nothing stands under `target` until it is whole. Returns the manifest."""
    with tempfile.TemporaryDirectory(prefix="motcua-backup-") as folder:
        database = Path(folder) / "database"
        _copy_database(database)
        sums = {"database": _sum(database)}
        part = target.with_name(target.name + ".part")
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            archive.write(database, "database")
            for path in _files():
                name = path.relative_to(settings.DATA_DIR).as_posix()
                sums[name] = _sum(path)
                archive.write(path, name)
            manifest: dict[str, object] = {"made_at": at.isoformat(), "engine": connection.vendor, "files": sums}
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        os.chmod(part, 0o600)  # noqa: PTH101  it holds personal data
        part.replace(target)
    return manifest


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(path for path in (settings.DATA_DIR / folder).rglob("*") if path.is_file())
    if (settings.DATA_DIR / "secret-key").exists():
        yield settings.DATA_DIR / "secret-key"


def _copy_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        with (
            closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
        return
    subprocess.run(["pg_dump", "--format=custom", "--file", str(target), _pg_name()], check=True, env=_pg())  # noqa: S603, S607


def _pg() -> dict[str, str]:
    known = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    return {**os.environ, **{name: str(known[key]) for name, key in names.items() if known[key]}}


def _pg_name() -> str:
    return str(connection.settings_dict["NAME"])


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check(source: Path) -> dict[str, str]:
    """Every file of the backup read and compared with its sum. Refuses: NotRestorable, naming the first bad one."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            for name, expected in manifest["files"].items():
                with archive.open(name) as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() != expected:  # type: ignore[arg-type]
                        raise NotRestorable(f"Tệp “{name}” trong bản sao lưu đã bị hỏng.")
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError, OSError) as problem:
        raise NotRestorable(f"“{source.name}” không phải là bản sao lưu đọc được: {problem}") from problem
    if manifest["engine"] != connection.vendor:
        raise NotRestorable(f"Bản sao lưu là của {manifest['engine']}, hệ thống này dùng {connection.vendor}.")
    return dict(manifest["files"])


def restore(source: Path, *, replace: bool = False) -> int:
    """Put database and files back after checking the whole backup; answers how many files. Refuses: NotRestorable.

    An installation that already holds data is left alone unless `replace`.
    """
    names = check(source)
    if not replace and _holds_data():
        raise NotRestorable("Hệ thống này đã có dữ liệu. Thêm --replace nếu muốn thay bằng bản sao lưu.")
    with zipfile.ZipFile(source) as archive, tempfile.TemporaryDirectory(prefix="motcua-restore-") as folder:
        for name in names:
            archive.extract(name, folder)
        connection.close()
        _place_database(Path(folder) / "database")
        shutil.rmtree(settings.DATA_DIR / "made", ignore_errors=True)  # files made from the rows that were there
        for name in names:
            if name != "database":
                target = settings.DATA_DIR / name
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                shutil.copyfile(Path(folder) / name, target)
                target.chmod(0o600)
    return len(names)


def _holds_data() -> bool:
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        return path.exists() and path.stat().st_size > 0
    return bool(connection.introspection.table_names())


def _place_database(copy: Path) -> None:
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        for stale in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            stale.unlink(missing_ok=True)
        shutil.copyfile(copy, path)
        return
    command = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--dbname", _pg_name(), str(copy)]
    subprocess.run(command, check=True, env=_pg())  # noqa: S603
