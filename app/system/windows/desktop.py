"""The windows of other programs, by their HWND.

The rule: the window that was in front is remembered before one of ours comes up, and what is in front is asked anew
each time. Windows' own taskbar and tray count as ours: a click on our tray icon must not make the tray the target.

Qt 6 makes the process aware of each monitor's DPI (PER_MONITOR_AWARE_V2) before its first window; nothing here reads a
coordinate, so no more is needed.
"""

import ctypes
import os
from pathlib import PureWindowsPath

from app.core.desktop import Window
from app.system.windows import win32

_SHELL = frozenset(
    {"Shell_TrayWnd", "Shell_SecondaryTrayWnd", "NotifyIconOverflowWindow", "XamlExplorerHostIslandWindow"}
)
_DESK = frozenset({"Progman", "WorkerW"})
_EVENT_SYSTEM_FOREGROUND, _OUT_OF_CONTEXT, _SKIP_OWN_PROCESS = 0x3, 0x0, 0x2
_GA_ROOT = 2
_GWL_EXSTYLE, _WS_EX_NOACTIVATE = -20, 0x08000000
_SW_RESTORE = 9
_QUERY_LIMITED_INFORMATION, _TOKEN_QUERY, _TOKEN_INTEGRITY_LEVEL = 0x1000, 0x8, 25
_ACCESS_DENIED = 5
_MEDIUM = 0x2000


class Desktop:
    """The port `Desktop`."""

    def __init__(self) -> None:
        self._last = 0
        self._procedure = win32.WINEVENTPROC(self._front_changed)  # kept: Windows holds its bare address
        self._hook = win32.SetWinEventHook(
            *(_EVENT_SYSTEM_FOREGROUND, _EVENT_SYSTEM_FOREGROUND, None, self._procedure, 0, 0),
            _OUT_OF_CONTEXT | _SKIP_OWN_PROCESS,
        )
        self._remember(win32.GetForegroundWindow())

    def target(self) -> Window | None:
        """The window in front or, while one of ours is, the last one before it."""
        front = win32.GetForegroundWindow()
        if class_of(front) in _DESK:
            return None
        self._remember(front)
        return describe(self._last) if self._last and win32.IsWindow(self._last) else None

    def is_front(self, window: Window) -> bool:
        """Whether it has the keyboard at this moment."""
        if win32.GetForegroundWindow() != window.handle:
            return False
        thread = win32.GUITHREADINFO(cbSize=ctypes.sizeof(win32.GUITHREADINFO))
        if not win32.GetGUIThreadInfo(0, ctypes.byref(thread)) or not thread.hwndFocus:
            return True  # a window may take keys without a focus of its own, as consoles do
        return bool(win32.GetAncestor(thread.hwndFocus, _GA_ROOT) == window.handle)

    def is_there(self, window: Window) -> bool:
        """Whether it still exists."""
        return bool(win32.IsWindow(window.handle))

    def focus(self, window: Window) -> None:
        """Ask for it to come to the front, out of the taskbar if it lies there.

        Windows lets only the program in front, or the one that got the last input, give the front away. A hotkey is
        such an input; failing that an empty mouse event of our own is (as PowerToys does it).
        """
        if win32.IsIconic(window.handle):
            win32.ShowWindow(window.handle, _SW_RESTORE)
        if not win32.SetForegroundWindow(window.handle):
            win32.SendInput(1, (win32.INPUT * 1)(), ctypes.sizeof(win32.INPUT))
            win32.SetForegroundWindow(window.handle)

    def can_paste(self) -> bool:
        """Windows always lets us; into elevated windows it does not, and those are told apart."""
        return True

    def close(self) -> None:
        """Stop listening."""
        if self._hook:
            win32.UnhookWinEvent(self._hook)
            self._hook = None

    def _front_changed(self, hook: int, event: int, window: int, *rest: int) -> None:
        self._remember(window)

    def _remember(self, window: int | None) -> None:
        if window and owner_of(window) != os.getpid() and class_of(window) not in _SHELL | _DESK:
            self._last = window


def keep_off_focus(handle: int, is_kept_off: bool) -> None:
    """Let a window of ours take no focus when it is clicked (`WS_EX_NOACTIVATE`), or let it again.

    Qt 6.9 does not do it for `WindowDoesNotAcceptFocus`.
    """
    style = win32.GetWindowLongPtrW(handle, _GWL_EXSTYLE)
    wanted = style | _WS_EX_NOACTIVATE if is_kept_off else style & ~_WS_EX_NOACTIVATE
    if wanted != style:
        win32.SetWindowLongPtrW(handle, _GWL_EXSTYLE, wanted)


def describe(handle: int) -> Window:
    """A window with its program, and whether keys of ours would be swallowed there."""
    process = win32.OpenProcess(_QUERY_LIMITED_INFORMATION, False, owner_of(handle))
    if not process:
        return Window(handle, "", is_elevated=win32.last_error() == _ACCESS_DENIED)
    try:
        return Window(handle, program_name(_path_of(process)), _integrity(process) > _own_integrity())
    finally:
        win32.CloseHandle(process)


def program_name(path: str) -> str:
    """The executable in small letters, without path and suffix."""
    return PureWindowsPath(path.lower()).name.removesuffix(".exe")


def owner_of(handle: int | None) -> int:
    """The process that a window belongs to, or 0."""
    process = win32.DWORD()
    win32.GetWindowThreadProcessId(handle, ctypes.byref(process))
    return process.value


def class_of(handle: int | None) -> str:
    """The name of a window's class."""
    name = ctypes.create_unicode_buffer(256)
    win32.GetClassNameW(handle, name, len(name))
    return name.value


def _path_of(process: int) -> str:
    path = ctypes.create_unicode_buffer(1024)
    length = win32.DWORD(len(path))
    win32.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(length))
    return path.value


def _own_integrity() -> int:
    return _integrity(win32.GetCurrentProcess())


def _integrity(process: int) -> int:
    """The integrity level of a process (0x2000 medium, 0x3000 high). One that may not be looked at is above ours."""
    token = win32.HANDLE()
    if not win32.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
        return 0xFFFF if win32.last_error() == _ACCESS_DENIED else _MEDIUM
    try:
        buffer = ctypes.create_string_buffer(256)
        size = win32.DWORD()
        if not win32.GetTokenInformation(token, _TOKEN_INTEGRITY_LEVEL, buffer, len(buffer), ctypes.byref(size)):
            return _MEDIUM
        sid = win32.SID_AND_ATTRIBUTES.from_buffer(buffer).Sid
        last = win32.GetSidSubAuthorityCount(sid)[0] - 1
        return int(win32.GetSidSubAuthority(sid, last)[0])
    finally:
        win32.CloseHandle(token)
