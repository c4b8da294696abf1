"""First come, first served."""

import signal
import threading
import time

import pytest

from factcheck.sqlite.turns import Turns


class Interrupted(BaseException):
    """What a signal raises."""


def interrupted(*_: object) -> None:
    raise Interrupted


def wait_until(condition) -> None:
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError("It never came to that.")


def test_turns_go_round_in_the_order_of_arrival():
    turns, order = Turns(), []
    first = turns.take(0)

    def write(number: int) -> None:
        turn = turns.take(30)
        order.append((number, turn.is_ours))
        turn.end()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
    for number, thread in enumerate(threads):
        thread.start()
        wait_until(lambda number=number: turns.waiting == number + 1)
    first.end()
    for thread in threads:
        thread.join(30)
    assert order == [(number, True) for number in range(12)]
    assert turns.take(0).is_ours


def test_who_waits_in_vain_gets_no_turn_and_holds_nobody_up():
    turns = Turns()
    first, second = turns.take(0), turns.take(0.01)
    assert (first.is_ours, second.is_ours, turns.waiting) == (True, False, 0)
    second.end()
    assert not turns.take(0).is_ours
    first.end()
    assert turns.take(0).is_ours


def test_a_turn_ends_once():
    turns = Turns()
    first = turns.take(0)
    first.end()
    second = turns.take(0)
    first.end()
    assert not turns.take(0).is_ours
    second.end()
    assert turns.take(0).is_ours


def test_nobody_is_lost_where_some_give_up():
    turns, given = Turns(), []

    def write(patience: float) -> None:
        turn = turns.take(patience)
        given.append(turn.is_ours)
        time.sleep(0.001)
        turn.end()

    threads = [threading.Thread(target=write, args=(30 if n % 2 else 0.002,)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(given) == 40
    assert sum(given) >= 20
    assert (turns.waiting, turns.take(0).is_ours) == (0, True)


def test_who_is_interrupted_while_waiting_leaves_the_line():
    turns, before = Turns(), signal.signal(signal.SIGUSR1, interrupted)
    first = turns.take(0)

    def interrupt() -> None:
        wait_until(lambda: turns.waiting == 1)
        signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)

    thread = threading.Thread(target=interrupt)
    thread.start()
    try:
        with pytest.raises(Interrupted):
            turns.take(30)
    finally:
        signal.signal(signal.SIGUSR1, before)
    thread.join(30)
    assert turns.waiting == 0
    first.end()
    assert turns.take(0).is_ours


def test_who_is_interrupted_when_the_turn_was_just_handed_over_passes_it_on(monkeypatch: pytest.MonkeyPatch):
    turns = Turns()
    first = turns.take(0)

    class Call:
        """A lock whose owner is interrupted as soon as the turn is theirs."""

        def acquire(self, timeout: float = 0) -> bool:
            if timeout:
                first.end()
                raise Interrupted
            return True

        def release(self) -> None:
            pass

    with monkeypatch.context() as patched:
        patched.setattr(threading, "Lock", Call)
        with pytest.raises(Interrupted):
            turns.take(30)
    assert (turns.waiting, turns.take(0).is_ours) == (0, True)
