"""Growth: every shape makes a text that is read, and a figure beyond its bound is named."""

import pytest

from benchmarks import growth


@pytest.mark.parametrize("shape", growth.SHAPES)
def test_each_shape_is_measured(shape: str):
    found = growth.measured(shape, 3000)
    assert found["seconds"] > 0
    assert found["bytes"] > 0


def test_what_grows_too_fast_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    sizes = {10: {"seconds": 1.0, "bytes": 10.0}, 100: {"seconds": 13.0, "bytes": 100.0}}
    monkeypatch.setattr(growth, "in_a_process", lambda shape, length: sizes[length])
    assert growth.line("names", 10, 100) == 1
    assert "TOO FAST" in capsys.readouterr().out
    sizes[100] = {"seconds": 12.0, "bytes": 120.0}
    assert growth.line("names", 10, 100) == 0
    assert "TOO FAST" not in capsys.readouterr().out
