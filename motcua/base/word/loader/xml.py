"""The XML of a Word file: its name space, its parts, values that may be anything."""

from functools import lru_cache
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFF = {"0", "false", "off", "none"}


def value(element: Any, name: str = "val") -> str | None:
    """An attribute in Word's own name space."""
    found: str | None = element.get(W + name)
    return found


def child_value(parent: Any, path: str, default: str = "") -> str:
    """`w:val` of the child (or a/b) of this name; the default where there is none."""
    found = parent.find(_tags(path)) if parent is not None else None
    told = value(found) if found is not None else None
    return default if told is None else told


@lru_cache(maxsize=64)
def _tags(path: str) -> str:
    return "/".join(f"{W}{one}" for one in path.split("/"))


def whole(text: str | None, default: int, *, most: int = 32767) -> int:
    """A whole number from 0 to `most`; the default for whatever else stands there."""
    told = (text or "").strip()
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 and int(told) <= most else default


def is_on(element: Any) -> bool:
    """`<w:b/>` and `<w:b w:val="1"/>` are on."""
    return (value(element) or "1").lower() not in OFF


def part_of(document: Any, ending: str) -> Any:
    """The root of the part the document is related to as «…/numbering», «…/styles»; None where there is none."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(ending) and not relation.is_external:
            part = relation.target_part
            element = getattr(part, "element", None)
            return element if element is not None else etree.fromstring(part.blob, parser())
    return None


def parser() -> Any:
    """A parser that fetches nothing and expands nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
