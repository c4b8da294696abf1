"""Examples and inventories."""

from claims.text.propositions.examples import after_colon, examples, named_behind_colon


def test_each_example_in_the_place_of_the_general_phrase(by_rule):
    assert by_rule(examples, "The herb grows in many places, including fields and along roads.") == [
        "The herb grows in many places.",
        "The herb grows in fields.",
        "The herb grows along roads.",
    ]


def test_among_keeps_the_general_phrase(by_rule):
    assert by_rule(examples, "It caused fear among towns such as Oslo and Riga.") == [
        "It caused fear among towns.",
        "It caused fear among towns such as Oslo.",
        "It caused fear among towns such as Riga.",
    ]


def test_names_behind_a_colon(by_rule):
    assert by_rule(named_behind_colon, "The ferry was led by two sailors: Tom Ode and Ada Lind.") == [
        "The ferry was led by two sailors.",
        "The ferry was led by Tom Ode.",
        "The ferry was led by Ada Lind.",
    ]
    assert by_rule(named_behind_colon, "She has two boats: Alba and Ode.") == []
    assert by_rule(named_behind_colon, "She lives by two rules: peace and bread.") == []


def test_nothing_is_taken_out_of_a_denial(by_rule):
    assert by_rule(examples, "The herb does not grow in many places, including fields.") == []


def test_an_inventory(by_rule):
    assert by_rule(after_colon, "Her novels are: The Ferry, Low Tide, and Salt.") == [
        "The Ferry is one of her novels.",
        "Low Tide is one of her novels.",
        "Salt is one of her novels.",
    ]
    assert by_rule(after_colon, "One thing is clear: the ferry sank.") == []
