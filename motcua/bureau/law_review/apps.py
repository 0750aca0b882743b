"""Registers what this module hears."""

from django.apps import AppConfig


class LawReviewConfig(AppConfig):
    """«Rà soát, hệ thống hóa văn bản»."""

    name = "motcua.bureau.law_review"

    def ready(self) -> None:
        """Import the handlers: importing registers them."""
        from motcua.bureau.law_review import handler  # noqa: F401, PLC0415  models are ready only now
