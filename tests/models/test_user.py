"""People: roles add up, and accounts are one a person."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from claims.lifecycle import Role
from claims.models import User
from claims.models.user import known_time_zone
from tests import factories


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("edith", {Role.EDITOR}),
        ("carl", {Role.REVIEWER}),
        ("rolf", {Role.EDITOR, Role.REVIEWER}),
        ("rita", {Role.READER}),
        ("ada", {Role.ADMINISTRATOR}),
        ("dora", set()),
        ("otto", set()),
    ],
)
def test_roles(cast: dict[str, User], name: str, roles: set[Role]):
    assert cast[name].roles == roles


@pytest.mark.parametrize("name", ["edith", "carl", "rolf", "rita", "ada", "dora", "otto"])
def test_a_person_is_read_together_with_their_roles(
    cast: dict[str, User], name: str, django_assert_num_queries: Callable
):
    cast[name].groups.add(Group.objects.create(name="Choir"))
    roles = cast[name].roles
    with django_assert_num_queries(1):
        found = User.objects.with_roles(cast[name].pk)
        assert (found, found.roles) == (cast[name], roles)
    assert User.objects.with_roles(0) is None


def test_the_system_is_inactive_cannot_log_in_and_has_its_own_role(db: None):
    system = User.objects.system()
    assert (system.roles, system.is_active, system.has_usable_password()) == ({Role.SYSTEM}, False, False)


def test_active_reviewers(cast: dict[str, User]):
    assert [user.username for user in User.objects.active_reviewers()] == ["carl", "clara", "rolf"]


def test_one_account_an_address_in_any_case(carl: User, database_refuses: Callable):
    with database_refuses("email_is_unique_in_any_case"):
        User.objects.create_user("karl", "CARL@Desk.Example")


def test_many_accounts_without_an_address(db: None):
    factories.make_user("ann")
    User.objects.filter(username="ann").update(email="")
    User.objects.create_user("ben", "")
    assert User.objects.filter(email="").count() >= 2


def test_a_person_is_named_as_the_report_names_them(db: None):
    assert str(User(username="u")) == "u"
    assert str(User(username="u", first_name="Una", last_name="Berg")) == "Una Berg"
    assert str(User(username="u", first_name="Una", display_name="U. Berg")) == "U. Berg"


def test_time_zones():
    known_time_zone("Europe/Berlin")
    with pytest.raises(ValidationError, match="Enter a time zone such as Europe/Berlin"):
        known_time_zone("Mars/Olympus")


def test_public_ids_tell_nothing(cast: dict[str, User]):
    assert len({user.public_id for user in cast.values()}) == len(cast)
