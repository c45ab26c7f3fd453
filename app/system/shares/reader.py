"""Reads the sources of packs again and again, each beside the main thread and beside the others.

The rule: the main thread touches no share. A source has one look under way at most, and one that hangs holds up neither
another source nor the end of the program: its thread is left behind.

A share is asked, never watched: watchers of the system see nothing on one, and nothing more of a replaced file.
"""

import random
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import field, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.shares.polls import SOON, Reach, Watched, pause_after
from app.core.shares.share import Fault, ShareTrouble
from app.core.values import dataclass
from app.ports import Clock
from app.ports.shares import Share
from app.system.shares.copies import ShareCopies
from app.system.shares.opening import open_share
from app.system.shares.passing import Memory, Passed, passed
from app.system.telling import Telling

AWAKE_MS = 60_000
"""The timer is never set for longer: one that is fires late after the computer slept."""
KEPT_EVERY = timedelta(minutes=10)
"""How often the moment of the last answer is written down while nothing changes."""
STEADY_TRIES = 5
"""So many looks in a row may find a file half-written before that is said."""

Start = Callable[[Callable[[], None]], None]
"""Starts a piece of work beside the main thread."""
Opened = Callable[[Watched], Share]


@dataclass(slots=True, eq=False)
class _Post:
    """One source and where its reading stands. The share is opened and used beside the main thread only."""

    watched: Watched
    memory: Memory = field(default_factory=Memory)
    reach: Reach = field(default_factory=Reach)
    due: float = 0.0
    is_loaded: bool = False
    is_looking: bool = False
    is_wanted: bool = False
    unsteady: int = 0
    kept_at: datetime | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a thread hands to the main thread."""

    post: _Post
    outcome: Passed | ShareTrouble | tuple[Memory, datetime] | None
    at: datetime
    kept_at: datetime | None = None


class ShareReader(QObject):
    """`arrived` hands over a `Delivery`, `reached` the id of a source and its `Reach` after every look.

    Without `copies` nothing is kept on this computer.
    """

    arrived = Signal(object)
    reached = Signal(str, object)
    _heard = Signal(object)

    def __init__(
        self,
        clock: Clock,
        copies: ShareCopies | None = None,
        opened: Opened | None = None,
        start: Start | None = None,
        chance: Callable[[], float] = random.random,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._copies = copies
        self._opened = opened or (lambda watched: open_share(watched.address, watched.secret))
        self._start = start or _beside
        self._chance = chance
        self._posts: dict[str, _Post] = {}
        self._telling = Telling()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look_at_due)
        self._heard.connect(self._hear)

    @property
    def reaches(self) -> Mapping[str, Reach]:
        """How each source was last reached."""
        return {source_id: post.reach for source_id, post in self._posts.items()}

    def watch(self, sources: Iterable[Watched]) -> None:
        """Read these sources from now on; those that were read before and did not change go on as they were."""
        before = self._posts
        self._posts = {}
        for watched in sources:
            post = before.get(watched.id)
            self._posts[watched.id] = post if post and post.watched == watched else _Post(watched)
        self.look_at_due()

    def look(self, source_id: str | None = None) -> None:
        """Look at a source, or at all, now: somebody asked for it, so that former failures count no longer."""
        for post in self._posts.values():
            if source_id in (None, post.watched.id):
                post.due = self._clock.ticks()
                post.reach = replace(post.reach, failures=0)
                post.is_wanted = post.is_looking
        self.look_at_due()

    def deliver_again(self, source_id: str) -> None:
        """Hand over what a source held last once more, as after a failure to take it over."""
        post = self._posts.get(source_id)
        if post and post.memory.delivery:
            self.arrived.emit(post.memory.delivery)

    def close(self) -> None:
        """Read nothing any more. What hangs ends by itself and is not listened to."""
        self._timer.stop()
        self._posts = {}
        self._telling.shut()

    def look_at_due(self) -> None:
        """Begin a look at every source whose time has come, and set the timer for the next."""
        now = self._clock.ticks()
        for post in self._posts.values():
            if not post.is_looking and post.due <= now:
                self._begin(post)
        self._arm()

    def _begin(self, post: _Post) -> None:
        post.is_looking = True
        now, memory, is_loaded = self._clock.now(), post.memory, post.is_loaded
        kept_at = post.kept_at
        self._start(lambda: self._work(post, memory, now, kept_at, is_loaded=is_loaded))

    def _work(self, post: _Post, memory: Memory, now: datetime, kept_at: datetime | None, *, is_loaded: bool) -> None:
        """Beside the main thread."""
        outcome: Passed | ShareTrouble | tuple[Memory, datetime] | None
        if not is_loaded:
            outcome = self._load(post)
        else:
            try:
                post.share = post.share or self._opened(post.watched)
                outcome = passed(post.share, post.watched, memory, now)
                kept_at = self._keep(post, outcome, now, kept_at)
            except ShareTrouble as trouble:
                outcome = trouble
            except Exception as error:
                outcome = ShareTrouble(Fault.SERVER, post.watched.address.text, type(error).__name__)
        self._telling.tell(self._heard.emit, _Told(post, outcome, now, kept_at))

    def _load(self, post: _Post) -> tuple[Memory, datetime] | None:
        if self._copies is None:
            return None
        with suppress(OSError):
            return self._copies.load(post.watched.id, post.watched.address.text)
        return None

    def _keep(self, post: _Post, outcome: Passed, now: datetime, kept_at: datetime | None) -> datetime | None:
        """Copy what is new; a full disk here only costs the copy."""
        is_due = kept_at is None or now - kept_at >= KEPT_EVERY or now < kept_at
        if self._copies is None or outcome.is_unsteady or not (outcome.delivery or is_due):
            return kept_at
        with suppress(OSError):
            self._copies.keep(outcome.memory, post.watched.address.text, now)
        return now

    def _hear(self, told: _Told) -> None:
        post = told.post
        if self._posts.get(post.watched.id) is not post:
            return
        post.is_looking, post.kept_at = False, told.kept_at
        match told.outcome:
            case Passed() as outcome:
                self._take(post, outcome, told.at)
            case ShareTrouble() as trouble:
                self._fail(post, trouble)
            case loaded:
                self._recall(post, loaded)
        if post.is_wanted:
            post.is_wanted, post.due = False, self._clock.ticks()
        self.look_at_due()

    def _recall(self, post: _Post, loaded: tuple[Memory, datetime] | None) -> None:
        """What was kept of a former start is handed over before the share is asked."""
        post.is_loaded = True
        if loaded is not None:
            post.memory, last_read_at = loaded
            post.reach = Reach(last_read_at)
            self.reached.emit(post.watched.id, post.reach)
            self.arrived.emit(post.memory.delivery)

    def _take(self, post: _Post, outcome: Passed, at: datetime) -> None:
        post.memory = outcome.memory
        if outcome.is_unsteady:
            self._fail(post, ShareTrouble(Fault.UNSTEADY, post.watched.address.text))
            return
        post.unsteady = 0
        post.reach = Reach(at)
        self._next(post, pause_after(post.watched, 0, self._chance()))
        self.reached.emit(post.watched.id, post.reach)
        if outcome.delivery is not None:
            self.arrived.emit(outcome.delivery)

    def _fail(self, post: _Post, trouble: ShareTrouble) -> None:
        """What is half-written is looked at again at once a few times before anybody is told."""
        post.unsteady = post.unsteady + 1 if trouble.reason is Fault.UNSTEADY else 0
        if 0 < post.unsteady <= STEADY_TRIES:
            self._next(post, SOON)
            return
        failures = post.reach.failures + 1
        post.reach = Reach(post.reach.last_read_at, trouble, failures)
        self._next(post, pause_after(post.watched, failures, self._chance()))
        self.reached.emit(post.watched.id, post.reach)

    def _next(self, post: _Post, pause: timedelta) -> None:
        post.due = self._clock.ticks() + pause.total_seconds()

    def _arm(self) -> None:
        waiting = [post.due for post in self._posts.values() if not post.is_looking]
        if waiting:
            left = max(0.0, min(waiting) - self._clock.ticks())
            self._timer.start(min(AWAKE_MS, int(left * 1000) + 1))


def _beside(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="source", daemon=True).start()
