"""What was promised to buyers: kept or not at all, undone in one step."""

from dataclasses import replace
from itertools import count

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.order import FollowUp
from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from app.services.orders.follow_ups import FollowUps
from tests.fakes import FakeClock, FakeOrders
from tests.unpaid import MINUTE, NOW

ORDERS = frozenset({Kind.ORDERS})


class Desk:
    def __init__(self) -> None:
        self.store = FakeOrders()
        self.clock = FakeClock(NOW)
        numbers = count(1)
        self.promises = FollowUps(self.store, self.clock, lambda: f"f{next(numbers)}", lambda: Settings(agent="小二"))
        self.promises.load()

    def kept(self) -> list[FollowUp]:
        assert list(self.promises.all()) == list(self.store.follow_ups())
        return list(self.promises.all())


def test_a_promise_knows_who_made_it_and_when_and_the_nearest_comes_first() -> None:
    desk = Desk()

    desk.promises.add("小猫", "查快递", NOW + 2 * MINUTE, order_id="o1", phrase_id="p1")
    kinds = desk.promises.add("小熊猫", "补发", NOW + MINUTE)

    first = FollowUp("f2", "小熊猫", "补发", NOW + MINUTE, agent="小二", made_at=NOW)
    second = FollowUp("f1", "小猫", "查快递", NOW + 2 * MINUTE, "o1", "p1", "小二", NOW)
    assert kinds == ORDERS
    assert desk.kept() == [first, second]
    assert desk.promises.of_order("o1") == [second]
    assert desk.promises.of_order("") == []


def test_one_that_is_done_is_not_open_any_more_until_it_is_again() -> None:
    desk = Desk()
    desk.promises.add("小猫", "查快递", NOW)

    desk.promises.done(["f1", "never was"])
    assert (desk.promises.open(), desk.kept()[0].done_at) == ([], NOW)
    assert desk.promises.done(["f1"]) == NOTHING

    desk.promises.again(["f1"])
    assert len(desk.promises.open()) == 1


def test_every_deed_is_taken_back_in_one_step() -> None:
    desk = Desk()
    desk.promises.add("小猫", "查快递", NOW)
    (made,) = desk.kept()

    desk.promises.edit(replace(made, text="查两个快递"))
    desk.promises.done(["f1"])
    desk.promises.remove(["f1"])
    assert desk.kept() == []

    desk.promises.undo()
    assert desk.kept() == [replace(made, text="查两个快递", done_at=NOW)]
    desk.promises.undo()
    desk.promises.undo()
    assert desk.kept() == [made]
    desk.promises.undo()
    assert (desk.kept(), desk.promises.can_undo, desk.promises.undo()) == ([], False, NOTHING)


def test_what_is_gone_can_be_edited_and_removed_without_an_error() -> None:
    desk = Desk()

    assert desk.promises.edit(FollowUp("f9", "小猫", "查快递", NOW)) == NOTHING
    assert desk.promises.remove(["f9"]) == NOTHING
    assert desk.promises.get("f9") is None


def test_a_store_in_trouble_leaves_everything_as_it_was() -> None:
    desk = Desk()
    desk.promises.add("小猫", "查快递", NOW)
    before = desk.kept()
    desk.store.trouble = Trouble.FULL

    for verb in (lambda: desk.promises.done(["f1"]), lambda: desk.promises.remove(["f1"]), desk.promises.undo):
        with pytest.raises(NotStored):
            verb()

    assert desk.kept() == before
    assert desk.promises.can_undo
