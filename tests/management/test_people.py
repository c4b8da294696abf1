"""Who a command acts for."""

import pytest
from django.core.management import CommandError

from claims.management.people import USAGE, acting
from claims.models import User


@pytest.mark.django_db
def test_the_system_account_is_the_default() -> None:
    assert acting(None).username == "system"


def test_a_name_is_looked_up(edith: User) -> None:
    assert acting("edith") == edith


@pytest.mark.parametrize("name", ["nobody", "dora"])
def test_unknown_and_deactivated_accounts_are_refused(cast: dict[str, User], name: str) -> None:
    with pytest.raises(CommandError, match=f"There is no active account named {name}.") as error:
        acting(name)
    assert error.value.returncode == USAGE
