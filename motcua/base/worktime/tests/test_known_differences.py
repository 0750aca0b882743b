"""Our calendar against the `holidays` library: each known difference is named, any other fails."""

from datetime import date

import holidays

KNOWN = {
    "2026-01-02": "off here: swapped with Saturday 10/01/2026 for civil servants; the library has no such swap",
    "2026-01-10": "worked here, instead of 02/01/2026",
}


def test_only_the_named_days_differ_from_the_library(shipped):
    library = holidays.country_holidays("VN", years=range(2021, 2027))

    differing = {on.isoformat() for on in shipped.every_day() if shipped.is_working(on) != library.is_working_day(on)}

    assert differing == set(KNOWN)


def test_the_library_guesses_a_year_that_we_do_not():
    library = holidays.country_holidays("VN", years=2027)

    assert date(2027, 2, 8) in library
