"""The floor of pages: views without log-in or checks, on the same server and tables. Also the URL configuration."""

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from claims.models import Assignment, Chain, Claim, Event, EventBody, Evidence, Review
from claims.paging import PAGE_SIZE

LIST = "/bare/?from={start}"
TABLE = engines["django"].from_string(
    "<!doctype html><title>Claims</title><table>{% for claim in claims %}<tr><td>{{ claim.number }}</td>"
    "<td>{{ claim.text }}</td><td>{{ claim.status }}</td><td>{{ claim.kind }}</td>"
    "<td>{{ claim.check_worthiness }}</td><td>{{ claim.due_at }}</td></tr>{% endfor %}</table>"
)
HASH = "0" * 64  # the floor hashes nothing
SOURCE = {"stance": "supports", "form": "data", "level": "primary", "title": "Yearbook of the coast, table 3"}


@login_not_required
def bare_list(request: HttpRequest) -> HttpResponse:
    """As many rows of the same table by its primary key: one query, one template, nothing else."""
    claims = Claim.objects.filter(pk__lte=int(request.GET["from"])).order_by("-pk")[:PAGE_SIZE]
    return HttpResponse(TABLE.render({"claims": claims}))


@login_not_required
@csrf_exempt
def bare_submit(request: HttpRequest) -> HttpResponse:
    """The rows that a handed-in verdict with two pieces of evidence leaves, without a check, in one transaction."""
    with transaction.atomic():
        assignment = Assignment.objects.get(pk=int(request.POST["assignment"]))
        store_verdict(assignment, int(request.POST["verdict"]))
    return HttpResponse("stored")


def store_verdict(assignment: Assignment, verdict: int) -> None:
    """A review, its evidence, the rows that change, and the two events of saving and submitting with their words."""
    now, by = timezone.now(), assignment.reviewer_id
    claim = Claim.objects.only("document_id", "revision_id").get(pk=assignment.claim_id)
    chain = Chain.objects.select_for_update().get(document=claim.document_id)
    review = Review.objects.create(
        assignment=assignment,
        revision_id=claim.revision_id,
        verdict_id=verdict,
        rationale="The yearbook says the same.",
        saved_at=now,
        submitted_at=now,
    )
    Evidence.objects.bulk_create(
        Evidence(claim_id=claim.pk, review=review, number=number, added_by_id=by, added_at=now, **SOURCE)
        for number in (1, 2)
    )
    Assignment.objects.filter(pk=assignment.pk).update(status="submitted", submitted_at=now)
    Claim.objects.filter(pk=claim.pk).update(status="submitted")
    told = {"chain": chain, "actor_id": by, "role": "reviewer", "claim_id": claim.pk, "at": now}
    events = [
        Event(number=chain.last_number + place, action=action, digest=HASH, hash=HASH, **told)
        for place, action in ((1, "save"), (2, "submit"))
    ]
    Event.objects.bulk_create(events)
    EventBody.objects.bulk_create(EventBody(event=event, salt="0" * 32, text="{}") for event in events)
    Chain.objects.filter(pk=chain.pk).update(last_number=F("last_number") + 2, last_hash=HASH)


urlpatterns = [
    path("bare/", bare_list),
    path("bare-submit/", bare_submit),
    path("", include("factcheck.urls")),
]
