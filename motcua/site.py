"""What every page may use: the office's name, whether this is a demo, the actor and the moment."""

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, object]:
    """Values for the layouts in `base/ui`."""
    return {
        "office_name": settings.PUBLIC_NAME,
        "demo": settings.DEMO,
        "actor": getattr(request, "actor", None),
        "now": getattr(request, "now", None),
    }
