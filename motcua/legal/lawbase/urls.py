"""Officers' addresses of the register, under `/mot-cua/van-ban/`."""

from django.urls import path

from motcua.legal.lawbase.views import entry, intake, reading, text

app_name = "lawbase"
urlpatterns = [
    path("mot-cua/van-ban/", entry.register_page, name="register"),
    path("mot-cua/van-ban/nhap/", intake.import_page, name="import"),
    path("mot-cua/van-ban/de-xuat/", entry.proposals_page, name="proposals"),
    path("mot-cua/van-ban/de-xuat/<uuid:key>/", entry.decide_event, name="decide"),
    path("mot-cua/van-ban/so/<uuid:key>/", entry.document_page, name="document"),
    path("mot-cua/van-ban/so/<uuid:key>/noi-dung/", text.text_page, name="text"),
    path("mot-cua/van-ban/so/<uuid:key>/so-sanh/", text.compare_page, name="compare"),
    path("mot-cua/van-ban/so/<uuid:key>/sua/", entry.correct_page, name="correct"),
    path("mot-cua/van-ban/so/<uuid:key>/hieu-luc/", entry.event_page, name="event"),
    path("mot-cua/van-ban/so/<uuid:key>/xem-xet-lai/<slug:kind>/<uuid:row>/", entry.reconsider_page, name="reconsider"),
    path("mot-cua/van-ban/so/<uuid:key>/loi-van/", entry.patch_page, name="patch"),
    path("mot-cua/van-ban/so/<uuid:key>/vien-dan/", reading.reading_page, name="reading"),
]
