"""`python -m bench.formats [--pages 100] [--write]`: how long a Word file takes to be read, checked, marked, mended.

`--write` puts the figures into docs/performance.md.
"""

import argparse
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

from bench import pages as written

PARAGRAPHS_A_PAGE = 11
"""Of four lines each, at 14 points and 6 points between them."""


def long_document(pages: int) -> bytes:
    """A decision with so many pages of articles, every tenth paragraph wrong in some way."""
    from motcua.legal.formats.tests import drafts  # noqa: PLC0415 - Django is set up by then

    draft = drafts.decision()
    for number in range(4, pages * PARAGRAPHS_A_PAGE // 2):
        wrong = {"font": "Arial"} if number % 10 == 0 else {}
        draft.put(drafts.article(number, drafts.LONG, f"more{number}", **wrong), after="article2")
        draft.put(drafts.body(f"1. {drafts.LONG}", f"text{number}"), after=f"more{number}")
    return draft.docx()


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Build once, then measure each work by itself."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.settings")
    django.setup()
    from motcua.legal.formats import queries  # noqa: PLC0415 - Django is set up by then
    from motcua.legal.formats.choices import Profile  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    options = parser.parse_args()
    pages = options.pages
    content, day = long_document(pages), date(2025, 3, 5)
    report = queries.check(content, profile=Profile.ND30, on=day)
    lines = [f"{pages} pages, {len(content) // 1024} kB, {len(report.findings)} findings"]
    works = {
        "check": lambda: queries.check(content, profile=Profile.ND30, on=day),
        "mark": lambda: queries.marked(content, report),
        "mend": lambda: queries.mended(content, profile=Profile.ND30, on=day),
    }
    lines += [f"{name:6} {seconds(work):6.2f} s" for name, work in works.items()]
    print("\n".join(lines))
    if options.write:
        page = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
        table = "\n".join(["```text", *lines, "```"])
        written.between(page, table, begin="<!-- bench.formats -->", end="<!-- /bench.formats -->")


if __name__ == "__main__":
    main()
