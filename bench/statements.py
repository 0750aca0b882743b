"""How many statements each work costs, counted inside this process: noise does not touch them."""

from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

WARM = 10
FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def count(works: list[Any]) -> dict[str, int]:
    """A late request of each work: by then the process knows the office and the law."""
    settings.ALLOWED_HOSTS = ["*"]
    return {work.name: _late(work) for work in works}


def _late(work: Any) -> int:
    stream, seen = work.stream(0), 0
    for _ in range(WARM):
        request = next(stream, None)
        if request is None:
            break
        seen = _statements(request)
    return seen


def _statements(request: bytes) -> int:
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    method, path, _ = lines[0].split(" ")
    cookies = dict(pair.split("=", 1) for line in lines if line.startswith("Cookie: ") for pair in line[8:].split("; "))
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies.load(cookies)
    fields = dict(parse_qsl(body.decode()))
    with CaptureQueriesContext(connection) as captured:
        client.post(path, fields) if method == "POST" else client.get(path)
    return len([one for one in captured.captured_queries if not one["sql"].startswith(FRAME)])
