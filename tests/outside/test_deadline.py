"""One end for several waits."""

import socket
import threading

import pytest

from claims.outside.deadline import Deadline


def test_reading_ends_although_nothing_comes():
    here, there = socket.socketpair()
    with here, there, Deadline(0.1) as deadline:
        deadline.watch(here)
        assert here.recv(1) == b""
        assert deadline.over


def test_a_socket_that_comes_too_late_is_shut_down_at_once():
    here, there = socket.socketpair()
    with here, there, Deadline(0) as deadline:
        deadline.watch(here)
        assert here.recv(1) == b""


def test_a_socket_in_time_is_left_alone():
    here, there = socket.socketpair()
    with here, there:
        with Deadline(30) as deadline:
            deadline.watch(here)
        there.sendall(b"x")
        assert here.recv(1) == b"x"


def test_a_closed_socket_is_no_trouble():
    here, there = socket.socketpair()
    with there, Deadline(0) as deadline:
        here.close()
        deadline.watch(here)
    assert deadline.over


def test_what_is_left():
    with Deadline(30) as deadline:
        assert 0 < deadline.left() <= 30
    with Deadline(0) as deadline, pytest.raises(TimeoutError):
        deadline.left()


def test_a_function_gives_its_answer_or_its_error():
    with Deadline(30) as deadline:
        assert deadline.within(str.upper, "a") == "A"
        with pytest.raises(ValueError, match="invalid literal"):
            deadline.within(int, "a")


def test_nobody_waits_for_a_function_that_does_not_come_back():
    freed = threading.Event()
    with Deadline(0.1) as deadline, pytest.raises(TimeoutError):
        deadline.within(lambda _: freed.wait(30), "")
    freed.set()
