"""What the services ask of this computer: clipboard, windows, keys, hotkeys, time and sound.

The rule: none of them blocks; what takes time is `Pending`, and a flow waits for it (`app/core/waits.py`).
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from app.core.clockwork.notices import Sound
from app.core.desktop import Clip, PasteKey, Sight, Window
from app.core.hotkeys import Chord

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


class Followed(Protocol):
    """The one window of another program that ours stands beside, and how it is chosen.

    Nothing is looked at by itself: the system tells what changes.
    """

    def can_see(self) -> bool:
        """Whether this system lets the windows of others be seen."""
        ...

    def all(self) -> Sequence[Sight]:
        """The windows that one can stand beside, in the order in which they were used where that is known."""
        ...

    def follow(self, program: str, kind: str, told: Callable[[Sight | None], None]) -> None:
        """Tell at once and at every change how a window of a program is; None while there is none.

        Of several it is the one of that kind, and of those the largest. In place of what was followed before.
        """
        ...

    def leave(self) -> None:
        """Follow nothing any more."""
        ...

    def point(self, pointed: Callable[[Sight | None], None]) -> bool:
        """Let the agent click the window that is meant; None after Esc. False where that is not possible now."""
        ...

    def stop_pointing(self) -> None:
        """Let the pointer go; `pointed` hears None."""
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
