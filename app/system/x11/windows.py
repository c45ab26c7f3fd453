"""What the X server and the window manager say of windows, and which of them has the keyboard.

The rule: all of it is asked in the connection's thread, and a window that has just closed is no error.
"""

import os
from collections.abc import Iterator
from typing import Any

from Xlib import X, Xatom
from Xlib.error import XError
from Xlib.protocol import event as events

from app.core.desktop import Window
from app.system.x11.connection import Connection

_FROM_PAGER = 2
"""The source that a window manager obeys without asking back: the user wants it (EWMH, _NET_ACTIVE_WINDOW)."""
_SOME = 32
_NOT_FOR_TEXT = ("_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK")


def focus_and_above(connection: Connection) -> Iterator[Any]:
    """The window that has the keyboard, then the ones it lies in, without the root."""
    window = connection.display.get_input_focus().focus
    try:
        while not isinstance(window, int) and window.id != connection.root.id:
            yield window
            window = window.query_tree().parent
    except XError:
        return


def has_focus(connection: Connection, handle: int) -> bool:
    """Whether the keyboard is in a window; `_NET_ACTIVE_WINDOW` alone can be stale."""
    return any(window.id == handle for window in focus_and_above(connection))


def front(connection: Connection) -> int:
    """The top-level window that has the keyboard, else the one that is said to be active, else 0."""
    for window in focus_and_above(connection):
        if is_managed(connection, window.id):
            return int(window.id)
    return _number(connection, connection.root, "_NET_ACTIVE_WINDOW")


def is_managed(connection: Connection, handle: int) -> bool:
    """Whether it exists and is not withdrawn (ICCCM 4.1.3.1); without a window manager: whether it is top-level."""
    window = connection.display.create_resource_object("window", handle)
    try:
        if window.get_full_property(connection.atom("WM_STATE"), X.AnyPropertyType, _SOME):
            return _number(connection, window, "WM_STATE") != 0
        if _number(connection, connection.root, "_NET_SUPPORTING_WM_CHECK"):
            return False
        return bool(window.query_tree().parent == connection.root and window.get_attributes().map_state == X.IsViewable)
    except XError:
        return False


def is_ours(connection: Connection, handle: int) -> bool:
    """Whether a top-level window belongs to this process."""
    return _number(connection, handle, "_NET_WM_PID") == os.getpid()


def is_for_text(connection: Connection, handle: int) -> bool:
    """False for panels and the desktop itself: nobody writes into them."""
    kind = _number(connection, handle, "_NET_WM_WINDOW_TYPE")
    return kind == 0 or connection.name(kind) not in _NOT_FOR_TEXT


def described(connection: Connection, handle: int) -> Window:
    """A window with the program it belongs to."""
    names = connection.display.create_resource_object("window", handle).get_wm_class()
    program = (names[1] or names[0]) if names else ""
    return Window(handle, program.lower().removesuffix(".exe"))


def activate(connection: Connection, handle: int) -> None:
    """Ask the window manager to bring a window to the front; without one, give it the keyboard directly."""
    window = connection.display.create_resource_object("window", handle)
    now = connection.server_time()
    if not _number(connection, connection.root, "_NET_SUPPORTING_WM_CHECK"):
        window.set_input_focus(X.RevertToParent, now)
        window.configure(stack_mode=X.Above)
        return
    message = events.ClientMessage(
        window=window, client_type=connection.atom("_NET_ACTIVE_WINDOW"), data=(32, [_FROM_PAGER, now, 0, 0, 0])
    )
    connection.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)


def understands(connection: Connection, handle: int, protocol: str) -> bool:
    """Whether a window lists a protocol in WM_PROTOCOLS."""
    window = connection.display.create_resource_object("window", handle)
    try:
        listed = window.get_full_property(connection.atom("WM_PROTOCOLS"), Xatom.ATOM, _SOME)
    except XError:
        return False
    return listed is not None and connection.atom(protocol) in listed.value


def _number(connection: Connection, window: Any, name: str) -> int:
    """The first number of a property; 0 where there is none."""
    if isinstance(window, int):
        window = connection.display.create_resource_object("window", window)
    try:
        found = window.get_full_property(connection.atom(name), X.AnyPropertyType, _SOME)
    except XError:
        return 0
    return int(found.value[0]) if found is not None and found.format == 32 and len(found.value) else 0
