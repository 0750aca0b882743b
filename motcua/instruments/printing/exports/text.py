"""What office files cannot hold is left out; how wide columns are."""

import re
from collections.abc import Sequence

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(words: str) -> str:
    """The words without signs that XML does not know."""
    return _NOT_XML.sub("", words)


NARROWEST, WIDEST = 12, 50


def weights(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide the columns after the running number are to each other: by their longest cell, within bounds."""
    longest = [max(len(name) // 2, *(len(row[no]) for row in rows), 0) for no, name in enumerate(head)]
    return [min(max(one, NARROWEST), WIDEST) for one in longest[1:]]
