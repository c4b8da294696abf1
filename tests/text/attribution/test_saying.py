"""The shape that the rules give back."""

from claims.text.attribution.saying import Saying


def test_a_saying_may_be_compared() -> None:
    one = Saying((0, 0), (1, 1), ((2, 4),), whole=False, form="verb")
    assert one == Saying((0, 0), (1, 1), ((2, 4),), whole=False, form="verb")
    assert one != Saying(None, (1, 1), ((2, 4),), whole=False, form="verb")
