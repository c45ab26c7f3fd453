import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from app.ui.window.tray import Tray


@pytest.fixture
def tray(qtbot: QtBot) -> Tray:
    window = QWidget()
    qtbot.addWidget(window)
    return Tray(window)


def test_a_click_shows_or_hides_the_window(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tray.toggle_wanted, timeout=500):
        tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


def test_a_right_click_only_opens_the_menu(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tray.toggle_wanted):
        tray.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_the_menu_says_what_it_would_do(tray: Tray) -> None:
    hidden = tray._show.text()
    tray._window.show()
    tray.retranslate()

    assert (hidden, tray._show.text()) == ("Show the window", "Hide the window")


def test_pausing_and_going_on(tray: Tray) -> None:
    heard: list[bool] = []
    tray.pause_wanted.connect(heard.append)

    tray._pause.trigger()
    tray.set_paused(True)
    tray._pause.trigger()

    assert heard == [True, False]
    assert "paused" in tray.toolTip()


def test_settings_and_quit_are_asked_of_the_front_door(tray: Tray, qtbot: QtBot) -> None:
    with qtbot.waitSignals([tray.settings_wanted, tray.quit_wanted], timeout=500):
        tray._settings.trigger()
        tray._quit.trigger()
