"""A session leads to its person and their roles, as they are now."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from claims.models import User


@pytest.fixture
def browser(client: Client, carl: User) -> Client:
    client.force_login(carl)
    return client


def test_a_session_leads_to_its_person(browser: Client, carl: User):
    assert browser.get("/").wsgi_request.user == carl


def test_a_role_that_is_given_or_taken_away_counts_from_the_next_page(browser: Client, carl: User):
    assert "is_editor" not in browser.get("/").context
    carl.groups.add(Group.objects.get(name="Editors"))
    assert browser.get("/").context["is_editor"]
    carl.groups.clear()
    assert browser.get("/").context["elsewhere"]


def test_a_closed_account_is_asked_to_log_in(browser: Client, carl: User):
    User.objects.filter(pk=carl.pk).update(is_active=False)
    assert browser.get("/").status_code == 302


def test_a_password_lets_in(client: Client, carl: User):
    carl.set_password("correct horse battery")
    carl.save()
    assert client.login(username="carl", password="correct horse battery")
    assert not client.login(username="carl", password="wrong")
