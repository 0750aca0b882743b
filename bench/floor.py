"""The floor: a bare Django view that keeps two rows in a transaction, and one that reads one row by key."""

from datetime import UTC, datetime

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from bench.models import Row


def insert(request: HttpRequest) -> HttpResponse:
    """Two INSERTs and a commit."""
    with transaction.atomic():
        row = Row.objects.create(name="Nguyễn Thị Lan", state="received", at=datetime.now(UTC))
        Row.objects.create(name="Tờ khai", state="taken", at=row.at, parent=row)
    return HttpResponse(str(row.pk))


def read(request: HttpRequest, key: int) -> HttpResponse:
    """One SELECT."""
    return HttpResponse(Row.objects.get(pk=key).name)


urlpatterns = [path("insert", insert), path("read/<int:key>", read)]
