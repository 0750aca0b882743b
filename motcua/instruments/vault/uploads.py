"""Drop an upload that is too large while it is still coming in, not after it has filled the disk.

The rest of the form comes through, so that a page can say which file was too large and keep all else.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from motcua.instruments.vault.access import note_too_large

FILES_IN_A_REQUEST = 10


class SizeLimit(FileUploadHandler):
    """First of `FILE_UPLOAD_HANDLERS`: one file up to UPLOAD_MAX_BYTES, one request up to ten such files."""

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002
        META: dict[str, str],  # noqa: ARG002, N803
        content_length: int,
        boundary: str,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """Refuse by the announced length, before a byte is read."""
        if content_length > FILES_IN_A_REQUEST * settings.UPLOAD_MAX_BYTES:
            raise RequestDataTooBig(content_length)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Drop a file as soon as it is too large; what came of it so far goes too."""
        if start + len(raw_data) > settings.UPLOAD_MAX_BYTES:
            note_too_large(self.request, self.field_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler keeps the file."""
