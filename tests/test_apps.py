"""The app as Django knows it."""

from django.apps import apps
from django.core.checks.registry import registry

from claims import checks


def test_the_app_carries_its_name():
    config = apps.get_app_config("claims")
    assert (config.name, config.verbose_name) == ("claims", "Fact-checking")


def test_the_checks_are_registered_at_start():
    assert {checks.limits_fit_together, checks.due_soon_is_a_time} <= registry.registered_checks
    assert checks.guards_are_present in registry.registered_checks
