"""The menu, the role words and the theme of every page."""

from typing import Any

import pytest
from django.test import Client, RequestFactory

from claims.models import User
from claims.views import frame


def page_for(client: Client, user: User) -> Any:
    client.force_login(user)
    return client.get("/").context


@pytest.mark.parametrize(
    ("name", "labels", "words"),
    [
        ("edith", ["Desk", "Claims", "Documents", "Admin"], "editor"),
        ("carl", ["My queue", "Claims", "Documents"], "reviewer"),
        ("rolf", ["Desk", "Claims", "Documents", "Admin"], "editor and reviewer"),
        ("rita", ["Claims"], "reader"),
        ("ada", ["Admin"], "administrator"),
        ("otto", [], ""),
    ],
)
def test_menu_and_role_words_follow_the_roles(
    client: Client, cast: dict[str, User], name: str, labels: list[str], words: str
):
    context = page_for(client, cast[name])
    assert [item["label"] for item in context["nav"]] == labels
    assert str(context["role_label"]) == words


def test_menu_marks_the_page_that_is_open(client: Client, edith: User):
    assert [item["label"] for item in page_for(client, edith)["nav"] if item["current"]] == ["Desk"]


@pytest.mark.parametrize(
    ("url_name", "name", "section"),
    [
        ("dashboard", "carl", "dashboard"),
        ("claim-list", "carl", "claims"),
        ("claim-detail", "carl", "dashboard"),
        ("claim-detail", "edith", "claims"),
        ("claim-detail", "rolf", "claims"),
        ("document-detail", "edith", "documents"),
        ("claim-add", "edith", "documents"),
        ("report", "edith", "documents"),
    ],
)
def test_section_of_a_page(cast: dict[str, User], url_name: str, name: str, section: str):
    assert frame.section_of(url_name, cast[name]) == section


@pytest.mark.parametrize("path", ["/", "/start-next/", "/theme/", "/documents/1/claims/1/"])
def test_anonymous_visitors_get_the_log_in_page(client: Client, db: None, path: str):
    assert client.get(path).headers["Location"] == f"/login/?next={path}"


def test_theme_keeps_the_choice_in_a_cookie(client: Client, carl: User):
    client.force_login(carl)
    answer = client.post("/theme/", {"theme": "dark", "next": "/claims/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/claims/")
    assert answer.cookies["theme"].value == "dark"
    assert 'data-theme="dark"' in client.get("/").content.decode()


def test_theme_of_the_system_forgets_the_cookie(client: Client, carl: User):
    client.force_login(carl)
    client.cookies["theme"] = "dark"
    assert client.post("/theme/", {"theme": "system"}).cookies["theme"].value == ""


def test_theme_never_leads_to_another_host(client: Client, carl: User):
    client.force_login(carl)
    answer = client.post("/theme/", {"theme": "light", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_theme_is_no_link(client: Client, carl: User):
    client.force_login(carl)
    assert client.get("/theme/").status_code == 405


def test_frame_ignores_a_theme_that_it_does_not_know(rf: RequestFactory):
    request = rf.get("/")
    request.COOKIES["theme"] = "loud"
    assert frame.frame(request)["theme"] == ""
