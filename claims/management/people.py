"""Who a command acts for: the account named by ``--by``, or the system account. No domain rules here."""

from django.core.management.base import CommandError, CommandParser

from claims.models import User

FAILED, USAGE, PARTLY = 1, 2, 3


def add_by(parser: CommandParser) -> None:
    """Add ``--by USER``."""
    parser.add_argument("--by", metavar="USER", help="act for this account (default: the system account)")


def acting(username: str | None) -> User:
    """The account of that name; a usage error when there is none."""
    if not username:
        return User.objects.system()
    try:
        return User.objects.get(username=username, is_active=True)
    except User.DoesNotExist:
        message = f"There is no active account named {username}."
        raise CommandError(message, returncode=USAGE) from None
