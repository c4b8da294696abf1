"""Who comes back: Django's own log-in, which reads a person together with their roles."""

from django.contrib.auth.backends import ModelBackend

from claims.models import User


class Backend(ModelBackend):
    """Every page asks for the roles of whom it is drawn for."""

    def get_user(self, user_id: int) -> User | None:
        """The person of a session, unless the account was closed."""
        user = User.objects.with_roles(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
