"""A window that is only read moves by keys, whichever of its buttons has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot

from app.core.settings import HOTKEYS
from app.ui.dialogs.keys_page import KeysPage


@pytest.fixture
def page(qtbot: QtBot) -> KeysPage:
    made = KeysPage(lambda: HOTKEYS, list)
    qtbot.addWidget(made)
    made.resize(440, 320)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def bar(page: KeysPage) -> QScrollBar:
    area = page.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End])
def test_the_page_of_keys_goes_down_by_a_key_while_its_button_has_the_keyboard(
    page: KeysPage, qtbot: QtBot, key: Qt.Key
) -> None:
    assert page.close_button.hasFocus()

    qtbot.keyClick(page.close_button, key)

    assert bar(page).value() > 0
    assert page.close_button.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Home])
def test_it_goes_up_again(page: KeysPage, qtbot: QtBot, key: Qt.Key) -> None:
    bar(page).setValue(bar(page).maximum())

    qtbot.keyClick(page.close_button, key)

    assert bar(page).value() < bar(page).maximum()


def test_the_end_of_the_list_can_be_read(page: KeysPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.close_button, Qt.Key.Key_End)

    assert bar(page).value() == bar(page).maximum() > 0
