"""The hidden window through which Windows speaks to us: hotkeys, clipboard requests, unlock, resume, a new taskbar.

The rule: it is a top-level window, for a message-only one is told neither of resume nor of a new taskbar; and what it
is told reaches the handlers from whichever loop dispatches it, so a hotkey also works while a native menu is open or a
window is being dragged (a native event filter of Qt would miss it there, and would run for every other message too).
"""

import logging
from collections import defaultdict
from collections.abc import Callable

from app.system.windows import win32

WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
WM_RENDERFORMAT = 0x0305
WM_RENDERALLFORMATS = 0x0306
WM_HOTKEY = 0x0312

_RESUMED = frozenset({0x07, 0x12})  # PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC
_SESSION_IS_BACK = frozenset({0x1, 0x3, 0x5, 0x8})  # console or remote connect, logon, unlock
_WS_EX_TOOLWINDOW = 0x80
_DEVICE_NOTIFY_WINDOW_HANDLE = 0

Handler = Callable[[int, int], None]
_log = logging.getLogger(__name__)


class MessageWindow:
    """A window that is never shown. Handlers get WPARAM and LPARAM, on the thread that made the window."""

    def __init__(self) -> None:
        self._handlers: defaultdict[int, list[Handler]] = defaultdict(list)
        self._procedure = win32.WNDPROC(self._receive)  # kept: Windows holds its bare address
        self._class = f"QinDesk.Messages.{id(self):x}"
        self._module = win32.GetModuleHandleW(None)
        window_class = win32.WNDCLASS(lpfnWndProc=self._procedure, hInstance=self._module, lpszClassName=self._class)
        win32.RegisterClassW(window_class)
        no_place = (0, 0, 0, 0)
        handle = win32.CreateWindowExW(
            *(_WS_EX_TOOLWINDOW, self._class, "QinDesk", 0, *no_place, None, None, self._module, None)
        )
        if not handle:
            raise OSError(win32.last_error(), "Windows gave no window for messages")
        self.handle: int = handle
        self._taskbar_created: int = win32.RegisterWindowMessageW("TaskbarCreated")
        if not win32.WTSRegisterSessionNotification(handle, 0):
            _log.warning("Windows does not tell of locking and unlocking: error %d", win32.last_error())
        # PCs with modern standby tell of it only who asks; others tell everybody, and then we hear it twice.
        self._resumes: int | None = win32.RegisterSuspendResumeNotification(handle, _DEVICE_NOTIFY_WINDOW_HANDLE)

    def on(self, message: int, handler: Handler) -> None:
        """Call a handler for every message of this number."""
        self._handlers[message].append(handler)

    def on_return(self, handler: Callable[[], None]) -> None:
        """Call a handler whenever hotkeys and hooks may have been lost: unlock, resume, a restarted Explorer."""
        self.on(WM_WTSSESSION_CHANGE, lambda what, session: handler() if what in _SESSION_IS_BACK else None)
        self.on(WM_POWERBROADCAST, lambda what, detail: handler() if what in _RESUMED else None)
        self.on(self._taskbar_created, lambda wparam, lparam: handler())

    def close(self) -> None:
        """Let the window go; what was promised to the clipboard is rendered before."""
        if self.handle:
            win32.WTSUnRegisterSessionNotification(self.handle)
            if self._resumes:
                win32.UnregisterSuspendResumeNotification(self._resumes)
            win32.DestroyWindow(self.handle)
            win32.UnregisterClassW(self._class, self._module)
            self.handle = 0

    def _receive(self, window: int | None, message: int, wparam: int, lparam: int) -> int:
        handlers = self._handlers.get(message)
        if not handlers:
            return int(win32.DefWindowProcW(window, message, wparam, lparam))
        for handler in handlers:
            try:
                handler(wparam, lparam)
            except Exception as error:  # nothing may be raised into Windows
                _log.error("Message %#x was not handled: %s", message, type(error).__name__)
        return 1 if message == WM_POWERBROADCAST else 0
