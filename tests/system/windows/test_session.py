"""Windows shuts down: it asks every window, and what is being written is put away in that moment."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.system.windows.room import SendMessageW

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")
WM_QUERYENDSESSION = 0x0011


class Listener:
    """Whoever listens as the house does."""

    def __init__(self) -> None:
        self.times = 0

    def hear(self) -> None:
        self.times += 1


def test_the_end_of_the_session_is_told_before_windows_shuts_down(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    listener = Listener()
    qapp.commitDataRequest.connect(listener.hear)

    may_go_on = SendMessageW(int(window.winId()), WM_QUERYENDSESSION, 0, None)

    qapp.commitDataRequest.disconnect(listener.hear)
    assert (listener.times, may_go_on) == (1, 1)
