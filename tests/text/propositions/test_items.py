"""The items of lists."""

from claims.text.propositions.items import is_time, items_around, items_from


def said(found) -> list[str]:
    return [" ".join(part.low for part in item) for item in found.items]


def around(parts, text: str):
    row = parts(text)
    at = next(place for place, part in enumerate(row) if part.low == "and")
    return items_around(row, at, 0)


def test_items_up_to_the_last(parts):
    row = parts("fish, bread from Oslo, and tea were sold.")
    found = items_from(row, 0)
    assert (said(found), found.end) == (["fish", "bread from oslo", "tea"], 8)
    assert items_from(parts("and so on"), 0) is None


def test_items_around_a_connector(parts):
    assert said(around(parts, "They sell fish, bread and tea.")) == ["fish", "bread", "tea"]
    assert said(around(parts, "He is the head of Tarn and the owner of a ferry.")) == [
        "the head of tarn",
        "the owner of a ferry",
    ]
    assert around(parts, "He left and the ferry sank.") is None


def test_items_with_a_place_each(parts):
    text = "She played the cook on Alba (1997), Ida Holt on Ode (2004), and Una Berg on Lumo (2012)."
    assert said(around(parts, text)) == [
        "the cook on alba (1997)",
        "ida holt on ode (2004)",
        "una berg on lumo (2012)",
    ]
    assert around(parts, "She played the cook, Ida Holt on Ode, and Una Berg.") is None


def test_a_list_behind_an_owner_stays_whole(parts):
    assert around(parts, "The stations’ reach and their noise have grown.") is None


def test_a_date_is_a_time(parts):
    assert [is_time(part) for part in parts("May 1990 Tarn 1990")] != []
    assert is_time(parts("It sank in 1990.")[3])
    assert not is_time(parts("It sank in Tarn.")[3])
