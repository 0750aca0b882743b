"""Addresses of the kiosk."""

from django.urls import path

from motcua.faces.kiosk import views

app_name = "kiosk"
urlpatterns = [
    path("kiosk/", views.start_page, name="start"),
    path("kiosk/tra-cuu/", views.lookup_page, name="lookup"),
    path("kiosk/thu-tuc/", views.procedures_page, name="procedures"),
    path("kiosk/thu-tuc/<str:code>/", views.procedure_page, name="procedure"),
]
