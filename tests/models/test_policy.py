"""Policies: which rows may stand beside each other. How they combine: test_sufficiency.py."""

from collections.abc import Callable

import pytest

from claims.models import Policy
from tests import factories

pytestmark = pytest.mark.django_db


def test_one_rule_a_kind_and_flag(database_refuses: Callable):
    with database_refuses("one_policy_per_kind_and_flag"):
        Policy.objects.create(kind="statistic")
    with database_refuses("one_policy_per_kind_and_flag"):
        Policy.objects.create()
    Policy.objects.create(kind="statistic", flag="legal")


def test_one_rule_a_verdict(database_refuses: Callable):
    Policy.objects.create(verdict=factories.verdict("True"))
    with database_refuses("one_policy_per_kind_flag_and_verdict"):
        Policy.objects.create(verdict=factories.verdict("True"))


def test_at_least_one_review(database_refuses: Callable):
    with database_refuses("policy_asks_for_one_review"):
        Policy.objects.update(reviews=0)


def test_it_is_asked_in_one_query(django_assert_num_queries: Callable):
    with django_assert_num_queries(1):
        assert Policy.objects.requirement(kind="event", flags=["health"]).reviews == 2


def test_it_is_named_by_what_it_is_for():
    names = [str(policy) for policy in Policy.objects.order_by("id")]
    assert "Policy for every claim" in names
    assert "Policy for anonymous source" in names
    assert "Policy for Unproven" in names
