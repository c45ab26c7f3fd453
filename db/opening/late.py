"""The stores of a database that another thread is still opening: whoever writes first waits for it.

The rule: every method raises `NotStored`, also for what went wrong in the opening. What the start has read already is
given without waiting: nothing can have been written since.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, FollowUp, Order
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.sheet.changes import Change
from app.core.sheet.sheet import Entry, Sheet
from db.opening.awaited import Awaited, Opening
from db.opening.early import Early
from db.opening.late_files import LateBackups, LateImages
from db.opening.late_packs import LatePacks

if TYPE_CHECKING:
    from db.opening.folder import Data


class Late:
    """All stores of a data folder. `early` is what was read of it before it was opened."""

    def __init__(self, data: "Future[Data]", early: Early | None = None) -> None:
        self.phrases = LatePhrases(data)
        self.sheets = LateSheets(data, early)
        self.countdowns = LateCountdowns(data, early)
        self.orders = LateOrders(data, early)
        self.packs = LatePacks(data, early)
        self.settings = LateSettings(data)
        self.images = LateImages(data)
        self.backups = LateBackups(data)
        self._data = data

    def explain_waits(self, explain: Callable[[], None]) -> None:
        """Have it said in the main thread when that has to wait for the database."""
        if isinstance(self._data, Awaited):
            self._data.explain = explain

    def close(self) -> None:
        """Let go of the file."""
        if self._data.exception() is None:
            self._data.result().database.close()


class LatePhrases(Opening):
    """The port `PhraseStore`."""

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too."""
        return self._data.phrases.all()

    def put(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        """Store phrases and delete others for good, all or none."""
        self._data.phrases.put(phrases, gone)

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good."""
        self._data.phrases.remove(ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use."""
        self._data.phrases.record_use(phrase_id, at)


class LateSheets(Opening):
    """The port `SheetStore`."""

    def all(self) -> Sheet:
        """Every entry, those in the bin too."""
        return early.sheet if (early := self._early) else self._data.sheets.all()

    def put(self, entries: Collection[Entry], changes: Collection[Change] = (), gone: Collection[str] = ()) -> None:
        """Store entries with the changes to be told; delete others for good."""
        self._data.sheets.put(entries, changes, gone)

    def changes(self) -> Sequence[Change]:
        """The changes of running activities, the latest first."""
        return early.changes if (early := self._early) else self._data.sheets.changes()

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark changes as read."""
        self._data.sheets.confirm(ids, at)

    def uses(self) -> Mapping[str, tuple[int, datetime]]:
        """How often each answer was used and when last."""
        return early.uses if (early := self._early) else self._data.sheets.uses()

    def record_use(self, answer_id: str, at: datetime) -> None:
        """Count one use of an answer."""
        self._data.sheets.record_use(answer_id, at)


class LateCountdowns(Opening):
    """The port `CountdownStore`."""

    def timers(self) -> Sequence[Timer]:
        """All timers, the nearest first."""
        return early.timers if (early := self._early) else self._data.countdowns.timers()

    def put(self, timers: Collection[Timer]) -> None:
        """Store timers, all or none."""
        self._data.countdowns.put(timers)

    def remove(self, ids: Collection[str]) -> None:
        """Delete timers."""
        self._data.countdowns.remove(ids)

    def told(self) -> Mapping[str, datetime]:
        """The notices that were shown, and when."""
        return early.told if (early := self._early) else self._data.countdowns.told()

    def mark(self, ids: Collection[str], at: datetime) -> None:
        """Remember that notices were shown."""
        self._data.countdowns.mark(ids, at)

    def forget(self, before: datetime) -> None:
        """Drop the marks that are older than a moment."""
        self._data.countdowns.forget(before)

    def heartbeat(self) -> Heartbeat | None:
        """What the clocks said last."""
        return early.heartbeat if (early := self._early) else self._data.countdowns.heartbeat()

    def beat(self, heartbeat: Heartbeat) -> None:
        """Store what the clocks say now."""
        self._data.countdowns.beat(heartbeat)


class LateOrders(Opening):
    """The port `OrderStore`."""

    def all(self) -> Sequence[Order]:
        """Every order that is kept, open or not."""
        return self._data.orders.all()

    def recent(self, since: datetime) -> Sequence[Order]:
        """The open orders and those that ended at a moment or later."""
        early = self._known(since)
        if early is None:
            return self._data.orders.recent(since)
        return [order for order in early.orders if order.outcome_at is None or order.outcome_at >= since]

    def find(self, ids: Collection[str] = (), numbers: Collection[str] = ()) -> Sequence[Order]:
        """The orders of these ids and those of these numbers."""
        return self._data.orders.find(ids, numbers)

    def put(
        self,
        orders: Collection[Order],
        events: Collection[Event] = (),
        *,
        gone: Collection[str] = (),
        undone: Collection[str] = (),
    ) -> None:
        """Store orders with what happened to them; delete others with their history."""
        self._data.orders.put(orders, events, gone=gone, undone=undone)

    def record(self, events: Collection[Event]) -> None:
        """Add to the history."""
        self._data.orders.record(events)

    def events(self, since: datetime | None = None) -> Sequence[Event]:
        """The history from a moment on, the oldest first."""
        early = self._known(since)
        if early is None:
            return self._data.orders.events(since)
        return [event for event in early.order_events if since is None or event.at >= since]

    def marks(self) -> Sequence[Event]:
        """The reminders and urges of open orders."""
        return early.order_marks if (early := self._early) else self._data.orders.marks()

    def history(self, order_id: str) -> Sequence[Event]:
        """What happened to one order, the oldest first."""
        return self._data.orders.history(order_id)

    def forget(self, before: datetime) -> int:
        """Delete orders that ended before a moment, with all that belongs to them; how many orders."""
        return self._data.orders.forget(before)

    def forget_all(self) -> int:
        """Delete everything that is known of buyers; how many orders."""
        return self._data.orders.forget_all()

    def kinds(self) -> Sequence[OrderKind]:
        """The shop's kinds of orders."""
        return early.order_kinds if (early := self._early) else self._data.orders.kinds()

    def put_kinds(self, kinds: Collection[OrderKind], gone: Collection[str] = ()) -> None:
        """Store kinds and delete others by id."""
        self._data.orders.put_kinds(kinds, gone)

    def follow_ups(self) -> Sequence[FollowUp]:
        """All of them, the nearest first, done ones too."""
        return early.follow_ups if (early := self._early) else self._data.orders.follow_ups()

    def put_follow_ups(self, follow_ups: Collection[FollowUp], gone: Collection[str] = ()) -> None:
        """Store follow-ups and delete others by id."""
        self._data.orders.put_follow_ups(follow_ups, gone)

    def _known(self, since: datetime | None) -> Early | None:
        """What was read early, as long as it can answer for everything since a moment."""
        early = self._early
        if early is None:
            return None
        has_all = early.orders_since is None or (since is not None and since >= early.orders_since)
        return early if has_all else None


class LateSettings(Opening):
    """The port `SettingsStore`."""

    def load(self) -> Settings:
        """The stored settings."""
        return self._data.settings.load()

    def save(self, settings: Settings) -> None:
        """Store them."""
        self._data.settings.save(settings)
