"""Addresses of the administrators' page of background work."""

from django.urls import include, path

from motcua.instruments.jobs import views

pages = (
    [
        path("", views.jobs_page, name="list"),
        path("<uuid:key>/chay-lai/", views.run_again, name="run_again"),
    ],
    "jobs",
)

urlpatterns = [path("mot-cua/viec-nen/", include(pages))]
