"""What the X server and the window manager say of windows, and which of them has the keyboard.

The rule: all of it is asked in the connection's thread, and a window that has just closed is no error.
"""

import os
from collections.abc import Iterator
from typing import Any

from Xlib import X, Xatom, Xutil
from Xlib.error import XError
from Xlib.protocol import event as events

from app.core.desktop import Sight, Window
from app.system.x11.connection import Connection

_FROM_PAGER = 2
"""The source that a window manager obeys without asking back: the user wants it (EWMH, _NET_ACTIVE_WINDOW)."""
_SOME = 32
_MANY = 1024
_EVERY_DESKTOP = 0xFFFFFFFF
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


def listed(connection: Connection) -> list[int]:
    """The top-level windows that the window manager knows, the one in front last."""
    for name in ("_NET_CLIENT_LIST_STACKING", "_NET_CLIENT_LIST"):
        found = connection.root.get_full_property(connection.atom(name), X.AnyPropertyType, _MANY)
        if found is not None:
            return [int(handle) for handle in found.value]
    return []


def sight(connection: Connection, handle: int) -> Sight | None:
    """How a window stands now, with the window manager's frame and without shadows; None where it is gone."""
    window = connection.display.create_resource_object("window", handle)
    try:
        if not is_managed(connection, handle):
            return None
        size = window.get_geometry()
        place = connection.root.translate_coords(window, 0, 0)
        left, right, top, bottom = _four(connection, window, "_NET_FRAME_EXTENTS")
        inner = _four(connection, window, "_GTK_FRAME_EXTENTS")
        return Sight(
            described(connection, handle),
            place.x - left + inner[0],
            place.y - top + inner[2],
            size.width + left + right - inner[0] - inner[1],
            size.height + top + bottom - inner[2] - inner[3],
            _kind(connection, window),
            _title(connection, window),
            _is_shown(connection, window),
        )
    except XError:
        return None


def _is_shown(connection: Connection, window: Any) -> bool:
    if _number(connection, window, "WM_STATE") == Xutil.IconicState:
        return False
    state = window.get_full_property(connection.atom("_NET_WM_STATE"), Xatom.ATOM, _SOME)
    if state is not None and connection.atom("_NET_WM_STATE_HIDDEN") in state.value:
        return False
    desktop = window.get_full_property(connection.atom("_NET_WM_DESKTOP"), Xatom.CARDINAL, _SOME)
    here = _number(connection, connection.root, "_NET_CURRENT_DESKTOP")
    return desktop is None or not len(desktop.value) or desktop.value[0] in (here, _EVERY_DESKTOP)


def _kind(connection: Connection, window: Any) -> str:
    """What the program calls such windows: the name in its class, and the role where it gives one."""
    names = window.get_wm_class()
    role = _text(connection, window, "WM_WINDOW_ROLE")
    return "/".join(part for part in ((names[0] if names else "").lower(), role) if part)


def _title(connection: Connection, window: Any) -> str:
    return _text(connection, window, "_NET_WM_NAME") or _text(connection, window, "WM_NAME")


def _text(connection: Connection, window: Any, name: str) -> str:
    found = window.get_full_property(connection.atom(name), X.AnyPropertyType, _MANY)
    value = found.value if found is not None and found.format == 8 else b""
    return (value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")).strip("\0")


def _four(connection: Connection, window: Any, name: str) -> tuple[int, int, int, int]:
    """Four lengths of a property, in the order left, right, top, bottom."""
    found = window.get_full_property(connection.atom(name), Xatom.CARDINAL, _SOME)
    if found is None or len(found.value) < 4:
        return (0, 0, 0, 0)
    left, right, top, bottom = found.value[:4]
    return (int(left), int(right), int(top), int(bottom))


def _number(connection: Connection, window: Any, name: str) -> int:
    """The first number of a property; 0 where there is none."""
    if isinstance(window, int):
        window = connection.display.create_resource_object("window", window)
    try:
        found = window.get_full_property(connection.atom(name), X.AnyPropertyType, _SOME)
    except XError:
        return 0
    return int(found.value[0]) if found is not None and found.format == 32 and len(found.value) else 0
