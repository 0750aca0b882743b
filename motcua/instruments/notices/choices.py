"""States of a notice; what is told."""

from enum import StrEnum


class State(StrEnum):
    """Where a notice stands."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"


class About(StrEnum):
    """What is told: one template each, in both languages."""

    RECEIVED = "received"
    SUPPLEMENT_ASKED = "supplement_asked"
    DRAFT_SENT = "draft_sent"
    RESULT_READY = "result_ready"
    APOLOGY = "apology"
    REFUSED = "refused"
    RETURNED = "returned"
    REMINDER = "reminder"
