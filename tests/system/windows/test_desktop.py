"""The windows of other programs, on a real Windows desktop (or Wine's)."""

import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.core.desktop import Window
from app.system.windows import desktop
from tests.system.windows.room import IS_WINE, Hand, Notepad, Room, bring, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")


def test_the_target_is_the_window_in_front_with_its_program(room: Room, notepad: Notepad) -> None:
    target = room.desktop.target()

    assert target == Window(notepad.window.handle, "notepad")


def test_while_a_window_of_ours_is_in_front_the_target_is_the_one_before_it(
    room: Room, notepad: Notepad, qtbot: QtBot
) -> None:
    room.desktop.target()  # asked at the hotkey, before our window comes up
    ours = QPushButton("ours")
    qtbot.addWidget(ours)
    ours.show()
    ours.activateWindow()
    assert until(ours.isActiveWindow)

    target = room.desktop.target()

    assert target == notepad.window
    assert not room.desktop.is_front(notepad.window)


@pytest.mark.skipif(IS_WINE, reason="Wine 8 tells nobody that another window came to the front")
def test_a_window_that_came_to_the_front_meanwhile_is_the_one_remembered(
    room: Room, notepad: Notepad, hand: Hand, qtbot: QtBot
) -> None:
    other = hand.window
    ours = QPushButton("ours")
    qtbot.addWidget(ours)
    ours.show()
    ours.activateWindow()
    assert until(ours.isActiveWindow)

    target = room.desktop.target()

    assert target == other


def test_a_closed_window_is_gone_and_no_target(room: Room, hand: Hand) -> None:
    window = hand.window
    assert room.desktop.target() == window

    hand.close_window()

    assert not room.desktop.is_there(window)
    assert room.desktop.target() != window


def test_focus_brings_a_window_back_also_out_of_the_taskbar(room: Room, notepad: Notepad, hand: Hand) -> None:
    window = hand.window
    hand.minimise()
    bring(room, notepad.window)

    room.desktop.focus(window)

    assert until(lambda: room.desktop.is_front(window))
    assert not room.desktop.is_front(notepad.window)


def test_a_click_in_a_window_kept_off_the_focus_leaves_the_focus_where_it_is(
    room: Room, notepad: Notepad, hand: Hand, qtbot: QtBot
) -> None:
    ours = QPushButton("ours")
    flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
    ours.setWindowFlags(flags)
    ours.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    qtbot.addWidget(ours)
    clicks: list[bool] = []
    ours.clicked.connect(lambda: clicks.append(True))
    ours.setGeometry(900, 500, 120, 60)
    desktop.keep_off_focus(int(ours.winId()), is_kept_off=True)
    ours.show()
    qtbot.waitExposed(ours)
    bring(room, notepad.window)

    middle = ours.mapToGlobal(QPoint(60, 30))
    hand.click(middle.x(), middle.y())

    assert until(lambda: clicks)
    assert room.desktop.is_front(notepad.window)


def test_a_window_that_was_kept_off_the_focus_can_take_it_again(qtbot: QtBot, room: Room) -> None:
    ours = QPushButton("ours")
    qtbot.addWidget(ours)
    desktop.keep_off_focus(int(ours.winId()), is_kept_off=True)

    desktop.keep_off_focus(int(ours.winId()), is_kept_off=False)

    ours.show()
    ours.activateWindow()
    assert until(ours.isActiveWindow)


def test_programs_of_our_own_level_are_not_elevated_and_higher_ones_are(
    hand: Hand, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = hand.window
    assert not window.is_elevated

    monkeypatch.setattr(desktop, "_own_integrity", lambda: 0x2000 - 1)

    assert desktop.describe(window.handle).is_elevated


def test_a_window_that_does_not_exist_has_no_program(room: Room) -> None:
    assert desktop.describe(0x7FFF0) == Window(0x7FFF0)


def test_the_clock_that_counts_sleep_goes_forward() -> None:
    from app.system.windows.clock import since_boot

    before = since_boot()

    assert until(lambda: since_boot() > before)
