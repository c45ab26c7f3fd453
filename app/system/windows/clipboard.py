"""The Windows clipboard behind the port: what lies there is kept, a text is offered, and what lay there is given back.

The rule: an offer is *promised*, not written. Windows asks our window for it (`WM_RENDERFORMAT`) when a program reads
it, and so it is known when the text was taken. Somebody else's read can be mistaken for the target's, for data is asked
for only once: so only a read by the target's own process after the paste key counts at once; after any other one waits
long enough for a slow client. Whether an offer is still ours is told by the clipboard's owner, not by its sequence
number, which grows by our own rendering.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.core.desktop import Clip, PasteKey, Window
from app.core.values import dataclass
from app.system.windows import board, formats, win32
from app.system.windows.desktop import owner_of
from app.system.windows.keeping import Keeping, Kept
from app.system.windows.messages import WM_RENDERALLFORMATS, WM_RENDERFORMAT, MessageWindow
from app.system.windows.pending import Known

if TYPE_CHECKING:
    from app import ports
    from app.ports import Pending

_LOOK_AGAIN = 0.01
_TRIES = 60
_QUIET = 0.15
_QUIET_AFTER_STRANGER = 0.8


class Offer:
    """The port `Offer`: content put there by us, or being put there."""

    def __init__(
        self, owner: int, clip: Clip, reader: int, pressed_at: Callable[[], float], *, is_lasting: bool
    ) -> None:
        self.clip = clip
        self.is_lasting = is_lasting
        self._owner = owner
        self._reader = reader
        self._pressed_at = pressed_at
        self._state = "waiting"
        self._asked_at: float | None = None
        self._is_asked_by_reader = False

    def is_ready(self) -> bool:
        """Whether Windows took it."""
        return self._state in ("there", "gone")

    def has_failed(self) -> bool:
        """Whether another program locked the clipboard for longer than we tried."""
        return self._state == "failed"

    def is_ours(self) -> bool:
        """Whether it still lies there. One that has not come there yet is ours as long as it may come."""
        if self._state == "there" and win32.GetClipboardOwner() != self._owner:
            self._state = "gone"
        return self._state in ("waiting", "there")

    def is_taken(self) -> bool:
        """Whether the target has read it and been quiet since."""
        if self._asked_at is None:
            return False
        pressed_at = self._pressed_at()
        is_surely_it = self._is_asked_by_reader and self._asked_at >= pressed_at
        quiet = _QUIET if is_surely_it else _QUIET_AFTER_STRANGER
        return time.monotonic() - max(self._asked_at, pressed_at) >= quiet

    def lie_there(self) -> None:
        """It came onto the clipboard."""
        self._state = "there"

    def fail(self) -> None:
        """It could not be put there."""
        self._state = "failed"

    def leave(self) -> None:
        """Something else of ours is put in its place."""
        self._state = "gone"

    def render(self, name: str) -> bytes:
        """One of its formats, for a program that waits for it."""
        self._asked_at = time.monotonic()
        asker = owner_of(win32.GetOpenClipboardWindow())
        self._is_asked_by_reader = bool(self._reader) and asker == self._reader
        return formats.encode(self.clip, name)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something to do with the clipboard that another program has locked; `returning` is what it would give back."""

    step: Callable[[], bool]
    fail: Callable[[], None]
    returning: Clip | None = None


class Clipboard:
    """The port `Clipboard`. `pressed_at` tells when the last paste key went out, on the monotonic clock."""

    def __init__(self, messages: MessageWindow, pressed_at: Callable[[], float]) -> None:
        self._window = messages
        self._pressed_at = pressed_at
        self._offer: Offer | None = None
        self._attempt: Attempt | None = None
        self._tries_left = 0
        self._timer = QTimer()
        self._timer.setInterval(int(_LOOK_AGAIN * 1000))
        self._timer.timeout.connect(self._try_again)
        messages.on(WM_RENDERFORMAT, self._render)
        messages.on(WM_RENDERALLFORMATS, lambda wparam, lparam: self._render_all())

    def keep(self) -> "Pending[Clip]":
        """Read what lies there; empty where it is marked secret. What is ours is known without reading."""
        if self._attempt and self._attempt.returning is not None:
            return Known(self._attempt.returning)
        if self._offer and self._offer.is_ready() and self._offer.is_ours():
            return Known(self._offer.clip)
        return Keeping()

    def offer(self, clip: Clip, target: Window | None, key: PasteKey = PasteKey.CTRL_V) -> Offer:
        """Promise content for a target. All paste keys read the one clipboard of Windows."""
        return self._put(clip, owner_of(target.handle) if target else 0, is_lasting=False)

    def copy(self, clip: Clip) -> Offer:
        """Put content there for good."""
        return self._put(clip, 0, is_lasting=True)

    def give_back(self, kept: Clip, offer: "ports.Offer") -> bool:
        """Put back what was kept. Where another program holds the clipboard this very moment it is done right after."""
        if not offer.is_ready() or not offer.is_ours():
            return False
        self._try(Attempt(lambda: not offer.is_ours() or self._restore(kept), lambda: None, kept))
        return True

    def close(self) -> None:
        """Stop waiting for the clipboard."""
        self._timer.stop()
        self._attempt = None

    def _put(self, clip: Clip, reader: int, *, is_lasting: bool) -> Offer:
        offer = Offer(self._window.handle, clip, reader, self._pressed_at, is_lasting=is_lasting)
        self._try(Attempt(lambda: self._lay(offer), offer.fail))
        return offer

    def _lay(self, offer: Offer) -> bool:
        with board.opened(self._window.handle) as is_open:
            if not is_open or not win32.EmptyClipboard():
                return False
            for name in formats.names(offer.clip):
                if offer.is_lasting:
                    board.write(name, formats.encode(offer.clip, name))
                else:
                    board.promise(name)
            if not offer.is_lasting:
                board.keep_hidden()
        self._replace(offer)
        offer.lie_there()
        return True

    def _restore(self, kept: Clip) -> bool:
        if isinstance(kept, Kept):
            natives = kept.natives
        else:
            natives = {name: formats.encode(kept, name) for name in formats.names(kept)}
        with board.opened(self._window.handle) as is_open:
            if not is_open or not win32.EmptyClipboard():
                return False
            for name, content in natives.items():
                board.write(name, content)
            if natives:
                board.keep_out_of_history()
        self._replace(None)
        return True

    def _replace(self, offer: Offer | None) -> None:
        if self._offer:
            self._offer.leave()
        self._offer = offer

    def _try(self, attempt: Attempt) -> None:
        """Do it now or, where the clipboard is locked, as soon as it can be done; a later attempt takes its place."""
        if self._attempt:
            self._attempt.fail()
        self.close()
        if not attempt.step():
            self._attempt, self._tries_left = attempt, _TRIES
            self._timer.start()

    def _try_again(self) -> None:
        attempt = self._attempt
        self._tries_left -= 1
        if attempt is None or attempt.step():
            self.close()
        elif not self._tries_left:
            self.close()
            attempt.fail()

    def _render(self, number: int, _: int) -> None:
        if self._offer is None:
            return
        for name in formats.names(self._offer.clip):
            if board.number_of(name) == number:
                board.write(name, self._offer.render(name))

    def _render_all(self) -> None:
        """Our window goes, and with it the promise: what still lies there is written out."""
        offer = self._offer
        with board.opened(self._window.handle) as is_open:
            if is_open and offer and offer.is_ours():
                for name in formats.names(offer.clip):
                    board.write(name, formats.encode(offer.clip, name))
