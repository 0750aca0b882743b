"""Addresses of the office's own pages."""

from django.urls import include, path

from motcua.house.office import views

pages = (
    [
        path("", views.units, name="units"),
        path("quyen/", views.rights, name="rights"),
        path("cong-chuc/", views.officers, name="officers"),
        path("cong-chuc/them/", views.new_officer, name="new_officer"),
        path("cong-chuc/<str:code>/", views.officer, name="officer"),
        path("cong-chuc/<str:code>/bo-nhiem/", views.appoint, name="appoint"),
        path("cong-chuc/<str:code>/mat-khau/", views.reset_login, name="reset_login"),
        path("cong-chuc/<str:code>/so-dinh-danh/", views.set_personal_number, name="set_personal_number"),
        path("cong-chuc/<str:code>/khoa/", views.switch_account, name="switch_account"),
        path("bo-nhiem/<uuid:appointment>/ket-thuc/", views.end_appointment, name="end_appointment"),
        path("uy-quyen/", views.delegations, name="delegations"),
        path("uy-quyen/them/", views.delegate, name="delegate"),
        path("uy-quyen/<uuid:delegation>/cham-dut/", views.revoke_delegation, name="revoke_delegation"),
    ],
    "office",
)

urlpatterns = [path("mot-cua/co-quan/", include(pages))]
