"""The clipboard under X11: kept in all formats, offered to one target, given back.

The rule: it is given back only while the offer is still ours; who copied something in between is never overwritten.
"""

import time
from functools import partial
from typing import TYPE_CHECKING

from app.core.desktop import Clip, PasteKey, Window
from app.system.x11 import windows
from app.system.x11.ping import send_ping
from app.system.x11.selections import CLIPBOARD, PRIMARY, Reader, Selections
from app.system.x11.snapshot import Snapshot

if TYPE_CHECKING:
    from app.ports import Offer
    from app.system.x11.connection import Connection
    from app.system.x11.jobs import Job, Running

QUIET = 0.25
"""Seconds without a further question after which a target has read all it wants (it may ask for several formats)."""
PATIENCE = 1.5
"""Seconds that a target may need between a first look and the paste.

Chromium reads the text when Ctrl+V comes down, and once more when the page, which may be busy, really pastes.
"""
_NUDGED_EVERY = 0.04
_PRIMARY_WITHIN = 0.1
_SAVED_WITHIN = 1.5


class X11Offer:
    """The port `Offer`. Its moments are set in the connection's thread and read in the main one.

    `reads` is how often the target is known to read a text before it has pasted it; 0 where it is not known yet.
    """

    def __init__(self, target: int, client_mask: int, reads: int = 0) -> None:
        self.target = target
        self.client = target & ~client_mask
        self.reads = 0
        self._client_mask = client_mask
        self._expected = reads or 2
        self._is_ready = False
        self._has_failed = False
        self._is_lost = False
        self._open_questions = 0
        self._last_at = time.monotonic()
        self.primary = Clip()

    def is_ready(self) -> bool:
        """Whether we own the selections."""
        return self._is_ready

    def has_failed(self) -> bool:
        """Whether the server did not make us the owner."""
        return self._has_failed

    def is_ours(self) -> bool:
        """Whether nobody copied anything since."""
        return self._is_ready and not self._is_lost

    def is_taken(self) -> bool:
        """Whether the target has read since the last paste key, got all of it, and will hardly ask again."""
        if not self.reads or self._open_questions:
            return False
        return time.monotonic() - self._last_at >= (QUIET if self.reads >= self._expected else PATIENCE)

    def is_asleep(self, seconds: float) -> bool:
        """Whether the target has begun to read and has said nothing since."""
        return self.reads > 0 and time.monotonic() - self._last_at >= seconds

    def ready(self) -> None:
        """The server made us the owner."""
        self._is_ready = True

    def fail(self) -> None:
        """The server did not."""
        self._has_failed = True

    def lose(self) -> None:
        """Another owner came, or the clipboard was given back."""
        self._is_lost = True

    def forget(self) -> None:
        """A paste key goes out now: what was read before, out of curiosity, is not the target's taking it."""
        self.reads = 0

    def asked(self, window: int) -> None:
        """A window reads."""
        if self._counts(window):
            self._open_questions += 1

    def looked(self, window: int) -> None:
        """A window asks which formats there are."""
        if self._counts(window):
            self._last_at = time.monotonic()

    def sent(self, window: int) -> None:
        """A window has got what it asked for."""
        if self._counts(window):
            self._open_questions -= 1
            self._last_at = time.monotonic()
            self.reads += 1

    def _counts(self, window: int) -> bool:
        """Whether a window belongs to the target's own client: a clipboard manager reads everything, at once."""
        return not self.client or window & ~self._client_mask == self.client


class X11Clipboard:
    """The port `Clipboard`."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._selections = Selections(connection)
        self._client_mask: int = connection.display.display.info.resource_id_mask
        self._reads: dict[int, int] = {}
        self._offer: X11Offer | None = None

    def keep(self) -> "Running[Clip]":
        """Read what lies there, each format up to 16 MB, all within 250 ms; empty where it is marked secret."""
        return self._connection.start(self._keep(CLIPBOARD), Clip({}, is_whole=False))

    def offer(self, clip: Clip, target: Window | None, key: PasteKey = PasteKey.CTRL_V) -> X11Offer:
        """Own the clipboard and, for Shift+Insert, which terminals paste the primary selection by, that too."""
        handle = target.handle if target else 0
        reads = self._reads.get(handle & ~self._client_mask, 0)
        offer = X11Offer(handle, self._client_mask, reads)
        selections = (CLIPBOARD, PRIMARY) if key is PasteKey.SHIFT_INSERT else (CLIPBOARD,)
        self._connection.start(self._put(offer, clip, selections), None)
        return offer

    def give_back(self, kept: Clip, offer: "Offer") -> bool:
        """Put back what was kept, if the offer is still ours; the primary selection likewise."""
        assert isinstance(offer, X11Offer)
        return self._connection.ask(lambda: self._give_back(kept, offer), False)

    def copy(self, clip: Clip) -> X11Offer:
        """Own the clipboard for good."""
        offer = X11Offer(0, 0)
        self._connection.start(self._put(offer, clip, (CLIPBOARD,), is_secret=False), None)
        return offer

    def pressed(self) -> None:
        """In the thread: a paste key is about to go out."""
        if self._offer is not None:
            self._offer.forget()
            self._connection.later(_NUDGED_EVERY, partial(self._nudge, self._offer))

    def close(self) -> None:
        """Leave what was copied to a clipboard manager, if there is one: with us it would be gone."""
        self._connection.start(self._selections.hand_over(), False).wait(_SAVED_WITHIN)

    def _keep(self, selection: str, within: float | None = None) -> "Job[Clip]":
        held = self._selections.held(selection)
        if held is not None:
            return held.clip
        snapshot = Snapshot(self._connection, selection, within) if within else Snapshot(self._connection, selection)
        return (yield from snapshot.read())

    def _put(self, offer: X11Offer, clip: Clip, selections: tuple[str, ...], *, is_secret: bool = True) -> "Job[None]":
        if PRIMARY in selections:
            offer.primary = yield from self._keep(PRIMARY, _PRIMARY_WITHIN)
        is_owner = True
        for selection in selections:
            reader = Reader(offer.looked, offer.asked, offer.sent, offer.lose if selection == CLIPBOARD else _nobody)
            is_owner = self._selections.take(selection, clip, reader, is_secret=is_secret) and is_owner
        if not is_owner:
            offer.fail()
            return
        if self._offer is not None:
            self._learn(self._offer)
        self._offer = offer
        offer.ready()

    def _nudge(self, offer: X11Offer) -> None:
        """Wake a target that sleeps over an answer which it has already got (Chromium: one paste in 200 was lost)."""
        if offer is not self._offer or not offer.is_ours() or offer.is_taken():
            return
        if offer.is_asleep(_NUDGED_EVERY) and windows.understands(self._connection, offer.target, "_NET_WM_PING"):
            send_ping(self._connection, offer.target)
        self._connection.later(_NUDGED_EVERY, partial(self._nudge, offer))

    def _learn(self, offer: X11Offer) -> None:
        """How often a client reads for one paste: the most it ever did."""
        if offer.reads:
            self._reads[offer.client] = max(self._reads.get(offer.client, 1), min(offer.reads, 2))

    def _give_back(self, kept: Clip, offer: X11Offer) -> bool:
        self._learn(offer)
        with self._connection.alone():
            if self._is_held(PRIMARY, offer):
                self._replace(PRIMARY, offer.primary)
            if not offer.is_ours() or not self._is_held(CLIPBOARD, offer):
                return False
            self._replace(CLIPBOARD, kept)
        self._offer = None
        return True

    def _is_held(self, selection: str, offer: X11Offer) -> bool:
        held = self._selections.held(selection)
        is_of_offer = held is not None and held.reader is not None and held.reader.asked == offer.asked
        return is_of_offer and self._selections.is_owner(selection)

    def _replace(self, selection: str, clip: Clip) -> None:
        if clip.formats:
            self._selections.take(selection, clip)
        else:
            self._selections.drop(selection)


def _nobody() -> None:
    """Who is told when the primary selection goes to another: it does so all the time."""
