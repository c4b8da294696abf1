"""The real claim list and the bare page beside it, as a browser asks for them. Also the URL configuration of both."""

import re
from dataclasses import dataclass
from html import unescape

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import include, path

from claims.models import Claim, User
from claims.paging import PAGE_SIZE

REAL, BARE = "/claims/?order={order}", "/bare/?from={start}"
OLDER = re.compile(r'href="(\?[^"]*\bafter=[^"]+)"')
ROW = re.compile(r"<tr>\s*<td")
TABLE = engines["django"].from_string(
    "<!doctype html><title>Claims</title><table>{% for claim in claims %}<tr><td>{{ claim.number }}</td>"
    "<td>{{ claim.text }}</td><td>{{ claim.status }}</td><td>{{ claim.kind }}</td>"
    "<td>{{ claim.check_worthiness }}</td><td>{{ claim.due_at }}</td></tr>{% endfor %}</table>"
)


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """The same table by its primary key: one query, one template, nothing else."""
    claims = Claim.objects.filter(pk__lte=int(request.GET["from"])).order_by("-pk")[:PAGE_SIZE]
    return HttpResponse(TABLE.render({"claims": claims}))


urlpatterns = [path("bare/", bare), path("", include("factcheck.urls"))]


@dataclass
class Page:
    """One address, and the browser that asks for it."""

    client: Client
    address: str

    def fetch(self) -> str:
        """The page's HTML; anything but 200 is an error."""
        answer = self.client.get(self.address)
        if answer.status_code != 200:
            raise RuntimeError(f"{self.address} answered {answer.status_code}")
        return answer.content.decode()

    def queries(self) -> int:
        """How many queries one request takes."""
        with CaptureQueriesContext(connection) as queries:
            self.fetch()
        return len(queries)

    @property
    def rows(self) -> int:
        """How many rows of a table the page shows."""
        return len(ROW.findall(self.fetch()))


def pair(user: User, depth: int, order: str = "new") -> tuple[Page, Page]:
    """The claim list of this person ``depth`` full pages down, or as far as it goes, and the bare page as far down."""
    client = Client()
    client.force_login(user)
    real, reached = Page(client, REAL.format(order=order)), 0
    while reached < depth and (older := OLDER.search(real.fetch())):
        below = Page(client, "/claims/" + unescape(older[1]))
        if below.rows < PAGE_SIZE:
            break
        real, reached = below, reached + 1
    last = Claim.objects.order_by("-pk").values_list("pk", flat=True)[0]
    return real, Page(Client(), BARE.format(start=last - reached * PAGE_SIZE))
