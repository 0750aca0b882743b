"""Officers' addresses of the registers, under `/mot-cua/so/`."""

from django.urls import path

from motcua.trades.civil_status.views import books, entries, work

app_name = "civil_status"
urlpatterns = [
    path("mot-cua/so/", books.books_page, name="books"),
    path("mot-cua/so/quyen/<uuid:key>/", books.book_page, name="book"),
    path("mot-cua/so/quyen/<uuid:key>/khoa/", books.close_page, name="close"),
    path("mot-cua/so/viec/<uuid:key>/", entries.entry_page, name="entry"),
    path("mot-cua/so/viec/<uuid:key>/ghi-chu/", entries.note_page, name="note"),
    path("mot-cua/so/viec/<uuid:key>/huy/", entries.cancel_page, name="cancel"),
    path("mot-cua/so/viec/<uuid:key>/so-dinh-danh/", entries.number_page, name="number"),
    path("mot-cua/so/can-lam/", work.follow_ups_page, name="follow_ups"),
    path("mot-cua/so/can-lam/<uuid:key>/xong/", work.done_page, name="done"),
    path("mot-cua/so/ho-so/<uuid:key>/", work.finding_page, name="finding"),
]
