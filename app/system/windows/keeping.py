"""Reading the clipboard before it is used.

The rule: another program may take its time to render what it promised, so a helper thread does the reading; what is not
there in time is left out, and told.
"""

import threading
import time
from collections.abc import Mapping
from dataclasses import field

from app.core.desktop import Clip
from app.core.values import dataclass
from app.system.windows import board, formats, win32

CAP = 64 * 1024 * 1024
"""Bytes a format: a screenshot of the largest common screens is 33 MB as a bitmap."""

_READ_WITHIN = 0.3
_LOOK_AGAIN = 0.01
_TRIES = 60


@dataclass(frozen=True, slots=True)
class Kept(Clip):
    """A clip as it lay there: beside its MIME formats every Windows format byte for byte, to be put back as it was."""

    natives: Mapping[str, bytes] = field(default_factory=dict)


class Keeping:
    """The clipboard on its way to us, read by a helper thread: another program may take its time to render it."""

    def __init__(self) -> None:
        self._natives: dict[str, bytes] = {}
        self._is_whole = True
        self._opened_at: float | None = None
        self._is_read = threading.Event()
        threading.Thread(target=self._read, name="clipboard", daemon=True).start()

    def is_done(self) -> bool:
        """Whether all was read, or reading lasted too long. Never while the clipboard is locked by another program."""
        opened_at = self._opened_at
        return self._is_read.is_set() or (opened_at is not None and time.monotonic() - opened_at > _READ_WITHIN)

    def value(self) -> Clip:
        """What could be read until now."""
        natives = dict(self._natives)
        return Kept(formats.decode(natives), self._is_whole and self._is_read.is_set(), natives)

    def _read(self) -> None:
        for _ in range(_TRIES):
            with board.opened(None) as is_open:
                if is_open:
                    self._opened_at = time.monotonic()
                    self._read_opened()
                    self._is_read.set()
                    return
            self._is_read.wait(_LOOK_AGAIN)

    def _read_opened(self) -> None:
        if board.has(board.HIDDEN):
            self._is_whole = False
            return
        # A bitmap of one kind is made by Windows from the other: one of them is enough.
        wanted = [name for name in formats.KEPT if board.has(name)]
        if formats.DIB_V5 in wanted and formats.DIB in wanted:
            wanted.remove(_second_bitmap())
        for name in wanted:
            content = board.read(name, CAP)
            if content is None:
                self._is_whole = False
            else:
                self._natives[name] = content


def _second_bitmap() -> str:
    """Of two kinds of bitmaps the one that Windows made: it is listed after the one that was put there."""
    number = 0
    while number := int(win32.EnumClipboardFormats(number)):
        if number == formats.NUMBERS[formats.DIB]:
            return formats.DIB_V5
        if number == formats.NUMBERS[formats.DIB_V5]:
            return formats.DIB
    return formats.DIB_V5
