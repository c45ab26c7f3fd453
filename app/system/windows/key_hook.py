"""A hook on the keyboard by the `keyboard` package, for what registration cannot do; only while somebody asked for it.

The rule: nothing is ever held back, and the hook's own thread only looks and passes on, for Windows silently drops a
hook that is slow. What `keyboard` declares wrongly is corrected here, and its hook is really taken off again: by itself
it declares a 32-bit result where Windows wants 64 bits (every keystroke was swallowed), and keeps no handle to unhook.
"""

import ctypes
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

from app.core.values import dataclass
from app.system.homeward import Homeward
from app.system.windows import win32
from app.system.windows.hotkeys import VIRTUAL_KEYS
from app.system.windows.keys import OURS, is_down

_WM_QUIT = 0x12
_GONE_WITHIN = 5.0
_NAMES = {code: name for name, code in VIRTUAL_KEYS.items()}
_NAMES |= {0x10: "shift", 0xA0: "shift", 0xA1: "shift", 0x14: "capslock"}
_SIDES = {"shift": (0xA0, 0xA1), "ctrl": (0xA2, 0xA3), "alt": (0xA4, 0xA5), "meta": (0x5B, 0x5C)}

_WM_IME_CONTROL, _CONVERSION, _IS_OPEN = 0x0283, 0x0001, 0x0005
_CHINESE = 0x1
_SMTO_ABORT_IF_HUNG, _ANSWER_WITHIN_MS = 0x2, 20


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that went down or up, by its name in `app.core.hotkeys` where it has one, in the window then in front."""

    key: str
    is_down: bool
    modifiers: frozenset[str]
    window: int


class KeyHook:
    """Hooked as long as somebody listens. Listeners are called on the main thread; keys that we send pass unheard."""

    def __init__(self) -> None:
        self._home = Homeward()
        self._listeners: dict[str, Callable[[Stroke], None]] = {}
        self._one_at_a_time = threading.Lock()
        self._watch: _Watch | None = None

    @property
    def is_hooked(self) -> bool:
        """Whether Windows tells us of keys; it takes a moment after the first one listens."""
        return self._watch is not None and self._watch.handle is not None

    def listen(self, name: str, heard: Callable[[Stroke], None]) -> None:
        """Call a listener for every key from now on, under a name of its own."""
        self._listeners[name] = heard
        if self._watch is None:
            self._begin()

    def leave(self, name: str) -> None:
        """Call it no more; with the last one the hook goes."""
        self._listeners.pop(name, None)
        if self._watch and not self._listeners:
            self._watch.leave()
            self._watch = None

    def renew(self) -> None:
        """Hook again: after unlock and resume Windows may have dropped the hook without a word."""
        if self._watch:
            self._watch.leave()
            self._begin()

    def close(self) -> None:
        """Take the hook off, and wait for that: it must not outlive the program."""
        self._listeners.clear()
        if self._watch:
            self._watch.leave()
            self._watch.join(_GONE_WITHIN)
            self._watch = None

    def _begin(self) -> None:
        self._watch = _Watch(lambda stroke: self._home.call(lambda: self._tell(stroke)), self._one_at_a_time)
        self._watch.start()

    def _tell(self, stroke: Stroke) -> None:
        for heard in list(self._listeners.values()):
            heard(stroke)


class _Watch(threading.Thread):
    """One hook and the thread that it is called in."""

    def __init__(self, told: Callable[[Stroke], None], one_at_a_time: threading.Lock) -> None:
        super().__init__(name="key hook", daemon=True)
        self._told = told
        self._one_at_a_time = one_at_a_time
        self._is_wanted = True
        self._thread_id = 0
        self._code = 0
        self._procedure: Any = None
        self.handle: int | None = None

    def leave(self) -> None:
        """Have the hook taken off, soon; nothing is told from now on."""
        self._is_wanted = False
        if self._thread_id:
            win32.PostThreadMessageW(self._thread_id, _WM_QUIT, 0, 0)

    def run(self) -> None:
        """Hook, look until nobody wants it any more, unhook."""
        message = win32.MSG()
        win32.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)  # from now on the thread has a queue to post to
        self._thread_id = win32.GetCurrentThreadId()
        with self._one_at_a_time:
            self._hook()
        while self._is_wanted and win32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            pass  # the hook is called from within GetMessageW
        win32.UnhookWindowsHookEx(self.handle)
        self.handle = None

    def _hook(self) -> None:
        import keyboard._winkeyboard as backend  # noqa: PLC0415 - only who asks for it pays for it

        self._correct(backend)
        backend.prepare_intercept(self._look)
        backend.atexit.unregister(backend.UnhookWindowsHookEx)

    def _correct(self, backend: ModuleType) -> None:
        """Give `keyboard` the true types, keep the hook's handle, and pass over keys that we sent ourselves.

        Its table of all names of all keys is not made: that takes seconds, and a name is looked up when it is needed.
        """
        user32, event = backend.user32, ctypes.POINTER(backend.KBDLLHOOKSTRUCT)
        procedure = win32.prototype(win32.LRESULT, ctypes.c_int, win32.WPARAM, event)
        user32.SetWindowsHookExW.argtypes = [ctypes.c_int, procedure, win32.HANDLE, win32.DWORD]
        user32.CallNextHookEx.argtypes = [win32.HANDLE, ctypes.c_int, win32.WPARAM, event]
        user32.CallNextHookEx.restype = win32.LRESULT

        def wrap(handle_event: Callable[[int, int, Any], int]) -> Any:
            def receive(code: int, what: int, event: Any) -> int:
                self._code = event.contents.vk_code
                if ctypes.cast(event.contents.dwExtraInfo, ctypes.c_void_p).value == OURS:
                    return int(user32.CallNextHookEx(None, code, what, event))
                return handle_event(code, what, event)

            return procedure(receive)

        def hook(kind: Any, procedure: Any, module: Any, thread: Any) -> Any:
            self._procedure = procedure
            self.handle = user32.SetWindowsHookExW(kind, procedure, module, thread)
            return self.handle

        backend.LowLevelKeyboardProc = wrap  # type: ignore[attr-defined]
        backend._setup_name_tables = _nothing  # type: ignore[attr-defined]
        backend.SetWindowsHookEx = hook  # type: ignore[attr-defined]

    def _look(self, event: Any) -> bool:
        """Say what it was and let it pass."""
        if self._is_wanted:
            name = _NAMES.get(self._code) or (event.name or "").lower()
            held = frozenset(name for name, sides in _SIDES.items() if any(map(is_down, sides)))
            self._told(Stroke(name, event.event_type == "down", held, win32.GetForegroundWindow() or 0))
        return True


def _nothing() -> None:
    """What is done in place of `keyboard`'s own table."""


def is_composing(window: int) -> bool:
    """Whether the input method of a window turns letters into Chinese: then what was typed is not what stands there.

    Asked by the message that input methods answer also to other programs; one that hangs counts as composing.
    """
    method = win32.ImmGetDefaultIMEWnd(window)
    return bool(method) and _ask(method, _IS_OPEN) != 0 and _ask(method, _CONVERSION) & _CHINESE != 0


def _ask(method: int, what: int) -> int:
    answer = ctypes.c_size_t()
    is_answered = win32.SendMessageTimeoutW(
        *(method, _WM_IME_CONTROL, what, 0, _SMTO_ABORT_IF_HUNG, _ANSWER_WITHIN_MS, ctypes.byref(answer))
    )
    return answer.value if is_answered else _CHINESE
