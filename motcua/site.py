"""What every page may use: the office's name, whether this is a demo, the actor, the moment, the ways about."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from motcua.house.office import menu


def page_context(request: HttpRequest) -> dict[str, object]:
    """Values for the layouts in `base/ui`."""
    actor = getattr(request, "actor", None)
    return {
        "office_name": settings.PUBLIC_NAME,
        "demo": settings.DEMO,
        "actor": actor,
        "now": getattr(request, "now", None),
        "track_url": reverse("portal:track"),
        "procedures_url": reverse("portal:procedures"),
        "account_url": reverse("portal:mine"),
        "menu_links": SimpleLazyObject(lambda: menu.menu_of(request)),
        "desk_url": reverse("portal:start") if actor and actor.officer_id else "",
    }
