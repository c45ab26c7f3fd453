import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.palette import LIGHT
from app.ui.theme import Look
from app.ui.window.frame import Frame

EDGE = Qt.Edge


@pytest.fixture
def frame(qtbot: QtBot, look: Look) -> Frame:
    frame = Frame(look)
    qtbot.addWidget(frame)
    frame.resize(360, 600)
    return frame


@pytest.mark.parametrize(
    ("point", "edges"),
    [
        (QPoint(100, 100), EDGE(0)),
        (QPoint(2, 100), EDGE.LeftEdge),
        (QPoint(357, 100), EDGE.RightEdge),
        (QPoint(2, 2), EDGE.LeftEdge | EDGE.TopEdge),
        (QPoint(358, 598), EDGE.RightEdge | EDGE.BottomEdge),
    ],
)
def test_it_is_resized_at_its_edges_and_moved_elsewhere(frame: Frame, point: QPoint, edges: Qt.Edge) -> None:
    assert frame._edges(point) == edges


def _point_at(frame: Frame, x: int, y: int) -> Qt.CursorShape:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(x, y),
        QPointF(x, y),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(frame, event)
    return frame.cursor().shape()


def test_it_says_by_the_pointer_what_a_press_would_do(frame: Frame) -> None:
    shapes = [_point_at(frame, x, 300) for x in (2, 100, 358)]

    assert shapes == [Qt.CursorShape.SizeHorCursor, Qt.CursorShape.ArrowCursor, Qt.CursorShape.SizeHorCursor]


def test_it_keeps_the_widths_of_a_narrow_column(frame: Frame) -> None:
    frame.resize(2000, 100)

    assert (frame.width(), frame.height()) == (420, 320)


def test_it_takes_no_keyboard_and_no_place_in_the_task_bar(frame: Frame) -> None:
    flags = frame.windowFlags()

    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.Tool == Qt.WindowType.Tool
    assert frame.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_before_it_is_filled_it_shows_where_things_will_be(frame: Frame) -> None:
    picture = frame.grab().toImage()

    assert picture.pixelColor(100, 25).name().upper() == LIGHT.card
    assert picture.pixelColor(100, 300).name().upper() == LIGHT.card
    assert picture.pixelColor(3, 300).name().upper() == LIGHT.ground
