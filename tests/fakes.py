"""One small honest fake for each port: it keeps what a real edge would, and nothing happens in it by itself."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.clockwork.notices import Sound
from app.core.desktop import Clip, PasteKey, Sight, Window
from app.core.hotkeys import Chord
from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Deed, Event, FollowUp, Order
from app.core.packs.sources import Delivery, News, Original, PackSource, in_priority
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.shares.share import READ_LIMIT, Fault, Fresh, Look, ShareTrouble, is_ignored, is_share_name
from app.core.sheet.changes import Change
from app.core.sheet.sheet import Entry, Sheet
from app.core.storage import Backup, Contents, NotStored, Trouble
from app.core.waits import Flow, Until

T = TypeVar("T")


def run(flow: Flow[T], meanwhile: Callable[[Until], Any] = lambda wait: None) -> T:
    """Run a flow to its end; `meanwhile` is called at every wait that is not yet over, as the world goes on then."""
    try:
        wait = next(flow)
        while True:
            if not wait.is_true():
                meanwhile(wait)
            wait = flow.send(wait.is_true())
    except StopIteration as end:
        return end.value


@dataclass
class FakePending:
    """Done at once, unless told to hang."""

    result: Any
    is_hanging: bool = False

    def is_done(self) -> bool:
        return not self.is_hanging

    def value(self) -> Any:
        return self.result


class FakeClock:
    """A clock that goes when it is told to."""

    def __init__(self, at: datetime = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)) -> None:
        self.at = at
        self.offset = timedelta(hours=8)
        self.elapsed = 1000.0
        self.boot_id = "boot"

    def now(self) -> datetime:
        return self.at

    def local(self) -> datetime:
        return (self.at + self.offset).replace(tzinfo=UTC)

    def ticks(self) -> float:
        return self.elapsed

    def boot(self) -> str:
        return self.boot_id

    def go(self, by: timedelta) -> None:
        """Let time pass."""
        self.at += by
        self.elapsed += by.total_seconds()

    def jump(self, by: timedelta) -> None:
        """Set the wall clock, while no time passes."""
        self.at += by

    def reboot(self, after: timedelta = timedelta(minutes=1)) -> None:
        """The PC is started anew; its ticks begin again."""
        self.at += after
        self.elapsed = 5.0
        self.boot_id += "'"


@dataclass
class FakeSounds:
    """A loudspeaker that writes down what it played."""

    played: list[Sound] = field(default_factory=list)

    def play(self, sound: Sound) -> None:
        self.played.append(sound)


@dataclass
class FakeOffer:
    clipboard: "FakeClipboard"
    clip: Clip
    target: Window | None
    key: PasteKey | None
    was_read: bool = False

    def is_ready(self) -> bool:
        return not self.clipboard.is_locked

    def has_failed(self) -> bool:
        return self.clipboard.is_locked

    def is_ours(self) -> bool:
        return self.clipboard.content is self.clip

    def is_taken(self) -> bool:
        return self.was_read


@dataclass
class FakeClipboard:
    content: Clip = field(default_factory=Clip)
    is_locked: bool = False
    is_slow: bool = False
    offers: list[FakeOffer] = field(default_factory=list)

    def keep(self) -> FakePending:
        return FakePending(self.content, self.is_slow)

    def offer(self, clip: Clip, target: Window | None, key: PasteKey = PasteKey.CTRL_V) -> FakeOffer:
        offer = FakeOffer(self, clip, target, key)
        self.offers.append(offer)
        if not self.is_locked:
            self.content = clip
        return offer

    def give_back(self, kept: Clip, offer: FakeOffer) -> bool:
        if not offer.is_ours():
            return False
        self.content = kept
        return True

    def copy(self, clip: Clip) -> FakeOffer:
        return self.offer(clip, None)


@dataclass
class FakeDesktop:
    """`front` has the keyboard; `windows` are all that exist; a focus that is asked for comes unless `is_stubborn`."""

    front: Window | None = None
    windows: list[Window] = field(default_factory=list)
    is_stubborn: bool = False
    is_wayland: bool = False

    def target(self) -> Window | None:
        return self.front

    def is_front(self, window: Window) -> bool:
        return self.front == window

    def is_there(self, window: Window) -> bool:
        return window in self.windows

    def focus(self, window: Window) -> None:
        if not self.is_stubborn and window in self.windows:
            self.front = window

    def can_paste(self) -> bool:
        return not self.is_wayland


@dataclass
class FakeFollowed:
    """`windows` are on the screen; `change` puts, moves or removes the followed one; `click` is what the agent does."""

    windows: list[Sight] = field(default_factory=list)
    wanted: tuple[str, str] | None = None

    is_seeing: bool = True
    is_pointing: bool = False
    _told: Callable[[Sight | None], None] | None = None
    _pointed: Callable[[Sight | None], None] | None = None

    def can_see(self) -> bool:
        return self.is_seeing

    def all(self) -> Sequence[Sight]:
        return tuple(self.windows)

    def follow(self, program: str, kind: str, told: Callable[[Sight | None], None]) -> None:
        self.wanted, self._told = (program, kind), told
        told(self._found())

    def leave(self) -> None:
        self.wanted, self._told = None, None

    def point(self, pointed: Callable[[Sight | None], None]) -> bool:
        if self.is_pointing or not self.is_seeing:
            return False
        self.is_pointing, self._pointed = True, pointed
        return True

    def stop_pointing(self) -> None:
        self.click(None)

    def click(self, sight: Sight | None) -> None:
        pointed, self._pointed, self.is_pointing = self._pointed, None, False
        if pointed:
            pointed(sight)

    def change(self, *windows: Sight) -> None:
        self.windows = list(windows)
        if self._told:
            self._told(self._found())

    def _found(self) -> Sight | None:
        program, kind = self.wanted or ("", "")
        found = [each for each in self.windows if each.window.program == program]
        found.sort(key=lambda each: (each.kind != kind, -each.width * each.height))
        return found[0] if found else None


@dataclass
class FakeKeys:
    """A keyboard in front of a target that reads the clipboard when the paste key comes, unless `is_target_deaf`."""

    clipboard: FakeClipboard
    desktop: FakeDesktop
    held: bool = False
    is_target_deaf: bool = False
    written: list[tuple[Window, Any]] = field(default_factory=list)

    def are_up(self) -> bool:
        return not self.held

    def press(self, key: PasteKey, target: Window) -> FakePending:
        if not self.desktop.is_front(target):
            return FakePending(False)
        if not self.is_target_deaf:
            clip = self.clipboard.content
            self.written.append((target, clip.text or dict(clip.formats)))
            for offer in self.clipboard.offers:
                offer.was_read = offer.was_read or offer.clip is clip
        return FakePending(True)

    def enter(self, target: Window) -> FakePending:
        return self.type_text("\n", target)

    def type_text(self, text: str, target: Window) -> FakePending:
        if not self.desktop.is_front(target):
            return FakePending(False)
        self.written.append((target, text))
        return FakePending(True)


@dataclass
class FakeHotkeys:
    """`others` are chords that another program holds."""

    others: set[Chord] = field(default_factory=set)
    bound: dict[str, Chord] = field(default_factory=dict)
    pressed: Callable[[str], None] = lambda name: None
    lost: Callable[[], None] = lambda: None

    def bind(self, name: str, chord: Chord) -> bool:
        if chord in self.others or any(held == chord for other, held in self.bound.items() if other != name):
            return False
        self.bound[name] = chord
        return True

    def unbind(self, name: str) -> None:
        self.bound.pop(name, None)

    def listen(self, pressed: Callable[[str], None], lost: Callable[[], None]) -> None:
        self.pressed, self.lost = pressed, lost

    def press(self, chord: Chord) -> None:
        for name, held in list(self.bound.items()):
            if held == chord:
                self.pressed(name)


@dataclass
class FakePhrases:
    """Phrases in memory; `trouble` makes every write fail."""

    rows: dict[str, Phrase] = field(default_factory=dict)
    trouble: Trouble | None = None

    def all(self) -> Sequence[Phrase]:
        return sorted(self.rows.values(), key=lambda phrase: (phrase.group, phrase.position))

    def put(self, phrases: Collection[Phrase], gone: Collection[str] = ()) -> None:
        self._check()
        self.rows |= {phrase.id: phrase for phrase in phrases}
        for phrase_id in gone:
            self.rows.pop(phrase_id, None)

    def remove(self, ids: Collection[str]) -> None:
        self.put((), ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        self._check()
        self.rows[phrase_id] = self.rows[phrase_id].used(at)

    def _check(self) -> None:
        if self.trouble:
            raise NotStored(self.trouble)


@dataclass
class FakeSettings:
    settings: Settings = field(default_factory=Settings)
    trouble: Trouble | None = None

    def load(self) -> Settings:
        return self.settings

    def save(self, settings: Settings) -> None:
        if self.trouble:
            raise NotStored(self.trouble)
        self.settings = replace(settings)


@dataclass
class FakeSheets:
    """A `SheetStore` in memory; `trouble` makes every write fail."""

    sheet: Sheet = field(default_factory=Sheet)
    told: dict[str, Change] = field(default_factory=dict)
    counts: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    trouble: Trouble | None = None

    def all(self) -> Sheet:
        return self.sheet

    def put(self, entries: Collection[Entry], changes: Collection[Change] = (), gone: Collection[str] = ()) -> None:
        self._check()
        self.sheet = self.sheet.having(entries, gone)
        self.told |= {change.id: change for change in changes}

    def changes(self) -> Sequence[Change]:
        return sorted(self.told.values(), key=lambda change: change.changed_at, reverse=True)

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        self._check()
        self.told |= {key: replace(self.told[key], confirmed_at=at) for key in ids if key in self.told}

    def uses(self) -> Mapping[str, tuple[int, datetime]]:
        return dict(self.counts)

    def record_use(self, answer_id: str, at: datetime) -> None:
        self._check()
        self.counts[answer_id] = (self.counts.get(answer_id, (0, at))[0] + 1, at)

    def _check(self) -> None:
        if self.trouble:
            raise NotStored(self.trouble)


@dataclass
class FakeCountdowns:
    """A `CountdownStore` in memory; `trouble` makes every write fail."""

    rows: dict[str, Timer] = field(default_factory=dict)
    shown: dict[str, datetime] = field(default_factory=dict)
    last: Heartbeat | None = None
    trouble: Trouble | None = None

    def timers(self) -> Sequence[Timer]:
        return sorted(self.rows.values(), key=lambda timer: (timer.due_at, timer.id))

    def put(self, timers: Collection[Timer]) -> None:
        self._check()
        self.rows |= {timer.id: timer for timer in timers}

    def remove(self, ids: Collection[str]) -> None:
        self._check()
        for timer_id in ids:
            self.rows.pop(timer_id, None)

    def told(self) -> Mapping[str, datetime]:
        return dict(self.shown)

    def mark(self, ids: Collection[str], at: datetime) -> None:
        self._check()
        self.shown |= dict.fromkeys(ids, at)

    def forget(self, before: datetime) -> None:
        self._check()
        self.shown = {key: at for key, at in self.shown.items() if at >= before}

    def heartbeat(self) -> Heartbeat | None:
        return self.last

    def beat(self, heartbeat: Heartbeat) -> None:
        self._check()
        self.last = heartbeat

    def _check(self) -> None:
        if self.trouble:
            raise NotStored(self.trouble)


@dataclass
class FakeOrders:
    """An `OrderStore` in memory; `trouble` makes every write fail."""

    rows: dict[str, Order] = field(default_factory=dict)
    past: dict[str, Event] = field(default_factory=dict)
    own_kinds: dict[str, OrderKind] = field(default_factory=dict)
    promises: dict[str, FollowUp] = field(default_factory=dict)
    trouble: Trouble | None = None

    def all(self) -> Sequence[Order]:
        return sorted(self.rows.values(), key=lambda order: (order.closes_by(timedelta()), order.id))

    def recent(self, since: datetime) -> Sequence[Order]:
        return [order for order in self.all() if order.outcome_at is None or order.outcome_at >= since]

    def find(self, ids: Collection[str] = (), numbers: Collection[str] = ()) -> Sequence[Order]:
        return [order for order in self.all() if order.id in ids or (order.number and order.number in numbers)]

    def put(
        self,
        orders: Collection[Order],
        events: Collection[Event] = (),
        *,
        gone: Collection[str] = (),
        undone: Collection[str] = (),
    ) -> None:
        self._check()
        kept = {key: order for key, order in self.rows.items() if key not in gone}
        self.rows = kept | {order.id: order for order in orders}
        past = {key: one for key, one in self.past.items() if key not in undone and one.order_id not in gone}
        self.past = past | {event.id: event for event in events}

    def record(self, events: Collection[Event]) -> None:
        self.put((), events)

    def events(self, since: datetime | None = None) -> Sequence[Event]:
        known = [event for event in self.past.values() if since is None or event.at >= since]
        return sorted(known, key=lambda event: event.at)

    def marks(self) -> Sequence[Event]:
        of_open = {order.id for order in self.rows.values() if order.is_open}
        return [one for one in self.events() if one.deed in (Deed.REMINDED, Deed.URGED) and one.order_id in of_open]

    def history(self, order_id: str) -> Sequence[Event]:
        return [event for event in self.events() if event.order_id == order_id]

    def forget(self, before: datetime) -> int:
        self._check()
        old = {order.id for order in self.rows.values() if order.outcome_at is not None and order.outcome_at < before}
        self.put((), gone=old)
        self.promises = {
            key: one
            for key, one in self.promises.items()
            if one.order_id not in old and (one.done_at is None or one.done_at >= before)
        }
        return len(old)

    def forget_all(self) -> int:
        self._check()
        count = len(self.rows)
        self.rows, self.past, self.promises = {}, {}, {}
        return count

    def kinds(self) -> Sequence[OrderKind]:
        return sorted(self.own_kinds.values(), key=lambda kind: (kind.position, kind.id)) or DEFAULTS

    def put_kinds(self, kinds: Collection[OrderKind], gone: Collection[str] = ()) -> None:
        self._check()
        kept = {key: kind for key, kind in self.own_kinds.items() if key not in gone}
        self.own_kinds = kept | {kind.id: kind for kind in kinds}

    def follow_ups(self) -> Sequence[FollowUp]:
        return sorted(self.promises.values(), key=lambda one: (one.due_at, one.id))

    def put_follow_ups(self, follow_ups: Collection[FollowUp], gone: Collection[str] = ()) -> None:
        self._check()
        kept = {key: one for key, one in self.promises.items() if key not in gone}
        self.promises = kept | {one.id: one for one in follow_ups}

    def _check(self) -> None:
        if self.trouble:
            raise NotStored(self.trouble)


@dataclass
class FakePacks:
    """A `PackStore` in memory, beside the fakes that hold what packs bring; `trouble` makes every write fail."""

    phrases: FakePhrases = field(default_factory=FakePhrases)
    sheets: FakeSheets = field(default_factory=FakeSheets)
    orders: FakeOrders = field(default_factory=FakeOrders)
    own_sources: dict[str, PackSource] = field(default_factory=dict)
    items: dict[str, Original] = field(default_factory=dict)
    lines: dict[str, News] = field(default_factory=dict)
    trouble: Trouble | None = None

    def sources(self) -> Sequence[PackSource]:
        return in_priority(self.own_sources.values())

    def put_sources(self, sources: Collection[PackSource]) -> None:
        self.deliver(Delivery(tuple(sources)))

    def originals(self, pack_id: str) -> Mapping[str, Original]:
        return {key: one for key, one in self.items.items() if key.startswith(f"{pack_id}/")}

    def kind_ids(self) -> frozenset[str]:
        kinds = (key for key, one in self.items.items() if isinstance(one.item, OrderKind) and not one.withdrawn_at)
        return frozenset(kinds)

    def some(self, ids: Collection[str]) -> Mapping[str, Original]:
        return {key: self.items[key] for key in ids if key in self.items}

    def moved(self) -> Mapping[str, Original]:
        return {key: one for key, one in self.items.items() if one.former is not None}

    def latest_news(self) -> Sequence[News]:
        return self.news()

    def news(self) -> Sequence[News]:
        return sorted(self.lines.values(), key=lambda one: one.told_at, reverse=True)

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        self._check()
        self.lines |= {key: replace(self.lines[key], confirmed_at=at) for key in ids if key in self.lines}

    def written(self, phrases: Collection[Phrase], originals: Collection[Original]) -> object:
        return None

    def deliver(self, delivery: Delivery, written: object = None) -> None:
        self._check()
        self.phrases.put(delivery.phrases)
        self.sheets.put(delivery.entries, delivery.changes)
        used = {order.kind_id for order in self.orders.rows.values()}
        self.orders.put_kinds(delivery.kinds, [key for key in delivery.kinds_gone if key not in used])
        left = {key: one for key, one in self.items.items() if key not in delivery.originals_gone}
        self.items = left | {one.item.id: one for one in delivery.originals}
        sources = {key: one for key, one in self.own_sources.items() if key not in delivery.sources_gone}
        self.own_sources = sources | {one.id: one for one in delivery.sources}
        before = delivery.news_before
        lines = {key: one for key, one in self.lines.items() if key not in delivery.news_gone}
        kept = {key: one for key, one in lines.items() if one.is_waiting or before is None or one.told_at >= before}
        self.lines = kept | {one.id: one for one in delivery.news}

    def _check(self) -> None:
        if self.trouble:
            raise NotStored(self.trouble)


@dataclass
class FakeImages:
    files: dict[str, bytes] = field(default_factory=dict)

    def put(self, content: bytes) -> str:
        name = f"{len(self.files)}.png"
        self.files[name] = content
        return name

    def read(self, file: str) -> bytes:
        if file not in self.files:
            raise NotStored(Trouble.GONE, file)
        return self.files[file]


@dataclass
class FakeBackups:
    made: list[str] = field(default_factory=list)
    trouble: Trouble | None = None

    def make(self, why: str) -> str:
        if self.trouble:
            raise NotStored(self.trouble)
        self.made.append(why)
        return f"{why}.db"

    def all(self) -> Sequence[Backup]:
        return [Backup(f"{why}.db", datetime(2026, 11, 11, tzinfo=UTC), 1, why) for why in reversed(self.made)]

    def contents(self, name: str) -> Contents:
        if name and name not in {backup.name for backup in self.all()}:
            raise NotStored(Trouble.GONE, name)
        return Contents()

    def forget_buyers(self) -> None:
        if self.trouble:
            raise NotStored(self.trouble)

    def restore(self, name: str) -> str:
        if name not in {backup.name for backup in self.all()}:
            raise NotStored(Trouble.GONE, name)
        return self.make("restore")


@dataclass
class FakeShare:
    """A share in memory. `fault` is what every call meets, `is_read_only` what writing meets.

    `before` is called with the verb and the name ahead of every call: what others do to the share just then.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    place: str = "shop share"
    fault: Fault | None = None
    is_read_only: bool = False
    is_listed: bool = True
    before: Callable[[str, str], Any] = lambda verb, name: None
    calls: list[tuple[str, str]] = field(default_factory=list)
    looks: dict[str, Look] = field(default_factory=dict)
    _times: int = 0

    def __post_init__(self) -> None:
        for name in self.files:
            self._stamp(name)

    def put(self, name: str, content: bytes) -> None:
        """Somebody else writes a file."""
        self.files[name] = content
        self._stamp(name)

    def names(self, folder: str = "") -> Sequence[str]:
        self._meet("names", folder)
        if not self.is_listed:
            raise ShareTrouble(Fault.NOT_LISTED, self.place)
        start = f"{folder}/" if folder else ""
        inside = (name for name in self.files if name.startswith(start))
        return sorted(name for name in inside if "/" not in name[len(start) :] and not is_ignored(name))

    def look(self, name: str) -> Look:
        self._meet("look", name)
        return self._there(name)

    def read(self, name: str, limit: int = READ_LIMIT) -> bytes:
        self._meet("read", name)
        self._there(name)
        if len(self.files[name]) > limit:
            raise ShareTrouble(Fault.TOO_BIG, name)
        return self.files[name]

    def read_new(self, name: str, known: Look | None, limit: int = READ_LIMIT) -> Fresh | None:
        self._meet("read_new", name)
        look = self._there(name)
        if look == known:
            return None
        if len(self.files[name]) > limit:
            raise ShareTrouble(Fault.TOO_BIG, name)
        return Fresh(self.files[name], look)

    def create(self, name: str, content: bytes) -> bool:
        self._meet("create", name, writes=True)
        if name in self.files:
            return False
        self.put(name, content)
        return True

    def replace(self, name: str, content: bytes) -> None:
        self._meet("replace", name, writes=True)
        self.put(name, content)

    def remove(self, name: str) -> None:
        self._meet("remove", name, writes=True)
        self.files.pop(name, None)
        self.looks.pop(name, None)

    def _meet(self, verb: str, name: str, *, writes: bool = False) -> None:
        self.calls.append((verb, name))
        self.before(verb, name)
        if self.fault:
            raise ShareTrouble(self.fault, self.place)
        if not is_share_name(name) and (name or verb != "names"):
            raise ShareTrouble(Fault.BAD_NAME, name)
        if writes and self.is_read_only:
            raise ShareTrouble(Fault.READ_ONLY, self.place)

    def _there(self, name: str) -> Look:
        if name not in self.files:
            raise ShareTrouble(Fault.NOT_THERE, name)
        if name not in self.looks:
            self._stamp(name)
        return self.looks[name]

    def _stamp(self, name: str) -> None:
        self._times += 1
        at = datetime(2026, 11, 11, tzinfo=UTC) + timedelta(seconds=self._times)
        self.looks[name] = Look(len(self.files[name]), at, f'"{self._times}"')
