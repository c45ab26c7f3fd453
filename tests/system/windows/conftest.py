"""The fixtures of the Windows tests; on any other system all of them are skipped."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.system.windows.clipboard import Clipboard
from app.system.windows.desktop import Desktop, class_of, describe
from app.system.windows.hotkeys import Hotkeys
from app.system.windows.keys import Keys
from app.system.windows.messages import MessageWindow
from tests.system.windows.room import IS_WINE, FindWindowExW, Hand, Notepad, Room, bring, until


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt complains at each window that Wine has not all functions of Windows."""
    for item in items:
        if IS_WINE and item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("EnableNonClientDpiScaling"))


@pytest.fixture
def room(qapp: Any) -> Iterator[Room]:
    messages = MessageWindow()
    hotkeys = Hotkeys(messages)
    keys = Keys(lambda: hotkeys.last_key)
    room = Room(messages, Desktop(), hotkeys, keys, Clipboard(messages, lambda: keys.pressed_at))
    yield room
    room.hotkeys.close()
    room.clipboard.close()
    room.desktop.close()
    room.messages.close()


@contextmanager
def another_program() -> Iterator[Hand]:
    script = Path(__file__).with_name("hand.py")
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    hand = Hand(process)
    yield hand
    hand.release("ctrl", "rctrl", "alt", "shift")
    hand.put()
    with process:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)


@pytest.fixture
def hand(qapp: Any) -> Iterator[Hand]:
    with another_program() as hand:
        yield hand


@pytest.fixture
def other_hand(qapp: Any) -> Iterator[Hand]:
    with another_program() as hand:
        yield hand


@pytest.fixture
def notepad(room: Room) -> Iterator[Notepad]:
    with subprocess.Popen(["notepad.exe"]) as process:
        assert until(lambda: FindWindowExW(None, None, "Notepad", None), 10_000)
        window = describe(FindWindowExW(None, None, "Notepad", None))
        assert class_of(window.handle) == "Notepad"
        bring(room, window)
        yield Notepad(window)
        process.kill()
