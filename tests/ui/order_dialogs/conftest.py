"""What every test of a window of the queue stands on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture(autouse=True)
def keys_are_up(qapp: QApplication) -> Iterator[None]:
    """A chord that a test pressed is over with it: Qt would take a held Ctrl for a selection of several rows."""
    yield
    if qapp.keyboardModifiers():
        probe = QWidget()
        probe.show()
        QTest.keyRelease(probe, Qt.Key.Key_Control)
        probe.close()
        probe.deleteLater()
