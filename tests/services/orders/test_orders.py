"""What an agent does to orders: kept with its event or not at all, undone in one step, closed by time by itself."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.book import Total
from app.core.orders.choices import BY_TIME
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.kinds import DEFAULTS, GROUP_BUY, ORDINARY, OrderKind
from app.core.orders.order import Deed, Event, Flag, Order, Outcome
from app.core.orders.urging import UrgeRules
from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from app.services.orders.orders import Orders
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeCountdowns, FakeOrders
from tests.unpaid import HALF_HOUR, MINUTE, NOW, order

ORDERS = frozenset({Kind.ORDERS})
DAY = timedelta(days=1)


class Desk:
    """Orders over a store in memory, and what they told whoever reminds of them."""

    def __init__(self, *orders: Order) -> None:
        self.store = FakeOrders({one.id: one for one in orders})
        self.clock = FakeClock(NOW)
        self.settings = Settings(agent="小二")
        self.told: list[tuple[list[str], list[str], list[Deed]]] = []
        self.heart = FakeCountdowns()
        self.ids = count(1)
        self.start()

    def start(self) -> None:
        self.time = ShopTime(self.clock, lambda: self.settings)
        self.pulse = Pulse(self.heart, self.time)
        self.pulse.load(has_lengths=True)
        self.orders = Orders(
            self.store, self.time, lambda: f"new{next(self.ids)}", lambda: self.settings, self.pulse, self._stored
        )
        self.orders.load()

    def _stored(self, orders: Collection[Order], gone: Collection[str], events: Collection[Event]) -> None:
        self.told.append(([one.id for one in orders], list(gone), [event.deed for event in events]))
        for one in orders:
            assert self.orders.get(one.id) == one == self.store.rows[one.id]

    def one(self, order_id: str = "o1") -> Order:
        """The order in memory, which has to be the one at rest."""
        kept = self.orders.get(order_id)
        assert kept is not None
        assert kept == self.store.rows[order_id]
        return kept

    def deeds(self, order_id: str = "o1") -> list[tuple[Deed, str, str]]:
        return [(event.deed, event.agent, event.text) for event in self.orders.history(order_id)]


def draft(**fields: Any) -> OrderDraft:
    plain = OrderDraft("小熊猫", GROUP_BUY, NOW, NOW + HALF_HOUR, amount=Decimal("128.00"))
    return replace(plain, **fields)


def test_an_order_that_is_noted_is_kept_with_who_and_when() -> None:
    desk = Desk()

    kinds = desk.orders.add(draft())

    (kept,) = desk.orders.open()
    assert kinds == ORDERS
    assert desk.store.rows == {kept.id: kept}
    assert (kept.buyer, kept.agent, kept.added_at, kept.closes_at) == ("小熊猫", "小二", NOW, NOW + HALF_HOUR)
    assert [(one.deed, one.at, one.agent) for one in desk.store.past.values()] == [(Deed.ADDED, NOW, "小二")]
    assert desk.told == [([kept.id], [], [Deed.ADDED])]


@pytest.mark.parametrize(
    "again",
    [
        draft(number="1" * 19, placed_at=NOW + MINUTE, closes_at=NOW + MINUTE + HALF_HOUR),
        draft(),
        draft(number="1" * 19, amount=Decimal(99)),
    ],
    ids=["the same number", "the same buyer, kind, time and amount", "another amount of the same number"],
)
def test_an_order_that_is_noted_twice_is_one(again: OrderDraft) -> None:
    desk = Desk()
    desk.orders.add(draft(number="1" * 19))

    desk.orders.add(again)

    assert len(desk.store.rows) == 1
    (kept,) = desk.orders.open()
    assert (kept.number, kept.amount, kept.placed_at) == ("1" * 19, again.amount, again.placed_at)


def test_two_orders_of_a_buyer_at_one_moment_are_two_where_their_numbers_say_so() -> None:
    desk = Desk()

    desk.orders.add(draft(number="1" * 19))
    desk.orders.add(draft(number="2" * 19))

    assert len(desk.orders.book) == 2


def test_a_number_of_an_order_that_ended_long_ago_is_known_too() -> None:
    desk = Desk(order(1, outcome=Outcome.PAID, outcome_at=NOW - 9 * DAY))

    desk.orders.add(draft(number=order(1).number, note="又来问"))

    assert desk.orders.book.count() == 0
    assert [one.note for one in desk.store.rows.values()] == ["又来问"]


def test_one_that_was_closed_by_time_and_is_noted_again_with_time_left_is_open_again() -> None:
    desk = Desk(order(1))
    desk.clock.go(HALF_HOUR)
    desk.orders.expire()

    desk.orders.add(draft(number=order(1).number, kind_id=ORDINARY, closes_at=NOW + 3 * DAY))

    assert desk.one().is_open
    assert desk.one().closes_at == NOW + 3 * DAY
    assert desk.deeds()[-1][0] is Deed.REOPENED


ENDS = {
    "pay": (lambda orders, ids: orders.pay(ids), Outcome.PAID, "", Deed.PAID),
    "close": (lambda orders, ids: orders.close(ids, "price"), Outcome.CLOSED, "price", Deed.CLOSED),
    "give up": (lambda orders, ids: orders.give_up(ids, "other"), Outcome.GIVEN_UP, "other", Deed.GIVEN_UP),
    "lose": (lambda orders, ids: orders.lose(ids, "express_fee"), Outcome.GIVEN_UP, "express_fee", Deed.GIVEN_UP),
}


@pytest.mark.parametrize(("verb", "outcome", "reason", "deed"), ENDS.values(), ids=ENDS)
def test_an_order_ends_in_one_step_and_the_step_is_taken_back(
    verb: Any, outcome: Outcome, reason: str, deed: Deed
) -> None:
    desk = Desk(order(1, snoozed_until=NOW + MINUTE), order(2))
    desk.clock.go(MINUTE)

    kinds = verb(desk.orders, ["o1", "o2", "never was"])

    kept = desk.one()
    assert kinds == ORDERS
    assert (kept.outcome, kept.outcome_at, kept.lost_reason) == (outcome, NOW + MINUTE, reason)
    assert kept.snoozed_until is None
    assert desk.deeds() == [(deed, "小二", reason)]
    assert desk.orders.book.count() == 0
    step = desk.orders.undoable
    assert step is not None
    assert (step.did, step.count) == (deed, 2)

    desk.orders.undo()
    assert desk.one() == order(1, snoozed_until=NOW + MINUTE)
    assert (desk.deeds(), desk.orders.undoable) == ([], None)


def test_paying_twice_changes_nothing_and_makes_no_step() -> None:
    desk = Desk(order(1))
    desk.orders.pay("o1")

    assert desk.orders.pay("o1") == NOTHING
    assert len(desk.deeds()) == 1


def test_the_reason_of_an_order_that_was_closed_can_be_said_later_and_a_paid_one_has_none() -> None:
    desk = Desk(order(1, outcome=Outcome.CLOSED, outcome_at=NOW, lost_reason=BY_TIME), order(2))
    desk.orders.pay("o2")

    desk.orders.lose(["o1", "o2"], "slow_shipping")

    assert (desk.one().outcome, desk.one().outcome_at, desk.one().lost_reason) == (Outcome.CLOSED, NOW, "slow_shipping")
    assert desk.one("o2").lost_reason == ""


def test_an_order_is_opened_again() -> None:
    desk = Desk(order(1))
    desk.orders.lose("o1", "price")

    desk.orders.reopen("o1")

    assert desk.one() == order(1)
    assert desk.deeds()[-1] == (Deed.REOPENED, "小二", "")


EDITS = {
    "flag": (lambda orders: orders.set_flag("o1", Flag.RED), {"flag": Flag.RED}, Deed.EDITED, "flag"),
    "note": (lambda orders: orders.note("o1", "要红色"), {"note": "要红色"}, Deed.EDITED, "note"),
    "problem": (lambda orders: orders.problem("o1", "card_limit"), {"problem": "card_limit"}, Deed.EDITED, "problem"),
    "snooze": (lambda orders: orders.snooze("o1", 5), {"snoozed_until": NOW + 5 * MINUTE}, Deed.SNOOZED, "5"),
    "override": (lambda orders: orders.override("o1"), {"is_overridden": True}, Deed.OVERRIDDEN, ""),
    "check": (lambda orders: orders.check("o1", "address"), {"checks": ("address",)}, Deed.CHECKED, "address"),
}


@pytest.mark.parametrize(("verb", "fields", "deed", "text"), EDITS.values(), ids=EDITS)
def test_each_change_is_recorded_and_taken_back(verb: Any, fields: dict[str, Any], deed: Deed, text: str) -> None:
    desk = Desk(order(1))

    assert verb(desk.orders) == ORDERS
    assert desk.one() == order(1, **fields)
    assert desk.deeds() == [(deed, "小二", text)]
    assert verb(desk.orders) == NOTHING

    desk.orders.undo()
    assert desk.one() == order(1)
    assert desk.deeds() == []


def test_a_tick_is_taken_away() -> None:
    desk = Desk(order(1, checks=("address", "note")))

    desk.orders.check("o1", "address", is_done=False)

    assert desk.one().checks == ("note",)


def test_another_kind_moves_the_closing_unless_that_was_typed() -> None:
    desk = Desk(order(1))

    desk.orders.edit(order(1, kind_id=ORDINARY))
    assert desk.one().closes_at == NOW + 3 * DAY

    desk.orders.edit(order(1, kind_id=GROUP_BUY, closes_at=NOW + 7 * MINUTE))
    assert desk.one().closes_at == NOW + 7 * MINUTE
    assert desk.deeds()[0] == (Deed.EDITED, "小二", "kind_id closes_at")


def test_an_edit_of_an_order_that_is_gone_is_no_error() -> None:
    assert Desk().orders.edit(order(1)) == NOTHING


def test_what_is_removed_comes_back_with_its_history() -> None:
    desk = Desk(order(1), order(2))
    desk.orders.snooze("o1", 5)
    history = desk.orders.history("o1")
    before = desk.one()

    assert desk.orders.remove("o1") == ORDERS
    assert (desk.orders.get("o1"), list(desk.store.rows), desk.store.past) == (None, ["o2"], {})
    assert desk.told[-1] == ([], ["o1"], [])

    desk.orders.undo()
    assert desk.one() == before
    assert desk.orders.history("o1") == history


def test_an_undo_takes_back_what_the_step_did_and_no_more() -> None:
    desk = Desk(order(1))
    desk.orders.note("o1", "要红色")
    desk.clock.go(HALF_HOUR)
    desk.orders.expire()

    desk.orders.undo()

    assert (desk.one().note, desk.one().outcome) == ("", Outcome.CLOSED)


def test_an_undo_of_an_import_is_one_step() -> None:
    desk = Desk(order(1))
    paid = order(1, outcome=Outcome.PAID, outcome_at=NOW)
    events = [Event("e1", "o1", Deed.PAID, NOW), Event("e2", "o2", Deed.IMPORTED, NOW)]

    desk.orders.add_all([paid, order(2)], events)
    assert (desk.one(), desk.one("o2")) == (paid, order(2))
    assert desk.orders.undoable is not None
    assert (desk.orders.undoable.did, desk.orders.undoable.count) == (Deed.IMPORTED, 2)
    assert desk.orders.add_all([paid, order(2)], []) == NOTHING

    desk.orders.undo()
    assert (desk.store.rows, desk.store.past) == ({"o1": order(1)}, {})
    assert desk.orders.get("o2") is None


def test_an_import_that_says_paid_corrects_a_closing_by_time() -> None:
    desk = Desk(order(1))
    desk.clock.go(HALF_HOUR)
    desk.orders.expire()

    paid = replace(desk.one(), outcome=Outcome.PAID, outcome_at=NOW + 29 * MINUTE, lost_reason="")
    desk.orders.add_all([paid], [Event("e1", "o1", Deed.PAID, NOW + 29 * MINUTE)])

    assert desk.one().is_recovered
    assert desk.orders.recovered() == Total(1, Decimal("128.00"))


def test_an_order_whose_moment_has_come_is_closed_by_time_and_not_a_second_before() -> None:
    desk = Desk(order(1), order(2, NOW + MINUTE))
    desk.clock.go(HALF_HOUR - timedelta(seconds=1))
    assert desk.orders.expire() == NOTHING

    desk.clock.go(timedelta(seconds=1))
    kinds = desk.orders.expire()

    closed = desk.one()
    assert kinds == ORDERS
    assert (closed.outcome, closed.outcome_at, closed.lost_reason) == (Outcome.CLOSED, NOW + HALF_HOUR, BY_TIME)
    assert desk.deeds() == [(Deed.CLOSED, "", BY_TIME)]
    assert desk.one("o2").is_open
    assert desk.orders.undoable is None


def test_an_order_leaves_the_queue_when_its_closing_was_told_and_not_before() -> None:
    desk = Desk(order(1), order(2))
    desk.clock.go(HALF_HOUR)

    assert desk.orders.expire(lambda one: one.id == "o2") == ORDERS
    assert desk.orders.expire(lambda one: one.id == "o2") == NOTHING
    assert (desk.one().is_open, desk.one("o2").is_open) == (True, False)


def test_very_many_that_close_at_once_leave_in_several_goes() -> None:
    desk = Desk(*(order(nth) for nth in range(2_500)))
    desk.clock.go(HALF_HOUR)

    goes = 0
    while desk.orders.expire():
        goes += 1

    assert goes == 3
    assert len(desk.orders.book) == 0


@pytest.mark.parametrize("hours", [-2, 2])
def test_half_an_hour_takes_half_an_hour_whatever_is_done_to_the_clock(hours: int) -> None:
    desk = Desk()
    desk.orders.add(draft())
    desk.clock.jump(timedelta(hours=hours))
    (kept,) = desk.orders.open()

    assert desk.orders.left(kept) == HALF_HOUR
    desk.clock.go(HALF_HOUR - timedelta(seconds=1))
    assert desk.orders.expire() == NOTHING
    desk.clock.go(timedelta(seconds=1))
    assert desk.orders.expire() == ORDERS

    closed = desk.one(kept.id)
    assert (closed.closes_at, closed.outcome_at) == (NOW + HALF_HOUR, NOW + HALF_HOUR + timedelta(hours=hours))


def test_an_order_that_is_noted_after_the_clock_was_set_closes_by_the_new_one_and_a_snooze_too() -> None:
    desk = Desk(order(1))
    desk.pulse.keep()
    desk.clock.jump(timedelta(hours=2))
    now = NOW + timedelta(hours=2)

    desk.orders.add(draft(placed_at=now, closes_at=now + HALF_HOUR))
    desk.orders.snooze("o1", 5)

    new = next(one for one in desk.orders.open() if one.id != "o1")
    assert desk.orders.left(new) == HALF_HOUR
    assert desk.one().snoozed_until == NOW + 5 * MINUTE
    assert desk.one().snoozed_by(desk.pulse.shift) == now + 5 * MINUTE


def test_after_a_restart_everything_is_there_and_the_time_that_passed_counts() -> None:
    desk = Desk()
    desk.orders.add(draft())
    desk.pulse.keep()

    desk.clock.reboot(10 * MINUTE)
    desk.start()

    (kept,) = desk.orders.open()
    assert desk.orders.left(kept) == 20 * MINUTE


def test_a_store_in_trouble_leaves_everything_as_it_was() -> None:
    desk = Desk(order(1))
    desk.pulse.keep()
    desk.store.trouble = Trouble.FULL
    verbs = (
        lambda: desk.orders.add(draft()),
        lambda: desk.orders.pay("o1"),
        lambda: desk.orders.remove("o1"),
        lambda: desk.orders.record([Event("e1", "o1", Deed.URGED, NOW)]),
        lambda: desk.orders.save_kinds(DEFAULTS[:1]),
    )

    for verb in verbs:
        with pytest.raises(NotStored):
            verb()

    assert desk.one() == order(1)
    assert (desk.told, desk.orders.undoable, desk.store.past) == ([], None, {})
    assert list(desk.orders.kinds().values()) == list(DEFAULTS)


def test_an_undo_that_cannot_be_kept_can_be_tried_again() -> None:
    desk = Desk(order(1))
    desk.orders.pay("o1")
    desk.store.trouble = Trouble.LOCKED

    with pytest.raises(NotStored):
        desk.orders.undo()
    desk.store.trouble = None
    desk.orders.undo()

    assert desk.one() == order(1)


def test_an_order_that_ended_long_ago_is_changed_where_it_lies() -> None:
    desk = Desk(order(1, outcome=Outcome.PAID, outcome_at=NOW - 9 * DAY))
    assert desk.orders.get("o1") is None

    desk.orders.check("o1", "address")

    assert desk.store.rows["o1"].checks == ("address",)


def test_what_ended_longer_ago_than_the_settings_say_is_forgotten_for_good() -> None:
    desk = Desk(order(1), order(2, outcome=Outcome.CLOSED, outcome_at=NOW - 31 * DAY), order(3))
    desk.orders.pay("o3")
    desk.orders.follow_ups.add("买家2", "查快递", NOW, order_id="o2")
    desk.clock.go(3 * DAY)

    kinds = desk.orders.forget_old()

    assert kinds == ORDERS
    assert sorted(desk.store.rows) == ["o1", "o3"]
    assert desk.orders.get("o3") is None
    assert desk.orders.follow_ups.all() == []
    assert desk.orders.undoable is None
    assert desk.orders.forget_old() == NOTHING


def test_what_was_said_to_buyers_is_recorded() -> None:
    desk = Desk(order(1))
    said = Event("e1", "o1", Deed.URGED, NOW, "小二", "first", "p1", "亲")

    assert desk.orders.record([said]) == ORDERS
    assert desk.orders.history("o1") == [said]
    assert desk.told == [([], [], [Deed.URGED])]
    assert desk.orders.record([]) == NOTHING


def test_the_money_of_today_begins_at_midnight_of_the_shop() -> None:
    midnight = NOW.replace(hour=16) - DAY
    desk = Desk(
        order(1, added_at=midnight - DAY, outcome=Outcome.PAID, outcome_at=midnight - timedelta(seconds=1)),
        order(2, added_at=midnight - DAY, outcome=Outcome.PAID, outcome_at=midnight),
    )

    assert desk.orders.recovered() == Total(1, Decimal("128.00"))


def test_the_kinds_of_the_shop_are_kept_and_none_brings_the_defaults_back() -> None:
    desk = Desk()
    own = OrderKind("flash", "秒杀", ("秒",), 15 * MINUTE, position=9)

    assert desk.orders.save_kinds([own, DEFAULTS[0]]) == ORDERS
    assert list(desk.orders.kinds()) == [GROUP_BUY, "flash"]
    assert list(desk.store.kinds()) == list(desk.orders.kinds().values())
    assert desk.orders.save_kinds([DEFAULTS[0], own]) == NOTHING

    desk.orders.save_kinds([])
    assert list(desk.orders.kinds().values()) == list(DEFAULTS)


def test_after_a_restore_it_is_the_queue_that_is_stored_then() -> None:
    desk = Desk(order(1))
    paid = order(3, buyer="买家2", outcome=Outcome.PAID, outcome_at=NOW)
    desk.store.put([order(2), paid], gone=["o1"])
    desk.store.put_kinds(DEFAULTS[:1])

    kinds = desk.orders.load()

    assert kinds == ORDERS
    assert (list(desk.orders.open()), desk.orders.of_buyer("买家2")) == ([order(2)], [order(2), paid])
    assert list(desk.orders.kinds()) == [GROUP_BUY]
    assert desk.told == []


def test_who_paid_longer_ago_is_known_where_the_rules_of_urging_ask_for_longer() -> None:
    paid = order(1, buyer="小熊猫", outcome=Outcome.PAID, outcome_at=NOW - 5 * DAY)
    older = order(2, buyer="阿良", outcome=Outcome.PAID, outcome_at=NOW - 9 * DAY)
    desk = Desk(paid, older, order(3))
    assert not desk.orders.has_paid("小熊猫")
    desk.settings = replace(desk.settings, urge_rules=UrgeRules(paid_since=7 * DAY))

    desk.orders.look_back()

    assert desk.orders.has_paid("小熊猫")
    assert not desk.orders.has_paid("阿良")
    assert [one.id for one in desk.orders.open()] == ["o3"]


def test_it_stays_known_when_what_is_old_is_let_go_of() -> None:
    desk = Desk(order(1, buyer="小熊猫", outcome=Outcome.PAID, outcome_at=NOW - 5 * DAY))
    desk.settings = replace(desk.settings, urge_rules=UrgeRules(paid_since=7 * DAY))
    desk.orders.look_back()

    desk.orders.forget_old()
    assert desk.orders.has_paid("小熊猫")
    desk.clock.go(4 * DAY)
    desk.orders.forget_old()

    assert not desk.orders.has_paid("小熊猫")


def test_by_the_usual_rules_and_asked_twice_nothing_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(order(1))
    readings: list[datetime] = []
    monkeypatch.setattr(desk.store, "recent", lambda since: readings.append(since) or [])

    desk.orders.look_back()
    assert readings == []
    desk.settings = replace(desk.settings, urge_rules=UrgeRules(paid_since=7 * DAY))
    desk.orders.look_back()
    desk.clock.go(DAY)
    desk.orders.look_back()

    assert readings == [NOW - 8 * DAY]
