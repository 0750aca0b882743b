"""For every test: nothing kept in memory from another test's office, and no language of another test's page."""

from collections.abc import Iterator

import hypothesis
import pytest
from django.utils import translation

from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office

# Properties are judged by what they find, never by how long a busy machine takes.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def _in_vietnamese() -> Iterator[None]:
    with translation.override("vi"):
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    office.forget_directory()
    dossiers.forget_kept_law()
    dossiers.forget_figures()
    yield
    office.forget_directory()
    dossiers.forget_kept_law()
    dossiers.forget_figures()
