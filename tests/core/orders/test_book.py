"""The queue in memory, against a list that is sorted anew at every look."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.core.orders.book import OrderBook, Total
from app.core.orders.filters import EVERY, OrderFilter, searched
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Flag, Manner, Order, Outcome
from tests.unpaid import MINUTE, NOW, order

FILTERS = (
    EVERY,
    OrderFilter(kinds=frozenset({ORDINARY})),
    OrderFilter(flags=frozenset({Flag.RED, None})),
    OrderFilter(agent="小二"),
    OrderFilter(manner=Manner.SILENT),
    OrderFilter(text="猫"),
    OrderFilter(text="猫 红"),
    OrderFilter(kinds=frozenset({GROUP_BUY}), text="小熊"),
)
NTHS = st.integers(1, 12)
FEW = st.builds(
    lambda nth, minutes, **fields: order(nth, NOW, closes_at=NOW + minutes * MINUTE, **fields),
    NTHS,
    st.integers(0, 9),
    buyer=st.sampled_from(["小熊猫", "小猫", "老虎"]),
    kind_id=st.sampled_from([GROUP_BUY, ORDINARY]),
    amount=st.none() | st.decimals(0, 999, places=2),
    flag=st.sampled_from([None, Flag.RED, Flag.BLUE]),
    agent=st.sampled_from(["", "小二"]),
    manner=st.sampled_from([None, Manner.SILENT]),
    note=st.sampled_from(["", "要红色"]),
    outcome=st.sampled_from([None, None, Outcome.PAID, Outcome.CLOSED]),
    outcome_at=st.integers(-2, 9).map(lambda minutes: NOW + minutes * MINUTE),
    shift=st.sampled_from([timedelta(), 4 * MINUTE]),
)


class Naive:
    """The same, worked out from all orders at every question."""

    def __init__(self) -> None:
        self.orders: dict[str, Order] = {}

    def queue(self, only: OrderFilter) -> list[Order]:
        waiting = [one for one in self.orders.values() if one.outcome is None and only.sieve(searched)(one)]
        return sorted(waiting, key=lambda one: (one.closes_at - one.shift, one.id))

    def recovered(self) -> Total:
        paid = [
            one
            for one in self.orders.values()
            if one.outcome is Outcome.PAID and one.outcome_at and one.added_at and one.outcome_at > one.added_at
        ]
        return total(one for one in paid if one.outcome_at and one.outcome_at >= NOW)


def total(orders: Iterable[Order]) -> Total:
    all_of_them = list(orders)
    return Total(len(all_of_them), sum((one.amount or Decimal(0) for one in all_of_them), Decimal(0)))


class Queue(RuleBasedStateMachine):
    """Whatever comes, changes and goes, one by one or many at once."""

    def __init__(self) -> None:
        super().__init__()
        self.book = OrderBook()
        self.naive = Naive()

    @rule(orders=st.lists(FEW, max_size=4), gone=st.lists(NTHS, max_size=2))
    def put(self, orders: list[Order], gone: list[int]) -> None:
        ids = [f"o{nth}" for nth in gone]

        self.book.put(orders, ids)

        self.naive.orders = {key: one for key, one in self.naive.orders.items() if key not in ids}
        self.naive.orders |= {one.id: one for one in orders}

    @rule(base=st.integers(100, 200), first=FEW)
    def put_many(self, base: int, first: Order) -> None:
        many = [order(base + nth, NOW + nth * MINUTE, buyer=first.buyer, note=first.note) for nth in range(80)]

        self.book.put(many)

        self.naive.orders |= {one.id: one for one in many}

    @rule(minutes=st.integers(-2, 9))
    def forget(self, minutes: int) -> None:
        before = NOW + minutes * MINUTE

        self.book.forget(before)

        old = {
            one.id for one in self.naive.orders.values() if one.outcome and one.outcome_at and one.outcome_at < before
        }
        self.naive.orders = {key: one for key, one in self.naive.orders.items() if key not in old}

    @invariant()
    def is_the_same(self) -> None:
        for only in FILTERS:
            queue = self.naive.queue(only)
            assert list(self.book.page(0, 1000, only)) == queue
            assert list(self.book.page(2, 3, only)) == queue[2:5]
            assert (self.book.count(only), self.book.total(only)) == (len(queue), total(queue))
            assert self.book.nearest(only) == (queue[0] if queue else None)
            assert [self.book.row(one.id, only) for one in queue] == list(range(len(queue)))

    @invariant()
    def finds_the_same(self) -> None:
        known = self.naive.orders
        assert self.book.recovered(NOW) == self.naive.recovered()
        assert list(self.book.open()) == self.naive.queue(EVERY)
        assert {one.id for one in self.book.ended()} == {key for key, one in known.items() if one.outcome}
        for one in known.values():
            assert self.book.get(one.id) == one
            assert self.book.numbered(one.number) == one
            paid = [other for other in known.values() if other.buyer == one.buyer and other.outcome is Outcome.PAID]
            assert self.book.has_paid(one.buyer) == bool(paid)
            assert [other.id for other in self.book.of_buyer(one.buyer)] == [
                other.id
                for other in sorted(known.values(), key=lambda other: (other.placed_at, other.id))
                if other.buyer == one.buyer
            ]


Queue.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
TestQueue = Queue.TestCase


@given(st.lists(FEW, unique_by=lambda one: one.id), st.integers(-1, 10))
def test_what_has_closed_is_what_comes_before_a_moment_by_the_clock_that_nobody_sets(
    orders: list[Order], minutes: int
) -> None:
    at = NOW + minutes * MINUTE

    closed = OrderBook(orders).closed_at(at)

    assert {one.id for one in closed} == {one.id for one in orders if one.is_open and one.closes_at - one.shift <= at}


def test_an_empty_book_has_nothing_and_knows_nobody() -> None:
    book = OrderBook()

    assert (len(book), book.total(), book.nearest(), book.page(0, 9), book.row("o1")) == (0, Total(), None, [], None)
    assert (book.get("o1"), book.numbered(""), book.of_buyer("小猫")) == (None, None, [])


def test_a_number_that_was_corrected_is_found_by_the_new_one_only() -> None:
    book = OrderBook([order(1, number="1")])

    book.put([order(1, number="2", buyer="别人")])

    assert (book.numbered("1"), book.of_buyer("买家1")) == (None, [])
    assert book.numbered("2") == book.of_buyer("别人")[0]


def test_an_order_that_came_in_paid_was_not_recovered() -> None:
    paid = order(1, added_at=NOW, outcome=Outcome.PAID, outcome_at=NOW - MINUTE)

    assert OrderBook([paid]).recovered(NOW - 2 * MINUTE) == Total()


def test_more_filters_than_are_kept_in_step_are_answered_too() -> None:
    book = OrderBook([order(nth, agent=f"小{nth}") for nth in range(20)])
    filters = [OrderFilter(agent=f"小{nth}") for nth in range(20)]

    assert [book.count(only) for only in filters * 2] == [1] * 40
    assert book.count() == 20
