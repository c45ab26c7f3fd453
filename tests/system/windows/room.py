"""What the Windows tests hold in their hands: the adapters, another program, and a notepad."""

import ctypes
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from app.core.desktop import Window
from app.ports import Pending
from app.system.windows.clipboard import Clipboard
from app.system.windows.desktop import Desktop, describe
from app.system.windows.hotkeys import Hotkeys
from app.system.windows.keys import Keys
from app.system.windows.messages import MessageWindow
from app.system.windows.win32 import HWND, LPCWSTR, LRESULT, UINT, WPARAM, Function, GetForegroundWindow
from tests.patience import Patience

_WM_GETTEXT = 0x000D
FindWindowExW = Function("user32", "FindWindowExW", HWND, HWND, HWND, LPCWSTR, LPCWSTR)
IS_WINE = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
SendMessageW = Function("user32", "SendMessageW", LRESULT, HWND, UINT, WPARAM, ctypes.c_void_p)


def until(is_true: Callable[[], Any], within_ms: int = 5000) -> bool:
    """Let the event loop run until something holds."""
    patience = Patience(within_ms / 1000)
    while not is_true() and not patience.is_over():
        turn = QEventLoop()  # QTest.qWait would keep Python's lock, and helper threads would starve
        QTimer.singleShot(2, turn.quit)
        turn.exec()
    return bool(is_true())


def stays_front(bring: Callable[[], int]) -> bool:
    """Bring a window to the front until it stays there: a window manager may still be busy with a new one."""
    return any(_stays(bring()) for _ in range(20))


def _stays(handle: int) -> bool:
    return until(lambda: GetForegroundWindow() == handle, 500) and not until(
        lambda: GetForegroundWindow() != handle, 150
    )


def came(pending: Pending[Any]) -> Any:
    """What came of a pending thing."""
    assert until(pending.is_done)
    return pending.value()


class Hand:
    """Another program (`hand.py`); a command is called like a method, with words."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"

    def __getattr__(self, command: str) -> Callable[..., str]:
        def call(*arguments: object) -> str:
            self.send(command, *arguments)
            return self.answer()

        return call

    def send(self, command: str, *arguments: object) -> None:
        """Give a command without waiting for its answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(" ".join([command, *map(str, arguments)]) + "\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        """The answer, while our own event loop runs: the command may ask our windows for something."""
        answers: list[str] = []
        assert self._process.stdout is not None
        reader = threading.Thread(target=lambda: answers.append(self._process.stdout.readline()))  # type: ignore[union-attr]
        reader.start()
        assert until(lambda: answers, 10_000)
        reader.join()
        return answers[0].strip()

    @property
    def window(self) -> Window:
        """Its text field, brought to the front."""
        assert stays_front(lambda: int(self.front()))
        return describe(int(self.front()))

    @property
    def written(self) -> str:
        """What stands in its text field."""
        answer = self.text()
        return "" if answer == "-" else bytes.fromhex(answer).decode("utf-16-le")

    def read(self, name: object) -> bytes:
        """A clipboard format."""
        answer = self.get(name)
        return b"" if answer == "-" else bytes.fromhex(answer)


@dataclass
class Room:
    """The adapters, wired as the front door does."""

    messages: MessageWindow
    desktop: Desktop
    hotkeys: Hotkeys
    keys: Keys
    clipboard: Clipboard


def bring(room: Room, window: Window) -> None:
    """Bring a window to the front as the paste story does."""

    def focus() -> int:
        room.desktop.focus(window)
        return window.handle

    assert stays_front(focus)


@dataclass
class Notepad:
    """Windows' own editor."""

    window: Window

    @property
    def written(self) -> str:
        """What stands in it."""
        field = FindWindowExW(self.window.handle, None, "Edit", None)
        buffer = ctypes.create_unicode_buffer(65536)
        SendMessageW(field, _WM_GETTEXT, len(buffer), ctypes.cast(buffer, ctypes.c_void_p))
        return buffer.value
