"""The window of another program that ours stands beside, under Windows.

The rule: nothing is polled. Windows tells of moves and states (`SetWinEventHook`, outside of the other program); of a
burst the window is looked at once, a frame on. Only its program is listened to, and what comes to the front.
"""

import ctypes
import os
from collections.abc import Callable, Sequence
from ctypes import POINTER, Structure
from typing import Any

from PySide6.QtCore import QTimer

from app.core.desktop import Sight, Window
from app.system.windows import win32
from app.system.windows.desktop import class_of, describe, owner_of
from app.system.windows.pointing import Pointing
from app.system.windows.win32 import BOOL, DWORD, HWND, LONG, LPARAM, Function

A_FRAME_MS = 12
_FOREGROUND, _MINIMISE_BEGINS, _MINIMISE_ENDS = 0x3, 0x16, 0x17
_DESTROYED, _HIDDEN, _PLACE_CHANGED, _CLOAKED, _UNCLOAKED = 0x8001, 0x8003, 0x800B, 0x8017, 0x8018
_OUT_OF_CONTEXT, _SKIP_OWN_PROCESS, _THE_WINDOW_ITSELF = 0x0, 0x2, 0
_FRAME_BOUNDS, _IS_CLOAKED = 9, 14
_GWL_STYLE, _WS_SYSMENU, _GWL_EXSTYLE, _WS_EX_TOOLWINDOW = -16, 0x80000, -20, 0x80
_LEAST = 120
"""A window that is smaller is none that one writes into."""
_LETTERS = 200
Told = Callable[[Sight | None], None]


class RECT(Structure):
    """A place on the screen, in pixels of the screen itself."""

    _fields_ = (("left", LONG), ("top", LONG), ("right", LONG), ("bottom", LONG))


WNDENUMPROC: type[Any] = win32.prototype(BOOL, HWND, LPARAM)
EnumWindows = Function("user32", "EnumWindows", BOOL, WNDENUMPROC, LPARAM)
IsWindowVisible = Function("user32", "IsWindowVisible", BOOL, HWND)
GetWindowRect = Function("user32", "GetWindowRect", BOOL, HWND, POINTER(RECT))
GetWindowTextW = Function("user32", "GetWindowTextW", ctypes.c_int, HWND, win32.LPCWSTR, ctypes.c_int)
DwmGetWindowAttribute = Function("dwmapi", "DwmGetWindowAttribute", LONG, HWND, DWORD, ctypes.c_void_p, DWORD)


class Followed:
    """The port `Followed`, on the main thread: Windows calls its hooks where they were set."""

    def __init__(self) -> None:
        self._told: Told | None = None
        self._wanted = ("", "")
        self._window: Window | None = None
        self._last: Sight | None = None
        self._hooks: list[Any] = []
        self._of_program: list[Any] = []
        self._procedure = win32.WINEVENTPROC(self._heard)  # kept: Windows holds its bare address
        self._soon = QTimer(singleShot=True, interval=A_FRAME_MS)
        self._soon.timeout.connect(self._look)
        self._pointing = Pointing()

    def can_see(self) -> bool:
        """Windows shows every program all windows."""
        return True

    def all(self) -> Sequence[Sight]:
        """The windows of others that one could write into, the one in front first."""
        return tuple(found for found in map(self._seen, _handles()) if found)

    def follow(self, program: str, kind: str, told: Told) -> None:
        """Tell how a window is, now and at every change."""
        self.leave()
        self._wanted, self._told = (program, kind), told
        self._hooks = [self._hook(0, _FOREGROUND, _FOREGROUND), self._hook(0, _MINIMISE_BEGINS, _MINIMISE_ENDS)]
        self._find()
        self._tell(self._sight())

    def leave(self) -> None:
        """Follow nothing any more."""
        self._soon.stop()
        self._told, self._window, self._last = None, None, None
        for hook in (*self._hooks, *self._of_program):
            win32.UnhookWinEvent(hook)
        self._hooks, self._of_program = [], []

    def point(self, pointed: Told) -> bool:
        """Let the agent click a window; the click does nothing else."""
        return self._pointing.begin(lambda handle: pointed(self._seen(handle) if handle else None))

    def stop_pointing(self) -> None:
        """Let the pointer go."""
        self._pointing.cancel()

    def close(self) -> None:
        """The program ends."""
        self._pointing.cancel()
        self.leave()

    def _hook(self, process: int, first: int, last: int) -> Any:
        flags = _OUT_OF_CONTEXT | _SKIP_OWN_PROCESS
        return win32.SetWinEventHook(first, last, None, self._procedure, process, 0, flags)

    def _heard(self, _hook: int, event: int, handle: int | None, part: int, *_rest: int) -> None:
        """Something happened; parts of a window (a blinking cursor, a list) are nothing to us."""
        is_followed = self._window is not None and handle == self._window.handle
        is_front = event == _FOREGROUND and self._window is None
        if part == _THE_WINDOW_ITSELF and (is_followed or is_front) and not self._soon.isActive():
            self._soon.start()

    def _find(self) -> None:
        """The best window of the program; its program is listened to from now on."""
        program, kind = self._wanted
        found = [each for each in self.all() if each.window.program == program]
        found.sort(key=lambda each: (each.kind != kind, -each.width * each.height))
        self._window = found[0].window if found else None
        for hook in self._of_program:
            win32.UnhookWinEvent(hook)
        self._of_program = []
        if self._window:
            process = owner_of(self._window.handle)
            ranges = ((_DESTROYED, _HIDDEN), (_PLACE_CHANGED, _PLACE_CHANGED), (_CLOAKED, _UNCLOAKED))
            self._of_program = [self._hook(process, *ends) for ends in ranges]

    def _sight(self) -> Sight | None:
        return sight(self._window) if self._window else None

    def _look(self) -> None:
        found = self._sight()
        if found is None:
            self._find()
            found = self._sight()
        if not _is_alike(found, self._last):
            self._tell(found)

    def _tell(self, found: Sight | None) -> None:
        self._last = found
        if self._told:
            self._told(found)

    def _seen(self, handle: int) -> Sight | None:
        """A window that one could stand beside."""
        if owner_of(handle) == os.getpid() or not IsWindowVisible(handle):
            return None
        is_tool = win32.GetWindowLongPtrW(handle, _GWL_EXSTYLE) & _WS_EX_TOOLWINDOW
        is_framed = win32.GetWindowLongPtrW(handle, _GWL_STYLE) & _WS_SYSMENU
        if is_tool or not (is_framed or _title(handle)) or (_is_cloaked(handle) and not win32.IsIconic(handle)):
            return None
        found = sight(describe(handle))
        is_large = found is not None and found.width >= _LEAST and found.height >= _LEAST
        return found if found and (is_large or not found.is_shown) else None


def sight(window: Window) -> Sight | None:
    """How a window stands now, without its shadow; None where it is gone or was put away for good."""
    handle = window.handle
    is_minimised = bool(win32.IsIconic(handle))
    if not win32.IsWindow(handle) or not (is_minimised or IsWindowVisible(handle)):
        return None
    place = _place(handle)
    size = (place.right - place.left, place.bottom - place.top)
    is_shown = not is_minimised and not _is_cloaked(handle)
    return Sight(window, place.left, place.top, *size, class_of(handle), _title(handle), is_shown)


def _handles() -> Sequence[int]:
    """Every top-level window, the uppermost first."""
    found: list[int] = []

    def note(handle: int, _nothing: int) -> bool:
        found.append(handle)
        return True

    procedure = WNDENUMPROC(note)
    EnumWindows(procedure, 0)
    return found


def _place(handle: int) -> RECT:
    """What is seen of a window; its rectangle would count an invisible border of some pixels."""
    place = RECT()
    if DwmGetWindowAttribute(handle, _FRAME_BOUNDS, ctypes.byref(place), ctypes.sizeof(place)) != 0:
        GetWindowRect(handle, ctypes.byref(place))
    return place


def _is_cloaked(handle: int) -> bool:
    """Whether it is there and not painted: on another virtual desktop, or a program that sleeps."""
    answer = DWORD()
    asked = DwmGetWindowAttribute(handle, _IS_CLOAKED, ctypes.byref(answer), ctypes.sizeof(answer))
    return asked == 0 and answer.value != 0


def _title(handle: int) -> str:
    text = ctypes.create_unicode_buffer(_LETTERS)
    GetWindowTextW(handle, text, _LETTERS)
    return text.value


def _is_alike(one: Sight | None, other: Sight | None) -> bool:
    """Whether nothing but the title is another; a chat's title changes with every buyer."""
    if one is None or other is None:
        return one is other
    return _standing(one) == _standing(other)


def _standing(seen: Sight) -> tuple[object, ...]:
    return (seen.window.handle, seen.left, seen.top, seen.width, seen.height, seen.is_shown)
