"""The addresses that are not the desk's own: log-in, log-out, admin."""

import pytest
from django.test import Client
from django.urls import resolve, reverse

from claims.models import User


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


@pytest.mark.django_db
def test_nobody_logs_out_by_following_a_link(client: Client, otto: User):
    client.force_login(otto)
    assert client.get("/logout/").status_code == 405
    assert client.session["_auth_user_id"] == str(otto.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/logout/", "/admin/"])
def test_a_stranger_is_asked_to_log_in_first(client: Client, path: str):
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].split("?")[0] == ("/admin/login/" if path == "/admin/" else "/login/")
