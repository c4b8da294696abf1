"""Where claims stand on the document page, and what their marks say to whom."""

import pytest

from claims.lifecycle import ClaimStatus
from claims.models import Claim
from claims.reports import document_page as pages
from claims.reports.marking import LOOKS
from claims.reports.sections import Section, whole
from claims.workflow import assigning, triage
from tests import factories


def passages(document, user):
    return pages.passages(document, user, whole(document.current_revision.text))


def marks(document, user):
    return pages.editor_marks(passages(document, user), lambda passage: f"#claim-{passage.number}")


def blind_marks(document, user, seen):
    return pages.reviewer_marks(passages(document, user), seen, lambda passage: f"#claim-{passage.number}")


def test_passages_are_in_text_order_with_their_spans(edith, document, django_assert_num_queries):
    section = whole(document.current_revision.text)
    with django_assert_num_queries(3):
        found = pages.passages(document, edith, section)
    assert [(p.number, p.start, list(p.spans)) for p in found] == [
        (claim.number, claim.start, [(claim.start, claim.end)])
        for claim in document.claims.order_by("start", "end", "number")
    ]


def test_an_approved_mark_bears_its_verdict(edith, claim_in):
    claim = claim_in(ClaimStatus.APPROVED)
    mark = marks(claim.document, edith)[claim.number]
    assert (mark.look, mark.icon, mark.colour, mark.url) == ("approved", "v-tick", "green", "#claim-1")
    assert mark.label == "Claim 1, approved: True, statistic"


@pytest.mark.parametrize(
    ("status", "icon"),
    [("proposed", ""), ("queued", "s-queued"), ("disputed", "s-disputed"), ("skipped", "s-skipped")],
)
def test_a_mark_bears_its_status(edith, claim_in, status, icon):
    claim = claim_in(ClaimStatus(status))
    mark = marks(claim.document, edith)[1]
    assert (mark.look, mark.icon) == (status, icon)
    assert mark.label == f"Claim 1, {ClaimStatus(status).label.lower()}, statistic"


def test_an_editor_who_reviews_sees_their_own_part(cast, document):
    edith, rolf = cast["edith"], cast["rolf"]
    claim = triage.queue(document.claims.get(number=1), by=edith)
    assigning.assign(claim, to=rolf, by=edith)
    factories.make_review(assigning.assign(claim, to=cast["clara"], by=edith))
    assert (marks(document, rolf)[1].look, marks(document, rolf)[1].icon) == ("with-reviewers", "s-asked")
    assert marks(document, edith)[1].look == "in_review"
    own = next(p for p in passages(document, rolf) if p.number == 1)
    assert (own.veiled, pages.group_of(own).key) == (True, "reviewers")


def test_a_reviewer_sees_numbers_whatever_became_of_the_neighbours(cast, document, claim_in):
    edith, carl, clara = cast["edith"], cast["carl"], cast["clara"]
    first, second, third = document.claims.order_by("number")
    assigning.assign(triage.queue(first, by=edith), to=carl, by=edith)
    before = blind_marks(document, carl, [first.pk])
    factories.make_review(assigning.assign(triage.queue(second, by=edith), to=clara, by=edith))
    factories.make_review(assigning.assign(Claim.objects.get(pk=first.pk), to=clara, by=edith))
    triage.skip(third, by=edith, reason="opinion")
    assert blind_marks(document, carl, [first.pk]) == before
    assert [(m.look, m.label, m.url) for m in before.values()] == [
        ("with-reviewers", "Claim 1, yours, asked", "#claim-1"),
        ("neighbour", "Claim 2", ""),
        ("neighbour", "Claim 3", ""),
    ]


def test_every_claim_is_in_one_group(edith, document, claim_in):
    statuses = [status for group in pages.GROUPS for status in group.statuses]
    assert sorted(statuses) == sorted(ClaimStatus)
    triage.skip(document.claims.get(number=2), by=edith, reason="opinion")
    triage.queue(document.claims.get(number=3), by=edith)
    found = passages(document, edith)
    assert pages.sizes(found) == {"triage": 1, "editor": 0, "unassigned": 1, "reviewers": 0, "settled": 1}
    for group in pages.GROUPS:
        rows = document.claims.filter(pages.in_group(group, found))
        assert set(rows.values_list("pk", flat=True)) == {
            p.claim for p in found if pages.group_of(p) is group
        }


def test_the_key_has_one_sample_of_each_look(edith, document):
    triage.queue(document.claims.get(number=3), by=edith)
    key = pages.key_of(marks(document, edith).values())
    assert [(sample["mark"].number, sample["words"]) for sample in key] == [(1, "to triage"), (3, "queued")]


def test_every_look_has_its_words():
    assert {look for look, _ in pages.LOOK_WORDS} | {"current", "waiting"} == set(LOOKS)


def test_passages_of_a_section_are_counted_from_its_beginning(edith, document):
    second = document.claims.get(number=2)
    section = Section(2, 3, second.start + 3, second.end)
    found = pages.passages(document, edith, section)
    assert [(p.number, list(p.spans)) for p in found] == [
        (1, []),
        (2, [(0, second.end - second.start - 3)]),
        (3, []),
    ]
    assert list(pages.editor_marks(found, lambda passage: "")) == [2]
    assert list(pages.reviewer_marks(found, [], lambda passage: "")) == [2]
