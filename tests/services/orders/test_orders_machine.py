"""Whatever is done to orders in whatever order, with a store that fails at times: memory and store never part."""

from contextlib import suppress
from datetime import timedelta
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.core.orders.order import Flag, Outcome
from app.core.storage import NotStored, Trouble
from tests.services.orders.test_orders import Desk, draft
from tests.unpaid import HALF_HOUR, MINUTE, order

IDS = st.lists(st.sampled_from([f"o{nth}" for nth in range(1, 6)]), min_size=1, max_size=3, unique=True)
BUYERS = st.sampled_from(["小熊猫", "小猫"])


class Shop(RuleBasedStateMachine):
    """Agents' deeds, time, clocks that are set, restarts and a disk that is full now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()

    @initialize(count=st.integers(1, 5))
    def begin(self, count: int) -> None:
        self.desk.store.put(
            [order(nth, closes_at=order().placed_at + nth * 10 * MINUTE) for nth in range(1, count + 1)]
        )
        self.desk.orders.load()

    @rule(buyer=BUYERS, number=st.sampled_from(["", "1" * 19, "2" * 19]), amount=st.sampled_from([Decimal(1), None]))
    def add(self, buyer: str, number: str, amount: Decimal | None) -> None:
        now = self.desk.time.now()
        with suppress(NotStored):
            self.desk.orders.add(
                draft(buyer=buyer, number=number, amount=amount, placed_at=now, closes_at=now + HALF_HOUR)
            )

    @rule(ids=IDS, verb=st.sampled_from(["pay", "close", "give_up", "reopen", "override", "remove"]))
    def do(self, ids: list[str], verb: str) -> None:
        with suppress(NotStored):
            getattr(self.desk.orders, verb)(ids)

    @rule(ids=IDS, minutes=st.integers(1, 10), flag=st.sampled_from(Flag))
    def change(self, ids: list[str], minutes: int, flag: Flag) -> None:
        with suppress(NotStored):
            self.desk.orders.snooze(ids, minutes)
            self.desk.orders.set_flag(ids, flag)
            self.desk.orders.lose(ids, "price")

    @rule()
    def undo(self) -> None:
        with suppress(NotStored):
            self.desk.orders.undo()

    @rule(minutes=st.integers(0, 40))
    def wait(self, minutes: int) -> None:
        self.desk.clock.go(minutes * MINUTE)

    @rule(hours=st.integers(-3, 3))
    def set_clock(self, hours: int) -> None:
        self.desk.clock.jump(timedelta(hours=hours))

    @rule()
    def restart(self) -> None:
        self.desk.start()

    @rule()
    def forget(self) -> None:
        with suppress(NotStored):
            self.desk.orders.forget_old()

    @rule(trouble=st.sampled_from([None, None, Trouble.FULL]))
    def disk(self, trouble: Trouble | None) -> None:
        self.desk.store.trouble = trouble

    @precondition(lambda self: self.desk.store.trouble is None)
    @rule()
    def expire(self) -> None:
        self.desk.orders.expire()

        assert all(self.desk.orders.left(one) > timedelta() for one in self.desk.orders.open())

    @invariant()
    def memory_is_what_is_stored(self) -> None:
        rows = self.desk.store.rows
        known = {one.id: one for one in (*self.desk.orders.open(), *self.desk.orders.book.ended())}
        assert all(rows.get(key) == one for key, one in known.items())
        assert all(key in known or not one.is_open for key, one in rows.items())

    @invariant()
    def no_number_is_there_twice(self) -> None:
        numbers = [one.number for one in self.desk.store.rows.values() if one.number]
        assert len(numbers) == len(set(numbers))

    @invariant()
    def an_end_is_whole(self) -> None:
        for one in self.desk.store.rows.values():
            assert (one.outcome is None) is (one.outcome_at is None)
            assert one.outcome is not Outcome.PAID or not one.lost_reason
            assert one.outcome or not one.lost_reason

    @invariant()
    def no_history_is_of_nobody(self) -> None:
        assert all(event.order_id in self.desk.store.rows for event in self.desk.store.past.values())


Shop.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestShop = Shop.TestCase
