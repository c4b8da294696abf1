"""What can be asked of the claim list: one filter set a role, over rows the person sees, in words they may know."""

from collections.abc import Callable

from claims.filters.editor import EditorClaimFilter
from claims.filters.everybody import ClaimFilter, due_condition
from claims.filters.reviewer import ReaderClaimFilter, ReviewerClaimFilter
from claims.lifecycle import Role
from claims.models import User

__all__ = ["ClaimFilter", "due_condition", "filter_of"]


def filter_of(user: User) -> Callable[..., ClaimFilter]:
    """The filter set of a person's strongest role."""
    if Role.EDITOR in user.roles:
        return EditorClaimFilter
    return ReviewerClaimFilter if Role.REVIEWER in user.roles else ReaderClaimFilter
