"""Taking over what another PC handed over, without doubling.

The rule: the newer state of an order wins, but no end is lost to an older knowledge; the same file once more changes
nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.orders.duties.handover import Handover
from app.core.orders.incoming.matching import NEAR
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Deed, Event, FollowUp, Order
from app.core.values import dataclass

_QUIET = frozenset({Deed.REMINDED, Deed.URGED, Deed.NAME_COPIED, Deed.HANDED_OVER})
"""What changes nothing of an order itself."""


@dataclass(frozen=True, slots=True)
class Known:
    """What this PC knows of the orders of a file, by id, number and buyer, and their history."""

    orders: Sequence[Order] = ()
    events: Sequence[Event] = ()
    follow_ups: Sequence[FollowUp] = ()
    kinds: Mapping[str, OrderKind] | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be kept. `new` and `changed` count orders; those that the next shift knew already are neither."""

    orders: tuple[Order, ...] = ()
    events: tuple[Event, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    kinds: tuple[OrderKind, ...] = ()
    new: int = 0
    changed: int = 0


def merged(handover: Handover, known: Known, shift: timedelta) -> Merge:
    """What taking a handover over changes. `shift` is how far this PC's clock is ahead of the one that nobody sets."""
    own_of = _matches(handover.orders, known.orders)
    theirs, ours = _by_order(handover.events), _by_order(known.events)
    keep: list[Order] = []
    for order in handover.orders:
        own = own_of.get(order.id)
        if own is None:
            keep.append(replace(order, shift=shift))
        else:
            keep.append(_joined(own, ours.get(own.id, ()), order, theirs.get(order.id, ()), shift))
    before = {order.id: order for order in known.orders}
    changed = [order for order in keep if before.get(order.id) != order]
    new = sum(order.id not in before for order in changed)
    return Merge(
        tuple(changed),
        tuple(_events(handover, own_of, known.events, changed)),
        tuple(_follow_ups(handover.follow_ups, known.follow_ups, own_of)),
        tuple(kind for kind in handover.kinds if kind.id not in (known.kinds or {})),
        new,
        len(changed) - new,
    )


def _matches(theirs: Sequence[Order], ours: Iterable[Order]) -> dict[str, Order]:
    """Our order for the id of each of theirs that we know: the same id, the same number, or noted by hand on both."""
    by_id = {order.id: order for order in ours}
    by_number = {order.number: order for order in by_id.values() if order.number}
    by_buyer: dict[str, list[Order]] = {}
    for own in by_id.values():
        by_buyer.setdefault(own.buyer.casefold(), []).append(own)
    found = {order.id: by_id.get(order.id) or by_number.get(order.number) for order in theirs}
    taken = {own.id for own in found.values() if own is not None}
    for order in theirs:
        if found[order.id] is None:
            same = _same(order, [own for own in by_buyer.get(order.buyer.casefold(), ()) if own.id not in taken])
            found[order.id] = same
            taken |= {same.id} if same else set()
    return {order_id: own for order_id, own in found.items() if own is not None}


def _same(order: Order, ours: Iterable[Order]) -> Order | None:
    """Which of our orders of its buyer an order is, where one of both was noted by hand without its number."""
    near = [own for own in ours if not (own.number and order.number) and _is_near(own, order)]
    return min(near, key=lambda own: abs(own.placed_at - order.placed_at), default=None)


def _is_near(one: Order, other: Order) -> bool:
    amounts = {order.amount for order in (one, other) if order.amount is not None}
    is_alike = one.kind_id == other.kind_id and len(amounts) < 2
    return is_alike and abs(one.placed_at - other.placed_at) <= NEAR


def _joined(own: Order, ours: Sequence[Event], other: Order, theirs: Sequence[Event], shift: timedelta) -> Order:
    """One order of the two that two PCs have."""
    there = _as_here(other, own, shift)
    is_theirs = _changed_at(other, theirs) > _changed_at(own, ours)
    newer, older, later = (there, own, theirs) if is_theirs else (own, there, ours)
    if newer.is_open and not older.is_open and not _was_reopened(later, older.outcome_at):
        end = {"outcome": older.outcome, "outcome_at": older.outcome_at, "lost_reason": older.lost_reason}
        newer = replace(newer, **end, snoozed_until=None)  # type: ignore[arg-type]
    amount = older.amount if newer.amount is None else newer.amount
    return replace(newer, number=newer.number or older.number, amount=amount, items=newer.items or older.items)


def _as_here(other: Order, own: Order, shift: timedelta) -> Order:
    """Their order under our id, with its deadline by our clock."""
    added = [at for at in (own.added_at, other.added_at) if at is not None]
    is_same_time = (other.placed_at, other.closes_at) == (own.placed_at, own.closes_at)
    here = replace(
        other, id=own.id, number=other.number or own.number, added_at=min(added, default=None), source=own.source
    )
    if not is_same_time:
        return replace(here, shift=shift)
    return replace(here, shift=own.shift)


def _changed_at(order: Order, events: Sequence[Event]) -> datetime:
    moments = [event.at for event in events if event.deed not in _QUIET]
    return max(moments, default=order.added_at or order.placed_at)


def _was_reopened(events: Sequence[Event], ended_at: datetime | None) -> bool:
    return any(event.deed is Deed.REOPENED and (ended_at is None or event.at >= ended_at) for event in events)


def _events(
    handover: Handover, own_of: Mapping[str, Order], known: Iterable[Event], changed: Iterable[Order]
) -> Iterable[Event]:
    """Their history under our ids, and that the orders were handed over; what we have already is left out."""
    have = {event.id for event in known}
    for event in handover.events:
        if event.id not in have:
            own = own_of.get(event.order_id)
            yield event if own is None else replace(event, order_id=own.id)
    for order in changed:
        mark = f"{order.id}/{Deed.HANDED_OVER.value}@{handover.made_at.isoformat()}"
        if mark not in have:
            yield Event(mark, order.id, Deed.HANDED_OVER, handover.made_at, handover.agent)


def _follow_ups(
    theirs: Iterable[FollowUp], ours: Iterable[FollowUp], own_of: Mapping[str, Order]
) -> Iterable[FollowUp]:
    """Those that are new or different here; what is done on either PC is done."""
    known = {one.id: one for one in ours}
    for one in theirs:
        order = own_of.get(one.order_id)
        here = one if order is None else replace(one, order_id=order.id)
        own = known.get(one.id)
        if own is None or (own.done_at is None and own != here):
            yield here


def _by_order(events: Iterable[Event]) -> dict[str, list[Event]]:
    grouped: dict[str, list[Event]] = {}
    for event in events:
        grouped.setdefault(event.order_id, []).append(event)
    return grouped
