"""What an export of orders would change: which are new, paid, closed, changed, the same, or against what is known.

The rule: nothing doubles and nothing of the agent's own is lost: notes, flags, snoozes, checks, kinds and the history
stay. The same file once more changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from app.core.imports.reading import Spot
from app.core.orders.choices import BY_TIME
from app.core.orders.incoming.drafts import EXPORT, OrderDraft
from app.core.orders.incoming.matching import Known, is_masked
from app.core.orders.incoming.reading import OrderProblem, OrderReading, ReadOrder
from app.core.orders.kinds import BALANCE
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.values import dataclass

_LATE = timedelta(minutes=10)
"""So long after its moment the platform may take to close an order."""
_MINUTE = timedelta(minutes=1)


class Fate(Enum):
    """What becomes of an order of a file."""

    NEW = "new"
    ENDED = "ended"
    """New to us, but paid or closed already: kept for what is told of its buyer and of the day."""
    CHANGED = "changed"
    PAID = "paid"
    CLOSED = "closed"
    SAME = "same"
    CONFLICTING = "conflicting"
    """The file says that it is open, and we know better or worse: what is known stays."""
    OLD = "old"
    """Ended so long ago that it would be deleted at once."""


_STORED = frozenset({Fate.NEW, Fate.ENDED, Fate.CHANGED, Fate.PAID, Fate.CLOSED})
_ENDS: Mapping[Outcome, Fate] = {Outcome.PAID: Fate.PAID, Outcome.CLOSED: Fate.CLOSED}
_DEEDS: Mapping[Fate, Deed] = {
    Fate.NEW: Deed.IMPORTED,
    Fate.ENDED: Deed.IMPORTED,
    Fate.CHANGED: Deed.EDITED,
    Fate.PAID: Deed.PAID,
    Fate.CLOSED: Deed.CLOSED,
}


@dataclass(frozen=True, slots=True)
class PlannedOrder:
    """One order of a file and what becomes of it; `before` is what it would replace, `fields` what is new in it."""

    order: Order
    fate: Fate
    spot: Spot
    before: Order | None = None
    fields: tuple[str, ...] = ()

    @property
    def is_stored(self) -> bool:
        """Whether applying it stores anything."""
        return self.fate in _STORED


@dataclass(frozen=True, slots=True)
class OrderPlan:
    """An import before it happens. `reading` is what it was made of, so that it can be made anew."""

    reading: OrderReading
    rows: tuple[PlannedOrder, ...] = ()

    @property
    def file(self) -> str:
        """The file that was read."""
        return self.reading.file

    @property
    def problems(self) -> tuple[OrderProblem, ...]:
        """What was not taken over."""
        return self.reading.problems

    @property
    def stored(self) -> tuple[PlannedOrder, ...]:
        """The rows that would be stored; none where nothing would change."""
        return tuple(row for row in self.rows if row.is_stored)

    @property
    def has_failed(self) -> bool:
        """Whether something of the file cannot be taken over."""
        return self.reading.has_failed

    def count(self, fate: Fate) -> int:
        """How many orders share a fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many orders have each fate."""
        counts = dict.fromkeys(Fate, 0)
        for row in self.rows:
            counts[row.fate] += 1
        return counts

    def to_plain(self) -> dict[str, Any]:
        """The plan as a JSON object, without the orders' own data."""
        return {
            "file": self.file,
            "is_export": self.reading.is_export,
            "counts": {fate.value: count for fate, count in self.counts.items()},
            "problems": [problem.to_plain() for problem in self.problems],
        }


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and by what an import is planned. Of orders that ended before `keep_since` nothing is kept.

    `shift` is how far the wall clock is ahead of the one that nobody sets (`Order.shift`).
    """

    now: datetime
    new_id: Callable[[], str]
    keep_since: datetime | None = None
    shift: timedelta = timedelta()


def plan(reading: OrderReading, known: Known, at: Circumstances) -> OrderPlan:
    """What taking a reading over would change."""
    taken: set[str] = set()
    rows = []
    for read in reading.orders:
        own = known.match(read.draft, taken)
        row = planned(read, own, reading.made_at, at)
        if own is not None:
            taken.add(own.id)
        rows.append(row)
    return OrderPlan(reading, tuple(rows))


def planned(read: ReadOrder, own: Order | None, made_at: datetime | None, at: Circumstances) -> PlannedOrder:
    """What becomes of one order that was read; `own` is the known one, `made_at` when the file was written."""
    if own is None:
        return _new(read, at)
    if read.draft.outcome is None and own.outcome in (Outcome.PAID, Outcome.CLOSED):
        return _open_again(read, own, made_at)
    changes = {**_facts(read, own), **_outcome(read, own, at.now)}
    if not changes:
        return PlannedOrder(own, Fate.SAME, read.spot, own)
    fate = _ENDS.get(changes["outcome"], Fate.CHANGED) if "outcome" in changes else Fate.CHANGED
    return PlannedOrder(replace(own, **changes), fate, read.spot, own, tuple(changes))


def events(rows: Iterable[PlannedOrder], now: datetime, new_id: Callable[[], str]) -> list[Event]:
    """What the history says of an import. A payment and a closing stand at their own moment, the rest at `now`."""
    return [
        Event(new_id(), row.order.id, _DEEDS[row.fate], _happened_at(row, now), text=_said(row))
        for row in rows
        if row.is_stored
    ]


def _new(read: ReadOrder, at: Circumstances) -> PlannedOrder:
    draft = read.draft
    order = draft.order(at.new_id(), at.now, EXPORT, at.shift)
    if draft.outcome is None:
        return PlannedOrder(order, Fate.NEW, read.spot)
    order = replace(order, outcome_at=_ended_at(draft, order.closes_at, at.now), lost_reason=_reason(read, ""))
    is_old = at.keep_since is not None and order.outcome_at is not None and order.outcome_at < at.keep_since
    return PlannedOrder(order, Fate.OLD if is_old else Fate.ENDED, read.spot)


def _open_again(read: ReadOrder, own: Order, made_at: datetime | None) -> PlannedOrder:
    """The file says open, and we say paid or closed: an older file knows less, and only a closing moment knows more."""
    ended_at = own.outcome_at or own.closes_at
    is_by_time = own.outcome is Outcome.CLOSED and own.lost_reason == BY_TIME
    if is_by_time and read.is_closing_told and read.draft.closes_at > own.closes_at:
        changes = {**_facts(read, own), "outcome": None, "outcome_at": None, "lost_reason": ""}
        return PlannedOrder(replace(own, **changes), Fate.CHANGED, read.spot, own, tuple(changes))
    is_older = made_at is not None and made_at <= ended_at + (_LATE if is_by_time else timedelta())
    return PlannedOrder(own, Fate.SAME if is_older else Fate.CONFLICTING, read.spot, own)


def _facts(read: ReadOrder, own: Order) -> dict[str, Any]:
    """What the platform says of it otherwise than we know."""
    draft = read.draft
    wanted: dict[str, Any] = {
        "number": draft.number,
        "buyer": own.buyer if is_masked(draft.buyer, own.buyer) else draft.buyer,
        "amount": own.amount if draft.amount is None else draft.amount,
        "items": draft.items or own.items,
        "note": own.note or draft.note,
        "flag": draft.flag if own.flag is None else own.flag,
        "agent": own.agent or draft.agent,
        "activity_id": own.activity_id or draft.activity_id,
        "kind_id": BALANCE if draft.kind_id == BALANCE and read.is_kind_told else own.kind_id,
    }
    changes = {name: value for name, value in wanted.items() if getattr(own, name) != value}
    return changes | _moments(read, own)


def _moments(read: ReadOrder, own: Order) -> dict[str, Any]:
    """When it was placed and closes, as the platform tells; the clock that it was first told by stays the order's.

    A time to the minute does not undo one to the second.
    """
    draft = read.draft
    placed_at = own.placed_at if _is_cut(draft.placed_at, own.placed_at) else draft.placed_at
    closes_at = draft.closes_at if read.is_closing_told else own.closes_at + (placed_at - own.placed_at)
    wanted = {"placed_at": placed_at, "closes_at": closes_at}
    return {name: value for name, value in wanted.items() if getattr(own, name) != value}


def _outcome(read: ReadOrder, own: Order, now: datetime) -> dict[str, Any]:
    """The end that the platform tells, if it is another one."""
    draft = read.draft
    if draft.outcome is None or (draft.outcome is Outcome.CLOSED and _stands(read, own)):
        return {}
    if draft.outcome is own.outcome:
        return _better_told(read, own)
    ended = {"outcome": draft.outcome, "outcome_at": _ended_at(draft, own.closes_at, now)}
    return {**ended, "lost_reason": _reason(read, own.lost_reason), "snoozed_until": None}


def _stands(read: ReadOrder, own: Order) -> bool:
    """Whether a closing tells nothing new: the agent gave it up before, or it was paid and sent back later."""
    return own.outcome is Outcome.GIVEN_UP or (own.outcome is Outcome.PAID and read.was_paid)


def _better_told(read: ReadOrder, own: Order) -> dict[str, Any]:
    """The end is known; the platform may know its moment and reason better."""
    draft = read.draft
    changes: dict[str, Any] = {}
    told_at = draft.outcome_at
    if told_at is not None and told_at != own.outcome_at and not _is_cut(told_at, own.outcome_at or told_at):
        changes["outcome_at"] = told_at
    reason = _reason(read, own.lost_reason)
    if reason != own.lost_reason:
        changes["lost_reason"] = reason
    return changes


def _reason(read: ReadOrder, known: str) -> str:
    """Why it was lost: what the agent said, else what the platform says."""
    draft = read.draft
    if draft.outcome is not Outcome.CLOSED:
        return ""
    return draft.lost_reason or known if known in ("", BY_TIME) else known


def _ended_at(draft: OrderDraft, closes_at: datetime, now: datetime) -> datetime:
    """When it ended. Untold, a closing is the deadline if that has passed, and a payment is now."""
    if draft.outcome_at is not None:
        return min(draft.outcome_at, now)
    return min(closes_at, now) if draft.outcome is Outcome.CLOSED else now


def _is_cut(told: datetime, known: datetime) -> bool:
    """Whether a moment is the known one without its seconds, as a spreadsheet saves it."""
    return not told.second and timedelta() <= known - told < _MINUTE


def _happened_at(row: PlannedOrder, now: datetime) -> datetime:
    """An end is told at its own moment, but not before the order came into the queue."""
    if row.fate not in (Fate.PAID, Fate.CLOSED) or row.order.outcome_at is None:
        return now
    return max(row.order.outcome_at, row.order.added_at or row.order.outcome_at)


def _said(row: PlannedOrder) -> str:
    """What a change was of, as the history keeps it."""
    return (
        row.order.lost_reason if row.fate is Fate.CLOSED else " ".join(row.fields) if row.fate is Fate.CHANGED else ""
    )
