"""Orders that were recognised in a text copied from the client: read, compared with what is known, and kept.

The rule: all of them are one transaction and one step of the undo, and none doubles one that is known.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from app.core.changes import NOTHING, Changed
from app.core.orders.edits import changed_fields, ended, typed_again
from app.core.orders.incoming.drafts import Kinds, OrderDraft
from app.core.orders.incoming.text import Card, read_text
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.settings import Settings
from app.services.orders.ledger import OrderStep
from app.services.orders.orders import Orders
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime

_DEEDS = {Outcome.PAID: Deed.PAID, Outcome.CLOSED: Deed.CLOSED, Outcome.GIVEN_UP: Deed.GIVEN_UP}


class OrderCards:
    """Takes pasted orders over; `undo` takes the last taking over back as long as nothing else was done."""

    def __init__(
        self,
        orders: Orders,
        clock: ShopTime,
        pulse: Pulse,
        new_id: Callable[[], str],
        settings: Callable[[], Settings],
    ) -> None:
        self._orders = orders
        self._clock = clock
        self._pulse = pulse
        self._new_id = new_id
        self._settings = settings
        self._step: OrderStep | None = None

    def read(self, text: str) -> tuple[Card, ...]:
        """The cards in a text. Raises `BadOrder`."""
        return read_text(text, Kinds(list(self._orders.kinds().values())), self._clock.now(), self._clock.zone())

    def known(self, draft: OrderDraft) -> Order | None:
        """The order that a draft is of. Raises `NotStored`."""
        return self._orders.known(draft)

    def take(self, drafts: Sequence[OrderDraft]) -> Changed:
        """Keep drafts; one of an order that is known brings that up to date. Raises `NotStored`, and keeps nothing."""
        now = self._pulse.now()
        kept: dict[str, Order] = {}
        events: list[Event] = []
        for draft in drafts:
            own = self._orders.known(draft) or _of(draft, kept.values())
            before = kept.get(own.id, own) if own else None
            order = self._taken(draft, before, now)
            if order != before:
                kept[order.id] = order
                events.append(self._event(order, before))
        if not kept:
            return NOTHING
        changed = self._orders.add_all(list(kept.values()), events, Deed.ADDED)
        self._step = self._orders.undoable
        return changed

    def undo(self) -> Changed:
        """Take the last taking over back; nothing where something else was done since. Raises `NotStored`."""
        if self._step is None or self._orders.undoable is not self._step:
            return NOTHING
        changed, self._step = self._orders.undo(), None
        return changed

    def _taken(self, draft: OrderDraft, own: Order | None, now: datetime) -> Order:
        shift = self._pulse.shift
        if own is None:
            agent = draft.agent or self._settings().agent
            return replace(draft.order(self._new_id(), now), shift=shift, agent=agent)
        order = typed_again(own, draft, now, shift)
        if draft.outcome is None or draft.outcome is own.outcome:
            return order
        return ended(order, draft.outcome, draft.outcome_at or now, draft.lost_reason or own.lost_reason)

    def _event(self, order: Order, before: Order | None) -> Event:
        deed, text = Deed.ADDED, ""
        if before is not None:
            is_other_end = order.outcome is not before.outcome
            deed = (_DEEDS[order.outcome] if order.outcome else Deed.REOPENED) if is_other_end else Deed.EDITED
            text = "" if is_other_end else " ".join(changed_fields(before, order))
        return Event(self._new_id(), order.id, deed, self._clock.now(), self._settings().agent, text=text)


def _of(draft: OrderDraft, kept: Iterable[Order]) -> Order | None:
    """The order of the same number that was taken over a moment ago, out of the same text."""
    return next((order for order in kept if draft.number and order.number == draft.number), None)
