"""What can go wrong with a move, each as one sentence for the person. No Django here."""


class WorkflowError(Exception):
    """A move that was refused; nothing was changed. ``str(error)`` is the sentence to show."""


class NotAllowed(WorkflowError):
    """This person may not do it, or it cannot be done from where the claim stands now."""


class Forbidden(NotAllowed):
    """This person may not do it, wherever the claim stands."""


class Incomplete(WorkflowError):
    """Something is missing. ``fields`` maps a form field's name to its sentence."""

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields = fields or {}


class Conflict(WorkflowError):
    """Somebody else changed the thing in the meantime; the page shows both versions."""
