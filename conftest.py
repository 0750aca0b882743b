"""For every test: nothing kept in memory from another test's office, and no language of another test's page."""

from collections.abc import Iterator

import hypothesis
import pytest
from django.utils import translation
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from motcua.counter.dossiers import queries as dossiers
from motcua.house.office import queries as office
from motcua.house.office.tests import people

# Properties are judged by what they find, never by how long a busy machine takes.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


SLOW = (
    *("motcua/bureau", "motcua/demo", "motcua/faces/portal", "motcua/instruments/signing", "tests/house/test_pages.py"),
    *("motcua/counter/dossiers/tests/test_pages.py", "motcua/counter/dossiers/tests/test_act_pages.py"),
    *("motcua/counter/dossiers/tests/test_amend", "motcua/counter/dossiers/tests/test_queries.py", "motcua/trades"),
    *("motcua/instruments/printing", "motcua/legal/formats", "motcua/legal/lawbase/tests/test_structure.py"),
    "motcua/legal/lawbase/tests/test_programs.py",
    *("motcua/legal/citations/tests/test_properties.py", "motcua/legal/procedures/tests/test_check_law.py"),
)
"""Whole ways through pages, papers and signatures, large texts: `make fast` leaves them out, `make test` does not."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long, beside what says so of itself."""
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:  # noqa: ARG001
    """The office of the repository's files is loaded once: nearly every test stands in it."""
    with django_db_blocker.unblock():
        people.load_office()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """A test that commits is followed by an empty database: the office moves in again."""
    yield
    marker = item.get_closest_marker("django_db")
    if marker is not None and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
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
