"""What Windows tells of its surroundings: how windows are scaled, dark mode, and that the PC slept."""

import ctypes
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.settings import Theme
from app.system.windows import win32
from app.system.windows.messages import MessageWindow
from app.ui.theme import Look
from tests.system.windows.room import SendMessageW, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")

PERSONALIZE = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
WM_SETTINGCHANGE = 0x001A
PER_MONITOR_AWARE = 2
GetWindowDpiAwarenessContext = win32.Function("user32", "GetWindowDpiAwarenessContext", ctypes.c_void_p, win32.HWND)
GetAwarenessFromDpiAwarenessContext = win32.Function(
    "user32", "GetAwarenessFromDpiAwarenessContext", ctypes.c_int, ctypes.c_void_p
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def switch(window: QWidget) -> Iterator[Callable[[bool], None]]:
    """Does what the switch in the settings of Windows does: a value, and a message to every window."""
    import winreg

    def turn(is_light: bool) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, PERSONALIZE) as key:
            winreg.SetValueEx(key, "AppsUseLightTheme", 0, winreg.REG_DWORD, int(is_light))
        what = ctypes.create_unicode_buffer("ImmersiveColorSet")
        SendMessageW(int(window.winId()), WM_SETTINGCHANGE, 0, ctypes.cast(what, ctypes.c_void_p))

    yield turn
    turn(True)


def test_our_windows_are_scaled_by_us_on_each_monitor(window: QWidget) -> None:
    context = GetWindowDpiAwarenessContext(int(window.winId()))

    assert GetAwarenessFromDpiAwarenessContext(context) == PER_MONITOR_AWARE


def test_the_dark_mode_of_windows_is_followed_while_the_program_runs(
    qapp: QApplication, switch: Callable[[bool], None]
) -> None:
    switch(True)
    look = Look(qapp, Theme.SYSTEM)
    was_dark = look.is_dark

    switch(False)

    assert not was_dark
    assert until(lambda: look.is_dark)
    assert qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    switch(True)
    assert until(lambda: not look.is_dark)


def test_sleep_and_unlock_are_asked_for_and_no_more_once_the_window_is_closed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in (
        "WTSRegisterSessionNotification",
        "WTSUnRegisterSessionNotification",
        "RegisterSuspendResumeNotification",
        "UnregisterSuspendResumeNotification",
    ):
        monkeypatch.setattr(win32, name, lambda *_, name=name: asked.append(name) or 1)
    messages = MessageWindow()
    on_opening = list(asked)

    messages.close()

    assert on_opening == ["WTSRegisterSessionNotification", "RegisterSuspendResumeNotification"]
    assert asked[2:] == ["WTSUnRegisterSessionNotification", "UnregisterSuspendResumeNotification"]


def test_a_windows_that_does_not_tell_of_unlocking_is_no_reason_not_to_start(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(win32, "WTSRegisterSessionNotification", lambda *_: 0)

    messages = MessageWindow()

    assert messages.handle
    assert "unlocking" in caplog.text
    messages.close()
