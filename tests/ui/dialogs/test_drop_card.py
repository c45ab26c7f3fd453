import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.dialogs.drop_card import DropCard


@pytest.fixture
def card(qtbot: QtBot) -> DropCard:
    made = DropCard(QLabel("把表格拖到这里"), (QPushButton("选择表格…"),))
    qtbot.addWidget(made)
    return made


def test_an_invitation_is_a_large_place_to_drop_onto(card: DropCard) -> None:
    card.invite(is_inviting=True)

    assert card.property("kind") == "drop"
    assert card.sizeHint().expandedTo(card.minimumSize()).height() >= 300


def test_the_head_over_what_was_read_takes_no_more_room_than_it_needs(card: DropCard) -> None:
    card.invite(is_inviting=True)

    card.invite(is_inviting=False)

    assert card.property("kind") == "card"
    assert card.sizeHint().expandedTo(card.minimumSize()).height() < 120
