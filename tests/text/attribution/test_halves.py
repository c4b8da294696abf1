"""What stands before its cue, and what goes on behind it."""

from claims.text.attribution.halves import second_half, segment_start


def test_a_dateline_is_left_off(scene) -> None:
    found = scene("RIVERTON — The bridge fell, Berg said.")
    assert found.low[segment_start(found, found.low.index("berg") - 1)] == "the"
    assert segment_start(scene("The bridge fell, Berg said."), 3) == 0


def test_what_goes_on(scene) -> None:
    found = scene("The bridge, Berg said, would fall.")
    (half,) = second_half(found, (3, 4), [], inverted=False)
    assert found.low[half[0] : half[1] + 1] == ["would", "fall"]
    assert (
        second_half(scene("The bridge fell, Berg said, wiping tears away."), (4, 5), [], inverted=False) == []
    )
