"""A long list in admin: its count goes no further than a bound, and says so beyond. No nouns here."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

from claims.reports.figures import bounded


class BoundedPaginator(Paginator):
    """Counts no more rows than ``figures.COUNTED`` and one; the pages behind are reached by a narrower filter."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, up to the bound."""
        return bounded(self.object_list)  # type: ignore[arg-type]
