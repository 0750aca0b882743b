"""Files in, a text and what its head says out: JSON, HTML, text PDF, Word, plain text. Nothing in a file is trusted."""

from motcua.legal.lawbase.loader.files import ENDINGS, MOST_BYTES, Incoming, NotReadable, read

__all__ = ["ENDINGS", "MOST_BYTES", "Incoming", "NotReadable", "read"]
