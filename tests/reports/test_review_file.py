"""How a review is measured against the policy, in boxes and words; with its rows in test_claim_file.py."""

from claims.reports.review_file import Meter


def test_meter_says_its_words():
    assert [Meter(1, 2, "independent origin").words, Meter(0, 1, "primary source").words] == [
        "1 of 2 independent origins",
        "0 of 1 primary source",
    ]
    assert Meter(2, 1, "primary source").words == "1 of 1 primary source"
    assert Meter(0, 2, "piece of evidence").words == "0 of 2 pieces of evidence"
    assert (len(Meter(3, 2, "origin").filled), len(Meter(3, 2, "origin").empty)) == (2, 0)
