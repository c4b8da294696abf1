"""First come, first served."""

import threading
import time

from factcheck.sqlite.turns import Turns


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
