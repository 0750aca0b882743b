"""For every test: nothing kept in memory from another test's office, and no language of another test's page."""

from collections.abc import Iterator

import hypothesis
import pytest
from django.utils import translation
from pytest_django import DjangoDbBlocker

from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office
from motcua.house.office.tests import people

# Properties are judged by what they find, never by how long a busy machine takes.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:  # noqa: ARG001
    """The office of the repository's files is loaded once: nearly every test stands in it."""
    with django_db_blocker.unblock():
        people.load_office()


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
