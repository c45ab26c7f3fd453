"""What the services ask of data at rest: one store a noun.

The rule: every method is one transaction, and each raises `NotStored`.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, FollowUp, Order
from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.sheet.changes import Change
from app.core.sheet.sheet import Entry, Sheet
from app.core.storage import Backup, Contents


class PhraseStore(Protocol):
    """Phrases at rest. Every method is one transaction; each raises `NotStored`."""

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too, in the order of group and position."""
        ...

    def put(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        """Store phrases, new or changed, and delete others by id for good. All or none."""
        ...

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good."""
        ...

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use."""
        ...


class SheetStore(Protocol):
    """The cheat-sheet at rest. Every method is one transaction; each raises `NotStored`."""

    def all(self) -> Sheet:
        """Every entry, those in the bin too."""
        ...

    def put(self, entries: Collection[Entry], changes: Collection[Change] = (), gone: Collection[str] = ()) -> None:
        """Store entries, new or changed, with the changes to be told; delete others by id for good. All or none."""
        ...

    def changes(self) -> Sequence[Change]:
        """The changes of running activities, the latest first, confirmed ones too."""
        ...

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark changes as read."""
        ...

    def uses(self) -> Mapping[str, tuple[int, datetime]]:
        """How often each answer was used and when last, by the answer's id."""
        ...

    def record_use(self, answer_id: str, at: datetime) -> None:
        """Count one use of an answer."""
        ...


class CountdownStore(Protocol):
    """Ad hoc timers, what has been told of countdowns, and the heartbeat. Each method raises `NotStored`."""

    def timers(self) -> Sequence[Timer]:
        """All timers, the nearest first, done ones too."""
        ...

    def put(self, timers: Collection[Timer]) -> None:
        """Store timers, new or changed, all or none."""
        ...

    def remove(self, ids: Collection[str]) -> None:
        """Delete timers."""
        ...

    def told(self) -> Mapping[str, datetime]:
        """The ids of the notices that were shown, and when."""
        ...

    def mark(self, ids: Collection[str], at: datetime) -> None:
        """Remember that notices were shown, in one transaction."""
        ...

    def forget(self, before: datetime) -> None:
        """Drop the marks that are older than a moment."""
        ...

    def heartbeat(self) -> Heartbeat | None:
        """What the clocks said last."""
        ...

    def beat(self, heartbeat: Heartbeat) -> None:
        """Store what the clocks say now."""
        ...


class OrderStore(Protocol):
    """Orders, their history and follow-ups at rest. Every method is one transaction; each raises `NotStored`."""

    def all(self) -> Sequence[Order]:
        """Every order that is kept, open or not; the nearest to close first."""
        ...

    def recent(self, since: datetime) -> Sequence[Order]:
        """The open orders and those that ended at a moment or later, in no order."""
        ...

    def find(self, ids: Collection[str] = (), numbers: Collection[str] = ()) -> Sequence[Order]:
        """The orders of these ids and those of these numbers, ended long ago or not, each once, in no order."""
        ...

    def put(
        self,
        orders: Collection[Order],
        events: Collection[Event] = (),
        *,
        gone: Collection[str] = (),
        undone: Collection[str] = (),
    ) -> None:
        """Store orders, new or changed, with what happened to them, all or none.

        `gone` are ids of orders to delete with their history, `undone` those of events that were taken back.
        """
        ...

    def record(self, events: Collection[Event]) -> None:
        """Add to the history."""
        ...

    def events(self, since: datetime | None = None) -> Sequence[Event]:
        """The history from a moment on, the oldest first."""
        ...

    def marks(self) -> Sequence[Event]:
        """The reminders and urges of open orders, however long ago; the oldest first."""
        ...

    def history(self, order_id: str) -> Sequence[Event]:
        """What happened to one order, the oldest first."""
        ...

    def forget(self, before: datetime) -> int:
        """Delete orders that ended before a moment with their history and follow-ups, and follow-ups done before it;
        how many orders.
        """
        ...

    def forget_all(self) -> int:
        """Delete every order with its history, and every follow-up, for good; how many orders."""
        ...

    def kinds(self) -> Sequence[OrderKind]:
        """The shop's kinds of orders; the defaults where none were stored."""
        ...

    def put_kinds(self, kinds: Collection[OrderKind], gone: Collection[str] = ()) -> None:
        """Store kinds, new or changed, and delete others by id."""
        ...

    def follow_ups(self) -> Sequence[FollowUp]:
        """All of them, the nearest first, done ones too."""
        ...

    def put_follow_ups(self, follow_ups: Collection[FollowUp], gone: Collection[str] = ()) -> None:
        """Store follow-ups, new or changed, and delete others by id."""
        ...


class PackStore(Protocol):
    """Packs at rest: sources, originals and news. Every method is one transaction; each raises `NotStored`.

    What says so may run in a helper thread, beside the main one.
    """

    def sources(self) -> Sequence[PackSource]:
        """The sources in the order of their priority."""
        ...

    def put_sources(self, sources: Collection[PackSource]) -> None:
        """Store sources, new or changed, all or none."""
        ...

    def originals(self, pack_id: str) -> Mapping[str, Original]:
        """What a pack says of its things, what it withdrew among them. It may run in a helper thread."""
        ...

    def kind_ids(self) -> frozenset[str]:
        """The ids of the kinds of orders that packs brought and have. It may run in a helper thread."""
        ...

    def some(self, ids: Collection[str]) -> Mapping[str, Original]:
        """What packs say of some things; those of no pack are left out."""
        ...

    def moved(self) -> Mapping[str, Original]:
        """The originals that moved on while an own edit stayed (`former` is set)."""
        ...

    def latest_news(self) -> Sequence[News]:
        """The must-reads that wait and the latest news, the newest first."""
        ...

    def news(self) -> Sequence[News]:
        """All news that are kept, the newest first."""
        ...

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark news as read."""
        ...

    def written(self, phrases: Collection[Phrase], originals: Collection[Original]) -> object:
        """Make ready what `deliver` stores; whatever it is, it is only for that. It may run in a helper thread."""
        ...

    def deliver(self, delivery: Delivery, written: object = None) -> None:
        """Store everything that a delivery holds, phrases, entries and kinds of orders too, all or none."""
        ...


class SettingsStore(Protocol):
    """Settings at rest."""

    def load(self) -> Settings:
        """The stored settings; what is missing or unreadable has its default."""
        ...

    def save(self, settings: Settings) -> None:
        """Store them. Raises `NotStored`."""
        ...


class Images(Protocol):
    """Attached pictures at rest, by the name `Image.file` holds."""

    def put(self, content: bytes) -> str:
        """Copy a picture into the data folder and give its name. Raises `BadPhrase` or `NotStored`."""
        ...

    def read(self, file: str) -> bytes:
        """The picture as PNG, JPEG or GIF bytes. Raises `NotStored` (`GONE`)."""
        ...


class Backups(Protocol):
    """Copies of the database that were read back after writing."""

    def make(self, why: str) -> str:
        """Write one and verify it; its file name. `why` is a word in small letters. Raises `NotStored`."""
        ...

    def all(self) -> Sequence[Backup]:
        """Those there are, the newest first."""
        ...

    def contents(self, name: str) -> Contents:
        """What a backup holds; with an empty name what the data holds now. Raises `NotStored`."""
        ...

    def forget_buyers(self) -> None:
        """Take all that is known of buyers out of every backup, for good; one that cannot be read is deleted.

        Raises `NotStored`.
        """
        ...

    def restore(self, name: str) -> str:
        """Put the data back as it was then; the backup made just before, which is the way back. Raises `NotStored`."""
        ...
