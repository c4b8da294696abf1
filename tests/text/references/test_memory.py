"""Who and what a document has mentioned."""

from claims.text.references.memory import KEPT, Memory, Mention, Referent, small_words


def test_a_name_stands_for_the_only_one_that_bears_it() -> None:
    memory, holt = Memory(), Referent("Anna Holt", kind="person")
    memory.add(holt, "Anna Holt")
    assert memory.name("Holt", single=True) is holt
    assert memory.name("Ms. Holt", single=False) is holt
    assert memory.name("Ode", single=True) is None
    memory.add(Referent("Ben Holt"), "Ben Holt")
    assert memory.name("Holt", single=True) is None
    assert memory.name("Anna Holt", single=False) is holt


def test_what_bears_a_name_does_not_take_it_from_its_owner() -> None:
    memory, holt = Memory(), Referent("Anna Holt", kind="person", name="Anna Holt")
    memory.add(holt, "Anna Holt")
    memory.add(Referent("the Holt Collection", kind="thing", name="Holt Collection"), "Holt Collection")
    assert memory.name("Holt", single=True) is holt


def test_a_part_of_an_office_or_place_stands_for_nobody() -> None:
    memory = Memory()
    memory.add(Referent("Hilltop School"), "Hilltop School")
    assert memory.name("Hilltop", single=True) is None


def test_only_the_last_sentences_are_kept() -> None:
    memory = Memory()
    for index in range(KEPT + 2):
        memory.keep(index, [Mention(Referent(str(index)), (index, index + 1))])
    assert [each.words for each in memory.lately()] == ["2", "3", "4", "5"]
    assert [back for back, _ in memory.before(6)] == [1, 2, 3, 4]
    memory.forget()
    assert list(memory.before(6)) == []


def test_what_is_known_stays() -> None:
    referent = Referent("Holt")
    referent.learn(gender="f")
    referent.learn("thing", "m")
    assert (referent.kind, referent.gender) == ("person", "f")


def test_possessives() -> None:
    assert Referent("Holt").possessive == "Holt’s"
    assert Referent("bus drivers", plural=True).possessive == "bus drivers’"


def test_a_thing_is_called_by_its_noun() -> None:
    memory, bridge = Memory(), Referent("Ode Pass")
    memory.call(bridge, "road")
    memory.call(bridge, "road")
    assert memory.called == {"road": [bridge]}


def test_words_in_small_letters_only() -> None:
    assert small_words("Target sales rose. The firm Target missed its target. Its re-use") == {
        "sales",
        "rose",
        "firm",
        "missed",
        "its",
    }
