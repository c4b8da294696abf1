"""What a noun set beside another says of it."""

from claims.text.propositions.appositions import behind_object, behind_subject, titles
from claims.text.propositions.wording import worded


def test_behind_the_subject(by_rule):
    assert by_rule(behind_subject, "The tower, a landmark of the old town, was built in 1650.") == [
        "The tower was built in 1650.",
        "The tower is a landmark of the old town.",
    ]


def test_a_name_behind_a_title_is_who_does_it(by_rule):
    assert by_rule(behind_subject, "Deputy Head of the Tarn Institute, Liv Berg, confirmed the plan.") == [
        "Liv Berg confirmed the plan.",
        "Liv Berg is Deputy Head of the Tarn Institute.",
    ]
    assert by_rule(behind_subject, "The mayor, Liv Berg, confirmed the plan.") == [
        "Liv Berg confirmed the plan.",
        "Liv Berg is the mayor.",
    ]


def test_at_the_end_where_a_name_is_what_the_verb_is_about(by_rule):
    assert by_rule(behind_object, "The work was led by the Tarn Institute, a branch of the league.") == [
        "The work was led by the Tarn Institute.",
        "The Tarn Institute is a branch of the league.",
    ]
    assert by_rule(behind_object, "The league has broken with Norland, a step without example.") == []


def test_an_apposition_defines(statement):
    found = behind_subject(statement("The tower, a landmark of the old town, was built in 1650."))
    assert [each.defines for each in found] == [False, True]


def test_a_title_is_what_its_bearer_is(parts):
    text = "The film stars actress Liv Berg and the mayor Tom Aldis on the old ferry Alba."
    assert [worded(text, each.parts, ()) for each in titles(text, parts(text))] == [
        "Liv Berg is an actress",
        "Tom Aldis is the mayor",
        "Alba is an old ferry",
    ]


def test_a_line_break_is_no_title(parts):
    text = "Change in the price\nFood rose."
    assert titles(text, parts(text)) == []
