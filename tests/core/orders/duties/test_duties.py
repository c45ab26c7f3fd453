"""The marks of promises and handovers: which say what was told, name nobody, and are read by which clock."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core.orders.duties import duties
from app.core.orders.duties.duties import Left, PromiseDue
from app.core.orders.duties.shifts import SHIFTS, Turn
from app.core.orders.order import FollowUp
from tests.unpaid import MINUTE, NOW

PROMISE = FollowUp("f1", "小熊猫", "查快递", NOW)


def test_a_promise_that_is_put_to_another_moment_has_another_mark_and_one_that_is_reworded_the_same() -> None:
    mark = duties.promise_id(PROMISE)

    assert duties.promise_id(replace(PROMISE, text="查两个快递", done_at=NOW)) == mark
    assert duties.promise_id(replace(PROMISE, due_at=NOW.astimezone(ZoneInfo("Asia/Shanghai")))) == mark
    assert duties.promise_id(replace(PROMISE, due_at=NOW + MINUTE)) != mark
    assert duties.promise_id(replace(PROMISE, id="f2")) != mark


def test_no_mark_names_a_buyer_and_each_is_known_by_its_beginning() -> None:
    turn = Turn(SHIFTS[0], NOW, NOW + MINUTE)

    marks = [duties.promise_id(PROMISE), duties.handover_id(turn), duties.put_off_id(PROMISE, NOW)]

    assert all(mark.startswith(duties.PREFIXES) for mark in marks)
    assert not any("小熊猫" in mark or "快递" in mark for mark in marks)
    assert "小熊猫" not in repr(PromiseDue(marks[0], NOW, PROMISE))
    assert [duties.is_length(mark) for mark in marks] == [False, False, True]


def test_what_was_put_off_is_read_back_whatever_stands_in_its_id() -> None:
    odd = replace(PROMISE, id="a~b@c:d")

    found = duties.put_off([duties.put_off_id(odd, NOW + MINUTE), duties.promise_id(odd), "a1/p/start@x/60"])

    assert found == {duties.promise_id(odd): NOW + MINUTE}


@pytest.mark.parametrize("mark", ["put_off:", "put_off:f1@x~", "put_off:f1@x~soon", "put_off:f1@x~2026-11-11T14:00:00"])
def test_a_mark_that_cannot_be_read_is_none(mark: str) -> None:
    assert duties.put_off([mark]) == {}


def test_a_promise_is_missed_when_it_is_told_some_minutes_late() -> None:
    due = PromiseDue("promise:f1", NOW, PROMISE)

    assert [due.is_missed(NOW + length) for length in (timedelta(), MINUTE, duties.MISSED)] == [False, False, True]


@pytest.mark.parametrize("left", [Left(orders=1), Left(follow_ups=1), Left(changes=1)])
def test_anything_that_is_open_is_something_to_hand_over(left: Left) -> None:
    assert not left.is_nothing
    assert Left().is_nothing
