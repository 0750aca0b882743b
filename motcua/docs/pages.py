"""Every address of the site with the view behind it and the right it demands (`view.permission`)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Page:
    """One address: how it is written, its name, the view's path in the code, what the view demands («» when unsaid)."""

    address: str
    name: str
    view: str
    permission: str


def pages() -> tuple[Page, ...]:
    """All addresses in alphabetical order."""
    return tuple(sorted(_under(get_resolver(), "/", ""), key=lambda page: (page.address, page.name)))


def _under(resolver: URLResolver, prefix: str, space: str) -> Iterator[Page]:
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern).removeprefix("^").removesuffix("$")
        if isinstance(entry, URLResolver):
            yield from _under(entry, address, f"{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            view = entry.callback
            code = getattr(view, "view_class", view)
            permission = str(getattr(view, "permission", ""))
            yield Page(address, f"{space}{entry.name or ''}", f"{code.__module__}.{code.__qualname__}", permission)
