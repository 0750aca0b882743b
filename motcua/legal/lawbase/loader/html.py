"""The text of a page: blocks as lines, scripts and styles left out. The parser resolves no entities of a file's own."""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "section",
        "article",
        "blockquote",
        "header",
        "footer",
        "hr",
        "ul",
        "ol",
        "tbody",
        "title",
    ]
)
_SILENT = frozenset(["script", "style", "noscript", "template", "svg", "head"])
_CELLS = frozenset({"td", "th"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " ").replace("\r", " "))


def text_of(page: str) -> str:
    """The words of a page, one line for each block, no empty lines."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (
        "\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in "".join(reader.parts).split("\n")
    )
    return "\n".join(line.strip("\t") for line in lines if line.strip())
