"""How many due moments a second, explanation off: `python bench/deadlines.py [HOW_MANY]`."""

import random
import sys
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from motcua.base.worktime import loader
from motcua.base.worktime.rules import VN, Limit, due_moment

ROOT = Path(__file__).resolve().parents[1]
LIMITS = ("same_day", "4h", "3wd", "5wd", "15d", "1m", "3wd+5wd")


def main(count: int) -> None:
    """Compute `count` due moments spread over five years and print the rate of each kind of limit."""
    calendar, hours = loader.calendar(ROOT / "law" / "calendar"), loader.hours(root=ROOT / "office" / "hours.yaml")
    chance = random.Random(1)
    start = datetime(2021, 1, 4, 7, tzinfo=VN)
    moments = [start + timedelta(minutes=chance.randrange(60 * 24 * 1900)) for _ in range(count)]
    due_moment(start, Limit.parse("3wd"), calendar=calendar, hours=hours)
    whole = 0.0
    for text in LIMITS:
        limit, began = Limit.parse(text), perf_counter()
        for at in moments:
            due_moment(at, limit, calendar=calendar, hours=hours)
        seconds = perf_counter() - began
        whole += seconds
        print(f"{text:>9}  {count / seconds:>10,.0f} a second  {seconds * 1e6 / count:6.2f} µs each")
    print(f"mixed: 100,000 due moments in {whole / len(LIMITS) / count * 100_000:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
