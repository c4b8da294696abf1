"""A long list in admin: its count goes no further than a bound, and says so beyond. No nouns here."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from claims.reports import figures


class BoundedPaginator(Paginator):
    """Counts no more rows than ``figures.COUNTED`` and one; the pages behind are reached by a narrower filter."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, up to the bound."""
        return figures.bounded(self.object_list)  # type: ignore[arg-type]

    @property
    def counted(self) -> str:
        """The count as people read it: "120", "10,000+"."""
        return figures.figures_of(self.count)

    @property
    def is_cut(self) -> bool:
        """Whether there are rows that no page shows."""
        return self.count > figures.COUNTED
