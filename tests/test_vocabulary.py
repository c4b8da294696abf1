"""The words of the desk: stored spelling, labels, choices."""

from claims import lifecycle, vocabulary
from claims.vocabulary import Flag, Kind, SkipReason, Stance, Word, stored


def every_word() -> list[Word]:
    classes = [
        thing
        for module in (vocabulary, lifecycle)
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Word) and thing is not Word
    ]
    return [word for words in classes for word in words]


def test_the_words_of_the_product():
    assert [str(kind) for kind in Kind] == (
        "statistic event quotation attribution definition prediction opinion other".split()
    )
    assert [str(flag) for flag in Flag] == "legal health minors allegation anonymous_source".split()
    assert [str(stance) for stance in Stance] == "supports refutes context".split()
    assert len(SkipReason) == 6


def test_a_label_is_the_word_as_people_write_it():
    odd = [word for word in every_word() if "_" in word.label or word.label[0].islower() or not word.label]
    assert odd == []


def test_choices_are_stored_value_and_label():
    assert Flag.choices()[-1] == ("anonymous_source", "Anonymous source")
    assert SkipReason.choices()[4] == ("duplicate", "Duplicate of another claim")


def test_stored_values_are_sorted_so_that_migrations_repeat_themselves():
    assert stored(Stance) == ["context", "refutes", "supports"]
    assert stored({Stance.SUPPORTS, Stance.CONTEXT}) == ["context", "supports"]
