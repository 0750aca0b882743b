"""Search of the register against labelled questions, over the demo's documents: R@1, R@5, MRR, time for one question.

`python -m bench.search` loads the demo's register into an own database and throws it away.
"""

import os
import tempfile
from datetime import date, datetime
from time import process_time
from zoneinfo import ZoneInfo


def main() -> None:
    """Load, ask, print."""
    with tempfile.TemporaryDirectory(prefix="motcua-search-") as folder:
        os.environ.setdefault("MOTCUA_DATA_DIR", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.settings")
        import django  # noqa: PLC0415

        django.setup()
        from django.conf import settings  # noqa: PLC0415
        from django.core.management import call_command  # noqa: PLC0415

        from motcua.demo.law import measure, story  # noqa: PLC0415
        from motcua.house.office import acts as office  # noqa: PLC0415
        from motcua.house.office.rules import SYSTEM  # noqa: PLC0415

        at = datetime(2026, 7, 14, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        call_command("migrate", verbosity=0)
        office.load_office(settings.OFFICE_DIR, by=SYSTEM, at=at)
        documents = sum(1 for _ in story.tell(at=at))
        begun = process_time()
        found = measure.measure(on=date(2026, 7, 14))
        spent = (process_time() - begun) / found.questions * 1000
        print(f"{documents} documents, {found.questions} questions")
        print(
            f"R@1 {found.first:.3f}  R@5 {found.five:.3f}  MRR {found.mrr:.3f}  {spent:.0f} ms of processor a question"
        )
        for one in found.missed:
            print(f"  not first: {one}")


if __name__ == "__main__":
    main()
