"""Officers' addresses of the one-stop, under `/mot-cua/`."""

from django.urls import path

from motcua.counter.dossiers.views import acts, amend, dossier, files, intake, lists

app_name = "dossiers"
urlpatterns = [
    path("mot-cua/", lists.list_page, name="home"),
    path("mot-cua/viec/<slug:name>/", lists.list_page, name="list"),
    path("mot-cua/viec-khac/", lists.elsewhere, name="elsewhere"),
    path("mot-cua/nhieu/<slug:act>/", acts.bulk_page, name="bulk"),
    path("mot-cua/tim/", lists.search_page, name="search"),
    path("mot-cua/tiep-nhan/", intake.choose_page, name="choose"),
    path("mot-cua/tiep-nhan/<str:code>/", intake.intake_page, name="intake"),
    path("mot-cua/ho-so/<str:code>/", dossier.detail_page, name="detail"),
    path("mot-cua/ho-so/<str:code>/da-tiep-nhan/", intake.received_page, name="received"),
    path("mot-cua/ho-so/<str:code>/viec/amend/", amend.amend_page, name="amend"),
    path("mot-cua/ho-so/<str:code>/viec/<slug:act>/", acts.act_page, name="act"),
    path("mot-cua/ho-so/<str:code>/giay-hen.pdf", files.receipt_pdf, name="receipt"),
    path("mot-cua/ho-so/<str:code>/phieu-kiem-soat.pdf", files.control_slip_pdf, name="control_slip"),
    path("mot-cua/ho-so/<str:code>/du-thao.pdf", files.draft_pdf, name="draft"),
    path("mot-cua/ho-so/<str:code>/du-thao/<uuid:draft>.pdf", files.sent_draft_pdf, name="sent_draft"),
    path("mot-cua/ho-so/<str:code>/phieu/<uuid:slip>.pdf", files.slip_pdf, name="slip"),
    path("mot-cua/ho-so/<str:code>/ket-qua/<uuid:result>.pdf", files.result_file, name="result"),
    path("mot-cua/ho-so/<str:code>/giay-to/<uuid:paper>/", files.paper_file, name="paper"),
    path("mot-cua/ho-so/<str:code>/giay-to/<uuid:paper>/sua/", files.paper_change, name="paper_change"),
]
