"""Addresses of one's own notices."""

from django.urls import include, path

from motcua.instruments.notices import views

pages = (
    [
        path("", views.inbox_page, name="inbox"),
        path("da-doc/", views.mark_read, name="mark_read"),
    ],
    "notices",
)

urlpatterns = [path("thong-bao/", include(pages))]
