"""The person at the desk. What they may do is decided in ``claims.permissions``, not here."""

import uuid
import zoneinfo
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property

from claims.lifecycle import Role

GROUP_OF_ROLE = {Role.EDITOR: "Editors", Role.REVIEWER: "Reviewers", Role.READER: "Readers"}
ROLE_OF_GROUP = {name: role for role, name in GROUP_OF_ROLE.items()}
SYSTEM_USERNAME = "system"
NAMES = ("username", "display_name", "first_name", "last_name")  # what ``str`` reads


def known_time_zone(name: str) -> None:
    """Refuse a time zone that this machine does not know."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError("Enter a time zone such as Europe/Berlin.")


class UserManager(DjangoUserManager["User"]):
    """Finds people by their role at the desk."""

    def system(self) -> "User":
        """The inactive account that acts for commands and jobs."""
        return self.get(username=SYSTEM_USERNAME)

    def with_roles(self, key: int) -> "User | None":
        """One person by their key, read together with their roles; one query."""
        rows = list(self.filter(pk=key).annotate(group=models.F("groups__name")))
        for user in rows[:1]:
            user.group_names = [row.group for row in rows if row.group]
            return user
        return None

    def active_reviewers(self) -> models.QuerySet["User"]:
        """Everyone who can be asked to check a claim."""
        return self.filter(is_active=True, groups__name=GROUP_OF_ROLE[Role.REVIEWER]).order_by("username")


class User(AbstractUser):
    """One person of the newsroom, or the system. Deactivated, never deleted."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    display_name = models.CharField(max_length=100, blank=True, help_text="How the report names this person.")
    language = models.CharField(max_length=10, blank=True, help_text="A language code such as en or de.")
    time_zone = models.CharField(
        max_length=50, blank=True, validators=[known_time_zone], help_text="For example Europe/Berlin."
    )

    group_names: list[str] | None = None  # where they were read with the person

    objects: ClassVar[UserManager] = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="email_is_unique_in_any_case",
                violation_error_message="Another account uses this e-mail address.",
            )
        ]

    def __str__(self) -> str:
        return self.display_name or self.get_full_name() or self.username

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Every role this person has; one query at most. An inactive account has none but the system's."""
        if self.username == SYSTEM_USERNAME:
            return frozenset({Role.SYSTEM})
        if not self.is_active:
            return frozenset()
        names = self.group_names
        names = [group.name for group in self.groups.all()] if names is None else names
        found = {ROLE_OF_GROUP[name] for name in names if name in ROLE_OF_GROUP}
        return frozenset(found | ({Role.ADMINISTRATOR} if self.is_superuser else set()))
