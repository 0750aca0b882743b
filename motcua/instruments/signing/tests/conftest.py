"""The signing tests' world: a data folder of their own, Hoa with a demo key, the division with its seal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pytest

from motcua.base.worktime.rules import VN
from motcua.instruments.printing import queries as printing
from motcua.instruments.printing.tests import samples
from motcua.instruments.signing import acts, rules
from motcua.instruments.signing.choices import HolderKind

AT = datetime(2024, 11, 16, 9, 30, 15, tzinfo=VN)
BEFORE = datetime(2024, 1, 2, 8, tzinfo=VN)


@dataclass(frozen=True)
class Clerk:
    account_id: UUID | None = None
    name: str = "Trần Văn Minh"


MINH = Clerk()
HOA = rules.Signer(
    holder_id=UUID(int=1), name="Lê Thị Hoa", title="Trưởng phòng", unit_name="Phòng Tư pháp thành phố Tam Kỳ"
)
DIVISION = rules.Signer(holder_id=UUID(int=2), name="Phòng Tư pháp thành phố Tam Kỳ")


@pytest.fixture(scope="session")
def paper():
    return printing.render(samples.CHANGE)


@pytest.fixture(scope="session")
def spot():
    return rules.Block(*printing.signature_spot(samples.CHANGE))


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.TSA_URL = ""
    return tmp_path


@pytest.fixture
def hoa_key(db):
    return acts.issue_demo_key(
        holder_id=HOA.holder_id, holder_name=HOA.name, title=HOA.title, unit_name=HOA.unit_name, by=MINH, at=BEFORE
    )


@pytest.fixture
def seal_key(db):
    return acts.issue_demo_key(
        holder_id=DIVISION.holder_id,
        holder_name=DIVISION.name,
        unit_name=DIVISION.name,
        holder_kind=HolderKind.UNIT,
        by=MINH,
        at=BEFORE,
    )
