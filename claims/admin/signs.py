"""The desk's signs in admin's columns: badge, chip, due time, links. Only shows; asks nothing."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Case, Exists, OuterRef, Value, When
from django.db.models.fields import CharField
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.lifecycle import DERIVED_STATUSES, LIVE, UNVEILED, ClaimStatus
from claims.models import Assignment, Claim, User
from claims.templatetags.desk import part
from claims.vocabulary import stored

YOURS = "yours"
EXCERPT = 160


def with_shown_status(claims: "QuerySet[Claim]", user: User) -> "QuerySet[Any]":
    """Claims with ``shown``: their status, or ``yours`` while it would tell a reviewer of others' work."""
    mine = Assignment.objects.filter(
        claim=OuterRef("pk"), reviewer=user, round=OuterRef("round"), status__in=stored(LIVE)
    )
    blind = When(Exists(mine), status__in=stored(DERIVED_STATUSES - UNVEILED), then=Value(YOURS))
    return claims.annotate(shown=Case(blind, default=F("status"), output_field=CharField()))


def shown_as(statuses: Collection[str], user: User) -> Q:
    """Claims whose ``shown`` status is one of these, asked so that an index of the status answers."""
    wanted, blind = set(statuses) - {YOURS}, set(DERIVED_STATUSES - UNVEILED)
    by_status = Q(status__in=sorted(wanted))
    if not wanted & blind and YOURS not in statuses:
        return by_status
    if blind <= wanted and YOURS in statuses:
        return by_status
    own = Assignment.objects.live().assigned_to(user).filter(claim__status__in=stored(blind))
    veiled = Q(pk__in=own.values("claim"))
    return by_status | veiled if YOURS in statuses else by_status & ~veiled


def status_badge(shown: str) -> str:
    """A status with its symbol and word."""
    if shown == YOURS:
        return badge("asked", "With you")
    return badge(shown, ClaimStatus(shown).label)


def badge(name: str, label: str) -> str:
    """Any square sign with its word."""
    return part("ui/badge.html", name=name, label=label)


def document_link(pk: int, title: str) -> SafeString:
    """A document's page in admin."""
    return format_html('<a href="{}">{}</a>', reverse("admin:claims_document_change", args=[pk]), title)


def claims_link(count: int, **query: object) -> SafeString:
    """A number that leads to the claims it counts; nothing to follow at 0."""
    if not count:
        return format_html('<span class="quiet">{}</span>', "0")
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return format_html('<a href="{}?{}">{}</a>', reverse("admin:claims_claim_changelist"), asked, count)


def several(names: Iterable[object], nothing: str = "") -> SafeString | str:
    """Names with commas between."""
    return format_html_join(", ", "{}", ((name,) for name in names)) or nothing


def excerpt(words: str, length: int = EXCERPT) -> str:
    """The beginning of a text in one line."""
    line = " ".join(words.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"
