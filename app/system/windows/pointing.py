"""The agent points at a window, under Windows: the next click is ours and goes nowhere else.

The rule: the mouse is listened to only while somebody points, at the longest half a minute; every movement passes.
"""

import ctypes
from collections.abc import Callable
from ctypes import Structure
from typing import Any

from PySide6.QtCore import QTimer

from app.system.windows import win32
from app.system.windows.win32 import DWORD, HANDLE, HWND, LONG, LPARAM, LRESULT, WPARAM, Function

AT_MOST_MS = 30_000
_MOUSE = 14
_LEFT_DOWN, _LEFT_UP, _RIGHT_DOWN, _RIGHT_UP = 0x201, 0x202, 0x204, 0x205
_GA_ROOT = 2


class POINT(Structure):
    """A point of the screen."""

    _fields_ = (("x", LONG), ("y", LONG))


class MSLLHOOKSTRUCT(Structure):
    """What a hook is told of the mouse."""

    _fields_ = (
        ("pt", POINT),
        ("mouseData", DWORD),
        ("flags", DWORD),
        ("time", DWORD),
        ("dwExtraInfo", ctypes.c_size_t),
    )


HOOKPROC: type[Any] = win32.prototype(LRESULT, ctypes.c_int, WPARAM, LPARAM)
SetWindowsHookExW = Function("user32", "SetWindowsHookExW", HANDLE, ctypes.c_int, HOOKPROC, HANDLE, DWORD)
CallNextHookEx = Function("user32", "CallNextHookEx", LRESULT, HANDLE, ctypes.c_int, WPARAM, LPARAM)
WindowFromPoint = Function("user32", "WindowFromPoint", HWND, POINT)


class Pointing:
    """Lives on the main thread. `pointed` hears the window that was clicked, 0 where none was."""

    def __init__(self) -> None:
        self._pointed: Callable[[int], None] | None = None
        self._hook: Any = None
        self._found = 0
        self._is_pressed = False
        self._procedure = HOOKPROC(self._look)  # kept: Windows holds its bare address
        self._limit = QTimer(singleShot=True, interval=AT_MOST_MS)
        self._limit.timeout.connect(self.cancel)

    def begin(self, pointed: Callable[[int], None]) -> bool:
        """Listen to the mouse; False where Windows does not let us."""
        if self._pointed is not None:
            return False
        self._hook = SetWindowsHookExW(_MOUSE, self._procedure, win32.GetModuleHandleW(None), 0)
        if not self._hook:
            return False
        self._pointed, self._found, self._is_pressed = pointed, 0, False
        self._limit.start()
        return True

    def cancel(self) -> None:
        """No window."""
        self._end(0)

    def _look(self, code: int, what: int, where: int) -> int:
        """A press is kept from whom it hit, and so is its release; then all is over."""
        if code < 0 or what not in (_LEFT_DOWN, _LEFT_UP, _RIGHT_DOWN, _RIGHT_UP):
            return int(CallNextHookEx(self._hook, code, what, where))
        if what in (_LEFT_DOWN, _RIGHT_DOWN):
            self._is_pressed = True
            self._found = _window_at(where) if what == _LEFT_DOWN else 0
        elif self._is_pressed:
            QTimer.singleShot(0, lambda: self._end(self._found))  # not in here: a hook that dallies is dropped
        return 1

    def _end(self, handle: int) -> None:
        pointed, self._pointed = self._pointed, None
        self._limit.stop()
        if self._hook:
            win32.UnhookWindowsHookEx(self._hook)
            self._hook = None
        if pointed:
            pointed(handle)


def _window_at(where: int) -> int:
    """The top-level window under the pointer."""
    at = MSLLHOOKSTRUCT.from_address(where).pt
    return int(win32.GetAncestor(WindowFromPoint(at), _GA_ROOT) or 0)
