"""Officers' addresses of the certification books, under `/mot-cua/so/chung-thuc/`."""

from django.urls import path

from motcua.trades.certification import views

app_name = "certification"
urlpatterns = [
    path("mot-cua/so/chung-thuc/", views.books_page, name="books"),
    path("mot-cua/so/chung-thuc/quyen/<uuid:key>/", views.book_page, name="book"),
    path("mot-cua/so/chung-thuc/quyen/<uuid:key>/khoa/", views.close_page, name="close"),
    path("mot-cua/so/chung-thuc/quyen/<uuid:key>/thang/<int:month>/", views.month_page, name="month"),
    path("mot-cua/so/chung-thuc/so/<uuid:key>/", views.line_page, name="line"),
]
