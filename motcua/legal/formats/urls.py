"""Officers' address of the format checker."""

from django.urls import path

from motcua.legal.formats import views

app_name = "formats"
urlpatterns = [path("mot-cua/the-thuc/", views.check_page, name="check")]
