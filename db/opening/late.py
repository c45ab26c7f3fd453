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
from db.opening.awaited import Awaited
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


class LatePhrases:
    """The port `PhraseStore`."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too."""
        return self._data.result().phrases.all()

    def put(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        """Store phrases and delete others for good, all or none."""
        self._data.result().phrases.put(phrases, gone)

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good."""
        self._data.result().phrases.remove(ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use."""
        self._data.result().phrases.record_use(phrase_id, at)


class LateSheets:
    """The port `SheetStore`."""

    def __init__(self, data: "Future[Data]", early: Early | None) -> None:
        self._data = data
        self._early = early

    def all(self) -> Sheet:
        """Every entry, those in the bin too."""
        if self._early and not self._data.done():
            return self._early.sheet
        return self._data.result().sheets.all()

    def put(self, entries: Collection[Entry], changes: Collection[Change] = (), gone: Collection[str] = ()) -> None:
        """Store entries with the changes to be told; delete others for good."""
        self._data.result().sheets.put(entries, changes, gone)

    def changes(self) -> Sequence[Change]:
        """The changes of running activities, the latest first."""
        if self._early and not self._data.done():
            return self._early.changes
        return self._data.result().sheets.changes()

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark changes as read."""
        self._data.result().sheets.confirm(ids, at)

    def uses(self) -> Mapping[str, tuple[int, datetime]]:
        """How often each answer was used and when last."""
        if self._early and not self._data.done():
            return self._early.uses
        return self._data.result().sheets.uses()

    def record_use(self, answer_id: str, at: datetime) -> None:
        """Count one use of an answer."""
        self._data.result().sheets.record_use(answer_id, at)


class LateCountdowns:
    """The port `CountdownStore`."""

    def __init__(self, data: "Future[Data]", early: Early | None) -> None:
        self._data = data
        self._early = early

    def timers(self) -> Sequence[Timer]:
        """All timers, the nearest first."""
        if self._early and not self._data.done():
            return self._early.timers
        return self._data.result().countdowns.timers()

    def put(self, timers: Collection[Timer]) -> None:
        """Store timers, all or none."""
        self._data.result().countdowns.put(timers)

    def remove(self, ids: Collection[str]) -> None:
        """Delete timers."""
        self._data.result().countdowns.remove(ids)

    def told(self) -> Mapping[str, datetime]:
        """The notices that were shown, and when."""
        if self._early and not self._data.done():
            return self._early.told
        return self._data.result().countdowns.told()

    def mark(self, ids: Collection[str], at: datetime) -> None:
        """Remember that notices were shown."""
        self._data.result().countdowns.mark(ids, at)

    def forget(self, before: datetime) -> None:
        """Drop the marks that are older than a moment."""
        self._data.result().countdowns.forget(before)

    def heartbeat(self) -> Heartbeat | None:
        """What the clocks said last."""
        if self._early and not self._data.done():
            return self._early.heartbeat
        return self._data.result().countdowns.heartbeat()

    def beat(self, heartbeat: Heartbeat) -> None:
        """Store what the clocks say now."""
        self._data.result().countdowns.beat(heartbeat)


class LateOrders:
    """The port `OrderStore`."""

    def __init__(self, data: "Future[Data]", early: Early | None) -> None:
        self._data = data
        self._early = early

    def all(self) -> Sequence[Order]:
        """Every order that is kept, open or not."""
        return self._data.result().orders.all()

    def recent(self, since: datetime) -> Sequence[Order]:
        """The open orders and those that ended at a moment or later."""
        early = self._known(since)
        if early is None:
            return self._data.result().orders.recent(since)
        return [order for order in early.orders if order.outcome_at is None or order.outcome_at >= since]

    def find(self, ids: Collection[str] = (), numbers: Collection[str] = ()) -> Sequence[Order]:
        """The orders of these ids and those of these numbers."""
        return self._data.result().orders.find(ids, numbers)

    def put(
        self,
        orders: Collection[Order],
        events: Collection[Event] = (),
        *,
        gone: Collection[str] = (),
        undone: Collection[str] = (),
    ) -> None:
        """Store orders with what happened to them; delete others with their history."""
        self._data.result().orders.put(orders, events, gone=gone, undone=undone)

    def record(self, events: Collection[Event]) -> None:
        """Add to the history."""
        self._data.result().orders.record(events)

    def events(self, since: datetime | None = None) -> Sequence[Event]:
        """The history from a moment on, the oldest first."""
        early = self._known(since)
        if early is None:
            return self._data.result().orders.events(since)
        return [event for event in early.order_events if since is None or event.at >= since]

    def marks(self) -> Sequence[Event]:
        """The reminders and urges of open orders."""
        if self._early and not self._data.done():
            return self._early.order_marks
        return self._data.result().orders.marks()

    def history(self, order_id: str) -> Sequence[Event]:
        """What happened to one order, the oldest first."""
        return self._data.result().orders.history(order_id)

    def forget(self, before: datetime) -> int:
        """Delete orders that ended before a moment, with all that belongs to them; how many orders."""
        return self._data.result().orders.forget(before)

    def forget_all(self) -> int:
        """Delete everything that is known of buyers; how many orders."""
        return self._data.result().orders.forget_all()

    def kinds(self) -> Sequence[OrderKind]:
        """The shop's kinds of orders."""
        if self._early and not self._data.done():
            return self._early.order_kinds
        return self._data.result().orders.kinds()

    def put_kinds(self, kinds: Collection[OrderKind], gone: Collection[str] = ()) -> None:
        """Store kinds and delete others by id."""
        self._data.result().orders.put_kinds(kinds, gone)

    def follow_ups(self) -> Sequence[FollowUp]:
        """All of them, the nearest first, done ones too."""
        if self._early and not self._data.done():
            return self._early.follow_ups
        return self._data.result().orders.follow_ups()

    def put_follow_ups(self, follow_ups: Collection[FollowUp], gone: Collection[str] = ()) -> None:
        """Store follow-ups and delete others by id."""
        self._data.result().orders.put_follow_ups(follow_ups, gone)

    def _known(self, since: datetime | None) -> Early | None:
        """What was read early, as long as it can answer for everything since a moment."""
        early = self._early
        if early is None or self._data.done():
            return None
        has_all = early.orders_since is None or (since is not None and since >= early.orders_since)
        return early if has_all else None


class LateSettings:
    """The port `SettingsStore`."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def load(self) -> Settings:
        """The stored settings."""
        return self._data.result().settings.load()

    def save(self, settings: Settings) -> None:
        """Store them."""
        self._data.result().settings.save(settings)
