"""The sentences and bars of the dashboard; its groups are tested on the page itself."""

import pytest

from claims.reports.figures import Group, in_words, queue_sentence, waiting_sentence


def group(key: str, count: int) -> Group:
    return Group(key, key, [], count, "")


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ([], ""),
        ([group("asked", 1)], "1 claim to check."),
        (
            [group("overdue", 1), group("due_soon", 2), group("asked", 5)],
            "8 claims to check. One is overdue, two are due soon.",
        ),
        ([group("returned", 12)], "12 claims to check. 12 are returned."),
    ],
)
def test_queue_sentence(groups: list[Group], sentence: str):
    assert queue_sentence(groups) == sentence


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ([], ""),
        ([group("proposed", 38)], "38 to triage."),
        ([group("queued", 2), group("disputed", 1)], "Two unassigned and one on which reviewers differ."),
    ],
)
def test_waiting_sentence(groups: list[Group], sentence: str):
    assert waiting_sentence(groups) == sentence


def test_numbers_up_to_ten_are_words():
    assert [in_words(number) for number in (1, 10, 11)] == ["one", "ten", "11"]


def test_a_group_knows_that_there_is_more():
    assert (group("proposed", 9).more, Group("a", "A", [1], 1, "").more) == (True, False)
