"""Each role has a filter set of its own."""

from claims.filters import filter_of
from claims.filters.editor import EditorClaimFilter
from claims.filters.reviewer import ReaderClaimFilter, ReviewerClaimFilter


def test_each_role_asks_its_own_questions(cast):
    assert [filter_of(cast[name]) for name in ("edith", "rolf", "carl", "rita", "otto")] == [
        EditorClaimFilter,
        EditorClaimFilter,
        ReviewerClaimFilter,
        ReaderClaimFilter,
        ReaderClaimFilter,
    ]
    assert list(EditorClaimFilter.base_filters) == [
        "q",
        "document",
        "kind",
        "order",
        "status",
        "reviewer",
        "verdict",
        "due",
        "worth",
    ]
    assert list(ReviewerClaimFilter.base_filters) == [
        "q",
        "document",
        "kind",
        "order",
        "state",
        "verdict",
        "due",
    ]
    assert list(ReaderClaimFilter.base_filters) == ["q", "document", "kind", "order", "verdict"]
