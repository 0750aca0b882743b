"""Make the golden images anew, after a layout was changed on purpose and looked at.

Run `python -m motcua.instruments.printing.tests.remake`; then look at every image that changed.
"""

from motcua.instruments.printing import queries
from motcua.instruments.printing.tests.pictures import GOLDEN, pages
from motcua.instruments.printing.tests.samples import ALL


def remake() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.png"):
        old.unlink()
    for name, paper in ALL.items():
        for number, page in enumerate(pages(queries.render(paper)), start=1):
            page.save(GOLDEN / f"{name}-{number}.png", optimize=True)


if __name__ == "__main__":
    remake()
