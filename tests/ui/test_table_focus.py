"""Where the keyboard is can be seen in lists and tables too, whatever row is chosen in them."""

import pytest
from PySide6.QtWidgets import QListWidget, QTableWidget, QTreeWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.form import button
from app.ui.palette import LIGHT


def edge_of(rows: QWidget) -> str:
    """The colour at the middle of its upper edge."""
    picture = rows.grab().toImage()
    return picture.pixelColor(picture.width() // 2, 0).name().upper()


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("kind", [QTableWidget, QTreeWidget, QListWidget])
def test_a_list_with_the_keyboard_has_the_accent_around_it(
    qtbot: QtBot, kind: type[QTableWidget | QTreeWidget | QListWidget]
) -> None:
    window, rows, other = QWidget(), kind(), button()
    column = QVBoxLayout(window)
    column.addWidget(rows)
    column.addWidget(other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    other.setFocus()
    without = edge_of(rows)
    rows.setFocus()

    assert (without, edge_of(rows)) == (LIGHT.line, LIGHT.accent)
