"""Every address of the site, by face. Officers work under `/mot-cua/`; the rest is the citizens'."""

from django.urls import include, path

urlpatterns = [
    path("", include("motcua.bureau.law_review.urls")),  # `/van-ban/cong-bo/` before the portal's `/van-ban/<slug>/`
    path("", include("motcua.faces.portal.urls")),
    path("", include("motcua.faces.kiosk.urls")),
    path("", include("motcua.counter.dossiers.urls")),
    path("", include("motcua.trades.civil_status.urls")),
    path("", include("motcua.trades.certification.urls")),
    path("", include("motcua.legal.formats.urls")),
    path("", include("motcua.instruments.jobs.urls")),
    path("", include("motcua.instruments.notices.urls")),
    path("", include("motcua.bureau.law_watch.urls")),
    path("", include("motcua.legal.lawbase.urls")),
    path("", include("motcua.house.accounts.urls")),
    path("", include("motcua.house.office.urls")),
    path("", include("motcua.base.ui.urls")),
]
