"""A computer that forbids sending keys to others (Wayland, no display): texts are only copied, through Qt.

The rule: nothing pretends; `can_paste` is False and no chord can be had.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

from app.core.desktop import Clip, PasteKey, Sight, Window
from app.core.hotkeys import Chord
from app.core.values import dataclass
from app.ports import Offer
from app.system.clock import SystemClock
from app.system.computer import Computer

_T = TypeVar("_T")
_KEPT = (Clip.TEXT, Clip.HTML, Clip.RTF, Clip.FILES, Clip.PNG)


@dataclass(frozen=True, slots=True)
class _Done(Generic[_T]):
    result: _T

    def is_done(self) -> bool:
        return True

    def value(self) -> _T:
        return self.result


@dataclass(frozen=True, slots=True)
class _Copied:
    """Content that Qt put on the clipboard; nobody tells us who reads it."""

    clipboard: QClipboard
    formats: Mapping[str, bytes]

    def is_ready(self) -> bool:
        return True

    def has_failed(self) -> bool:
        return False

    def is_ours(self) -> bool:
        content = self.clipboard.mimeData()
        return content is not None and all(content.data(name).data() == it for name, it in self.formats.items())

    def is_taken(self) -> bool:
        return False


class PlainClipboard:
    """The port `Clipboard`, by Qt's own."""

    def __init__(self, clipboard: QClipboard) -> None:
        self._clipboard = clipboard

    def keep(self) -> _Done[Clip]:
        """What lies there now."""
        content = self._clipboard.mimeData()
        if content is None:
            return _Done(Clip())
        return _Done(Clip({name: bytes(content.data(name).data()) for name in _KEPT if content.hasFormat(name)}))

    def offer(self, clip: Clip, target: Window | None, key: PasteKey = PasteKey.CTRL_V) -> _Copied:
        """Put content there."""
        content = QMimeData()
        for name, value in clip.formats.items():
            content.setData(name, QByteArray(value))
        self._clipboard.setMimeData(content)
        return _Copied(self._clipboard, clip.formats)

    def give_back(self, kept: Clip, offer: Offer) -> bool:
        """Put back what was kept, if ours still lies there."""
        if not offer.is_ours():
            return False
        self.offer(kept, None)
        return True

    def copy(self, clip: Clip) -> _Copied:
        """Put content there for good."""
        return self.offer(clip, None)


class PlainDesktop:
    """The port `Desktop`, where the windows of others cannot be seen."""

    def target(self) -> Window | None:
        """None: it is not known."""
        return None

    def is_front(self, window: Window) -> bool:
        """False: it is not known."""
        return False

    def is_there(self, window: Window) -> bool:
        """False: it is not known."""
        return False

    def focus(self, window: Window) -> None:
        """Nothing can be asked for."""

    def can_paste(self) -> bool:
        """False, always."""
        return False


class PlainKeys:
    """The port `Keys`, where no key may be sent."""

    def are_up(self) -> bool:
        """True: what is held cannot be seen."""
        return True

    def press(self, key: PasteKey, target: Window) -> _Done[bool]:
        """Not pressed."""
        return _Done(False)

    def enter(self, target: Window) -> _Done[bool]:
        """Not pressed."""
        return _Done(False)

    def type_text(self, text: str, target: Window) -> _Done[bool]:
        """Not typed."""
        return _Done(False)


class PlainHotkeys:
    """The port `Hotkeys`, where no chord can be had."""

    def bind(self, name: str, chord: Chord) -> bool:
        """False, always."""
        return False

    def unbind(self, name: str) -> None:
        """Nothing is bound."""

    def listen(self, pressed: Callable[[str], None], lost: Callable[[], None]) -> None:
        """Nobody will be called."""


class PlainFollowed:
    """The port `Followed`, where the windows of others cannot be seen."""

    def can_see(self) -> bool:
        """False, always."""
        return False

    def all(self) -> Sequence[Sight]:
        """None."""
        return ()

    def follow(self, program: str, kind: str, told: Callable[[Sight | None], None]) -> None:
        """There is none, as far as is known."""
        told(None)

    def leave(self) -> None:
        """Nothing is followed."""

    def point(self, pointed: Callable[[Sight | None], None]) -> bool:
        """Not possible."""
        return False

    def stop_pointing(self) -> None:
        """Nobody points."""


def computer() -> Computer:
    """The ports of a computer that only copies."""
    clipboard = PlainClipboard(QGuiApplication.clipboard())
    ports = (clipboard, PlainDesktop(), PlainKeys(), PlainHotkeys(), SystemClock())
    return Computer("plain", *ports, lambda: None, PlainFollowed())
