"""Texts as they are really painted: what is off, what only invites, and what is chosen can be read, too."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.core.settings import Theme
from app.ui.theme import Look, kind
from tests.ui.contrast import contrast

WORDS = "Write WWW MMM HHH"


def primary() -> QPushButton:
    button = QPushButton(WORDS)
    button.setProperty(*kind("primary"))
    return button


def inviting_line() -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(WORDS)
    return line


def inviting_box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.lineEdit().setPlaceholderText(WORDS)
    return box


def chip() -> QToolButton:
    button = QToolButton()
    button.setText(WORDS)
    button.setProperty(*kind("chip"))
    button.setCheckable(True)
    button.setChecked(True)
    return button


MADE: dict[str, Callable[[], QWidget]] = {
    "primary": primary,
    "button": lambda: QPushButton(WORDS),
    "line": lambda: QLineEdit(WORDS),
    "inviting line": inviting_line,
    "inviting box": inviting_box,
    "check box": lambda: QCheckBox(WORDS),
    "chip": chip,
}


@pytest.fixture(params=[Theme.LIGHT, Theme.DARK], ids=["light", "dark"])
def worn(request: pytest.FixtureRequest, look: Look) -> Iterator[Look]:
    look.use(request.param)
    yield look
    look.use(Theme.LIGHT)


@pytest.mark.parametrize("is_on", [True, False], ids=["on", "off"])
@pytest.mark.parametrize("name", MADE)
def test_what_is_painted_can_be_read(worn: Look, qtbot: QtBot, name: str, is_on: bool) -> None:
    widget = MADE[name]()
    qtbot.addWidget(widget)
    widget.setEnabled(is_on)
    widget.resize(240, 34)
    widget.show()
    QApplication.processEvents()

    assert strongest(widget) >= 4.5


def strongest(widget: QWidget) -> float:
    """The contrast of the most common colour and the one that stands out from it most, inside the frame."""
    picture = widget.grab().toImage()
    inside = [(x, y) for x in range(30, picture.width() - 40) for y in range(6, picture.height() - 6)]
    colours = Counter(QColor(picture.pixel(x, y)).name() for x, y in inside)
    ground = colours.most_common(1)[0][0]
    return max(contrast(ground, colour) for colour in colours)
