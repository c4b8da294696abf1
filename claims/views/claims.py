"""The claim page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.models import Claim
from claims.permissions import visible_to
from claims.views.frame import person


@require_safe
def claim_detail(request: HttpRequest, document: int, number: int) -> HttpResponse:
    """One claim with everything on it that this person may see."""
    claims = visible_to(person(request), Claim.objects.select_related("document"))
    claim = get_object_or_404(claims, document=document, number=number)
    return render(request, "claims/claim.html", {"claim": claim})
