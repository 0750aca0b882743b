"""Fixtures of the account tests: the day of the demo."""

import pytest
from axes.models import AccessAttempt
from django.core.cache import cache
from django.utils import translation

from motcua.house.accounts.tests.people import AT


@pytest.fixture(autouse=True)
def _day(settings):
    settings.CLOCK = AT
    settings.DEMO = False
    cache.clear()
    with translation.override("vi"):
        yield


@pytest.fixture
def failures(db):
    """Failed tries django-axes keeps."""
    return AccessAttempt.objects
