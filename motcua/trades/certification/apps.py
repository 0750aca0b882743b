"""Registers the trades when Django starts."""

from django.apps import AppConfig


class CertificationConfig(AppConfig):
    """Certification («chứng thực»)."""

    name = "motcua.trades.certification"

    def ready(self) -> None:
        """Plug the trades into the one-stop."""
        from motcua.trades.certification import handler  # noqa: PLC0415  models are ready only now

        handler.register()
