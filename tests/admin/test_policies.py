"""Policies: administrators change them, each change in the desk's history, with the verdict named with its scale."""

from collections.abc import Callable

from django.test import Client

from claims.models import Event, Policy, Verdict
from tests.admin.conftest import errors_of, words_of

LIST = "/admin/claims/policy/"


def test_a_new_policy_is_stored_and_recorded(as_: Callable[[str], Client]):
    sent = {
        "kind": "quotation",
        "flag": "",
        "verdict": "",
        "reviews": 1,
        "pieces": 1,
        "origins": 1,
        "primary_suffices": "on",
    }
    assert as_("ada").post(f"{LIST}add/", sent).status_code == 302
    policy = Policy.objects.get(kind="quotation")
    assert (policy.origins, policy.primary_suffices) == (1, True)
    words = Event.objects.get(action="add policy").body.words
    assert (words["which"], words["changed"]["kind"]) == ("Policy for quotation", [None, "quotation"])


def test_a_verdict_is_named_with_its_scale(as_: Callable[[str], Client]):
    field = as_("ada").get(f"{LIST}add/").context["adminform"].form.fields["verdict"]
    labels = [label for _, label in field.choices]
    assert labels[:2] == ["Every verdict", "Rating: True"]
    assert len(labels) == Verdict.objects.count() + 1


def test_a_second_rule_for_the_same_claims_is_refused(as_: Callable[[str], Client]):
    sent = {"kind": "statistic", "flag": "", "verdict": "", "reviews": 1, "pieces": 1, "origins": 0}
    page = as_("ada").post(f"{LIST}add/", sent)
    assert len(errors_of(page)) == 1
    assert Policy.objects.filter(kind="statistic").count() == 1


def test_a_policy_asks_for_one_review_at_least(as_: Callable[[str], Client]):
    sent = {"kind": "event", "flag": "", "verdict": "", "reviews": 0, "pieces": 1, "origins": 0}
    assert len(errors_of(as_("ada").post(f"{LIST}add/", sent))) == 1


def test_the_list_names_each_rule(as_: Callable[[str], Client]):
    said = words_of(as_("ada").get(LIST))
    assert "Policy for every claim 1 1 0" in said


def test_an_editor_sets_no_policy(as_: Callable[[str], Client]):
    assert as_("edith").get(LIST).status_code == 403
