"""Who comes in to which part of admin; every list at one and at three rows; refusals come back in their form."""

from collections.abc import Callable

import pytest
from django import forms
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.admin.door import said, show_refusal
from claims.errors import Incomplete, NotAllowed
from claims.models import Document, Event, Policy, Scale, User, Verdict
from claims.workflow import assigning, triage
from tests import factories

EDITORS = ["claims.claim", "claims.document", "claims.event"]
ADMINISTRATORS = [
    "auth.group",
    "claims.event",
    "claims.policy",
    "claims.scale",
    "claims.user",
    "claims.verdict",
]


def address(label: str) -> str:
    return f"/admin/{label.replace('.', '/')}/"


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("edith", EDITORS),
        ("rolf", EDITORS),
        ("ada", ADMINISTRATORS),
    ],
)
def test_each_role_finds_its_part(name: str, sees: list[str], as_: Callable[[str], Client]):
    client = as_(name)
    opened = {
        m._meta.label_lower: client.get(address(m._meta.label_lower)).status_code
        for m in admin.site._registry
    }
    assert sorted(label for label, status in opened.items() if status == 200) == sees
    assert {status for label, status in opened.items() if label not in sees} == {403}


@pytest.mark.parametrize("name", ["carl", "rita", "otto", "dora"])
def test_who_is_no_staff_is_asked_to_log_in(name: str, as_: Callable[[str], Client]):
    client = as_(name)
    answers = {client.get(address(model._meta.label_lower)).status_code for model in admin.site._registry}
    assert answers == {302}


def test_an_administrator_in_the_group_of_editors_sees_both(ada: User, as_: Callable[[str], Client]):
    ada.groups.add(factories.Group.objects.get(name="Editors"))
    client = as_("ada")
    opened = [
        m._meta.label_lower
        for m in admin.site._registry
        if client.get(address(m._meta.label_lower)).status_code == 200
    ]
    assert sorted(opened) == sorted({*EDITORS, *ADMINISTRATORS})


def test_nobody_deletes_anything(document: Document, as_: Callable[[str], Client]):
    for name in ("edith", "ada"):
        client = as_(name)
        for model in admin.site._registry:
            thing = model._default_manager.first()
            if thing is not None:
                page = f"{address(model._meta.label_lower)}{thing.pk}/delete/"
                assert client.post(page, {"post": "yes"}).status_code in (302, 403), page
    assert Document.objects.count() == 1
    assert [m for m in admin.site._registry if admin.site._registry[m].has_delete_permission(None)] == []


# --- the same number of queries, however many rows ------------------------------------------------------


def more_documents(cast: dict[str, User]) -> None:
    factories.make_document(cast["edith"], writer=cast["edith"], editor=cast["edith"])


def more_claims(cast: dict[str, User]) -> None:
    document = factories.make_document(cast["edith"], "The bridge opened in 1931.")
    claim = triage.queue(document.claims.get(), by=cast["edith"])
    assigning.assign(claim, to=cast["carl"], by=cast["edith"])


def more_users(cast: dict[str, User]) -> None:
    factories.make_user(f"person{User.objects.count()}", factories.Role.REVIEWER)


def more_policies(cast: dict[str, User]) -> None:
    Policy.objects.create(verdict=Verdict.objects.filter(policies=None)[0])


def more_scales(cast: dict[str, User]) -> None:
    Scale.objects.create(name=f"Scale {Scale.objects.count()}")


def more_verdicts(cast: dict[str, User]) -> None:
    position = Verdict.objects.count() + 50
    Verdict.objects.create(
        scale=Scale.objects.get(name="Rating"),
        label=f"Verdict {position}",
        meaning="One more.",
        colour="grey",
        shape="tick",
        position=position,
    )


def more_groups(cast: dict[str, User]) -> None:
    factories.Group.objects.create(name=f"Group {factories.Group.objects.count()}")


# The queries of each list, said once; session and account take two of them.
QUERIES = {
    "claims.document": ("edith", more_documents, 9),
    "claims.claim": ("edith", more_claims, 7),
    "claims.event": ("edith", more_documents, 8),
    "claims.policy": ("ada", more_policies, 4),
    "claims.scale": ("ada", more_scales, 4),
    "claims.verdict": ("ada", more_verdicts, 5),
    "claims.user": ("ada", more_users, 6),
    "auth.group": ("ada", more_groups, 4),
}


def test_every_list_of_admin_has_its_row_in_the_table():
    assert sorted(QUERIES) == sorted(model._meta.label_lower for model in admin.site._registry)


@pytest.mark.parametrize("label", QUERIES)
def test_a_list_costs_the_same_queries_at_one_and_at_three_rows(
    label: str, cast: dict[str, User], as_: Callable[[str], Client]
):
    name, more, expected = QUERIES[label]
    client = as_(name)
    counts = []
    for rows in (1, 2):
        for _ in range(rows):
            more(cast)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(label)).status_code == 200
        counts.append(len(queries))
    assert counts == [expected, expected]


# --- refusals -------------------------------------------------------------------------------------------


class TitleForm(forms.Form):
    title = forms.CharField(required=False)


def test_a_refusal_stands_at_its_field():
    form = TitleForm({})
    show_refusal(form, Incomplete("Give it a title.", {"title": "Give it a title.", "other": "Elsewhere."}))
    assert form.errors == {"title": ["Give it a title."]}


def test_a_refusal_without_a_field_stands_on_top():
    form = TitleForm({})
    show_refusal(form, NotAllowed("Claim 4 is approved."))
    assert form.non_field_errors() == ["Claim 4 is approved."]


def test_history_tells_things_by_their_names(edith: User):
    assert [said(value) for value in (True, None, 3, edith, [edith], User.objects.filter(pk=edith.pk))] == [
        True,
        None,
        3,
        "Edith",
        ["Edith"],
        ["Edith"],
    ]


def test_a_change_is_in_the_desks_history_and_not_in_djangos(ada: User, as_: Callable[[str], Client]):
    policy = Policy.objects.get(kind="", flag="", verdict=None)
    typed = {"kind": "", "flag": "", "verdict": "", "reviews": "1", "pieces": "2", "origins": "0"}
    assert as_("ada").post(f"/admin/claims/policy/{policy.pk}/change/", typed).status_code == 302
    event = Event.objects.get(action="change policy")
    assert (event.actor, event.chain.document) == (ada, None)
    assert event.body.words["changed"] == {"pieces": [1, 2]}
    assert LogEntry.objects.count() == 0


def test_the_button_history_leads_to_the_events(document: Document, as_: Callable[[str], Client]):
    answer = as_("edith").get(f"/admin/claims/document/{document.pk}/history/")
    assert answer["Location"] == f"/admin/claims/event/?document={document.pk}"
