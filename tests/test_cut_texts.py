"""What the pictures are looked through for: texts that have no room."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tools.cut import cut_texts

TEXT = "Your team publishes phrases? Add its address"


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_text_without_room_is_found_and_one_with_room_is_not(qtbot: QtBot, kind: type[QLabel | QPushButton]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part = kind(TEXT, window)
    window.resize(900, 100)
    window.show()

    part.resize(800, 40)
    roomy = list(cut_texts(window))
    part.resize(90, 40)

    assert roomy == []
    assert list(cut_texts(window)) == [f"{kind.__name__}: {TEXT}"]


def test_what_a_tooltip_tells_whole_is_meant_to_be_short(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part = QLabel(TEXT, window)
    part.setToolTip(TEXT)
    part.resize(90, 40)
    window.show()

    assert list(cut_texts(window)) == []
