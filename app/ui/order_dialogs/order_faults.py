"""What is wrong with an order as its form stands, field by field."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal

from app.core.orders.incoming.drafts import AHEAD, BLURRED
from app.core.orders.order import Order

LONGEST_LINE = 100
"""Letters of a buyer's name, a number, an agent."""
_BLURRED = re.compile(BLURRED)
_LARGEST = Decimal(100_000_000)
_CENTS = -2
OrderFault = tuple[str, str, tuple[str, ...]]
"""The name of a field, a rule of `refusal_words`, and the names that go with it."""


def faults(order: Order, now: datetime, of_number: Callable[[str], Order | None]) -> Iterator[OrderFault]:
    """Everything that is wrong with an order that could be read."""
    if not order.buyer:
        yield ("buyer", "no_buyer", ())
    if order.amount is not None:
        yield from _of_amount(order.amount)
    if _BLURRED.search(order.number):
        yield ("number", "digits_lost", ())
    other = of_number(order.number) if order.number else None
    if other is not None and other.id != order.id:
        yield ("number", "number_taken", (other.buyer,))
    if order.placed_at - now > AHEAD:
        yield ("placed_at", "future", ())
    if order.closes_at <= order.placed_at:
        yield ("closes_at", "closes_first", ())


def _of_amount(amount: Decimal) -> Iterator[OrderFault]:
    exponent = amount.as_tuple().exponent
    if amount < 0:
        yield ("amount", "negative", ())
    elif amount >= _LARGEST:
        yield ("amount", "too_large", ())
    elif isinstance(exponent, int) and exponent < _CENTS and amount != round(amount, 2):
        yield ("amount", "decimals", ())
