"""What the services ask of the edges, one Protocol per thing; `tests/fakes.py` holds an honest fake of each.

The rule: all of them are called on the main thread and none of them blocks; what takes time is `Pending`, and a flow
waits for it (`app/core/waits.py`).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from app.core.countdowns import Heartbeat, Timer
from app.core.desktop import Clip, PasteKey, Window
from app.core.hotkeys import Chord
from app.core.notices import Sound
from app.core.order_kinds import OrderKind
from app.core.orders import Event, FollowUp, Order
from app.core.phrases import Phrase
from app.core.settings import Settings
from app.core.sheet import Entry, Sheet
from app.core.sheet_changes import Change
from app.core.storage import Backup

_T_co = TypeVar("_T_co", covariant=True)


class Pending(Protocol[_T_co]):
    """Something an edge is still doing."""

    def is_done(self) -> bool:
        """Whether `value` can be asked for."""
        ...

    def value(self) -> _T_co:
        """What came of it; only when done."""
        ...


class Offer(Protocol):
    """Content that we put on the clipboard for one target."""

    def is_ready(self) -> bool:
        """Whether the system took it; from then on a paste key makes sense."""
        ...

    def has_failed(self) -> bool:
        """Whether the clipboard was locked by another program for longer than the retries last."""
        ...

    def is_ours(self) -> bool:
        """Whether it still lies there: nobody copied anything since."""
        ...

    def is_taken(self) -> bool:
        """Whether the target has asked for it and been quiet since, so that it may be taken away."""
        ...


class Clipboard(Protocol):
    """The system's clipboard, with every format that matters."""

    def keep(self) -> Pending[Clip]:
        """Read what lies there, each format under a size cap, all under a time cap; empty where it is marked secret."""
        ...

    def offer(self, clip: Clip, target: Window | None, key: PasteKey = PasteKey.CTRL_V) -> Offer:
        """Put content there for a target. The key tells which selection it reads (X11: Shift+Insert the primary)."""
        ...

    def give_back(self, kept: Clip, offer: Offer) -> bool:
        """Put back what was kept, if the offer is still ours; False where it is not, and then nothing is touched."""
        ...

    def copy(self, clip: Clip) -> Offer:
        """Put content there for good, as Ctrl+C would."""
        ...


class Desktop(Protocol):
    """The windows of other programs."""

    def target(self) -> Window | None:
        """The window in front or, while one of ours is, the last one before it; None where there is none."""
        ...

    def is_front(self, window: Window) -> bool:
        """Whether it has the keyboard at this moment (the focus itself is looked at, not only the window list)."""
        ...

    def is_there(self, window: Window) -> bool:
        """Whether it still exists."""
        ...

    def focus(self, window: Window) -> None:
        """Ask for it to come to the front; whether it did, `is_front` tells."""
        ...

    def can_paste(self) -> bool:
        """False where the system forbids sending keys to others (Wayland): then texts are only copied."""
        ...


class Keys(Protocol):
    """The keyboard: what is held, and keys sent as if pressed."""

    def are_up(self) -> bool:
        """Whether no modifier, no Enter and no key of the last hotkey is held down."""
        ...

    def press(self, key: PasteKey, target: Window) -> Pending[bool]:
        """Press the paste key if the target is in front at that very moment; False where it was not."""
        ...

    def enter(self, target: Window) -> Pending[bool]:
        """Press Enter under the same condition."""
        ...

    def type_text(self, text: str, target: Window) -> Pending[bool]:
        """Type a text letter by letter under the same condition, checked again at every line."""
        ...


class Hotkeys(Protocol):
    """Chords that reach us whatever window is in front. `pressed` is called with the action's name."""

    def bind(self, name: str, chord: Chord) -> bool:
        """Register a chord for an action, in place of its former one; False where another program holds it."""
        ...

    def unbind(self, name: str) -> None:
        """Let a chord go; unknown names are no error."""
        ...

    def listen(self, pressed: Callable[[str], None], lost: Callable[[], None]) -> None:
        """Who is called at a press, and who when chords may have been lost (unlock, resume, new keyboard)."""
        ...


class Clock(Protocol):
    """The time of day."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...

    def local(self) -> datetime:
        """The moment, aware, in the PC's own time zone."""
        ...

    def ticks(self) -> float:
        """Seconds since this boot. Sleep counts, and setting the clock changes nothing."""
        ...

    def boot(self) -> str:
        """Which boot this is: ticks of another one mean nothing."""
        ...


class Sounds(Protocol):
    """Short sounds of our own."""

    def play(self, sound: Sound) -> None:
        """Begin to play one; neither blocks nor fails."""
        ...


class PhraseStore(Protocol):
    """Phrases at rest. Every method is one transaction; each raises `NotStored`."""

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too, in the order of group and position."""
        ...

    def put(self, phrases: Collection[Phrase]) -> None:
        """Store phrases, new or changed, all or none."""
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

    def restore(self, name: str) -> str:
        """Put the data back as it was then; the backup made just before, which is the way back. Raises `NotStored`."""
        ...
