"""Citizens' addresses."""

from django.urls import path

from motcua.faces.portal.views import home, law, lookup, mine, procedures, wizard

app_name = "portal"
urlpatterns = [
    path("", home.home_page, name="home"),
    path("bat-dau/", home.start_page, name="start"),
    path("thu-tuc/", procedures.procedures_page, name="procedures"),
    path("thu-tuc/<str:code>/", procedures.procedure_page, name="procedure"),
    path("nop/<str:code>/", wizard.apply_page, name="apply"),
    path("ho-so-cua-toi/", mine.mine_page, name="mine"),
    path("ho-so-cua-toi/<str:key>/", mine.one_page, name="one"),
    path("ho-so-cua-toi/<str:key>/bo-sung/", mine.answer_request, name="answer"),
    path("ho-so-cua-toi/<str:key>/du-thao/dung/", mine.confirm_draft, name="confirm_draft"),
    path("ho-so-cua-toi/<str:key>/du-thao/chua-dung/", mine.correct_draft, name="correct_draft"),
    path("ho-so-cua-toi/<str:key>/du-thao/<uuid:draft>.pdf", mine.draft_pdf, name="draft"),
    path("ho-so-cua-toi/<str:key>/rut/", mine.withdraw_page, name="withdraw"),
    path("ho-so-cua-toi/<str:key>/phieu/<uuid:slip>.pdf", mine.slip_pdf, name="slip"),
    path("ho-so-cua-toi/<str:key>/ket-qua/<uuid:result>.pdf", mine.result_pdf, name="result"),
    path("van-ban/", law.law_page, name="law"),
    path("van-ban/ap-dung/", law.applying_page, name="law_applying"),
    path("van-ban/con-hieu-luc/", law.holding_page, name="law_holding"),
    path("van-ban/het-hieu-luc/<int:year>/", law.ended_page, name="law_ended"),
    path("van-ban/moi.atom", law.feed, name="law_feed"),
    path("van-ban/du-lieu.csv", law.open_data, name="law_data"),
    path("van-ban/<slug:slug>/", law.document_page, name="law_document"),
    path("van-ban/<slug:slug>/so-sanh/", law.compare_page, name="law_compare"),
    path("van-ban/<slug:slug>/tep.<str:ending>", law.file_page, name="law_file"),
    path("van-ban/<slug:slug>/tep/<uuid:key>/", law.attachment, name="law_attachment"),
    path("van-ban/<slug:slug>/<path:unit>/", law.provision_page, name="law_provision"),
    path("tra-cuu/", lookup.track_page, name="track"),
    path("kiem-tra/", lookup.verify_page, name="verify"),
    path("kiem-tra/<str:code>/", lookup.verify_page, name="verify_code"),
    path("tre-hen/", lookup.late_page, name="late"),
    path("cong-khai/", lookup.staff_page, name="staff"),
]
