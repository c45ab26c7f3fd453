"""The way out: clips into a target window by way of the clipboard, which is given back afterwards.

The rule: check and press back to back, and never take a text away before the target has read it
(a client that needs 400 ms would paste the old clipboard: measured in 15 of 15 tries).
"""

from datetime import timedelta

from app.core.desktop import Clip, PasteKey, Window
from app.core.phrases.pasting import Reason, Refused
from app.core.waits import Flow, Until, pause
from app.ports import Clipboard, Desktop, Keys, Offer, Pending

KEPT_WITHIN = timedelta(milliseconds=400)
READY_WITHIN = timedelta(milliseconds=800)
FRONT_WITHIN = timedelta(milliseconds=800)
KEYS_UP_WITHIN = timedelta(seconds=2)
PRESSED_WITHIN = timedelta(seconds=1)
TYPED_WITHIN = timedelta(minutes=1)
TAKEN_WITHIN = timedelta(seconds=3)
BEFORE_ENTER = timedelta(milliseconds=120)
"""An Enter that follows the paste at once can overtake it: the target has read the text but not yet shown it."""


class Delivery:
    """One round into one target. All flows raise `Refused`; `give_back` or `break_off` ends the round in every case."""

    def __init__(self, clipboard: Clipboard, desktop: Desktop, keys: Keys, target: Window, key: PasteKey) -> None:
        self._clipboard = clipboard
        self._desktop = desktop
        self._keys = keys
        self._target = target
        self._key = key
        self._kept: Clip | None = None
        self._offer: Offer | None = None
        self._is_awaited = False

    def send(self, clip: Clip) -> Flow[None]:
        """Paste one clip; done when the target has taken it. A typed program still gets pictures by Ctrl+V."""
        if self._key is PasteKey.TYPED and Clip.TEXT in clip.formats:
            yield from self._come_to_front()
            yield from self._done(self._keys.type_text(clip.text, self._target), TYPED_WITHIN)
            return
        if self._kept is None:
            self._kept = yield from keep(self._clipboard)
        self._check_ours()
        key = PasteKey.CTRL_V if self._key is PasteKey.TYPED else self._key
        self._offer = offer = self._clipboard.offer(clip, self._target, key)
        yield from lie_ready(offer)
        yield from self._come_to_front()
        self._check_ours()
        yield from self._done(self._keys.press(key, self._target), PRESSED_WITHIN)
        self._is_awaited = True
        if not (yield Until(offer.is_taken, TAKEN_WITHIN)):
            raise Refused(Reason.NOT_TAKEN)
        self._is_awaited = False

    def press_enter(self) -> Flow[None]:
        """Send the message, for phrases that the agent marked so."""
        yield pause(BEFORE_ENTER)
        yield from self._come_to_front()
        yield from self._done(self._keys.enter(self._target), PRESSED_WITHIN)

    def give_back(self) -> bool:
        """Put the former clipboard back; True where it is, or was never touched."""
        if self._offer is None or self._kept is None:
            return True
        return self._clipboard.give_back(self._kept, self._offer) and self._kept.is_whole

    def break_off(self) -> None:
        """Put the former clipboard back in the middle of the round, unless the target may still come for the text."""
        if not self._is_awaited:
            self.give_back()

    def _come_to_front(self) -> Flow[None]:
        target = self._target
        if not self._desktop.is_front(target):
            self._desktop.focus(target)
            if not (yield Until(lambda: self._desktop.is_front(target), FRONT_WITHIN)):
                raise Refused(Reason.TARGET_MOVED if self._desktop.is_there(target) else Reason.TARGET_GONE)
        if not (yield Until(self._keys.are_up, KEYS_UP_WITHIN)):
            raise Refused(Reason.KEYS_HELD)
        if not self._desktop.is_front(target):
            raise Refused(Reason.TARGET_MOVED)

    def _done(self, pending: Pending[bool], within: timedelta) -> Flow[None]:
        is_done = yield Until(pending.is_done, within)
        if not is_done or not pending.value():
            raise Refused(Reason.TARGET_MOVED)

    def _check_ours(self) -> None:
        if self._offer is not None and not self._offer.is_ours():
            raise Refused(Reason.CLIPBOARD_TAKEN)


def keep(clipboard: Clipboard) -> Flow[Clip]:
    """What lies on the clipboard now. Raises `Refused` where it cannot be read in time: then nothing is touched."""
    pending = clipboard.keep()
    if not (yield Until(pending.is_done, KEPT_WITHIN)):
        raise Refused(Reason.CLIPBOARD_BUSY)
    return pending.value()


def lie_ready(offer: Offer) -> Flow[None]:
    """Wait until the system took an offer."""
    yield Until(lambda: offer.is_ready() or offer.has_failed(), READY_WITHIN)
    if not offer.is_ready():
        raise Refused(Reason.CLIPBOARD_BUSY)
