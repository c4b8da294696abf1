"""Accounts: made, changed and switched off by administrators, each time on record; never deleted."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from claims.lifecycle import AssignmentStatus, ClaimStatus
from claims.models import Assignment, Claim, Event, User
from tests import factories
from tests.admin.conftest import errors_of, words_of

LIST = "/admin/claims/user/"


def page_of(user: User) -> str:
    return f"{LIST}{user.pk}/change/"


def typed(user: User, **more: Any) -> dict[str, Any]:
    """An account's form as it stands; a switch is off when its name maps to nothing."""
    sent = {"username": user.username, "display_name": user.display_name, "email": user.email}
    sent |= {"groups": [group.pk for group in user.groups.all()]}
    sent |= {name: "on" for name in ("is_active", "is_staff", "is_superuser") if getattr(user, name)}
    return {name: value for name, value in {**sent, **more}.items() if value is not None}


@pytest.fixture
def admin(as_: Callable[[str], Client]) -> Client:
    return as_("ada")


def test_a_new_account(admin: Client, ada: User):
    password = "a-long-word-9"
    sent = {"username": "nina", "usable_password": "true", "password1": password, "password2": password}
    assert admin.post(f"{LIST}add/", sent).status_code == 302
    nina = User.objects.get(username="nina")
    assert (nina.check_password(password), nina.is_staff, nina.roles) == (True, False, frozenset())
    event = Event.objects.get(action="add user")
    assert (event.actor, event.chain.document, event.body.words["changed"]["username"]) == (
        ada,
        None,
        [None, "nina"],
    )
    assert password not in event.body.text


def test_a_person_gets_a_role_and_their_own_time_zone(admin: Client, otto: User):
    reviewers = Group.objects.get(name="Reviewers")
    sent = typed(otto, groups=[reviewers.pk], time_zone="Europe/Kyiv", language="uk", display_name="Otto B.")
    assert admin.post(page_of(otto), sent).status_code == 302
    fresh = User.objects.get(pk=otto.pk)
    assert (sorted(fresh.roles), fresh.time_zone, fresh.language) == (["reviewer"], "Europe/Kyiv", "uk")
    assert Event.objects.get(action="change user").body.words["changed"] == {
        "display_name": ["Otto", "Otto B."],
        "groups": [[], ["Reviewers"]],
        "language": ["", "uk"],
        "time_zone": ["", "Europe/Kyiv"],
    }


def test_an_unknown_time_zone_and_a_taken_address_are_refused(admin: Client, otto: User):
    assert errors_of(admin.post(page_of(otto), typed(otto, time_zone="Mars/Olympus"))) == [
        "Enter a time zone such as Europe/Berlin."
    ]
    assert errors_of(admin.post(page_of(otto), typed(otto, email="CARL@desk.example"))) == [
        "Another account uses this e-mail address."
    ]


def test_an_account_switched_off_gives_its_work_back(
    claim_in: Callable[..., Claim], admin: Client, carl: User
):
    started = claim_in(ClaimStatus.IN_REVIEW)
    submitted = claim_in(ClaimStatus.SUBMITTED)
    assert admin.post(page_of(carl), typed(carl, is_active=None)).status_code == 302
    assert User.objects.get(pk=carl.pk).is_active is False
    taken_back = Assignment.objects.get(claim=started)
    assert (taken_back.status, taken_back.closed_reason) == (
        AssignmentStatus.WITHDRAWN,
        "The account was deactivated.",
    )
    assert [Claim.objects.get(pk=claim.pk).status for claim in (started, submitted)] == [
        "queued",
        "submitted",
    ]
    event = Event.objects.get(action="withdraw")
    assert (event.actor, event.role) == (User.objects.system(), "system")
    assert Event.objects.filter(action="deactivate", chain__document=None).count() == 1


def test_who_is_switched_off_is_logged_out(admin: Client, carl: User, as_: Callable[[str], Client]):
    his = as_("carl")
    admin.post(page_of(carl), typed(carl, is_active=None))
    assert his.get("/", follow=False)["Location"] == "/login/?next=/"


def test_nobody_switches_off_their_own_account(admin: Client, ada: User):
    page = admin.post(page_of(ada), typed(ada, is_active=None, display_name="Ada L."))
    assert errors_of(page) == ["You cannot switch off your own account. Ask another administrator."]
    fresh = User.objects.get(pk=ada.pk)
    assert (fresh.is_active, fresh.display_name) == (True, "Ada")


def test_a_new_password_is_on_record_but_not_in_it(admin: Client, otto: User):
    sent = {"usable_password": "true", "password1": "another-word-9", "password2": "another-word-9"}
    assert admin.post(f"{LIST}{otto.pk}/password/", sent).status_code == 302
    assert User.objects.get(pk=otto.pk).check_password("another-word-9")
    body = Event.objects.get(action="change user").body
    assert (body.words["which"], body.words["changed"]) == ("Otto", {"password": "set"})


def test_the_account_of_the_system_is_not_offered(admin: Client):
    system = User.objects.system()
    assert admin.get(page_of(system)).status_code == 302
    assert system not in list(admin.get(LIST).context["cl"].result_list)


def test_editors_see_no_accounts(as_: Callable[[str], Client], otto: User):
    client = as_("edith")
    assert client.get(LIST).status_code == 403
    assert client.post(page_of(otto), typed(otto, is_superuser="on")).status_code == 403
    assert client.post(f"{LIST}{otto.pk}/password/", {"password1": "x", "password2": "x"}).status_code == 403


def test_groups_show_their_members_and_are_not_changed(admin: Client):
    group = Group.objects.get(name="Editors")
    page = f"/admin/auth/group/{group.pk}/change/"
    assert "Members: Edith, Elias, Rolf" in words_of(admin.get(page))
    assert admin.post(page, {"name": "Others"}).status_code == 403
    assert Group.objects.get(pk=group.pk).name == "Editors"


def test_everyone_but_ada_stays_as_they_are(admin: Client, cast: dict[str, User]):
    assert factories.Role.ADMINISTRATOR in cast["ada"].roles
    assert admin.post(f"{LIST}{cast['otto'].pk}/delete/", {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=cast["otto"].pk).exists()
