"""The place of the orders over an office, with what it told."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.orders.panel import OrdersPanel
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker
from tests.ui.orders.office import Office, busy

SIGNALS = (
    "urge_wanted",
    "copy_name_wanted",
    "copy_text_wanted",
    "paste_wanted",
    "edit_wanted",
    "change_wanted",
    "paste_text_wanted",
    "changed",
    "typed",
    "keyboard_wanted",
    "waiting",
)
BARE_SIGNALS = ("import_wanted", "report_wanted", "handover_wanted", "left")


class Place:
    """The place with what it told, over an office."""

    def __init__(self, qtbot: QtBot, look: Look, office: Office) -> None:
        self.qtbot, self.office = qtbot, office
        self.panel = OrdersPanel(look)
        self.heard: list[tuple[str, Any]] = []
        for name in SIGNALS:
            getattr(self.panel, name).connect(lambda what, *_, name=name: self.heard.append((name, kept(what))))
        for name in BARE_SIGNALS:
            getattr(self.panel, name).connect(lambda name=name: self.heard.append((name, None)))
        qtbot.addWidget(self.panel)
        self.panel.resize(300, 620)
        self.panel.show()
        self.ticker = Ticker(office.time.now, self.panel)
        self.panel.serve(office.desk(), self.ticker)
        QApplication.processEvents()

    def told(self, name: str) -> list[Any]:
        """What a signal carried, in order."""
        return [what for heard, what in self.heard if heard == name]

    def press(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        to: QWidget | None = None,
    ) -> None:
        """A key in the list in sight, or in another widget."""
        self.qtbot.keyClick(to or self.panel.list, key, held)

    def answer(self, keys: str) -> None:
        """Keys for the question that is asked."""
        self.qtbot.keyClicks(self.panel.asking.first, keys)

    def stand_on(self, order_id: str) -> None:
        self.panel.list.choose(order_id)

    def go(self, **length: float) -> None:
        self.panel.tick(self.office.go(**length).replace(microsecond=0))
        QApplication.processEvents()

    def buyers(self) -> list[str]:
        model = self.panel.queue.list.cards
        return [getattr(model.at(row), "buyer", "") for row in range(model.rowCount())]

    def card(self, order_id: str) -> Any:
        order = self.office.orders.get(order_id)
        assert order is not None
        return self.panel.queue.list.card(order)

    def order(self, order_id: str) -> Any:
        return self.office.orders.get(order_id)


def kept(what: Any) -> Any:
    """What a signal carried, as it can be looked at later: Qt deletes its events."""
    return what.text() if isinstance(what, QKeyEvent) else what


OpenPlace = Callable[[Office], Place]


@pytest.fixture
def open_place(qtbot: QtBot, look: Look) -> OpenPlace:
    return lambda office: Place(qtbot, look, office)


@pytest.fixture
def place(open_place: OpenPlace) -> Place:
    return open_place(busy())
