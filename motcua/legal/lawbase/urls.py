"""Officers' addresses of the register, under `/mot-cua/van-ban/`."""

from django.urls import path

from motcua.legal.lawbase import views

app_name = "lawbase"
urlpatterns = [
    path("mot-cua/van-ban/", views.register_page, name="register"),
    path("mot-cua/van-ban/nhap/", views.import_page, name="import"),
    path("mot-cua/van-ban/de-xuat/", views.proposals_page, name="proposals"),
    path("mot-cua/van-ban/de-xuat/<uuid:key>/", views.decide_event, name="decide"),
    path("mot-cua/van-ban/so/<uuid:key>/", views.document_page, name="document"),
]
