"""Files in, a text and what its head says out: JSON, HTML, PDF, Word, plain text. Nothing in a file is trusted.

Old Word files go through LibreOffice, pictures of pages through Tesseract, each where it is installed.
"""

from motcua.legal.lawbase.loader import archive
from motcua.legal.lawbase.loader.files import (
    ENDINGS,
    MOST_BYTES,
    NOTHING,
    Incoming,
    NotReadable,
    NoWords,
    TakesLong,
    again,
    read,
)

__all__ = [
    "ENDINGS",
    "MOST_BYTES",
    "NOTHING",
    "Incoming",
    "NoWords",
    "NotReadable",
    "TakesLong",
    "again",
    "archive",
    "read",
]
