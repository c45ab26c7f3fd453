"""The unpaid orders (待付款订单): everything an agent does to them, each of it recorded and with a way back.

The rule: every verb is one transaction with its events and one step of the undo, or a `NotStored` that leaves
everything as it was. None raises for an id that is no longer there.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from app.core.changes import NOTHING, Changed
from app.core.orders.book import OrderBook, Total
from app.core.orders.choices import BY_TIME
from app.core.orders.edits import changed_fields, edited, ended, reopened, typed_again
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.incoming.matching import Known
from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Deed, Event, Flag, Order, Outcome
from app.core.settings import Settings
from app.ports import OrderStore
from app.services.orders.follow_ups import FollowUps
from app.services.orders.ledger import AT_ONCE, ORDERS, OrderLedger, OrderStep, Stored
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime

LATELY = timedelta(days=2)
"""So long an order that ended is in memory: for its buyer, and for the money of today; `look_back` may add to it."""
_DEEDS = {Outcome.PAID: Deed.PAID, Outcome.CLOSED: Deed.CLOSED, Outcome.GIVEN_UP: Deed.GIVEN_UP}

Ids = str | Collection[str]
"""One order or several; several are one step of the undo."""


class Orders:
    """The orders of this shop. It is empty until `load`. As a `Queue` it is what the reminders look at."""

    def __init__(
        self,
        store: OrderStore,
        clock: ShopTime,
        new_id: Callable[[], str],
        settings: Callable[[], Settings],
        pulse: Pulse,
        stored: Stored,
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._settings = settings
        self._pulse = pulse
        self._ledger = OrderLedger(store, stored)
        self._kinds: Mapping[str, OrderKind] = {kind.id: kind for kind in DEFAULTS}
        self.follow_ups = FollowUps(store, clock, new_id, settings)

    def load(self) -> Changed:
        """Take everything from the store, at a start and after a restore. Raises `NotStored`.

        `stored` is not called: whoever shows orders takes the whole.
        """
        self._kinds = {kind.id: kind for kind in self._store.kinds()}
        self._ledger.load(self._store.recent(self._clock.now() - LATELY))
        self.follow_ups.load()
        return ORDERS

    def look_back(self) -> None:
        """Take in what ended so long ago as the rules of urging ask, where that is longer. Raises `NotStored`."""
        lately = self._settings().urge_rules.longest_rest
        if lately > LATELY:
            self._ledger.look_back(self._clock.now() - lately)

    # What is there.

    @property
    def book(self) -> OrderBook:
        """The queue."""
        return self._ledger.book

    def get(self, order_id: str) -> Order | None:
        """The order of an id, open or ended lately."""
        return self.book.get(order_id)

    def open(self) -> Iterable[Order]:
        """Those that wait for their payment, the nearest to close first."""
        return self.book.open()

    def of_buyer(self, buyer: str) -> Sequence[Order]:
        """Those of a buyer, open or ended lately."""
        return self.book.of_buyer(buyer)

    def has_paid(self, buyer: str) -> bool:
        """Whether a buyer has paid an order lately."""
        return self.book.has_paid(buyer)

    def kinds(self) -> Mapping[str, OrderKind]:
        """The shop's kinds by id, in their order."""
        return self._kinds

    def history(self, order_id: str) -> Sequence[Event]:
        """What happened to an order, the oldest first. Raises `NotStored`."""
        return self._store.history(order_id)

    def recovered(self) -> Total:
        """What was paid on this day of the shop after it had been in the queue."""
        return self.book.recovered(self._clock.midnight())

    def paid_today(self) -> Sequence[Order]:
        """Those that were paid on this day of the shop, the latest first."""
        midnight = self._clock.midnight()
        paid = [(one.outcome_at, one) for one in self.book.ended() if one.outcome is Outcome.PAID]
        today = [(at, one) for at, one in paid if at is not None and at >= midnight]
        return [one for _at, one in sorted(today, key=lambda pair: (pair[0], pair[1].id), reverse=True)]

    def left(self, order: Order) -> timedelta:
        """How long an order has until it closes; negative when it is over. No clock that is set changes it."""
        now = self._pulse.now()  # first: it finds out whether the clock was set
        return order.closes_by(self._pulse.shift) - now

    @property
    def undoable(self) -> OrderStep | None:
        """What `undo` would undo: which deed and how many orders, for the sentence in the notice."""
        return self._ledger.last

    # Coming in.

    def add(self, draft: OrderDraft) -> Changed:
        """Note an order by hand. One that is known already is brought up to date and never doubled."""
        self._pulse.keep()
        now, shift = self._pulse.now(), self._pulse.shift
        own = self.known(draft)
        if own is not None:
            return self._edit(own, typed_again(own, draft, now, shift))
        order = replace(draft.order(self._new_id(), now), shift=shift, agent=draft.agent or self._settings().agent)
        return self._ledger.do(Deed.ADDED, [(None, order)], [self._event(order, Deed.ADDED)])

    def known(self, draft: OrderDraft) -> Order | None:
        """The order that a draft is of: the same number or, where one has none, the same buyer, time and amount."""
        own = self.book.numbered(draft.number)
        if own is not None:
            return own
        stored = self._store.find(numbers=[draft.number]) if draft.number else ()
        return Known([*self.book.of_buyer(draft.buyer), *stored]).match(draft) or self._same(draft)

    def add_all(self, orders: Collection[Order], events: Collection[Event], did: Deed = Deed.IMPORTED) -> Changed:
        """Keep the orders of an import with what it recorded: one transaction and one step of the undo."""
        self._pulse.keep()
        known = {order.id: order for order in self._ledger.some(order.id for order in orders)}
        return self._ledger.do(did, [(known.get(order.id), order) for order in orders], list(events))

    # What an agent does to an order.

    def edit(self, wanted: Order) -> Changed:
        """Keep an order that was changed in a form."""
        own = next(iter(self._ledger.some([wanted.id])), None)
        if own is None:
            return NOTHING
        self._pulse.keep()
        return self._edit(own, edited(own, wanted, self._kinds.get(wanted.kind_id), self._pulse.shift))

    def pay(self, ids: Ids) -> Changed:
        """They were paid."""
        return self._end(ids, Outcome.PAID)

    def close(self, ids: Ids, reason: str = "") -> Changed:
        """The platform or the buyer closed them."""
        return self._end(ids, Outcome.CLOSED, reason)

    def give_up(self, ids: Ids, reason: str = "") -> Changed:
        """Nobody asks for these payments any more."""
        return self._end(ids, Outcome.GIVEN_UP, reason)

    def lose(self, ids: Ids, reason: str) -> Changed:
        """Say why they were lost; one that is still open is given up with that."""
        lost = [order for order in self._some(ids) if order.outcome is not Outcome.PAID]
        return self._do(
            Deed.GIVEN_UP if any(order.is_open for order in lost) else Deed.EDITED,
            lost,
            lambda order: ended(
                order, order.outcome or Outcome.GIVEN_UP, order.outcome_at or self._clock.now(), reason
            ),
            reason,
        )

    def reopen(self, ids: Ids) -> Changed:
        """They wait for their payment after all."""
        return self._do(Deed.REOPENED, self._some(ids), reopened)

    def set_flag(self, ids: Ids, flag: Flag | None) -> Changed:
        """Give them a flag's colour, or none."""
        return self._do(Deed.EDITED, self._some(ids), lambda order: replace(order, flag=flag), "flag")

    def note(self, order_id: str, text: str) -> Changed:
        """Write a note on one."""
        return self._do(Deed.EDITED, self._some(order_id), lambda order: replace(order, note=text), "note")

    def problem(self, ids: Ids, problem_id: str) -> Changed:
        """Say what keeps the buyer from paying; empty for nothing any more."""
        return self._do(Deed.EDITED, self._some(ids), lambda order: replace(order, problem=problem_id), "problem")

    def snooze(self, ids: Ids, minutes: int) -> Changed:
        """Remind of them in so many minutes, and not before."""
        self._pulse.keep()
        until = self._pulse.now() - self._pulse.shift + timedelta(minutes=minutes)
        waiting = [order for order in self._some(ids) if order.is_open]
        return self._do(
            Deed.SNOOZED, waiting, lambda order: replace(order, snoozed_until=until + order.shift), str(minutes)
        )

    def override(self, ids: Ids, *, is_overridden: bool = True) -> Changed:
        """Remind of them although the rules hold that back, or not any more."""
        deed = Deed.OVERRIDDEN if is_overridden else Deed.EDITED
        return self._do(deed, self._some(ids), lambda order: replace(order, is_overridden=is_overridden))

    def check(self, order_id: str, point: str, *, is_done: bool = True) -> Changed:
        """Tick a point of the list after the payment, or take the tick away."""

        def ticked(order: Order) -> Order:
            others = tuple(other for other in order.checks if other != point)
            return replace(order, checks=(*others, point) if is_done else others)

        wanted = [order for order in self._some(order_id) if (point in order.checks) is not is_done]
        return self._do(Deed.CHECKED if is_done else Deed.EDITED, wanted, ticked, point)

    def remove(self, ids: Ids) -> Changed:
        """Delete them with their history: they were noted by mistake."""
        return self._ledger.remove(self._some(ids))

    def undo(self) -> Changed:
        """Take the last deed back; what happened to the orders since then stays."""
        return self._ledger.undo()

    def record(self, events: Collection[Event]) -> Changed:
        """Add to the history what was said to buyers."""
        return self._ledger.record(events)

    # What happens by itself.

    def expire(self, is_told: Callable[[Order], bool] = lambda _order: True) -> Changed:
        """Close some whose moment has come and was told; more until it gives nothing. No undo: an import corrects."""
        now, shift = self._pulse.now(), self._pulse.shift
        closed = list(islice(filter(is_told, self.book.closed_at(now - shift)), AT_ONCE))
        edits = [(order, ended(order, Outcome.CLOSED, order.closes_by(shift), BY_TIME)) for order in closed]
        events = [self._event(order, Deed.CLOSED, BY_TIME, agent="") for order in closed]
        return self._ledger.do(Deed.CLOSED, edits, events, is_undoable=False)

    def forget_old(self) -> Changed:
        """Delete what ended longer ago than the settings say; called once a day. There is no undo of it."""
        now = self._clock.now()
        count = self._store.forget(now - timedelta(days=max(self._settings().order_days, 1)))
        self.book.forget(now - max(LATELY, self._settings().urge_rules.longest_rest))
        self.follow_ups.load()
        if count:
            self._ledger.forget_steps()
        return ORDERS if count else NOTHING

    def save_kinds(self, kinds: Sequence[OrderKind]) -> Changed:
        """Keep the shop's kinds: these and no others; none brings the defaults back."""
        wanted = {kind.id: kind for kind in kinds or DEFAULTS}
        if wanted == self._kinds:
            return NOTHING
        self._store.put_kinds(list(wanted.values()), [kind_id for kind_id in self._kinds if kind_id not in wanted])
        self._kinds = dict(sorted(wanted.items(), key=lambda pair: (pair[1].position, pair[0])))
        return ORDERS

    def reload_kinds(self) -> None:
        """Read the kinds again, after a pack has stored some."""
        self._kinds = {kind.id: kind for kind in self._store.kinds()}

    def _same(self, draft: OrderDraft) -> Order | None:
        """Where neither has a number: an order of the same buyer, kind, moment and amount."""
        wanted = (draft.kind_id, draft.placed_at, draft.amount)
        same = (one for one in self.of_buyer(draft.buyer) if (one.kind_id, one.placed_at, one.amount) == wanted)
        return next((one for one in same if not (one.number and draft.number)), None)

    def _some(self, ids: Ids) -> list[Order]:
        return self._ledger.some([ids] if isinstance(ids, str) else ids)

    def _edit(self, own: Order, wanted: Order) -> Changed:
        deed = Deed.REOPENED if wanted.is_open and not own.is_open else Deed.EDITED
        return self._do(deed, [own], lambda _own: wanted, " ".join(changed_fields(own, wanted)))

    def _end(self, ids: Ids, outcome: Outcome, reason: str = "") -> Changed:
        now = self._clock.now()
        wanted = [order for order in self._some(ids) if order.outcome is not outcome]
        return self._do(_DEEDS[outcome], wanted, lambda order: ended(order, outcome, now, reason), reason)

    def _do(self, deed: Deed, orders: Iterable[Order], change: Callable[[Order], Order], text: str = "") -> Changed:
        edits = [(order, change(order)) for order in orders]
        events = [self._event(after, deed, text) for before, after in edits if before != after]
        return self._ledger.do(deed, edits, events)

    def _event(self, order: Order, deed: Deed, text: str = "", agent: str | None = None) -> Event:
        by = self._settings().agent if agent is None else agent
        return Event(self._new_id(), order.id, deed, self._clock.now(), by, text=text)
