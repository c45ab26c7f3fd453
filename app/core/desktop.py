"""What the rules know of the desktop: the window that a phrase goes to, and how it takes a paste."""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """A top-level window of another program.

    `handle` is the system's number for it (XID, HWND); `program` its class or executable in small letters without path
    and suffix, e.g. `chromium`, `aliworkbench`. Its title is not kept: it holds buyers' names.
    """

    handle: int
    program: str = ""
    is_elevated: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """A window of another program as it stands now.

    `left`, `top`, `width` and `height` are in the system's own pixels and leave out shadows. `kind` is what its program
    calls windows of this sort. `is_shown` is False while it is minimised or on another desktop. The `title` is there
    only to choose by; it holds buyers' names and is not kept.
    """

    window: Window
    left: int
    top: int
    width: int
    height: int
    kind: str = ""
    title: str = ""
    is_shown: bool = True

    def holds(self, x: int, y: int) -> bool:
        """Whether a point of the screen lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class PasteKey(Enum):
    """The keys on which a program takes a paste; `TYPED` sends the text letter by letter."""

    CTRL_V = "ctrl+v"
    CTRL_SHIFT_V = "ctrl+shift+v"
    SHIFT_INSERT = "shift+insert"
    TYPED = "typed"


PASTE_KEYS: Mapping[str, PasteKey] = {
    **dict.fromkeys(
        ("gnome-terminal-server", "gnome-terminal", "konsole", "xfce4-terminal", "mate-terminal", "alacritty", "kitty"),
        PasteKey.CTRL_SHIFT_V,
    ),
    **dict.fromkeys(("xterm", "uxterm", "urxvt", "mintty", "putty"), PasteKey.SHIFT_INSERT),
}
"""Programs that do not paste on Ctrl+V, from their own manuals; settings add to it."""


@dataclass(frozen=True, slots=True)
class Clip:
    """What lies on a clipboard: MIME type → bytes, text in UTF-8.

    `is_whole` is False where a format was too large, too slow or locked and was left out.
    """

    formats: Mapping[str, bytes] = field(default_factory=dict)
    is_whole: bool = True

    TEXT = "text/plain"
    HTML = "text/html"
    RTF = "text/rtf"
    FILES = "text/uri-list"
    PNG = "image/png"

    @classmethod
    def of_text(cls, text: str) -> "Clip":
        """A clip that holds only text."""
        return cls({cls.TEXT: text.encode()})

    @property
    def text(self) -> str:
        """Its text, or nothing."""
        return self.formats.get(self.TEXT, b"").decode("utf-8", "replace")
