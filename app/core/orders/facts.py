"""What the facts of an order are at a moment, as its buyer reads them.

The rule: of an order that does not wait for its payment any more nothing is said of a deadline.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import left_in_words, said
from app.core.facts.table import SUBJECTS, Subject
from app.core.orders.kinds import GROUP_BUY
from app.core.orders.order import Order
from app.core.prices import yuan
from app.core.sheet import words
from app.core.sheet.lifetimes import State, Validity
from app.core.sheet.wordings import inside

LEFT, CLOSES_AT = "order.left", "order.closes_at"
SAMPLE = "sample"
"""The id of an order that is made up, for a text that is only being written."""
_NOTHING = timedelta()


def sample(now: datetime, *, is_chinese: bool) -> tuple[Order, timedelta]:
    """That order, and how long it has until it closes: nothing of a real buyer."""
    left = timedelta(minutes=8, seconds=20)
    closes_at = now + left
    words_of = ("小熊猫", "保温杯") if is_chinese else ("panda", "thermos cup")
    order = Order(SAMPLE, words_of[0], GROUP_BUY, closes_at - timedelta(minutes=30), closes_at)
    return replace(order, number="1234567890123456789", amount=Decimal(128), items=words_of[1:]), left


def of_order(order: Order, left: timedelta, zone: ZoneInfo, *, is_chinese: bool) -> Mapping[str, str]:
    """The facts of an order that closes after `left`."""
    known = {
        "order.item": words.listed(map(inside, order.items), is_chinese=is_chinese),
        "order.amount": "" if order.amount is None else yuan.told(order.amount, is_chinese=is_chinese),
        "order.buyer": order.buyer.strip(),
        "order.number": order.number,
    }
    if order.is_open and left > _NOTHING:
        now = order.closes_at - left  # by the platform's clock, whatever that of the PC says
        known[LEFT] = left_in_words(left, is_chinese=is_chinese)
        known[CLOSES_AT] = said(order.closes_at, now, zone, is_chinese, is_end=True)
    return {name: value for name, value in known.items() if value}


def over(name: str, order: Order, left: timedelta) -> Validity | None:
    """Why a fact of an order is not told any more, if it has closed."""
    if SUBJECTS.get(name) is not Subject.ORDER or name not in (LEFT, CLOSES_AT):
        return None
    if not order.is_open or left > _NOTHING:
        return None
    return Validity(State.OVER, until_at=order.closes_at, from_at=order.placed_at)
