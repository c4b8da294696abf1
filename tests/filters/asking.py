"""Asking as somebody, for the tests of the filters."""

import datetime

from django.http import QueryDict
from django.test import RequestFactory
from django.utils import timezone

from claims.filters import filter_of
from claims.filters.reviewer import ReviewerClaimFilter
from claims.models import Claim
from claims.permissions import visible_to
from claims.reports.table_rows import with_own


def filterset(user, asked=""):
    request = RequestFactory().get(f"/claims/?{asked}")
    request.user = user
    rows = visible_to(user, Claim.objects.all())
    if filter_of(user) is ReviewerClaimFilter:
        rows = with_own(user, rows)
    return filter_of(user)(QueryDict(asked), rows, request=request)


def found(user, asked=""):
    return sorted(filterset(user, asked).qs.values_list("document__title", "number"))


def due_in(hours):
    return timezone.now() + datetime.timedelta(hours=hours)
