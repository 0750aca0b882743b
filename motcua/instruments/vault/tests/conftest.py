"""A vault of its own for each test; Lan hands files in."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from motcua.base.keys import new_id
from motcua.base.worktime.rules import VN
from motcua.instruments.vault import acts
from motcua.instruments.vault.models import StoredFile

LAN = SimpleNamespace(account_id=new_id())
AT = datetime(2024, 11, 5, 9, 30, tzinfo=VN)


@pytest.fixture(autouse=True)
def vault(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path / "vault"


def store(content, name: str, **options) -> StoredFile:
    return acts.store(content, name=name, by=LAN, at=AT, purpose="dossier_paper", **options)


def kept(vault) -> list[str]:
    """Every file in the vault, drafts too."""
    return sorted(path.name for path in vault.rglob("*") if path.is_file())
