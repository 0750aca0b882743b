"""Files made from rows for everybody: made once, not sent twice, made anew after a change."""

from http import HTTPStatus

import pytest
from django.test import RequestFactory

from motcua.instruments.vault import access


@pytest.fixture
def ask():
    """Ask for the list as of a stamp; `ask.made` tells how often it was made."""

    def answer(stamp="1", known="", name="list.csv"):
        def make():
            answer.made.append(stamp)
            return f"rows of {stamp}".encode()

        request = RequestFactory().get("/", headers={"if-none-match": known} if known else {})
        return access.serve_made(request, make, name=name, mime="text/csv", stamp=stamp)

    answer.made = []
    return answer


def test_it_is_made_once_for_a_stamp_and_anew_for_another(ask):
    answers = [ask("1").content, ask("1").content, ask("2").content, ask("2").content]

    assert answers == [b"rows of 1"] * 2 + [b"rows of 2"] * 2
    assert ask.made == ["1", "2"]


def test_who_has_it_gets_no_content_until_it_changes(ask):
    etag = ask()["ETag"]

    same, other = ask(known=etag), ask("2", known=etag)

    assert (same.status_code, same.content, same["ETag"]) == (HTTPStatus.NOT_MODIFIED, b"", etag)
    assert (other.status_code, other.content) == (HTTPStatus.OK, b"rows of 2")


def test_only_the_latest_of_a_name_is_kept_and_others_stay(ask, settings):
    for stamp, name in (("1", "list.csv"), ("1", "old-list.csv"), ("2", "list.csv")):
        ask(stamp, name=name)

    kept = sorted(path.name[33:] for path in (settings.DATA_DIR / "made").iterdir())
    assert kept == ["list.csv", "old-list.csv"]
    assert ask("1", name="old-list.csv").content == b"rows of 1"
    assert ask.made == ["1", "1", "2"]


def test_it_is_a_download_that_a_shared_cache_asks_about_each_time(ask):
    answer = ask()

    assert answer["Content-Disposition"] == 'attachment; filename="list.csv"'
    assert answer["Cache-Control"] == "public, no-cache"


def test_without_room_to_keep_it_it_is_still_served(ask, settings):
    (settings.DATA_DIR / "made").write_text("a file where the folder should be")

    assert [ask().content, ask().content] == [b"rows of 1"] * 2
