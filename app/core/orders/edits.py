"""What becomes of an order that is typed again, edited, or taken back to what it was.

The rule: what somebody wrote later stays; a deadline that was written anew runs by the clock of that moment.
"""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any

from app.core.orders.choices import BY_TIME
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Order, Outcome

_END = ("outcome", "outcome_at", "lost_reason")
_TYPED = ("number", "amount", "items", "note", "flag", "agent", "manner", "activity_id")


def typed_again(own: Order, draft: OrderDraft, now: datetime, shift: timedelta) -> Order:
    """A known order of which somebody typed a line again: what was said counts, what was not stays.

    One that was closed by its time is open again if by the new line it still is.
    """
    said = {name: value for name in _TYPED if (value := getattr(draft, name)) not in ("", None, ())}
    if (draft.kind_id, draft.placed_at, draft.closes_at) != (own.kind_id, own.placed_at, own.closes_at):
        moments = {"kind_id": draft.kind_id, "placed_at": draft.placed_at, "closes_at": draft.closes_at}
        said |= {**moments, "snoozed_until": own.snoozed_by(shift), "shift": shift}
    again = replace(own, **said)
    is_by_time = own.outcome is Outcome.CLOSED and own.lost_reason == BY_TIME
    if is_by_time and again.closes_by(shift) > now:
        return reopened(again)
    return again


def edited(own: Order, wanted: Order, kind: OrderKind | None, shift: timedelta) -> Order:
    """An order as a form gives it back: another kind or time moves its closing, unless that was typed too."""
    if (own.kind_id, own.placed_at, own.closes_at) == (wanted.kind_id, wanted.placed_at, wanted.closes_at):
        return replace(wanted, shift=own.shift)
    closes_at = wanted.closes_at
    if closes_at == own.closes_at and kind is not None and kind.closes_after is not None:
        closes_at = wanted.placed_at + kind.closes_after
    if (wanted.placed_at, closes_at) == (own.placed_at, own.closes_at):
        return replace(wanted, shift=own.shift)
    snoozed = replace(wanted, shift=own.shift).snoozed_by(shift)
    return replace(wanted, closes_at=closes_at, snoozed_until=snoozed, shift=shift)


def ended(order: Order, outcome: Outcome, at: datetime, reason: str = "") -> Order:
    """An order that was paid, closed or given up."""
    lost_reason = "" if outcome is Outcome.PAID else reason
    return replace(order, outcome=outcome, outcome_at=at, lost_reason=lost_reason, snoozed_until=None)


def reopened(order: Order) -> Order:
    """An order that waits for its payment again."""
    return replace(order, outcome=None, outcome_at=None, lost_reason="")


def taken_back(now: Order, before: Order, after: Order) -> Order:
    """An order without what a step did to it; what was changed after the step stays changed.

    How it ended is one thing: its moment and reason are not taken back without it.
    """
    if now == after:
        return before
    undone: dict[str, Any] = {}
    for name in (field.name for field in fields(Order)):
        if name not in _END and getattr(now, name) == getattr(after, name) != getattr(before, name):
            undone[name] = getattr(before, name)
    if _end(now) == _end(after):
        undone |= dict(zip(_END, _end(before), strict=True))
    return replace(now, **undone)


def changed_fields(before: Order, after: Order) -> tuple[str, ...]:
    """The names of the fields that differ."""
    return tuple(one.name for one in fields(Order) if getattr(before, one.name) != getattr(after, one.name))


def _end(order: Order) -> tuple[Any, ...]:
    return order.outcome, order.outcome_at, order.lost_reason
