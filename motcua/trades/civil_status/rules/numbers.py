"""Numbers and labels of registers: from 01 each year, without gap or twin, cancelled ones stay [60/2014/QH13, 58]."""

from motcua.trades.civil_status.choices import COPY_SIGN, SIGN, BookKind


def scope(agency_code: str, kind: BookKind, year: int) -> str:
    """Scope of the running number: one agency, one kind of book, one year, over all its volumes."""
    return f"register:{agency_code}:{kind.value}:{year}"


def book_label(ordinal: int, year: int) -> str:
    """«Quyển số»: 01/2026."""
    return f"{ordinal:02}/{year}"


def entry_number(number: int, year: int) -> str:
    """Number of an entry as papers quote it: 07/2026."""
    return f"{number:02}/{year}"


def paper_number(kind: BookKind, number: int, year: int) -> str:
    """Number on the original paper: 07/2026 for certificates, 37/2026/TLKT for extracts, 209/UBND-XNTTHN."""
    if kind is BookKind.MARITAL_STATUS:
        return f"{number:02}/{SIGN[kind]}"
    number_of_year = entry_number(number, year)
    return f"{number_of_year}/{SIGN[kind]}" if kind in SIGN else number_of_year


def copy_number(record: str, number: int, year: int) -> str:
    """Number of a copy of an extract: 212/2026/TLKT-BS; kinds without a sign of their own take TLHT-BS."""
    kinds = {"birth": BookKind.BIRTH, "marriage": BookKind.MARRIAGE, "death": BookKind.DEATH, "change": BookKind.CHANGE}
    sign = COPY_SIGN.get(kinds[record], "TLHT-BS") if record in kinds else "TLHT-BS"
    return f"{entry_number(number, year)}/{sign}"
