"""The app as Django knows it."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Documents, claims, reviews, decisions, reports."""

    name = "claims"
    verbose_name = "Fact-checking"

    def ready(self) -> None:
        """Register the system checks."""
        from claims import checks  # noqa: F401, PLC0415 - models must be loaded first
