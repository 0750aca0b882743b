"""The background process: threads that take jobs, one keeper that renews leases, frees dead ones and queues rounds."""

import logging
import os
import secrets
import signal
import socket
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import close_old_connections, connection
from django.db.utils import DatabaseError, InterfaceError

from motcua.instruments.jobs import acts, rules, runner, schedule

if TYPE_CHECKING:
    from uuid import UUID

log = logging.getLogger("motcua.jobs")


class Worker:
    """Takes jobs until told to stop; a job begun is ended first."""

    def __init__(self, *, threads: int = 1, lease: timedelta = rules.LEASE, poll: float = 0.5) -> None:
        """`poll` is the pause in seconds when there is nothing to do."""
        self.name = f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(4)}"
        self.threads, self.lease, self.poll = threads, lease, poll
        self.stopping = threading.Event()
        self._held: set[UUID] = set()

    def run(self) -> None:
        """Work until SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.stopping.set())
        keeper_stops = threading.Event()
        keeper = self._thread(lambda: self._keep(keeper_stops))
        takers = [self._thread(self._take) for _ in range(self.threads)]
        while not self.stopping.wait(1):
            pass
        for taker in takers:
            taker.join()
        keeper_stops.set()
        keeper.join()

    def drain(self) -> int:
        """Queue due rounds, do all that is due in this thread, and return how many jobs were run."""
        self._round()
        done = 0
        while not self.stopping.is_set() and self._one():
            done += 1
        return done

    def _take(self) -> None:
        while not self.stopping.is_set():
            if not self._guarded(self._one):
                self.stopping.wait(self.poll)

    def _one(self) -> bool:
        job = acts.claim(worker=self.name, lease=self.lease, now=rules.machine_now())
        if job is None:
            return False
        self._held.add(job.id)
        try:
            runner.run(job)
        finally:
            self._held.discard(job.id)
        return True

    def _keep(self, stops: threading.Event) -> None:
        while not stops.is_set():
            self._guarded(self._round)
            stops.wait(self.lease.total_seconds() / 3)

    def _round(self) -> bool:
        if held := list(self._held):
            acts.renew(held, worker=self.name, lease=self.lease, now=rules.machine_now())
        acts.take_back(now=rules.machine_now())
        schedule.queue_due(now=rules.machine_now())
        return True

    def _guarded(self, step: Callable[[], bool]) -> bool:
        """One step; a database that is away or locked is waited for, not a reason to end."""
        try:
            close_old_connections()
            return step()
        except (DatabaseError, InterfaceError):
            log.exception("worker %s: the database did not answer", self.name)
            connection.close()
            return False

    def _thread(self, work: Callable[[], None]) -> threading.Thread:
        def until_done() -> None:
            try:
                work()
            finally:
                connection.close()

        thread = threading.Thread(target=until_done, daemon=True)
        thread.start()
        return thread
