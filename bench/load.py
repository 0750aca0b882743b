"""A small closed-loop load client: some keep-alive connections to 127.0.0.1, each asks again when answered.

Sockets and a selector only, so that it takes little of the processor it shares with the server. Bounded by time and by
how many requests there are.
"""

import selectors
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

HOST = "127.0.0.1"


@dataclass
class Outcome:
    """What a run gave: seconds of each answer, answers of an unexpected status, the whole time."""

    seconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    took: float = 0.0
    sample: str = ""

    def figures(self) -> dict[str, float]:
        """Requests a second, percentiles in milliseconds, errors."""
        ordered = sorted(self.seconds)
        if not ordered:
            return {"requests": 0, "errors": sum(self.errors.values())}
        part = {
            f"p{p}_ms": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)] * 1000, 2) for p in (50, 95, 99)
        }
        return {
            "requests": len(ordered),
            "per_second": round(len(ordered) / self.took, 1),
            **part,
            "max_ms": round(ordered[-1] * 1000, 1),
            "errors": sum(self.errors.values()),
        }


class Connection:
    """One keep-alive connection, from an address of its own in 127/8, as citizens come from their own."""

    def __init__(self, port: int, number: int) -> None:
        self.socket = socket.create_connection((HOST, port), timeout=30, source_address=(f"127.0.1.{number + 1}", 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.asked_at, self.buffer = 0.0, b""

    def ask(self, request: bytes) -> None:
        """Send a request."""
        self.asked_at, self.buffer = perf_counter(), b""
        self.socket.sendall(request)

    def answer(self) -> bytes | None:
        """The whole answer, or None while more is to come."""
        piece = self.socket.recv(262_144)
        if not piece:
            raise ConnectionError(f"The server closed the connection after {self.buffer[:200]!r}.")
        self.buffer += piece
        return self.buffer if _is_whole(self.buffer) else None


def _is_whole(answer: bytes) -> bool:
    head, gap, body = answer.partition(b"\r\n\r\n")
    if not gap:
        return False
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at < 0:
        return body.endswith(b"0\r\n\r\n")
    return len(body) >= int(lower[at + 15 :].split(b"\r\n", 1)[0])


def run(port: int, streams: list[Iterator[bytes]], *, seconds: float, expected: int) -> Outcome:
    """One connection a stream until the time is over or the streams are empty."""
    outcome, chooser = Outcome(), selectors.DefaultSelector()
    began = perf_counter()
    for number, stream in enumerate(streams):
        connection = Connection(port, number)
        if (request := next(stream, None)) is not None:
            connection.ask(request)
            chooser.register(connection.socket, selectors.EVENT_READ, (connection, stream))
    while chooser.get_map():
        for key, _ in chooser.select(timeout=30) or _silent():
            connection, stream = key.data
            if (answer := connection.answer()) is None:
                continue
            now = perf_counter()
            outcome.seconds.append(now - connection.asked_at)
            status = answer[9:12].decode()
            if int(status) != expected:
                outcome.errors[status] += 1
                outcome.sample = outcome.sample or answer.decode(errors="replace")
            request = next(stream, None) if now - began < seconds else None
            if request is None:
                chooser.unregister(connection.socket)
                connection.socket.close()
            else:
                connection.ask(request)
    outcome.took = perf_counter() - began
    return outcome


def _silent() -> list[tuple[selectors.SelectorKey, int]]:
    raise TimeoutError("The server has not answered for 30 seconds.")
