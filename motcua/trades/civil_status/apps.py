"""Registers the trades when Django starts."""

from django.apps import AppConfig


class CivilStatusConfig(AppConfig):
    """Civil status («hộ tịch»)."""

    name = "motcua.trades.civil_status"

    def ready(self) -> None:
        """Plug the trades into the one-stop."""
        from motcua.trades.civil_status import handler  # noqa: PLC0415  models are ready only now

        handler.register()
