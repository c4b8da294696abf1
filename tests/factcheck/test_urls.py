"""The addresses that are not the desk's own: log-in, log-out, admin."""

import pytest
from django.test import Client
from django.urls import resolve, reverse


@pytest.mark.parametrize(
    ("name", "path"),
    [("login", "/login/"), ("logout", "/logout/"), ("admin:index", "/admin/")],
)
def test_an_address_has_its_name(name: str, path: str):
    assert reverse(name) == path
    assert resolve(path).view_name == name


@pytest.mark.django_db
def test_the_log_in_page_opens_for_everyone(client: Client):
    assert client.get("/login/").status_code == 200


def test_nobody_logs_out_by_following_a_link(client: Client):
    assert client.get("/logout/").status_code == 405
