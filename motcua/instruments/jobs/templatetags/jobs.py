"""One filter for the page of background work."""

from django import template

register = template.Library()


@register.filter
def last_line(error: str) -> str:
    """The line of a traceback that says what went wrong."""
    return error.strip().rpartition("\n")[2][:300]
