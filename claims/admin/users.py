"""Accounts and groups in admin. An account is deactivated, never deleted; what someone may do follows their groups."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest

from claims.admin.door import Door, OneHistory, RecordedDoor, RefusableForm, person
from claims.admin.signs import several
from claims.models import User
from claims.models.user import SYSTEM_USERNAME
from claims.workflow.desk import deactivate

admin.site.unregister(Group)


class AccountForm(RefusableForm, UserChangeForm):
    """A person's account, their groups and whether it is in use."""

    class Meta(UserChangeForm.Meta):
        model = User
        help_texts = {
            "is_staff": "May open this admin; editors and administrators need it.",
            "is_active": "Switched off, they are logged out and what they were asked is taken back. "
            "Accounts are never deleted.",
            "groups": "Editors, Reviewers, Readers. Somebody may be in several.",
        }
        widgets = {"groups": forms.CheckboxSelectMultiple}
        labels = {"is_staff": "Admin", "is_superuser": "Administrator", "is_active": "In use"}


class NewAccountForm(RefusableForm, AdminUserCreationForm):
    """A new account with its password."""

    class Meta(AdminUserCreationForm.Meta):
        model = User
        fields = ("username",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Admin's script sets the focus; a browser that finds it set complains.
        self.fields["username"].widget.attrs.pop("autofocus", None)


@admin.register(User)
class UserAdmin(RecordedDoor, DjangoUserAdmin):
    """The people of the desk."""

    form, add_form = AccountForm, NewAccountForm
    list_display = ("username", "name", "email", "roles_of", "is_staff", "is_active", "last_login")
    list_filter = ("groups", "is_active", "is_staff", "is_superuser")
    search_fields = ("username", "display_name", "first_name", "last_name", "email")
    show_full_result_count = False
    filter_horizontal = ()
    actions = None
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("display_name", "email", "language", "time_zone")}),
        ("At the desk", {"fields": ("groups", "is_staff", "is_superuser", "is_active")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "usable_password", "password1", "password2")}),)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[User]":
        return super().get_queryset(request).exclude(username=SYSTEM_USERNAME).prefetch_related("groups")

    @admin.display(description="name", ordering="display_name")
    def name(self, user: User) -> str:
        return user.display_name or user.get_full_name()

    @admin.display(description="groups")
    def roles_of(self, user: User) -> str:
        return several(group.name for group in user.groups.all())

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Switching an account off is a verb: it also takes back what the person was asked."""
        switched_off = change and "is_active" in form.changed_data and not obj.is_active
        if switched_off:
            obj.is_active = True
        super().save_model(request, obj, form, change)
        if switched_off:
            deactivate(obj, by=person(request))


@admin.register(Group)
class GroupAdmin(Door, OneHistory):
    """The groups that carry the roles, and who is in them; membership is set at the account."""

    list_display = ("name", "size")
    fields = ("name", "members")
    readonly_fields = ("name", "members")
    show_full_result_count = False
    actions = None
    ordering = ("name",)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Group]":
        return super().get_queryset(request).annotate(people=Count("user"))

    @admin.display(description="members", ordering="people")
    def size(self, group: Group) -> int:
        return group.people  # type: ignore[attr-defined]

    @admin.display(description="Members")
    def members(self, group: Group) -> str:
        return several(User.objects.filter(groups=group).order_by("username"), "Nobody")
