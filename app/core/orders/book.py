"""The queue in memory: open orders in the order of their closing, and those that ended lately.

The rule: nothing is worked out twice. A filter is gone through once; from then on its list, count and money are kept in
step with every order that comes, changes or goes, so that a page of 100,000 costs what the page costs.

It knows no clock. Closing moments are those of the clock that nobody sets (`Order.closes_by` with no shift).
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice

from app.core.orders.filters import EVERY, OrderFilter, searched
from app.core.orders.order import Order, Outcome
from app.core.values import dataclass

_FILTERS = 6
"""So many filters are kept in step; the one that was asked for least lately is dropped."""
_MANY = 64
"""From so many orders on sorting the whole once is quicker than finding each one's place."""
_NO_SHIFT = timedelta()
_Key = tuple[datetime, str]


@dataclass(frozen=True, slots=True)
class Total:
    """How many orders, and how much money; an order without an amount counts with none."""

    count: int = 0
    money: Decimal = Decimal(0)


@dataclass(slots=True)
class _View:
    """What one filter lets through, in order."""

    keys: list[_Key] = field(default_factory=list)
    money: Decimal = Decimal(0)

    def change(self, drop: Sequence[Order], take: Sequence[Order]) -> None:
        """Orders that are in it leave, others come."""
        self.money += sum((order.amount or Decimal(0) for order in take), Decimal(0))
        self.money -= sum((order.amount or Decimal(0) for order in drop), Decimal(0))
        if len(drop) + len(take) > _MANY:
            self._cut({_key(order) for order in drop})
            if take:
                self.keys.extend(_key(order) for order in take)
                self.keys.sort()
            return
        for order in drop:
            del self.keys[bisect_left(self.keys, _key(order))]
        for order in take:
            insort(self.keys, _key(order))

    def _cut(self, gone: Collection[_Key]) -> None:
        """Many leave at once. Those that close together stand together, and the others are not gone through."""
        if gone:
            first, last = bisect_left(self.keys, min(gone)), bisect_right(self.keys, max(gone))
            self.keys[first:last] = [key for key in self.keys[first:last] if key not in gone]


class OrderBook:
    """Orders by id, number and buyer; open ones in the order of closing."""

    def __init__(self, orders: Iterable[Order] = ()) -> None:
        self._orders: dict[str, Order] = {}
        self._ended: dict[str, Order] = {}
        self._by_number: dict[str, str] = {}
        self._by_buyer: dict[str, set[str]] = {}
        self._payers: Counter[str] = Counter()
        self._words: dict[str, str] = {}
        self._views: OrderedDict[OrderFilter, _View] = OrderedDict({EVERY: _View()})
        self._recovered: tuple[datetime, Total] | None = None
        self.put(list(orders))

    def __len__(self) -> int:
        """How many are open."""
        return len(self._views[EVERY].keys)

    # Finding.

    def get(self, order_id: str) -> Order | None:
        """The order of an id, open or ended lately."""
        return self._orders.get(order_id)

    def numbered(self, number: str) -> Order | None:
        """The order of a number; none has the empty one."""
        return self._orders.get(self._by_number.get(number, ""))

    def of_buyer(self, buyer: str) -> Sequence[Order]:
        """The orders of a buyer, open or ended lately; the oldest first."""
        orders = [self._orders[order_id] for order_id in self._by_buyer.get(buyer, ())]
        return sorted(orders, key=lambda order: (order.placed_at, order.id))

    def has_paid(self, buyer: str) -> bool:
        """Whether one of the orders of a buyer was paid lately."""
        return self._payers[buyer] > 0

    def open(self) -> Iterator[Order]:
        """Those that wait for their payment, the nearest to close first."""
        return (self._orders[order_id] for _, order_id in self._views[EVERY].keys)

    def ended(self) -> Collection[Order]:
        """Those that ended lately, in no order."""
        return self._ended.values()

    # The queue.

    def page(self, first: int, count: int, only: OrderFilter = EVERY) -> Sequence[Order]:
        """Rows of the queue from the row `first` on, which is 0 for the nearest to close."""
        keys = self._view(only).keys[max(first, 0) : max(first + count, 0)]
        return [self._orders[order_id] for _, order_id in keys]

    def count(self, only: OrderFilter = EVERY) -> int:
        """How many rows the queue has."""
        return len(self._view(only).keys)

    def total(self, only: OrderFilter = EVERY) -> Total:
        """How many orders are open, and the money at risk."""
        view = self._view(only)
        return Total(len(view.keys), view.money)

    def row(self, order_id: str, only: OrderFilter = EVERY) -> int | None:
        """The row of an order; None where it is not in the queue."""
        order = self._orders.get(order_id)
        if order is None or not order.is_open:
            return None
        keys = self._view(only).keys
        place = bisect_left(keys, _key(order))
        return place if place < len(keys) and keys[place][1] == order_id else None

    def nearest(self, only: OrderFilter = EVERY) -> Order | None:
        """The order that closes next."""
        return next(iter(self.page(0, 1, only)), None)

    def closed_at(self, moment: datetime) -> Iterator[Order]:
        """The open orders whose closing moment has come, by the clock that nobody sets; to be read before a `put`."""
        keys = self._views[EVERY].keys
        closed = islice(keys, bisect_right(keys, moment, key=lambda key: key[0]))
        return (self._orders[order_id] for _, order_id in closed)

    def recovered(self, since: datetime) -> Total:
        """The orders that were paid since a moment after they had been in the queue."""
        if self._recovered is None or self._recovered[0] != since:
            self._recovered = since, _recovered(self._ended.values(), since)
        return self._recovered[1]

    # Keeping it in step.

    def put(self, orders: Collection[Order], gone: Collection[str] = ()) -> None:
        """Take orders, new or changed, open or ended; others are gone for good."""
        later = {order.id: order for order in orders}
        touched = dict.fromkeys((*gone, *later))
        former = [order for order_id in touched if (order := self._orders.get(order_id)) is not None]
        left = [order for order in former if order.is_open]
        came = [order for order in later.values() if order.is_open]
        for only, view in self._views.items():
            was, is_now = only.sieve(self._searched), only.sieve(searched)
            view.change([order for order in left if was(order)], [order for order in came if is_now(order)])
        for order in former:
            self._drop(order)
        for order in later.values():
            self._take(order)
        if self._recovered is not None:
            since, total = self._recovered
            less, more = _recovered(former, since), _recovered(later.values(), since)
            self._recovered = since, Total(total.count - less.count + more.count, total.money - less.money + more.money)

    def forget(self, before: datetime) -> None:
        """Let go of those that ended before a moment; the store may still hold them."""
        old = [one.id for one in self._ended.values() if one.outcome_at is not None and one.outcome_at < before]
        self.put((), old)

    def _take(self, order: Order) -> None:
        self._orders[order.id] = order
        self._by_buyer.setdefault(order.buyer, set()).add(order.id)
        if order.number:
            self._by_number[order.number] = order.id
        if not order.is_open:
            self._ended[order.id] = order
        if order.outcome is Outcome.PAID:
            self._payers[order.buyer] += 1

    def _drop(self, order: Order) -> None:
        del self._orders[order.id]
        self._ended.pop(order.id, None)
        self._words.pop(order.id, None)
        if self._by_number.get(order.number) == order.id:
            del self._by_number[order.number]
        if order.outcome is Outcome.PAID:
            self._payers[order.buyer] -= 1
        others = self._by_buyer[order.buyer]
        others.discard(order.id)
        if not others:
            del self._by_buyer[order.buyer]

    def _view(self, only: OrderFilter) -> _View:
        view = self._views.get(only)
        if view is None:
            view = self._views[only] = self._made(only)
            if len(self._views) > _FILTERS:
                del self._views[next(other for other in self._views if other != EVERY)]
        self._views.move_to_end(only)
        return view

    def _made(self, only: OrderFilter) -> _View:
        """What a filter lets through, of the shortest list that is known to hold all of it."""
        wider = min(
            (view for other, view in self._views.items() if only.narrows(other)), key=lambda view: len(view.keys)
        )
        keys, orders = wider.keys, self._orders
        for word in only.words:
            texts = self._all_words()
            keys = [key for key in keys if word in texts[key[1]]]
        others = replace(only, text="")
        if others != EVERY:
            has = others.sieve(searched)
            keys = [key for key in keys if has(orders[key[1]])]
        return _View(list(keys), sum((amount for key in keys if (amount := orders[key[1]].amount)), Decimal(0)))

    def _all_words(self) -> dict[str, str]:
        """The text of each open order, made when words are asked for first; from then on it is kept in step."""
        words = self._words
        if len(words) < len(self):
            orders = self._orders
            words.update((key[1], searched(orders[key[1]])) for key in self._views[EVERY].keys if key[1] not in words)
        return words

    def _searched(self, order: Order) -> str:
        words = self._words.get(order.id)
        if words is None:
            words = self._words[order.id] = searched(order)
        return words


def _key(order: Order) -> _Key:
    return (order.closes_by(_NO_SHIFT) if order.shift else order.closes_at), order.id


def _recovered(orders: Iterable[Order], since: datetime) -> Total:
    paid = [one for one in orders if one.is_recovered and one.outcome_at and one.outcome_at >= since]
    return Total(len(paid), sum((order.amount or Decimal(0) for order in paid), Decimal(0)))
