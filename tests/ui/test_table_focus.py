"""Where the keyboard is can be seen in lists and tables too, whatever row is chosen in them."""

import pytest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QTableWidget, QTreeWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs.form import button
from app.ui.palette import LIGHT
from app.ui.theme import kind


def edge_of(rows: QWidget) -> str:
    """The colour at the middle of its upper edge."""
    picture = rows.grab().toImage()
    return picture.pixelColor(picture.width() // 2, 0).name().upper()


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("made", [QTableWidget, QTreeWidget, QListWidget])
def test_a_list_with_the_keyboard_has_the_accent_around_it(
    qtbot: QtBot, made: type[QTableWidget | QTreeWidget | QListWidget]
) -> None:
    window, rows, other = QWidget(), made(), button()
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


@pytest.mark.usefixtures("look")
def test_a_text_that_is_only_read_has_it_too(qtbot: QtBot) -> None:
    text = QPlainTextEdit("亲")
    text.setReadOnly(True)
    text.setProperty(*kind("preview"))
    qtbot.addWidget(text)
    text.show()
    text.activateWindow()
    qtbot.waitUntil(text.isActiveWindow)

    text.setFocus()

    assert edge_of(text) == LIGHT.accent
