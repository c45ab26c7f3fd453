import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from app.ui.dialogs.leaves import Leaves

NAMES = ("Rows", "Groups", "Columns")


@pytest.fixture
def leaves(qtbot, look):
    made = Leaves({name: QLabel(f"page of {name}") for name in NAMES}, lambda name: name)
    made.told = []
    made.turned.connect(lambda: made.told.append(made.page))
    qtbot.addWidget(made)
    made.show()
    return made


def shown(leaves):
    return [label.text() for label in leaves.findChildren(QLabel) if label.isVisible()]


def named(leaves):
    return [button.text() for button in leaves.findChildren(QToolButton) if button.isVisible()]


def test_one_page_is_in_sight_and_a_click_on_a_name_opens_its_page(qtbot, leaves):
    first = shown(leaves)

    qtbot.mouseClick(leaves.findChildren(QToolButton)[1], Qt.MouseButton.LeftButton)

    assert first == ["page of Rows"]
    assert shown(leaves) == ["page of Groups"]
    assert leaves.told == ["Groups"]


def test_steps_go_around_over_what_is_offered(leaves):
    leaves.show_only(("Rows", "Columns"))

    leaves.step(1)
    leaves.step(1)
    leaves.step(-1)

    assert leaves.told == ["Columns", "Rows", "Columns"]
    assert named(leaves) == ["Rows", "Columns"]


def test_a_page_that_is_not_offered_any_more_gives_way_to_the_first(leaves):
    leaves.open("Groups")

    leaves.show_only(("Rows", "Columns"))

    assert shown(leaves) == ["page of Rows"]
    assert leaves.told == []


def test_of_one_page_alone_no_name_stands_there(leaves):
    leaves.show_only(("Rows",))

    assert named(leaves) == []
    assert shown(leaves) == ["page of Rows"]
