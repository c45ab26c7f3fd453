"""The platform's order export: read, look, take over, and the same again a few minutes later.

The rule: nothing is touched before `apply`, and `apply` keeps everything in one transaction, or nothing. What happened
to an order between the plan and its taking over is never undone by it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from app.core.changes import NOTHING, Changed
from app.core.imports.reading import UNWATCHED, Watch
from app.core.orders.incoming import intake as order_intake
from app.core.orders.incoming.intake import Circumstances, OrderPlan, PlannedOrder
from app.core.orders.incoming.matching import Known
from app.core.orders.incoming.reading import OrderReading
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Order
from app.core.orders.origins import FindOrigin, Origins
from app.core.settings import Settings
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.values import dataclass
from app.ports import OrderStore
from app.services.orders.ledger import OrderStep
from app.services.orders.orders import Orders
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime


class ReadExport(Protocol):
    """Reads an export; `app.formats.orders.export.read` is the real one. Raises `Cancelled` and nothing else."""

    def __call__(
        self,
        path: str,
        kinds: Sequence[OrderKind],
        now: datetime,
        watch: Watch = ...,
        origin: FindOrigin = ...,
    ) -> OrderReading:
        """Everything that came out of the file."""
        ...


@dataclass(frozen=True, slots=True)
class OrdersImported:
    """An export that was taken over. `step` is what an undo undoes."""

    plan: OrderPlan
    changed: Changed = NOTHING
    step: OrderStep | None = None

    def to_plain(self) -> dict[str, Any]:
        """The report as a JSON object."""
        return {**self.plan.to_plain(), "is_applied": True}


class OrderImport:
    """Brings exports in. No backup is made: an import only adds and corrects, and can be undone."""

    def __init__(
        self,
        read: ReadExport,
        orders: Orders,
        store: OrderStore,
        clock: ShopTime,
        pulse: Pulse,
        new_id: Callable[[], str],
        settings: Callable[[], Settings],
        sheet: Callable[[], Sheet] = lambda: EMPTY,
    ) -> None:
        self._read = read
        self._orders = orders
        self._store = store
        self._clock = clock
        self._pulse = pulse
        self._new_id = new_id
        self._settings = settings
        self._sheet = sheet

    def known(self) -> Sequence[Order]:
        """The orders as they are now, for a `plan` on a helper thread; to be taken on the main thread."""
        return (*self._orders.open(), *self._orders.book.ended())

    def plan(self, path: str, watch: Watch = UNWATCHED, known: Sequence[Order] | None = None) -> OrderPlan:
        """What taking an export over would change. Raises `Cancelled` and nothing else.

        20,000 rows take some seconds: then hand in `known`, taken on the main thread, call it on a helper thread, and
        `settle` what it gives on the main thread again.
        """
        own = self.known() if known is None else known
        kinds = list(self._orders.kinds().values())
        reading = self._read(path, kinds, self._clock.now(), watch, Origins(self._sheet()))
        return order_intake.plan(reading, Known(own), self._circumstances())

    def settle(self, plan: OrderPlan) -> OrderPlan:
        """The plan against everything that is known at this moment, also what ended long ago. Raises `NotStored`.

        Only what is not as the plan found it is planned anew, so it takes a moment and no more.
        """
        self._pulse.now()  # finds out whether the clock was set
        at = self._circumstances()
        stored = self._stored(plan)
        found = Known([*self._named(plan), *stored.values()])
        own_of = [self._now(row, stored) for row in plan.rows]
        taken = {own.id for own in own_of if own is not None}
        rows = []
        for read, row, own in zip(plan.reading.orders, plan.rows, own_of, strict=True):
            meant = own or found.match(read.draft, taken)
            if meant is not None:
                taken.add(meant.id)
            is_as_planned = meant is row.before and row.order.shift == (meant.shift if meant else at.shift)
            rows.append(row if is_as_planned else order_intake.planned(read, meant, plan.reading.made_at, at))
        return replace(plan, rows=tuple(rows))

    def apply(self, plan: OrderPlan) -> OrdersImported:
        """Settle a plan and keep it, in one transaction. Raises `NotStored`, and then nothing has changed."""
        settled = self.settle(plan)
        stored = settled.stored
        if not stored:
            return OrdersImported(settled)
        events = order_intake.events(stored, self._clock.now(), self._new_id)
        changed = self._orders.add_all([row.order for row in stored], events)
        return OrdersImported(settled, changed, self._orders.undoable if changed else None)

    def can_undo(self, imported: OrdersImported) -> bool:
        """Whether it can be taken back at once: nothing was done to the orders since."""
        return imported.step is not None and self._orders.undoable is imported.step

    def undo(self, imported: OrdersImported) -> Changed:
        """Take it back, if nothing was done since. Raises `NotStored`."""
        return self._orders.undo() if self.can_undo(imported) else NOTHING

    def _circumstances(self) -> Circumstances:
        now = self._clock.now()
        keep_since = now - timedelta(days=max(self._settings().order_days, 1))
        return Circumstances(now, self._new_id, keep_since, self._pulse.shift)

    def _stored(self, plan: OrderPlan) -> dict[str, Order]:
        """What the plan may be about and is not in memory, because it ended long ago."""
        books = self._orders.book
        ids = [row.before.id for row in plan.rows if row.before and books.get(row.before.id) is None]
        numbers = [row.order.number for row in plan.rows if row.before is None and not books.numbered(row.order.number)]
        return {order.id: order for order in self._store.find(ids, numbers)} if ids or numbers else {}

    def _now(self, row: PlannedOrder, stored: Mapping[str, Order]) -> Order | None:
        """The order that a row was planned against, as it is now; None where it was deleted meanwhile."""
        if row.before is None:
            return None
        own = self._orders.get(row.before.id) or stored.get(row.before.id)
        return row.before if own == row.before else own

    def _named(self, plan: OrderPlan) -> Iterable[Order]:
        """The orders that rows without one may be of: of their number, or of their buyer."""
        for row in plan.rows:
            if row.before is None:
                numbered = self._orders.book.numbered(row.order.number)
                yield from self._orders.of_buyer(row.order.buyer) if numbered is None else (numbered,)
