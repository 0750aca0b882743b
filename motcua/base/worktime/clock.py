"""The one clock. Read in views, jobs and commands only; everything else is told the moment (`at=`, `on=`).

`settings.CLOCK` sets another day for demos and journeys: time then runs on from that moment since the process began.
"""

import time
from datetime import datetime, timedelta

from django.conf import settings

from motcua.base.worktime.rules import VN

_STARTED = time.monotonic()


def now() -> datetime:
    """The present moment in Viet Nam's time, aware."""
    start: datetime | None = getattr(settings, "CLOCK", None)
    if start is None:
        return datetime.now(tz=VN)
    return start.astimezone(VN) + timedelta(seconds=time.monotonic() - _STARTED)
