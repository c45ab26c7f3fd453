"""Windows of a lead, closed when a test is over."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.pack_dialogs.publish_window import PublishWindow
from app.ui.theme import Look
from tests.ui.pack_dialogs.lead import Lead

OpenWindow = Callable[[Lead], PublishWindow]


@pytest.fixture
def open_window(qapp: QApplication, look: Look, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Open a lead's window, and wait until it has read and compared what is chosen."""
    opened: list[PublishWindow] = []

    def make(lead: Lead) -> PublishWindow:
        window = PublishWindow(look, lead.desk())
        opened.append(window)
        window.show()
        qtbot.waitUntil(lambda: not window.sitting.is_working)
        return window

    yield make
    for window in opened:
        qtbot.waitUntil(lambda window=window: not window.press.is_working)
        window.reject()
        window.deleteLater()
    qapp.processEvents()
