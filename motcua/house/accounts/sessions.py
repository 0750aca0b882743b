"""Sessions in the database, read with one hand-written statement: every page of an officer begins with it."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.base_session import AbstractBaseSession

from motcua.base.rows import row


class SessionStore(DatabaseSessions):
    """`settings.SESSION_ENGINE`; everything but the reading is Django's own."""

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        found = row(self.model, "session_key = %s AND expire_date > CURRENT_TIMESTAMP", self.session_key)
        if found is None:
            self._session_key = None
        return found
