"""The one clock. Read in views, jobs and commands only; everything else is told the moment (`at=`, `on=`).

`settings.CLOCK` sets another day for demos and journeys: time then runs on from that moment since the process began.
A demo whose day lies past the announced calendar stands on the last day from which due moments can still be told.
"""

import time
from datetime import datetime, timedelta

from django.conf import settings

from motcua.base.worktime import loader
from motcua.base.worktime.rules import VN

_STARTED = time.monotonic()
LONGEST_PROMISE = timedelta(days=35)
"""More than the longest time limit of law/procedures with its verification (23 days) and a re-appointment."""


def now() -> datetime:
    """The present moment in Viet Nam's time, aware."""
    start: datetime | None = getattr(settings, "CLOCK", None)
    if start is None:
        real = datetime.now(tz=VN)
        start = demo_moment(real) if settings.DEMO else real
        if start == real:
            return real
    return start.astimezone(VN) + timedelta(seconds=time.monotonic() - _STARTED)


def demo_moment(real: datetime) -> datetime:
    """The moment a demo stands on: the real one, or 08:00 of the last working day that leaves time for any limit."""
    calendar = loader.calendar()
    last = calendar.last - LONGEST_PROMISE
    if real.astimezone(VN).date() <= last:
        return real
    while not calendar.is_working(last):
        last -= timedelta(days=1)
    return datetime(last.year, last.month, last.day, 8, tzinfo=VN)
