"""Handing over (交接): the card of what is open at the end of a shift, its file, and taking one over on the next PC.

The rule: nothing is doubled, and taking over is taken back in one step.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.changes import NOTHING, Changed
from app.core.orders.duties.duties import Left
from app.core.orders.duties.handover import Handover
from app.core.orders.duties.handover_card import Name, Wording, card
from app.core.orders.duties.handover_merge import Known, Merge, merged
from app.core.orders.duties.shifts import HAND_OVER_UNTIL, Turn, next_hand_over, running
from app.core.orders.order import Deed, Event
from app.core.settings import Language, Settings
from app.core.sheet.changes import Change
from app.core.values import dataclass
from app.ports import OrderStore
from app.services.orders.orders import Orders
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking over: which data changed, what was merged, and the changes that the other shift saw."""

    changed: Changed
    merge: Merge
    changes: Sequence[Change]


class HandingOver:
    """Makes and takes handovers. `unconfirmed` gives the changes of activities that nobody has confirmed."""

    def __init__(
        self,
        orders: Orders,
        store: OrderStore,
        unconfirmed: Callable[[], Sequence[Change]],
        clock: ShopTime,
        pulse: Pulse,
        settings: Callable[[], Settings],
    ) -> None:
        self._orders = orders
        self._store = store
        self._unconfirmed = unconfirmed
        self._clock = clock
        self._pulse = pulse
        self._settings = settings
        self._taken: tuple[object | None, object | None] = (None, None)

    def next(self) -> Turn | None:
        """The turn that is to be handed over next; its `hand_over_at` is when the card is due."""
        return next_hand_over(self._settings().shifts, self._clock.now(), self._clock.zone())

    def left(self, before: datetime | None = None) -> Left:
        """How much is open; with `before` only what was there at that moment already."""
        book, promises, changes = self._orders.book, self._orders.follow_ups.open(), self._unconfirmed()
        if before is None:
            return Left(book.count(), len(promises), len(changes))
        return Left(
            sum((order.added_at or order.placed_at) < before for order in book.open()),
            sum(one.made_at is None or one.made_at < before for one in promises),
            sum(change.changed_at < before for change in changes),
        )

    def made(self) -> Handover:
        """Everything that is open now, with what ended lately. Raises `NotStored`."""
        now, settings, book = self._clock.now(), self._settings(), self._orders.book
        orders = (*book.open(), *book.ended())
        kinds = self._orders.kinds()
        used = dict.fromkeys(order.kind_id for order in orders)
        return Handover(
            now,
            settings.agent,
            settings.shop,
            self._shift(now),
            orders,
            tuple(self._history({order.id for order in orders}, [order.placed_at for order in orders])),
            tuple(kinds[kind_id] for kind_id in used if kind_id in kinds),
            tuple(self._orders.follow_ups.all()),
            tuple(self._unconfirmed()),
        )

    def text(
        self,
        handover: Handover,
        *,
        is_masked: bool,
        is_own: bool = True,
        field: Name = lambda _field: "",
        shown: Name = str,
    ) -> str:
        """The card to read, of what was made here or of a file.

        `field` gives the name of a field of the cheat-sheet in the words of the interface, `shown` what the shop calls
        its kinds, problems and shifts.
        """
        settings = self._settings()
        kinds = {kind.id: kind.name for kind in handover.kinds} | {
            kind.id: kind.name for kind in self._orders.kinds().values()
        }
        problems = {choice.id: choice.name for choice in settings.payment_problems}
        self._pulse.now()
        wording = Wording(
            zone=self._zone(),
            is_chinese=settings.language is Language.CHINESE,
            is_masked=is_masked,
            shift=self._pulse.shift if is_own else timedelta(),
            kind=lambda kind_id: shown(kinds.get(kind_id, "")),
            problem=lambda problem_id: shown(problems.get(problem_id, "")),
            field=field,
        )
        return card(replace(handover, shift=shown(handover.shift)), wording)

    def plan(self, handover: Handover) -> Merge:
        """What taking one over would change. Raises `NotStored`."""
        self._pulse.now()
        found = self._store.find([order.id for order in handover.orders], [order.number for order in handover.orders])
        stored = [self._orders.get(order.id) or order for order in found]
        of_buyers = (own for order in handover.orders for own in self._orders.of_buyer(order.buyer))
        own = list({order.id: order for order in (*stored, *of_buyers)}.values())
        placed = [order.placed_at for order in (*own, *handover.orders)]
        return merged(
            handover,
            Known(
                own,
                self._history({order.id for order in own}, placed),
                self._orders.follow_ups.all(),
                self._orders.kinds(),
            ),
            self._pulse.shift,
        )

    def take(self, handover: Handover) -> Taken:
        """Take one over. Raises `NotStored`."""
        merge = self.plan(handover)
        changed = NOTHING
        if merge.kinds:
            changed |= self._orders.save_kinds([*self._orders.kinds().values(), *merge.kinds])
        of_changed = {order.id for order in merge.orders}
        of_orders = self._orders.add_all(
            merge.orders, [event for event in merge.events if event.order_id in of_changed], Deed.HANDED_OVER
        )
        of_promises = self._orders.follow_ups.take(merge.follow_ups)
        self._taken = (
            self._orders.undoable if of_orders else None,
            self._orders.follow_ups.undoable if of_promises else None,
        )
        changed |= self._orders.record([event for event in merge.events if event.order_id not in of_changed])
        return Taken(changed | of_orders | of_promises, merge, handover.changes)

    def undo(self) -> Changed:
        """Take the last taking over back; nothing where something else was done since. Raises `NotStored`."""
        orders, promises = self._taken
        follow_ups = self._orders.follow_ups
        if (orders is not None and orders is not self._orders.undoable) or (
            promises is not None and promises is not follow_ups.undoable
        ):
            return NOTHING
        changed = NOTHING
        if promises is not None:
            changed |= follow_ups.undo()
            self._taken = (orders, None)
        if orders is not None:
            changed |= self._orders.undo()
        self._taken = (None, None)
        return changed

    def _history(self, ids: set[str], placed: Sequence[datetime]) -> list[Event]:
        """What happened to orders, none of it before the first of them was placed."""
        if not ids:
            return []
        since = min(placed) - timedelta(days=1)  # an event at the moment of a clock that was wrong is not lost
        return [event for event in self._store.events(since) if event.order_id in ids]

    def _shift(self, now: datetime) -> str:
        shifts, zone = self._settings().shifts, self._zone()
        turn = running(shifts, now, zone)
        just_began = turn is not None and now - turn.starts_at < HAND_OVER_UNTIL
        former = running(shifts, now - HAND_OVER_UNTIL, zone) if turn is None or just_began else None
        meant = former or turn
        return meant.shift.name if meant else ""

    def _zone(self) -> ZoneInfo:
        return self._clock.zone()
