"""Dialogs and the window that stands above all others: it never lies over them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.window_choices import Mode
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop


@pytest.fixture
def shop(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    made = Shop(qapp, look, qtbot, tmp_path, FakeClock(NOON))
    made.window.setGeometry(420, 20, 320, 500)
    yield made
    made.close()


def opened(shop: Shop, width: int = 300) -> QWidget:
    def make() -> QWidget:
        dialog = QWidget()
        dialog.resize(width, 200)
        shop.qtbot.addWidget(dialog)
        return dialog

    return shop.openings.show("form", make)


def test_a_dialog_makes_room_when_the_window_grows_over_it(shop: Shop) -> None:
    dialog = opened(shop)
    is_beside = not dialog.geometry().intersects(shop.window.geometry())

    shop.window.setGeometry(310, 20, 430, 600)
    shop.window.settled.emit()

    assert is_beside
    assert dialog.isVisible()
    assert not dialog.geometry().intersects(shop.window.geometry())


def test_one_that_finds_no_room_stands_above_the_window(shop: Shop) -> None:
    dialog = opened(shop, width=600)
    handle = dialog.windowHandle()

    shop.window.setGeometry(370, 20, 420, 600)
    shop.window.settled.emit()

    assert dialog.isVisible()
    assert handle.flags() & Qt.WindowType.WindowStaysOnTopHint


def test_a_dialog_that_is_nowhere_near_stays_where_the_agent_put_it(shop: Shop) -> None:
    dialog = opened(shop)
    dialog.setGeometry(10, 400, 300, 200)

    shop.window.settled.emit()

    assert dialog.geometry().y() == 400


def test_a_popup_that_comes_and_goes_moves_no_dialog(shop: Shop) -> None:
    dialog = opened(shop)
    dialog.setGeometry(QRect(430, 40, 300, 200))
    shop.desk.preferences.change(mode=Mode.POPUP)

    shop.window.settled.emit()

    assert dialog.geometry().x() == 430
