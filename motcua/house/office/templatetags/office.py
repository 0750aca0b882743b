"""One filter for the office's pages."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(mapping: Mapping[str, Any], key: str) -> Any:
    """The value of a key, nothing when it is missing."""
    return mapping.get(key, "")
