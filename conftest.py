"""For every test: nothing kept in memory from another test's office."""

from collections.abc import Iterator

import pytest

from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    office.forget_directory()
    dossiers.forget_kept_law()
    yield
    office.forget_directory()
    dossiers.forget_kept_law()
