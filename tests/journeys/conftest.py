"""Two houses, one browser, and people who are logged in when a journey begins."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.house import OLD_DAYS, TODAY, House, open_house
from tests.journeys.walker import WIDE, Walker, log_in

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
People = Callable[..., Walker]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not (program := shutil.which("chromium")):
        pytest.skip("The journeys need a browser: chromium is not installed here.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    opened = open_house(tmp_path_factory.mktemp("today"), TODAY, count=40)
    yield opened
    opened.stop()


@pytest.fixture(scope="session")
def old_house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    opened = open_house(tmp_path_factory.mktemp("old-days"), OLD_DAYS, count=0)
    yield opened
    opened.stop()


@pytest.fixture
def people(browser: Browser) -> Iterator[People]:
    """`people(house, "minh")`: Minh at a screen of his own; without a name, a stranger."""
    opened = []

    def come(place: House, who: str = "", *, size: dict[str, int] = WIDE) -> Walker:
        kept = place.sessions.get(who)
        context = browser.new_context(viewport=size, locale="vi-VN", storage_state=kept)
        context.set_default_timeout(15_000)
        opened.append(context)
        walker = Walker(context.new_page(), place)
        if who and kept is None:
            log_in(walker, who)
            place.sessions[who] = context.storage_state()
        return walker

    yield come
    for context in opened:
        context.close()
