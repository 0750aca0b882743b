"""Primary keys that sort by the moment they were made (UUIDv7, RFC 9562)."""

import uuid

import uuid_utils


def new_id() -> uuid.UUID:
    """A fresh UUIDv7 of the standard library's type, for `models.UUIDField(default=new_id)`."""
    return uuid.UUID(int=uuid_utils.uuid7().int)
