import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.ui.key_button import KeyButton, KeyLine
from app.ui.palette import LIGHT
from app.ui.theme import Look


def _colours(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}


@pytest.fixture
def made(look: Look, qtbot: QtBot) -> KeyButton:
    button = KeyButton(look, "check")
    qtbot.addWidget(button)
    return button


def test_a_button_has_room_for_its_word_and_its_keycap(made: KeyButton) -> None:
    made.say("已付")
    without = made.sizeHint().width()

    made.say("已付", "P")

    assert made.sizeHint().width() > without
    assert without > made.fontMetrics().horizontalAdvance("已付")


def test_what_enter_does_has_the_colour_of_the_accent(made: KeyButton) -> None:
    made.say("催付", "Return")
    made.adjustSize()
    first = _colours(made.grab().toImage())

    made.say("催付", "P")
    other = _colours(made.grab().toImage())

    assert LIGHT.accent_text in first
    assert LIGHT.accent_text not in other
    assert LIGHT.line in other


def test_a_button_without_a_key_has_no_keycap(made: KeyButton) -> None:
    made.say("改单")
    made.adjustSize()

    colours = _colours(made.grab().toImage())

    assert LIGHT.line not in colours
    assert LIGHT.muted in colours


def test_where_room_is_wanted_the_keycap_gives_way_and_comes_back(made: KeyButton) -> None:
    made.say("+3 分", "3")
    whole = made.sizeHint().width()

    made.shorten(is_short=True)
    short = made.sizeHint().width()
    made.shorten(is_short=False)

    assert short < whole
    assert made.sizeHint().width() == whole


def test_side_by_side_the_keycaps_give_way_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    buttons = [KeyButton(look) for _ in range(3)]
    for button in buttons:
        button.say("全部确认", "Ctrl+Return")
    line = KeyLine(*buttons)
    qtbot.addWidget(line)
    whole = sum(button.sizeHint().width() for button in buttons)

    line.resize(whole - 5, 30)
    line.fit()
    narrow = sum(button.sizeHint().width() for button in buttons)
    line.resize(whole + 5, 30)
    line.fit()

    assert narrow < whole - 5
    assert sum(button.sizeHint().width() for button in buttons) == whole
    assert line.minimumSizeHint().width() == 0
