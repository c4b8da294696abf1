"""``manage.py seed``: the demo desk, made from seeds/ by the verbs. Never on a real desk."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.lifecycle import Role
from claims.management.walk import STAGES, Walk, load
from claims.models import Document, User
from claims.models.user import GROUP_OF_ROLE

FAILED = 1
PASSWORD = "checked-twice"
CAST: dict[str, tuple[str, tuple[Role, ...]]] = {
    "edith": ("Edith Lind", (Role.EDITOR,)),
    "elias": ("Elias Berg", (Role.EDITOR,)),
    "carl": ("Carl Nyman", (Role.REVIEWER,)),
    "clara": ("Clara Holm", (Role.REVIEWER,)),
    "rolf": ("Rolf Aster", (Role.EDITOR, Role.REVIEWER)),
    "rita": ("Rita Falk", (Role.READER,)),
    "ada": ("Ada Stern", (Role.ADMINISTRATOR,)),
}


class Command(BaseCommand):
    """Fill an empty database with sample documents and the people of the demo."""

    help = "Fill the database with the demo: people, documents, and their walk through the desk."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--stage imported|assigned|checked|approved [--if-empty]``."""
        parser.add_argument("--stage", choices=STAGES, default=STAGES[-1], help="how far the walk goes")
        parser.add_argument(
            "--if-empty", action="store_true", help="say nothing when there are documents already"
        )

    def handle(self, **options: Any) -> None:
        """Make the cast and walk every sample document."""
        if not settings.DEMO:
            raise CommandError(
                "The demo is switched off here (DEMO). Nothing was changed.", returncode=FAILED
            )
        if Document.objects.exists():
            if not options["if_empty"]:
                message = (
                    "There are documents already; the demo fills an empty database. Nothing was changed."
                )
                raise CommandError(message, returncode=FAILED)
            self.log_ins()
            return
        people = {username: person(username, *about) for username, about in CAST.items()}
        folder = settings.BASE_DIR / "seeds"
        for path in sorted(each for each in folder.iterdir() if each.suffix in (".txt", ".md", ".html")):
            if path.with_suffix(".json").exists():
                document = Walk(load(path), people, options["stage"]).run(path)
                self.stdout.write(f"{document.title}: {document.last_claim_number} claims.")
        self.log_ins()

    def log_ins(self) -> None:
        """Print who can log in, where the demo's accounts still have the demo's password."""
        self.stdout.write("\nLog in as:")
        for username, (name, roles) in CAST.items():
            words = " and ".join(role.value for role in roles)
            self.stdout.write(f"  {username:<6} {name}, {words}; password {PASSWORD}")


def person(username: str, name: str, roles: tuple[Role, ...]) -> User:
    """One account of the demo."""
    user, made = User.objects.get_or_create(
        username=username, defaults={"display_name": name, "email": f"{username}@factcheck.example"}
    )
    if made:
        user.set_password(PASSWORD)
    user.is_staff = bool({Role.EDITOR, Role.ADMINISTRATOR} & set(roles))
    user.is_superuser = Role.ADMINISTRATOR in roles
    user.save()
    user.groups.set(
        Group.objects.filter(name__in=[GROUP_OF_ROLE[role] for role in roles if role in GROUP_OF_ROLE])
    )
    return User.objects.get(pk=user.pk)
