"""What office files cannot hold is left out."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(words: str) -> str:
    """The words without signs that XML does not know."""
    return _NOT_XML.sub("", words)
