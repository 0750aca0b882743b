"""Word files written by hand, so that nothing stands in them but what a test says: lists, styles, paragraphs."""

import io
import zipfile
from html import escape

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/></Types>'
)
RELS = (
    '{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/>'


def level(
    ilvl: int, text: str, form: str = "decimal", *, start: int | str | None = 1, more: str = "", last: str = ""
) -> str:
    """One w:lvl; `more` goes between the format and the text, `last` behind it."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    own = form if form.startswith("<") else f'<w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{ilvl}">{begin}{own}{more}<w:lvlText w:val="{escape(text)}"/>{last}</w:lvl>'


def abstract(key: int, *levels: str, first: str = "") -> str:
    """One w:abstractNum."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{key}">{kind}{first}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, *overrides: str) -> str:
    """One w:num."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def anew(ilvl: int, start: int) -> str:
    """A list that starts anew at this level."""
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def own(ilvl: int, content: str) -> str:
    """A list with a level of its own."""
    return f'<w:lvlOverride w:ilvl="{ilvl}">{content}</w:lvlOverride>'


def numbered(num_id: int | None = None, ilvl: int | None = None) -> str:
    """w:numPr."""
    at = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    of = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    return f"<w:numPr>{at}{of}</w:numPr>"


def style(key: str, *, based: str = "", ppr: str = "", kind: str = "paragraph") -> str:
    """One w:style."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{base}<w:pPr>{ppr}</w:pPr></w:style>'


def para(
    text: str = "", num_id: int | None = None, ilvl: int | None = None, *, style: str = "", mark: str = "",
    is_deleted: bool = False,
) -> str:  # fmt: skip
    """One paragraph; `mark`: what its own mark is (w:rPr); `is_deleted`: its words are, in tracked changes."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    list_of = numbered(num_id, ilvl) if num_id is not None or ilvl is not None else ""
    look = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    if is_deleted:
        run = f'<w:del w:id="7" w:author="x">{run.replace("w:t", "w:delText")}</w:del>'
    return f"<w:p><w:pPr>{named}{list_of}{look}</w:pPr>{run}</w:p>"


def table(*rows: list[str]) -> str:
    """A table of cells, each made of paragraphs."""
    made = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


def word(body: str, lists: str = "", styles: str = "", *, default: str = NORMAL, is_bare: bool = False) -> bytes:
    """The file; `is_bare`: it has no styles and no lists."""
    rows = (
        ""
        if is_bare
        else "".join(
            f'<Relationship Id="r{n}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
            for n, name in enumerate(("styles", "numbering"), 1)
        )
    )
    root = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(head=HEAD, rows=root),
        "word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}{PAGE}</w:sectPr></w:body></w:document>",
        "word/_rels/document.xml.rels": RELS.format(head=HEAD, rows=rows),
        "word/styles.xml": f"{HEAD}<w:styles {NAMES}>{default}{styles}</w:styles>",
        "word/numbering.xml": f"{HEAD}<w:numbering {NAMES}>{lists}</w:numbering>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
