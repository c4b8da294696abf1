"""What a command writes: whole or not at all, and the same bytes everywhere."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.core.management.base import CommandParser, OutputWrapper

from claims.management.saving import STANDARD_OUTPUT, add_output, save, show, write


def test_a_dash_is_standard_output(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = OutputWrapper(io.StringIO())
    write([b"a\r\n", "é".encode()], "-", out)
    write([b"x"], "x.csv", out)
    assert (out.getvalue(), (tmp_path / "x.csv").read_bytes()) == ("a\r\né", b"x")


def test_bytes_are_shown_as_they_are():
    raw = io.BytesIO()
    terminal = io.TextIOWrapper(raw, encoding="latin-1")
    show([b"\xef\xbb\xbf", b"a"], terminal)
    assert raw.getvalue() == b"\xef\xbb\xbfa"


def test_file_that_cannot_be_written_is_one_sentence(tmp_path):
    for target, reason in (
        (tmp_path / "no" / "x.csv", "no such file or directory"),
        (tmp_path, "is a directory"),
    ):
        with pytest.raises(CommandError) as error:
            save([b"x"], str(target))
        assert str(error.value) == f"{target} cannot be written: {reason}."


def test_half_a_report_is_never_left_behind(tmp_path):
    target = tmp_path / "report.json"
    target.write_text("whole")

    def broken():
        yield b"half"
        raise OSError("no space left on device")

    with pytest.raises(CommandError, match="no space left on device"):
        save(broken(), str(target))
    assert ([path.name for path in tmp_path.iterdir()], target.read_text()) == (["report.json"], "whole")


def test_link_stays_a_link(tmp_path):
    target, link = tmp_path / "report.json", tmp_path / "latest.json"
    link.symlink_to(target)
    save([b"{}"], str(link))
    assert (link.is_symlink(), target.read_bytes()) == (True, b"{}")


def test_device_is_written_not_replaced():
    save([b"x"], "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_a_command_prints_unless_told_a_path():
    parser = CommandParser()
    add_output(parser)
    assert parser.parse_args([]).output == STANDARD_OUTPUT
    assert parser.parse_args(["--output", "claims.csv"]).output == "claims.csv"
