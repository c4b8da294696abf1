"""Which references a piece of a sentence needs."""

from claims.text.references.wording import Reference, needed

HE = Reference(0, 2, "Paul Ode", (-9, -1))
HIS = Reference(21, 24, "Paul Ode’s", (0, 2))


def test_those_outside_the_piece_are_left_off() -> None:
    assert needed([HE, HIS], [(0, 12)]) == [HE]
    assert needed([HE, HIS], [(13, 30)]) == [HIS]
    assert needed([HE, HIS], [(12, 13)]) == []


def test_what_the_piece_names_itself_keeps_its_pronoun() -> None:
    assert needed([HIS], [(0, 30)]) == []
    assert needed([HIS], [(0, 2), (13, 30)]) == []
