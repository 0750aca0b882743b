"""The states of a job."""

from enum import StrEnum


class State(StrEnum):
    """Where a job stands."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
