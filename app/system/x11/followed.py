"""The window of another program that ours stands beside, under X11.

The rule: nothing is polled. The server tells of moves and states; of a burst the window is looked at once, a frame on.
"""

from collections.abc import Callable, Sequence
from typing import Any

from Xlib import X

from app.core.desktop import Sight
from app.system.x11 import windows
from app.system.x11.connection import Connection
from app.system.x11.pointing import Pointing

A_FRAME = 0.012
_OF_WINDOW = frozenset(
    ("WM_STATE", "_NET_WM_STATE", "_NET_WM_DESKTOP", "_NET_FRAME_EXTENTS", "_GTK_FRAME_EXTENTS", "WM_CLASS")
)
_OF_ROOT = frozenset(("_NET_CLIENT_LIST", "_NET_CURRENT_DESKTOP", "_NET_SUPPORTING_WM_CHECK"))
_EARS = X.StructureNotifyMask | X.PropertyChangeMask
_LEAST = 120
"""A window that is smaller is none that one writes into."""
Told = Callable[[Sight | None], None]


class X11Followed:
    """The port `Followed`. What is told goes through `home`, which calls on the main thread."""

    def __init__(self, connection: Connection, home: Callable[[Callable[[], None]], None]) -> None:
        self._connection = connection
        self._home = home
        self._pointing = Pointing(connection, self._pointed)
        self._pointed_told: Told | None = None
        self._told: Told | None = None
        self._wanted = ("", "")
        self._handle = 0
        self._last: Sight | None = None
        self._is_due = False
        for kind in (X.ConfigureNotify, X.UnmapNotify, X.MapNotify, X.DestroyNotify, X.ReparentNotify):
            connection.on(kind, self._moved)
        connection.on(X.PropertyNotify, self._changed)

    def can_see(self) -> bool:
        """Under X11 every program sees all windows."""
        return True

    def all(self) -> Sequence[Sight]:
        """The windows of others that take text, the one in front first."""
        return self._connection.ask(self._all, ())

    def follow(self, program: str, kind: str, told: Told) -> None:
        """Tell how a window is, now and at every change."""
        self._connection.do(lambda: self._begin(program, kind, told), None)

    def leave(self) -> None:
        """Follow nothing any more."""
        self._connection.do(self._end, None)

    def point(self, pointed: Told) -> bool:
        """Take the pointer and the keyboard until a window is clicked or Esc is pressed."""
        return self._connection.ask(lambda: self._begin_pointing(pointed), False)

    def stop_pointing(self) -> None:
        """Let the pointer go."""
        self._connection.do(self._pointing.cancel, None)

    # In the thread.

    def _all(self) -> Sequence[Sight]:
        handles = reversed(windows.listed(self._connection))
        return tuple(each for each in map(self._seen, handles) if each)

    def _seen(self, handle: int) -> Sight | None:
        """A window that one could stand beside."""
        if windows.is_ours(self._connection, handle) or not windows.is_for_text(self._connection, handle):
            return None
        found = windows.sight(self._connection, handle)
        return found if found and found.width >= _LEAST and found.height >= _LEAST else None

    def _begin(self, program: str, kind: str, told: Told) -> None:
        self._end()
        self._wanted, self._told = (program, kind), told
        self._find()
        self._tell(windows.sight(self._connection, self._handle) if self._handle else None)

    def _end(self) -> None:
        self._listen(0)
        self._told, self._last = None, None

    def _find(self) -> None:
        """The best window of the program; it is listened to from now on."""
        program, kind = self._wanted
        found = [each for each in self._all() if each.window.program == program]
        found.sort(key=lambda each: (each.kind != kind, -each.width * each.height))
        self._listen(found[0].window.handle if found else 0)

    def _listen(self, handle: int) -> None:
        if handle == self._handle:
            return
        for window, ears in ((self._handle, 0), (handle, _EARS)):
            if window:
                self._connection.display.create_resource_object("window", window).change_attributes(event_mask=ears)
        self._handle = handle

    def _moved(self, event: Any) -> None:
        if self._handle and event.window.id == self._handle:
            self._soon()

    def _changed(self, event: Any) -> None:
        if self._told is None:
            return
        name = self._connection.name(event.atom)
        is_of_window = event.window.id == self._handle and name in _OF_WINDOW
        if is_of_window or (event.window.id == self._connection.root.id and name in _OF_ROOT):
            self._soon()

    def _soon(self) -> None:
        if not self._is_due:
            self._is_due = True
            self._connection.later(A_FRAME, self._look)

    def _look(self) -> None:
        self._is_due = False
        if self._told is None:
            return
        found = windows.sight(self._connection, self._handle) if self._handle else None
        if found is None:
            self._handle = 0
            self._find()
            found = windows.sight(self._connection, self._handle) if self._handle else None
        if not _is_alike(found, self._last):
            self._tell(found)

    def _tell(self, found: Sight | None) -> None:
        self._last = found
        told = self._told
        if told is not None:
            self._home(lambda: told(found) if told is self._told else None)

    def _begin_pointing(self, pointed: Told) -> bool:
        if not self._pointing.begin():
            return False
        self._pointed_told = pointed
        return True

    def _pointed(self, handle: int) -> None:
        found = self._seen(handle) if handle else None
        told, self._pointed_told = self._pointed_told, None
        if told is not None:
            self._home(lambda: told(found))


def _is_alike(one: Sight | None, other: Sight | None) -> bool:
    """Whether nothing but the title is another; a chat's title changes with every buyer."""
    if one is None or other is None:
        return one is other
    return _place(one) == _place(other)


def _place(seen: Sight) -> tuple[object, ...]:
    return (seen.window, seen.left, seen.top, seen.width, seen.height, seen.is_shown)
