"""How many orders of a queue have closed at a moment, and which one is the next to close.

The rule: the queue is in the order of closing, so a few looks tell of a hundred thousand.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.core.orders.order import Order

if TYPE_CHECKING:
    from app.core.orders.book import OrderBook

_STEADY = timedelta()


def closed_rows(rows: int, at: Callable[[int], object], moment: datetime) -> int:
    """How many of rows have closed at a moment of the clock that nobody sets, by halving."""
    low, high = 0, rows
    while low < high:
        middle = (low + high) // 2
        order = at(middle)
        if isinstance(order, Order) and order.closes_by(_STEADY) <= moment:
            low = middle + 1
        else:
            high = middle
    return low


def closed(book: "OrderBook", moment: datetime) -> int:
    """How many of the open orders have closed at a moment of the clock that nobody sets."""
    return closed_rows(book.count(), lambda row: next(iter(book.page(row, 1)), None), moment)


def next_to_close(book: "OrderBook", moment: datetime) -> Order | None:
    """The order that closes next after a moment of the clock that nobody sets."""
    return next(iter(book.page(closed(book, moment), 1)), None)


def money(orders: Iterable[object]) -> Decimal:
    """What some orders come to; one without an amount counts with none."""
    return sum((amount for one in orders if isinstance(one, Order) and (amount := one.amount)), Decimal(0))
