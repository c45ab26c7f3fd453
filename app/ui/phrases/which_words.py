"""What may be meant, as it is asked of the agent: each candidate with what tells it from the others.

The rule: an activity is told by its phase and the time left, a product by its price or that it is sold out, an order by
its amount and the time it has.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.orders.order import Order
from app.core.prices import yuan
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.services.sheet.subjects import Which
from app.ui.orders import faces
from app.ui.phrases.which_row import Candidate
from app.ui.words import is_chinese, translate


def candidates(which: Which, now: datetime, zone: ZoneInfo, shift: timedelta = timedelta()) -> tuple[Candidate, ...]:
    """Those of a question, in its order. `shift` is the heartbeat's."""
    return tuple(
        _of_order(each, now, zone, shift) if isinstance(each, Order) else _candidate(each, now, zone)
        for each in which.candidates
    )


def _of_order(order: Order, now: datetime, zone: ZoneInfo, shift: timedelta) -> Candidate:
    remark = " · ".join(part for part in (yuan.shown(order.amount), faces.face(order, now, shift, zone).digits) if part)
    return Candidate(order.id, order.buyer, remark, (order.number, *order.items))


def _candidate(entry: Entry, now: datetime, zone: ZoneInfo) -> Candidate:
    if isinstance(entry, Activity):
        return Candidate(entry.id, entry.name, _of_activity(entry, now, zone))
    if isinstance(entry, Product):
        return Candidate(entry.id, entry.name, _of_product(entry), (*entry.codes, *entry.keywords))
    assert isinstance(entry, Fact)
    return Candidate(entry.id, entry.question)


def _of_activity(activity: Activity, now: datetime, zone: ZoneInfo) -> str:
    phases, starts_at, ends_at = activity.phases_at(now), activity.starts_at, activity.ends_at
    if phases:
        left = moments.left_in_words(phases[0].ends_at - now, is_chinese=is_chinese())
        return f"{phases[0].name} · {left}"
    if starts_at and now < starts_at:
        return translate("which", "from {moment}").replace("{moment}", _said(starts_at, now, zone))
    if ends_at and ends_at <= now:
        return translate("which", "ended {moment}").replace("{moment}", _said(ends_at, now, zone, is_end=True))
    return ""


def _of_product(product: Product) -> str:
    if product.is_out:
        return translate("which", "sold out")
    return yuan.shown(product.price)


def _said(at: datetime, now: datetime, zone: ZoneInfo, *, is_end: bool = False) -> str:
    return moments.said(at, now, zone, is_chinese(), is_end=is_end)
