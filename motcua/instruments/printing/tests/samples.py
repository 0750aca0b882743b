"""One sample of every paper, with the four people of the tests; also what the golden images are made from."""

from motcua.instruments.printing.tests.people import APPLICANT
from motcua.instruments.printing.tests.samples_counter import (
    APOLOGY,
    APOLOGY_2025,
    BOOK,
    RECEIPT,
    REFUSAL,
    SLIP,
    STOP,
    SUPPLEMENT,
)
from motcua.instruments.printing.tests.samples_drafting import APPRAISAL, OPINIONS
from motcua.instruments.printing.tests.samples_law_review import LISTS, SLIP_OF_REVIEW
from motcua.instruments.printing.tests.samples_law_watch import WATCH
from motcua.instruments.printing.tests.samples_legal_text import TEXT
from motcua.instruments.printing.tests.samples_results import (
    BIRTH,
    BLOCK,
    CHANGE,
    COPIES,
    COPY,
    DEATH,
    EXTRACT,
    LETTER,
    MARITAL,
    MARRIAGE,
    NOTICE,
    SIGNATURE,
    SIGNATURES,
)

__all__ = [
    "ALL",
    "APOLOGY",
    "APOLOGY_2025",
    "APPLICANT",
    "APPRAISAL",
    "BIRTH",
    "BLOCK",
    "BOOK",
    "CHANGE",
    "COPIES",
    "COPY",
    "DEATH",
    "EXTRACT",
    "LETTER",
    "LISTS",
    "MARITAL",
    "MARRIAGE",
    "NOTICE",
    "OPINIONS",
    "RECEIPT",
    "REFUSAL",
    "SIGNATURE",
    "SIGNATURES",
    "SLIP",
    "SLIP_OF_REVIEW",
    "STOP",
    "SUPPLEMENT",
    "TEXT",
    "WATCH",
]

ALL = {
    "receipt": RECEIPT,
    "supplement_request": SUPPLEMENT,
    "refusal": REFUSAL,
    "apology": APOLOGY,
    "apology_2025": APOLOGY_2025,
    "stop_notice": STOP,
    "control_slip": SLIP,
    "tracking_book": BOOK,
    "birth_certificate": BIRTH,
    "marriage_certificate": MARRIAGE,
    "death_extract": DEATH,
    "change_extract": CHANGE,
    "marital_status": MARITAL,
    "extract_copy": EXTRACT,
    "copy_certification": COPY,
    "copy_certifications": COPIES,
    "signature_certification": SIGNATURE,
    "signature_certifications": SIGNATURES,
    "result_letter": LETTER,
    "result_notice": NOTICE,
    "signature_block": BLOCK,
    "appraisal_report": APPRAISAL,
    "opinion_summary": OPINIONS,
    "law_watch_report": WATCH,
    "review_slip": SLIP_OF_REVIEW,
    "legal_lists": LISTS,
    "legal_text": TEXT,
}
PAGES = {"law_watch_report": 2, "legal_lists": 2}
"""Samples of more than one page: an annex begins its own."""
