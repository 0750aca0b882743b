"""What is asked of the server: each work is an endless stream of requests a client."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from random import Random
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4

from django.conf import settings
from django.db import connection

from bench.fill import WARDS
from motcua.base.worktime import clock
from motcua.counter.dossiers.choices import State
from motcua.counter.dossiers.models import Dossier
from motcua.house.accounts.middleware import BEGAN, FACTOR, SEEN
from motcua.house.accounts.models import Account

CSRF = "b" * 32
FORM = {
    "requester.full_name": "Nguyễn Thị Lan",
    "requester.phone": "0900000001",
    "document.kind": "Bằng tốt nghiệp đại học",
    "document.pages": "2",
    "document.copies": "3",
    "look.original.flaw": "none",
    "paper.original": "seen",
    "channel": "direct",
    "return_way": "desk",
    "receive": "1",
}


@dataclass(frozen=True)
class Person:
    """An officer's open session, as a Cookie line."""

    cookie: str
    ward: str


@dataclass(frozen=True)
class Work:
    """`stream(client)` gives the requests of one client; `requests` bounds them (0: time only)."""

    name: str
    stream: Callable[[int], Iterator[bytes]]
    expected: int = 200
    floor: str = ""


def session(login: str) -> Person:
    """A session row in the database, the second factor passed."""
    account = Account.objects.get(login=login)
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    moment = int(clock.now().timestamp())
    store.update(
        {
            "_auth_user_id": str(account.pk),
            "_auth_user_backend": "motcua.house.accounts.backend.LoginBackend",
            "_auth_user_hash": account.get_session_auth_hash(),
            FACTOR: True,
            BEGAN: moment,
            SEEN: moment,
        }
    )
    store.create()
    cookie = f"{settings.SESSION_COOKIE_NAME}={store.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    return Person(cookie, login.rpartition("-")[2].upper())


def get(path: str, who: Person | None = None) -> bytes:
    """A GET request."""
    cookie = f"Cookie: {who.cookie}\r\n" if who else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n{cookie}\r\n".encode()


def post(path: str, who: Person, fields: dict[str, str]) -> bytes:
    """A POST of a form, with its token."""
    body = urlencode({**fields, "csrfmiddlewaretoken": CSRF}).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {who.cookie}\r\n"
    head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _some(state: State | None, ward: str, most: int) -> list[tuple[str, int]]:
    """(code, length of record) of dossiers of one agency, anywhere in time."""
    rows = Dossier.objects.filter(agency__code=ward, code__isnull=False)
    rows = rows.filter(state=state) if state else rows
    found = list(rows.order_by("id").values_list("code", "journal_seq")[: most * 20])
    Random(11).shuffle(found)
    return [(str(code), seq) for code, seq in found[:most]]


class Works:
    """All works over one database; sessions are opened once."""

    def __init__(self) -> None:
        self.people = {kind: [session(f"{kind}-{ward}".lower()) for ward in WARDS] for kind in ("tn", "tpht", "pct")}
        self.known = {ward: _some(None, ward, 500) for ward in WARDS}
        self.waiting = {ward: iter(_some(State.RECEIVED, ward, 100_000)) for ward in WARDS}
        self.names = list(
            Dossier.objects.filter(agency__code__in=WARDS).order_by("-id").values_list("applicant_key", flat=True)[:400]
        )

    def floors(self) -> list[Work]:
        """What the floor's server answers."""
        return [
            Work("floor: two inserts", lambda _: (get("/insert") for _ in count())),
            Work("floor: one read", lambda client: (get(f"/read/{1 + (client * 97 + n) % 1000}") for n in count())),
        ]

    def all(self) -> list[Work]:
        """What the product answers: reads first, then what changes rows."""
        read, insert = "floor: one read", "floor: two inserts"
        return [
            Work("look-up by code", self._look_up, floor=read),
            Work("portal's first page", lambda _: (get("/") for _ in count()), floor=read),
            Work("list of late dossiers", lambda _: (get("/tre-hen/") for _ in count()), floor=read),
            Work("dossier page", self._pages, floor=read),
            Work("work list, counter", lambda client: self._list("tn", client), floor=read),
            Work("work list, specialist", lambda client: self._list("tpht", client), floor=read),
            Work("work list, head", lambda client: self._list("pct", client), floor=read),
            Work("work list, all open", lambda client: self._list("tn", client, "viec/all/"), floor=read),
            Work("search, whole name", lambda client: self._search(client, 0), floor=read),
            Work("search, part of a name", lambda client: self._search(client, 1), floor=read),
            Work("step (take up, propose)", self._steps, expected=302, floor=insert),
            Work("intake", self._intakes, expected=302, floor=insert),
        ]

    def _who(self, kind: str, client: int) -> Person:
        return self.people[kind][client % len(WARDS)]

    def _look_up(self, client: int) -> Iterator[bytes]:
        codes = [code for code, _ in self.known[WARDS[client % len(WARDS)]]]
        return (get(f"/tra-cuu/?ma={codes[n % len(codes)]}") for n in count(client))

    def _pages(self, client: int) -> Iterator[bytes]:
        who = self._who("tn", client)
        codes = [code for code, _ in self.known[who.ward]]
        return (get(f"/mot-cua/ho-so/{codes[n % len(codes)]}/", who) for n in count(client))

    def _list(self, kind: str, client: int, path: str = "") -> Iterator[bytes]:
        request = get(f"/mot-cua/{path}", self._who(kind, client))
        return (request for _ in count())

    def _search(self, client: int, without: int) -> Iterator[bytes]:
        who = self._who("tn", client)
        for n in count(client * 31):
            words = self.names[n % len(self.names)].split()[without:]
            yield get(f"/mot-cua/tim/?q={quote(' '.join(words))}", who)

    def _steps(self, client: int) -> Iterator[bytes]:
        who = self._who("tpht", client)
        for code, seq in self.waiting[who.ward]:
            path = f"/mot-cua/ho-so/{code}/viec"
            yield post(f"{path}/take_up/", who, {"seen": str(seq)})
            yield post(f"{path}/propose/", who, {"seen": str(seq + 1), "proposal": "grant"})

    def _intakes(self, client: int) -> Iterator[bytes]:
        who = self._who("tn", client)
        for n in count():
            name = self.names[(client * 50 + n) % len(self.names)].title()
            fields = FORM | {"requester.full_name": name, "submission_key": str(uuid4())}
            yield post("/mot-cua/tiep-nhan/2.000815/", who, fields)


def backends() -> list[int]:
    """Process ids of the PostgreSQL sessions on this database, when the server is on this machine."""
    if connection.vendor != "postgresql" or connection.settings_dict["HOST"] not in {"127.0.0.1", "localhost", ""}:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in cursor.fetchall()]
