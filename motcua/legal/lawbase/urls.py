"""Officers' addresses of the register, under `/mot-cua/van-ban/`."""

from django.urls import path

from motcua.legal.lawbase.views import batch, entry, files, intake, reading, text

app_name = "lawbase"
urlpatterns = [
    path("mot-cua/van-ban/", entry.register_page, name="register"),
    path("mot-cua/van-ban/nhap/", intake.import_page, name="import"),
    path("mot-cua/van-ban/nhap/nhieu/", batch.batch_page, name="import_many"),
    path("mot-cua/van-ban/nhap/dot/<uuid:key>/", batch.run_page, name="import_run"),
    path("mot-cua/van-ban/nhap/dot/<uuid:key>/loi.csv", batch.errors_file, name="import_errors"),
    path("mot-cua/van-ban/nhap/tep/<uuid:key>/", batch.row_page, name="import_row"),
    path("mot-cua/van-ban/nhap/tep/<uuid:key>/goc/", batch.row_file, name="import_file"),
    path("mot-cua/van-ban/de-xuat/", entry.proposals_page, name="proposals"),
    path("mot-cua/van-ban/de-xuat/<uuid:key>/", entry.decide_event, name="decide"),
    path("mot-cua/van-ban/so/<uuid:key>/", entry.document_page, name="document"),
    path("mot-cua/van-ban/so/<uuid:key>/noi-dung/", text.text_page, name="text"),
    path("mot-cua/van-ban/so/<uuid:key>/so-sanh/", text.compare_page, name="compare"),
    path("mot-cua/van-ban/so/<uuid:key>/sua/", entry.correct_page, name="correct"),
    path("mot-cua/van-ban/so/<uuid:key>/hieu-luc/", entry.event_page, name="event"),
    path("mot-cua/van-ban/so/<uuid:key>/xem-xet-lai/<slug:kind>/<uuid:row>/", entry.reconsider_page, name="reconsider"),
    path("mot-cua/van-ban/so/<uuid:key>/loi-van/", entry.patch_page, name="patch"),
    path("mot-cua/van-ban/so/<uuid:key>/tep/", files.files_page, name="files"),
    path("mot-cua/van-ban/tep/<uuid:key>/", files.file_content, name="file"),
    path("mot-cua/van-ban/tep/<uuid:key>/hien/", files.show_file, name="show_file"),
    path("mot-cua/van-ban/so/<uuid:key>/vien-dan/", reading.reading_page, name="reading"),
]
