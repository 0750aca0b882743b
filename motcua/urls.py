"""Every address of the site, by face. Officers work under `/mot-cua/`; the rest is the citizens'."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []
for _module in (
    "motcua.faces.portal.urls",
    "motcua.faces.kiosk.urls",
    "motcua.faces.desk.urls",
    "motcua.counter.dossiers.urls",
    "motcua.trades.civil_status.urls",
    "motcua.trades.certification.urls",
    "motcua.house.accounts.urls",
    "motcua.house.office.urls",
    "motcua.base.ui.urls",
):
    if find_spec(_module.rpartition(".")[0]) and find_spec(_module):
        urlpatterns.append(path("", include(_module)))
