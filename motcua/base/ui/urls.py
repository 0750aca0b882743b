"""The language switch, and the gallery of components (demo and debug only)."""

from django.urls import path

from motcua.base.ui import views

app_name = "ui"
urlpatterns = [
    path("ngon-ngu/", views.language, name="language"),
    path("giao-dien/", views.gallery, name="gallery"),
    path("giao-dien/mau-<slug:name>/", views.sample, name="sample"),
]
