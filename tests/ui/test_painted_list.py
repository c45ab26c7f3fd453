"""Every list that is painted by hand tints the row under the pointer and says what a row has no room for."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.ui.painted_list import PaintedList, RowTinter
from app.ui.theme import Look


class Names(PaintedList):
    """Two names, of which only the second is too long."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.names = QStringListModel(["小熊猫", "很长的名字"], self)
        self.setModel(self.names)
        self.painter_of_rows = RowTinter(look, self)
        self.paint_by(self.painter_of_rows)

    def tip(self, index: QModelIndex, _point: QPoint) -> str:
        """The name that is cut."""
        return str(index.data()) if index.row() == 1 else ""

    def middle(self, row: int) -> QPoint:
        """The middle of a row."""
        return self.visualRect(self.names.index(row)).center()


@pytest.fixture
def names(qtbot: QtBot, look: Look) -> Names:
    names = Names(look)
    qtbot.addWidget(names)
    names.resize(300, 200)
    names.show()
    return names


def point_at(names: Names, row: int) -> None:
    place = QPointF(names.middle(row))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(names.viewport(), moved)


def rest_on(names: Names, row: int) -> None:
    """The pointer rests long enough for a tooltip."""
    place = names.middle(row)
    QApplication.sendEvent(names.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, names.mapToGlobal(place)))


def test_the_row_under_the_pointer_is_tinted_and_none_once_it_has_left(names: Names) -> None:
    point_at(names, 1)
    tinted = names.painter_of_rows.hovered

    QApplication.sendEvent(names, QEvent(QEvent.Type.Leave))

    assert tinted == 1
    assert names.painter_of_rows.hovered == -1


def test_only_a_row_that_has_more_to_say_has_a_tooltip(names: Names, qtbot: QtBot) -> None:
    rest_on(names, 1)
    said = QToolTip.text()

    rest_on(names, 0)

    assert said == "很长的名字"
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
